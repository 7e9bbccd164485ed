package org.yima.settlement;

import java.time.LocalDate;
import java.util.List;

/**
 * The most that a fund pays, or the most cost that it pays of, in some time.
 *
 * @param pool what is counted: rules that share a limit name the same pool; {@link Counter#ALL}:
 *     all that the basic fund pays
 * @param adjust what changes the amount in some cases; TIMES alone
 */
public record Ceiling(
    On on, String pool, Reach reach, Per per, Figure<Amount> amount, List<Adjustment> adjust) {

  /** What is limited. */
  public enum On {
    /** What the fund pays. */
    FUND,
    /** The cost of which it pays a share. */
    COST
  }

  /** Whether the limit is for everything that the pool counts. */
  public enum Reach {
    WHOLE_POOL,
    /** Each group of diseases has the limit for itself. */
    EACH_DISEASE
  }

  /** How long the limit lasts. */
  public enum Per {
    VISIT,
    MONTH,
    QUARTER,
    YEAR
  }

  public Ceiling {
    adjust = List.copyOf(adjust);
    Adjustment.requireForAmounts(adjust);
  }

  /** A yearly limit on what the fund pays. */
  public static Ceiling yearly(String pool, Reach reach, Figure<Amount> amount) {
    return new Ceiling(On.FUND, pool, reach, Per.YEAR, amount, List.of());
  }

  /** What is left of the ceiling before a visit. */
  record Left(Ceiling ceiling, Money limit, Money used) {

    Money amount() {
      return limit.minus(used).max(Money.ZERO);
    }
  }

  Left left(Claim claim, Split before) {
    Money limit = Adjustment.apply(adjust, amount.in(claim).in(claim), claim);
    YearSoFar counted = per == Per.VISIT ? claim.visit().sameVisit().moved() : claim.year();
    Counter counter = counter(claim);
    return new Left(this, limit, counted.of(counter).plus(before.moved(counter)));
  }

  Counter counter(Claim claim) {
    String counted = reach == Reach.EACH_DISEASE ? pool + "/" + claim.disease() : pool;
    var kind = on == On.FUND ? Counter.Kind.FUND : Counter.Kind.COST;
    return new Counter(kind, counted + suffix(claim.visit().bill().date()));
  }

  private String suffix(LocalDate day) {
    return switch (per) {
      case MONTH -> "/" + day.getYear() + "-" + day.getMonthValue();
      case QUARTER -> "/" + day.getYear() + "-Q" + (day.getMonthValue() + 2) / 3;
      // A visit's own movements are kept apart from the year's; the year needs no name.
      case VISIT, YEAR -> "";
    };
  }

  /** As the explanation names it. */
  String chinese() {
    return switch (per) {
      case VISIT -> "单次限额";
      case MONTH -> "月度限额";
      case QUARTER -> "季度限额";
      case YEAR -> "年度限额";
    };
  }
}
