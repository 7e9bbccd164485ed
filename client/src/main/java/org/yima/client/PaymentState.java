package org.yima.client;

/** 支付状态（4.3 节）。Where a payment order stands. Section 4.3. */
public enum PaymentState {
  /** 正在支付。Being paid; ask again. */
  PAYING("1", "正在支付"),
  /** 支付成功。Paid. */
  PAID("2", "支付成功"),
  /** 支付失败。Not paid, and never will be. */
  FAILED("3", "支付失败"),
  /** 支付已取消。The payment was cancelled. */
  CANCELLED("4", "支付已取消"),
  /** 支付已退费。The payment was refunded. */
  REFUNDED("5", "支付已退费");

  private final String code;
  private final String chinese;

  PaymentState(String code, String chinese) {
    this.code = code;
    this.chinese = chinese;
  }

  static PaymentState read(Values reply) throws UnreadableAnswer {
    String code = reply.required("paystatus");
    for (PaymentState state : values()) {
      if (state.code.equals(code)) {
        return state;
      }
    }
    throw new UnreadableAnswer("paystatus");
  }

  /** 是否已确定未付（或已退回）。Whether the order is certainly not paid (any more): states 3, 4 and 5. */
  public boolean isEndedUnpaid() {
    return this == FAILED || this == CANCELLED || this == REFUNDED;
  }

  /** Code and Chinese name: {@code 2 支付成功}. */
  @Override
  public String toString() {
    return code + " " + chinese;
  }
}
