package org.yima.settlement;

import java.math.BigDecimal;

/**
 * What a line says it costs: price, quantity and amount as sent.
 *
 * @param unitPrice yuan, up to four decimals
 * @param quantity all units; for herbal medicine the number times the days
 */
public record Charge(BigDecimal unitPrice, BigDecimal quantity, Money amount) {
  private static final BigDecimal ONE_FEN = new BigDecimal("0.01");

  /** A price may have been rounded to four decimals before it was multiplied. */
  private static final BigDecimal PRICE_ROUNDING = new BigDecimal("0.00005");

  /**
   * @param number 数量
   * @param days 付数, for herbal medicine; else {@code "1"}
   * @throws NumberFormatException if a text is no number; field checks come first
   */
  public static Charge of(String unitPrice, String number, String days, Money amount) {
    var quantity = new BigDecimal(number).multiply(new BigDecimal(days));
    return new Charge(new BigDecimal(unitPrice), quantity, amount);
  }

  /** Whether price times quantity is the amount, to one fen and what rounded prices explain. */
  public boolean agrees() {
    Money product = Money.rounded(unitPrice.multiply(quantity));
    var difference = BigDecimal.valueOf(product.minus(amount).fen(), 2).abs();
    return difference.compareTo(ONE_FEN.add(PRICE_ROUNDING.multiply(quantity))) <= 0;
  }

  public BillLine line(int number, CatalogueItem item, boolean approved) {
    return new BillLine(number, item, unitPrice, quantity, amount, approved);
  }
}
