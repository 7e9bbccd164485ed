package org.yima.client;

/** 交易订单类型（4.1 节）。Where the patient shows the code. Section 4.1. */
public enum OrderType {
  /** 扫码购药，{@code drugsscan}。At a pharmacy. */
  PHARMACY("drugsscan"),
  /** 扫码就诊，{@code hissscan}。At a hospital's outpatient department. */
  OUTPATIENT("hissscan");

  private final String code;

  OrderType(String code) {
    this.code = code;
  }

  String code() {
    return code;
  }
}
