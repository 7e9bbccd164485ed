package org.yima.client;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** 被拒绝之后可以怎么办。What may be done after a refusal. */
public enum Retry {
  /** 稍后原样重发。The same again, later. */
  LATER,
  /** 更正后重发。Again, once what the sentence names has been put right. */
  CORRECTED,
  /** 请患者刷新二维码，重新扫码后重发。Again, with a new code from the patient. */
  NEW_CODE,
  /** 不可重发。Never. */
  NEVER;

  // Reasons that differ from the rest of their answer code.
  private static final Set<String> CORRECTABLE =
      new HashSet<>(
          Arrays.asList(
              "E1101", "E1104", "E1105", "E1106", "E1109", "E1110", "E1111", "E1301", "E1302",
              "E1603", "E1606", "E1608", "E1609", "E1612", "E1702"));
  private static final Set<String> FINAL = new HashSet<>(Arrays.asList("E1407"));
  private static final Set<String> PASSING =
      new HashSet<>(Arrays.asList("E1406", "E1605", "E1611"));

  /** By {@code respcode}: the call was not carried out. */
  static Retry ofCall(String respcode) {
    switch (respcode) {
      case "10":
      case "13":
        return CORRECTED;
      case "14":
      case "-1":
        return LATER;
      default:
        return NEVER;
    }
  }

  /** By {@code aprcode}, and by reason where one code has several ways out. */
  static Retry ofBusiness(String aprcode, String reason) {
    if (PASSING.contains(reason)) {
      return LATER;
    }
    if (FINAL.contains(reason)) {
      return NEVER;
    }
    if (CORRECTABLE.contains(reason)) {
      return CORRECTED;
    }
    switch (aprcode) {
      case "10":
      case "14":
      case "15":
        return CORRECTED;
      case "12":
        return NEW_CODE;
      case "18":
      case "-1":
        return LATER;
      default:
        return NEVER;
    }
  }

  /** By the national library's code. */
  static Retry ofDecoding(String code) {
    switch (code) {
      case "1001":
      case "1002":
        return CORRECTED;
      case "2001":
      case "2002":
      case "2003":
        return NEW_CODE;
      case "-1":
        return LATER;
      default:
        return NEVER;
    }
  }
}
