package org.yima.settlement;

import org.jspecify.annotations.Nullable;

/**
 * What of a fund was open to this visit.
 *
 * @param limit its tightest limit; null: none
 * @param left what was left of that limit before this visit; null: no limit
 * @param ratio the fund's ratio; over several bands, its share of the cost
 */
public record Quota(@Nullable Money limit, @Nullable Money left, Ratio ratio) {

  static final Quota NONE = new Quota(null, null, Ratio.ZERO);
}
