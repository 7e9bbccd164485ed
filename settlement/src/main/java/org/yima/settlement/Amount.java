package org.yima.settlement;

import org.jspecify.annotations.Nullable;

/**
 * An amount as a policy states it: a sum, perhaps more for each further disease that is approved.
 *
 * @param furtherDisease added for the second approved disease and each one after it
 * @param most the amount never exceeds it; null: it may
 */
public record Amount(Money base, Money furtherDisease, @Nullable Money most) {

  public Amount {
    if (base.isNegative() || furtherDisease.isNegative()) {
      throw new IllegalArgumentException("a stated amount is not negative: " + base);
    }
  }

  public static Amount of(Money sum) {
    return new Amount(sum, Money.ZERO, null);
  }

  Money in(Claim claim) {
    int further = Math.max(0, claim.approvedDiseases() - 1);
    Money more = Money.ofFen(Math.multiplyExact(furtherDisease.fen(), (long) further));
    Money sum = base.plus(more);
    return most == null ? sum : sum.min(most);
  }
}
