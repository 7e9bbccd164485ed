package org.yima.platform.order;

/** What can happen to an order. */
enum OrderEvent {
  /** It is paid: ST007 at once, ST022 in a second step. */
  PAY,
  /** Its time runs out before it is paid. */
  EXPIRE,
  /** The till takes it back: ST100. */
  CANCEL,
  /** The patient is given back what they paid: ST010. */
  REFUND,
  /** The scheme takes it back: 经办冲正. */
  REVERSE
}
