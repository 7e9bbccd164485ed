package org.yima.settlement;

/**
 * A sum of shares before it is rounded. A fund's share may come from several bands with different
 * ratios; rounding it once, here, is what keeps every result exact to the fen.
 *
 * @param units fen times millionths
 */
record Exact(long units) {

  static final Exact ZERO = new Exact(0);

  private static final long UNITS_OF_A_FEN = 1_000_000;

  static Exact of(Money amount) {
    return of(amount, Ratio.ONE);
  }

  static Exact of(Money amount, Ratio ratio) {
    return new Exact(Math.multiplyExact(amount.fen(), (long) ratio.millionths()));
  }

  Exact plus(Exact other) {
    return new Exact(Math.addExact(units, other.units));
  }

  Exact minus(Exact other) {
    return new Exact(Math.subtractExact(units, other.units));
  }

  /** Half up to the fen; for a negative amount away from zero, so that a reversal mirrors it. */
  Money rounded() {
    return quotient(UNITS_OF_A_FEN);
  }

  /** The cost of which this is the share: divided back in full precision, then rounded. */
  Money dividedBy(Ratio ratio) {
    return quotient(ratio.millionths());
  }

  private Money quotient(long divisor) {
    long whole = units / divisor;
    long rest = Math.abs(units % divisor);
    return Money.ofFen(2 * rest >= divisor ? whole + Long.signum(units) : whole);
  }
}
