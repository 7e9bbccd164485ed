package org.yima.platform.order;

import org.yima.platform.outbox.EventType;

/** What can happen to an order; its institution is told. */
enum OrderEvent {
  /** It is paid: ST007 at once, ST022 in a second step. */
  PAY(EventType.PAID),
  /** Its time runs out before it is paid. */
  EXPIRE(EventType.EXPIRED),
  /** The till takes it back: ST100. */
  CANCEL(EventType.CANCELLED),
  /** The patient is given back what they paid: ST010. */
  REFUND(EventType.REFUNDED),
  /** The scheme takes it back: 经办冲正. */
  REVERSE(EventType.REVERSED);

  private final EventType told;

  OrderEvent(EventType told) {
    this.told = told;
  }

  /** What the institution is told. */
  EventType told() {
    return told;
  }
}
