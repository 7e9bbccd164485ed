package org.yima.settlement;

import java.util.List;

/**
 * On what terms a fund pays: bands, what changes their ratios in some cases, and ceilings.
 *
 * @param pool under which the running total is counted that finds the band
 * @param counts what that total is
 * @param running whether the bands begin anew with every visit
 */
public record FundTerms(
    String pool,
    Counts counts,
    Anew running,
    Figure<Bands> pays,
    List<Adjustment> adjust,
    List<Ceiling> ceilings) {

  /** What the bands are laid on. */
  public enum Counts {
    /** Cost above the deductible: the first band starts where the deductible ends. */
    ABOVE_DEDUCTIBLE,
    /** All cost within scope: the deductible lies inside the first band. */
    IN_SCOPE,
    /** What the fund has paid. */
    FUND_PAID
  }

  public FundTerms {
    adjust = List.copyOf(adjust);
    ceilings = List.copyOf(ceilings);
    Adjustment.requireForRatios(adjust);
  }

  /** Bands by cost, counted through the year, without adjustments. */
  public static FundTerms yearly(
      String pool, Counts counts, Figure<Bands> pays, List<Ceiling> ceilings) {
    return new FundTerms(pool, counts, Anew.EACH_YEAR, pays, List.of(), ceilings);
  }

  /** The counter that finds the band. */
  Counter counter() {
    var kind = counts == Counts.FUND_PAID ? Counter.Kind.FUND : Counter.Kind.COST;
    return new Counter(kind, pool);
  }
}
