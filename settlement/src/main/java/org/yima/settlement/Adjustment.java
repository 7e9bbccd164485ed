package org.yima.settlement;

import java.util.List;

/**
 * A change that a policy makes to its own figure in some cases, such as a deductible that is halved
 * for the second admission, or ten points less without a referral.
 *
 * @param name as the policy calls it, for the explanation
 */
public record Adjustment(String name, Condition where, How how, Figure<Ratio> by) {

  /** What is done to the figure. */
  public enum How {
    /** Multiplied: 80% of it remains. For amounts and ratios. */
    TIMES,
    /** Percentage points are added; never more than the whole. For ratios alone. */
    POINTS_MORE,
    /** Percentage points are taken off; never less than nothing. For ratios alone. */
    POINTS_LESS,
    /** The patient's own share is multiplied: 80% of it remains. For ratios alone. */
    OWN_SHARE_TIMES
  }

  /** A fund's ratio with all adjustments that hold, one after the other. */
  static Fraction apply(List<Adjustment> adjustments, Fraction rate, Claim claim) {
    Fraction adjusted = rate;
    for (Adjustment adjustment : adjustments) {
      if (adjustment.where.holds(claim.situation())) {
        adjusted = adjustment.change(adjusted, Fraction.of(adjustment.by.in(claim)));
      }
    }
    return adjusted;
  }

  /** An amount with all adjustments that hold; each is rounded, as a published figure is. */
  static Money apply(List<Adjustment> adjustments, Money amount, Claim claim) {
    Money adjusted = amount;
    for (Adjustment adjustment : adjustments) {
      if (adjustment.where.holds(claim.situation())) {
        adjusted = adjusted.times(adjustment.by.in(claim));
      }
    }
    return adjusted;
  }

  /** Fails if one of them is for ratios alone. */
  static void requireForAmounts(List<Adjustment> adjustments) {
    for (Adjustment adjustment : adjustments) {
      if (adjustment.how != How.TIMES) {
        throw new IllegalArgumentException(adjustment.how + " is for ratios alone");
      }
    }
  }

  /** The names of those that hold, for the explanation. */
  static List<String> names(List<Adjustment> adjustments, Claim claim) {
    return adjustments.isEmpty()
        ? List.of()
        : adjustments.stream()
            .filter(adjustment -> adjustment.where.holds(claim.situation()))
            .map(Adjustment::name)
            .toList();
  }

  private Fraction change(Fraction rate, Fraction by) {
    return switch (how) {
      case TIMES -> rate.times(by);
      case POINTS_MORE -> rate.plus(by).min(Fraction.ONE);
      case POINTS_LESS -> rate.above(by);
      case OWN_SHARE_TIMES -> Fraction.ONE.minus(Fraction.ONE.minus(rate).times(by));
    };
  }
}
