package org.yima.client;

/** 订单发生了什么（通知的 {@code eventtype}）。What happened to an order. */
public enum EventType {
  /** 支付成功。It was paid. */
  PAID("paid"),
  /** 已退费。It was refunded. */
  REFUNDED("refunded"),
  /** 已取消。It was cancelled. */
  CANCELLED("cancelled"),
  /** 超时未付。It was not paid in its time. */
  EXPIRED("expired"),
  /** 经办机构冲正。The scheme took it back. */
  REVERSED("reversed");

  private final String wire;

  EventType(String wire) {
    this.wire = wire;
  }

  static EventType read(Values event) throws UnreadableAnswer {
    String word = event.required("eventtype");
    for (EventType type : values()) {
      if (type.wire.equals(word)) {
        return type;
      }
    }
    throw new UnreadableAnswer("eventtype");
  }
}
