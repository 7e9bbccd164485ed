package org.yima.platform.order;

import java.time.Instant;
import java.time.LocalDateTime;
import org.yima.settlement.Money;

/**
 * One payment order: what the hospital asked to be paid, and where it stands.
 *
 * @param number 订单号; one number is one order for ever
 * @param time 订单发送时间, by the hospital's clock
 * @param balanceCode 支付验证码; random, never logged
 */
record PaymentOrder(
    String number,
    OrderType type,
    OrderState state,
    String cycleNo,
    Money amount,
    LocalDateTime time,
    Instant expiresAt,
    String balanceCode,
    String callback,
    OrderContent content) {

  @Override
  public String toString() {
    return "order " + number + " in state " + state;
  }
}
