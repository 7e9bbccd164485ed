package org.yima.platform.order;

/** 支付状态, section 4.3. */
enum OrderState {
  PAYING("1", "正在支付"),
  PAID("2", "支付成功"),
  FAILED("3", "支付失败"),
  CANCELLED("4", "支付已取消"),
  REFUNDED("5", "支付已退费");

  private final String code;
  private final String chinese;

  OrderState(String code, String chinese) {
    this.code = code;
    this.chinese = chinese;
  }

  static OrderState of(String code) {
    return values()[code.charAt(0) - '1'];
  }

  String code() {
    return code;
  }

  /** For a refusal: {@code 2 支付成功}. */
  @Override
  public String toString() {
    return code + " " + chinese;
  }
}
