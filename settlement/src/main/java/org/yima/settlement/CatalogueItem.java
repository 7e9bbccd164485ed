package org.yima.settlement;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the catalogue of the place of treatment says about one item on the day of the bill.
 *
 * @param code the catalogue's code
 * @param upfront the share that the patient pays before anything else; 0 for 甲
 * @param priceCeiling the highest unit price within scope, in yuan; null: none
 * @param needsApproval it is within scope only where its use was approved
 */
public record CatalogueItem(
    String code,
    ItemClass itemClass,
    Ratio upfront,
    @Nullable BigDecimal priceCeiling,
    boolean needsApproval) {

  public CatalogueItem {
    if (priceCeiling != null && priceCeiling.signum() < 0) {
      throw new IllegalArgumentException("price ceiling below zero for item " + code);
    }
  }

  /** An item that needs no approval. */
  public CatalogueItem(
      String code, ItemClass itemClass, Ratio upfront, @Nullable BigDecimal priceCeiling) {
    this(code, itemClass, upfront, priceCeiling, false);
  }

  /** With the ceiling as an amount of money; null: none. */
  public static CatalogueItem of(
      String code,
      ItemClass itemClass,
      Ratio upfront,
      @Nullable Money priceCeiling,
      boolean needsApproval) {
    BigDecimal ceiling = priceCeiling == null ? null : BigDecimal.valueOf(priceCeiling.fen(), 2);
    return new CatalogueItem(code, itemClass, upfront, ceiling, needsApproval);
  }

  /** An item that the catalogue does not know: wholly self-paid. */
  public static CatalogueItem unknown(String code) {
    return new CatalogueItem(code, ItemClass.SELF_PAID, Ratio.ZERO, null);
  }
}
