package org.yima.platform.catalogue;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yima.settlement.CatalogueItem;

/**
 * One item of a district's catalogue for as long as its terms hold.
 *
 * @param herb 中草药, whose amount is price × quantity × days
 * @param until the last day; null: still holds
 */
public record Item(
    CatalogueItem terms, String name, boolean herb, LocalDate from, @Nullable LocalDate until) {

  /** An item that no catalogue has: wholly self-paid. */
  static Item unknown(String code) {
    return new Item(CatalogueItem.unknown(code), "", false, LocalDate.MIN, null);
  }

  boolean holdsOn(LocalDate day) {
    return !day.isBefore(from) && (until == null || !day.isAfter(until));
  }
}
