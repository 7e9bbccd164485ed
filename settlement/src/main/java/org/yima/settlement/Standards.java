package org.yima.settlement;

import org.jspecify.annotations.Nullable;

/**
 * The figures that applied to this visit, for the fields that quote them.
 *
 * @param deductible {@code akc290}: the deductible before what earlier visits bore
 * @param fundLimit {@code bkc017}: the basic fund's tightest yearly limit; null: none
 * @param fundLeft {@code bkc019}: what was left of that limit before this visit; null: no limit
 * @param basicRatio {@code bkc030}: the fund's ratio; over several bands, its share of the cost
 */
public record Standards(
    Money deductible, @Nullable Money fundLimit, @Nullable Money fundLeft, Ratio basicRatio) {

  static final Standards NONE = new Standards(Money.ZERO, null, null, Ratio.ZERO);

  Standards withDeductible(Money standard) {
    return new Standards(standard, fundLimit, fundLeft, basicRatio);
  }
}
