package org.yima.settlement;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A change that a policy makes to its own figure in some cases, such as a deductible that is halved
 * for the second admission, or ten points less without a referral.
 *
 * @param name as the policy calls it, for the explanation
 * @param by how much, as a ratio; null where it is an amount
 * @param amount how much, as an amount; null where it is a ratio
 */
public record Adjustment(
    String name,
    Condition where,
    How how,
    @Nullable Figure<Ratio> by,
    @Nullable Figure<Amount> amount) {

  /** What is done to the figure. */
  public enum How {
    /** Multiplied: 80% of it remains. For amounts and ratios. */
    TIMES(true, true),
    /** Percentage points are added; never more than the whole. */
    POINTS_MORE(false, true),
    /** Percentage points are taken off; never less than nothing. */
    POINTS_LESS(false, true),
    /** The patient's own share is multiplied: 80% of it remains. */
    OWN_SHARE_TIMES(false, true),
    /** So much of it is added: 50% makes 1,200 of 800. */
    RAISED_BY(true, false),
    /** Yuan are added. */
    MORE(true, false),
    /** Yuan are taken off; never less than nothing. */
    LESS(true, false);

    private final boolean forAmounts;
    private final boolean forRatios;

    How(boolean forAmounts, boolean forRatios) {
      this.forAmounts = forAmounts;
      this.forRatios = forRatios;
    }

    /** Whether it says how much by an amount. */
    public boolean isByAmount() {
      return this == MORE || this == LESS;
    }

    /** Those that change an amount. */
    public static List<How> forAmounts() {
      return Stream.of(values()).filter(how -> how.forAmounts).toList();
    }

    /** Those that change a ratio. */
    public static List<How> forRatios() {
      return Stream.of(values()).filter(how -> how.forRatios).toList();
    }
  }

  public Adjustment {
    if ((amount != null) != how.isByAmount() || (by == null) != how.isByAmount()) {
      throw new IllegalArgumentException(how + " without its figure");
    }
  }

  /** By a ratio. */
  public Adjustment(String name, Condition where, How how, Figure<Ratio> by) {
    this(name, where, how, by, null);
  }

  /** A fund's ratio with all adjustments that hold, one after the other. */
  static Fraction apply(List<Adjustment> adjustments, Fraction rate, Claim claim) {
    Fraction adjusted = rate;
    for (Adjustment adjustment : adjustments) {
      if (adjustment.where.holds(claim.situation())) {
        adjusted = adjustment.change(adjusted, Fraction.of(adjustment.ratio(claim)));
      }
    }
    return adjusted;
  }

  /** An amount with all adjustments that hold; each is rounded, as a published figure is. */
  static Money apply(List<Adjustment> adjustments, Money amount, Claim claim) {
    Money adjusted = amount;
    for (Adjustment adjustment : adjustments) {
      if (adjustment.where.holds(claim.situation())) {
        adjusted = adjustment.change(adjusted, claim);
      }
    }
    return adjusted;
  }

  /** Fails if one of them is for ratios alone. */
  static void requireForAmounts(List<Adjustment> adjustments) {
    for (Adjustment adjustment : adjustments) {
      if (!adjustment.how.forAmounts) {
        throw new IllegalArgumentException(adjustment.how + " is for ratios alone");
      }
    }
  }

  /** Fails if one of them is for amounts alone. */
  static void requireForRatios(List<Adjustment> adjustments) {
    for (Adjustment adjustment : adjustments) {
      if (!adjustment.how.forRatios) {
        throw new IllegalArgumentException(adjustment.how + " is for amounts alone");
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

  private Ratio ratio(Claim claim) {
    return Objects.requireNonNull(by).in(claim);
  }

  private Money change(Money figure, Claim claim) {
    return switch (how) {
      case TIMES -> figure.times(ratio(claim));
      case RAISED_BY -> figure.plus(figure.times(ratio(claim)));
      case MORE -> figure.plus(yuan(claim));
      case LESS -> figure.minus(yuan(claim)).max(Money.ZERO);
      case POINTS_MORE, POINTS_LESS, OWN_SHARE_TIMES ->
          throw new IllegalStateException(how + " of an amount");
    };
  }

  private Money yuan(Claim claim) {
    return Objects.requireNonNull(amount).in(claim).in(claim);
  }

  private Fraction change(Fraction rate, Fraction ratio) {
    return switch (how) {
      case TIMES -> rate.times(ratio);
      case POINTS_MORE -> rate.plus(ratio).min(Fraction.ONE);
      case POINTS_LESS -> rate.above(ratio);
      case OWN_SHARE_TIMES -> Fraction.ONE.minus(Fraction.ONE.minus(rate).times(ratio));
      case RAISED_BY, MORE, LESS -> throw new IllegalStateException(how + " of a ratio");
    };
  }
}
