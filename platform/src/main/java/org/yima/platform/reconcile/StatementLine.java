package org.yima.platform.reconcile;

import java.time.LocalDate;
import org.yima.settlement.Money;

/**
 * One line of a statement, section 3.3.2.2; a refund's amounts are negative.
 *
 * @param kind {@code pos} a payment, {@code nag} a refund
 * @param serial 医保交易流水号: the settlement's number, or the refund's
 * @param funds all funds together: total = funds + account + cash, unless the price was fixed
 */
record StatementLine(
    String cycleNo,
    String kind,
    String orderNo,
    String serial,
    LocalDate date,
    Money total,
    Money funds,
    Money account,
    Money cash) {

  /** What the hospital bears, or below zero keeps, where the price was fixed. */
  Money hospitalBorne() {
    return total.minus(funds).minus(account).minus(cash);
  }

  /**
   * The line without its end. No value can hold the separator: order numbers are checked.
   *
   * @param separator one of {@code Institution.SEPARATORS}
   */
  String text(char separator) {
    return String.join(
        String.valueOf(separator),
        cycleNo,
        kind,
        orderNo,
        serial,
        date.toString(),
        total.toString(),
        funds.toString(),
        account.toString(),
        cash.toString());
  }
}
