package org.yima.platform.bill;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yima.settlement.Money;
import org.yima.settlement.SameVisit;
import org.yima.settlement.YearSoFar;

/**
 * A visit as it was registered, and as it is to be settled.
 *
 * @param acceptedOn the day on which its date was looked at
 * @param admittedOn the day on which a stay began; null: no stay
 * @param accountLimit the most that the account may pay; null: no limit
 * @param interim whether the rest of a stay is left for later
 * @param earlierParts what earlier settlements of the same stay moved, by benefit year
 */
public record Registration(
    OrderType type,
    OrderContent content,
    LocalDate acceptedOn,
    @Nullable LocalDate admittedOn,
    @Nullable Money accountLimit,
    boolean interim,
    Map<Integer, YearSoFar> earlierParts) {

  /** A visit that is settled as a whole. */
  public Registration(OrderType type, OrderContent content, LocalDate acceptedOn) {
    this(type, content, acceptedOn, null, null, false, Map.of());
  }

  /** What the rules see of the other parts in the benefit year of this one. */
  SameVisit sameVisit(int year) {
    return interim || !earlierParts.isEmpty()
        ? SameVisit.partAfter(earlierParts.getOrDefault(year, YearSoFar.EMPTY))
        : SameVisit.WHOLE;
  }
}
