package org.yima.platform.outbox;

import java.util.Locale;

/** What can happen to an order that its institution is told of: {@code eventtype}. */
public enum EventType {
  PAID,
  REFUNDED,
  CANCELLED,
  EXPIRED,
  /** 经办冲正. */
  REVERSED;

  /** As it is written and stored: {@code paid}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
