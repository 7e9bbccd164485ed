package org.yima.platform.admission;

import java.time.LocalDateTime;
import org.yima.platform.bill.ChargeLine;
import org.yima.settlement.Money;

/**
 * A charge line of a stay.
 *
 * @param number 记账流水号
 * @param entered as it was sent
 * @param at when it was prescribed, by the hospital's clock
 * @param quantity what is left of it after deletions
 * @param amount what is left of it after deletions
 * @param digest tells the same line sent again; in hexadecimal
 */
public record Charge(
    long number,
    ChargeLine entered,
    LocalDateTime at,
    Quantity quantity,
    Money amount,
    String digest) {

  private static final int DIGITS = 19;

  /** 记账流水号 as written. */
  static String serial(long number) {
    return String.format("%0" + DIGITS + "d", number);
  }

  String serial() {
    return serial(number);
  }

  /** The line as it is to be settled. */
  public ChargeLine line() {
    return entered.remaining(quantity.toString(), amount, serial());
  }

  @Override
  public String toString() {
    return "charge " + number;
  }
}
