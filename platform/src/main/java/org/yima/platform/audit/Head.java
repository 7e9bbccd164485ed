package org.yima.platform.audit;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/**
 * Where a district's chain stood at the end of a day.
 *
 * @param day in Shanghai
 * @param chain in hexadecimal
 */
public record Head(String district, LocalDate day, long block, String chain) {

  /** What is signed: one line, which may be kept anywhere and compared later. */
  public String line() {
    return "yima-audit " + district + " " + day + " " + block + " " + chain;
  }

  /**
   * Reads {@link #line}.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static Head of(String line) {
    String[] parts = line.strip().split(" +", -1);
    if (parts.length != 5 || !parts[0].equals("yima-audit")) {
      throw new IllegalArgumentException("应为 yima-audit 统筹区 日期 区块号 摘要 (not a head): " + line);
    }
    return new Head(parts[1], LocalDate.parse(parts[2]), Long.parseLong(parts[3]), parts[4]);
  }

  byte[] bytes() {
    return line().getBytes(StandardCharsets.UTF_8);
  }
}
