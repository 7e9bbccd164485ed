package org.yima.settlement;

import java.math.BigDecimal;

/**
 * One line of a bill.
 *
 * @param number how the caller finds the line again in {@link Settlement#lines()}
 * @param unitPrice yuan, up to four decimals
 * @param quantity all units of the line; for herbal medicine the number times the days
 * @param amount what the line costs; that it agrees with price and quantity is checked before (8)
 * @param approved an approval for its use is on file; matters where the item needs one
 */
public record BillLine(
    int number,
    CatalogueItem item,
    BigDecimal unitPrice,
    BigDecimal quantity,
    Money amount,
    boolean approved) {

  /** A line without an approval. */
  public BillLine(
      int number, CatalogueItem item, BigDecimal unitPrice, BigDecimal quantity, Money amount) {
    this(number, item, unitPrice, quantity, amount, false);
  }

  public BillLine {
    if (amount.isNegative() || unitPrice.signum() < 0 || quantity.signum() < 0) {
      throw new IllegalArgumentException("line " + number + " has a negative amount");
    }
  }
}
