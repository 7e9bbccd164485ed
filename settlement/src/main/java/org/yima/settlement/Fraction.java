package org.yima.settlement;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * An exact, not negative number of fen, or an exact ratio. A ceiling on what a fund pays is divided
 * back by the ratio to find the cost that it covers; that cost is seldom a whole number of fen, and
 * what the next fund pays of the rest would be wrong if it were rounded here. Only shares are
 * rounded, once, by {@link #rounded}.
 *
 * <p>Nearly every numerator and denominator fits into a {@code long} once the fraction is reduced,
 * and a bill takes dozens of these sums: the wide form is for what does not fit, and exact as well.
 */
final class Fraction implements Comparable<Fraction> {

  private static final long MILLION = 1_000_000;

  static final Fraction ZERO = new Fraction(0, 1, null);
  static final Fraction ONE = new Fraction(1, 1, null);

  /** Reduced; not used where there is a wide form. */
  private final long numerator;

  private final long denominator;

  /** Null wherever numerator and denominator fit, so that equal numbers have one form. */
  private final @Nullable Wide wide;

  private record Wide(BigInteger numerator, BigInteger denominator) {

    Wide turned() {
      BigInteger above = denominator;
      BigInteger below = numerator;
      return new Wide(above, below);
    }
  }

  private Fraction(long numerator, long denominator, @Nullable Wide wide) {
    this.numerator = numerator;
    this.denominator = denominator;
    this.wide = wide;
  }

  /**
   * @throws IllegalArgumentException if the amount is negative
   */
  static Fraction of(Money amount) {
    return reduced(amount.fen(), 1);
  }

  static Fraction of(Ratio ratio) {
    return reduced(ratio.millionths(), MILLION);
  }

  Fraction plus(Fraction other) {
    if (isWhole() && other.isWhole()) {
      long sum = numerator + other.numerator;
      return sum < 0
          ? wide(big(numerator).add(big(other.numerator)), BigInteger.ONE)
          : reduced(sum, 1);
    }
    return sum(other, 1);
  }

  /**
   * @throws IllegalArgumentException if the other is the larger one
   */
  Fraction minus(Fraction other) {
    return isWhole() && other.isWhole() ? reduced(numerator - other.numerator, 1) : sum(other, -1);
  }

  /** What is left above the other; nothing, if the other is the larger one. */
  Fraction above(Fraction other) {
    return compareTo(other) <= 0 ? ZERO : minus(other);
  }

  Fraction times(Fraction other) {
    return product(other.numerator, other.denominator, other.wide);
  }

  /**
   * @throws IllegalArgumentException if the other is zero
   */
  Fraction dividedBy(Fraction other) {
    Wide turned = other.wide == null ? null : other.wide.turned();
    return product(other.denominator, other.numerator, turned);
  }

  Fraction min(Fraction other) {
    return compareTo(other) <= 0 ? this : other;
  }

  boolean isPositive() {
    return wide != null || numerator > 0;
  }

  /** Half up to the fen. */
  Money rounded() {
    return isWhole() ? Money.ofFen(numerator) : Money.ofFen(nearest(1));
  }

  /** Half up to the millionth; for print only. */
  Ratio ratio() {
    return new Ratio(Math.toIntExact(nearest(MILLION)));
  }

  private long nearest(long unit) {
    if (wide == null && fits(numerator, 2 * unit) && denominator <= Long.MAX_VALUE / 2) {
      long twice = numerator * 2 * unit;
      if (twice <= Long.MAX_VALUE - denominator) {
        return (twice + denominator) / (2 * denominator);
      }
    }
    BigInteger below = wide().denominator();
    BigInteger twice = wide().numerator().multiply(big(unit)).shiftLeft(1);
    return twice.add(below).divide(below.shiftLeft(1)).longValueExact();
  }

  @Override
  public int compareTo(Fraction other) {
    if (wide == null && other.wide == null) {
      if (denominator == other.denominator) {
        return Long.compare(numerator, other.numerator);
      }
      if (fits(numerator, other.denominator) && fits(other.numerator, denominator)) {
        return Long.compare(numerator * other.denominator, other.numerator * denominator);
      }
    }
    return wide()
        .numerator()
        .multiply(other.wide().denominator())
        .compareTo(other.wide().numerator().multiply(wide().denominator()));
  }

  private Fraction sum(Fraction other, int sign) {
    if (wide == null
        && other.wide == null
        && fits(numerator, other.denominator)
        && fits(other.numerator, denominator)
        && fits(denominator, other.denominator)) {
      long one = numerator * other.denominator;
      long two = sign * other.numerator * denominator;
      if (one <= Long.MAX_VALUE - Math.max(0, two)) {
        return reduced(one + two, denominator * other.denominator);
      }
    }
    BigInteger two = other.wide().numerator().multiply(wide().denominator());
    BigInteger one = wide().numerator().multiply(other.wide().denominator());
    return wide(
        sign > 0 ? one.add(two) : one.subtract(two),
        wide().denominator().multiply(other.wide().denominator()));
  }

  private Fraction product(long above, long below, @Nullable Wide other) {
    if (wide == null && other == null && fits(numerator, above) && fits(denominator, below)) {
      return reduced(numerator * above, denominator * below);
    }
    Wide by = other == null ? new Wide(big(above), big(below)) : other;
    return wide(
        wide().numerator().multiply(by.numerator()),
        wide().denominator().multiply(by.denominator()));
  }

  private static Fraction reduced(long numerator, long denominator) {
    if (denominator <= 0 || numerator < 0) {
      throw new IllegalArgumentException("not a fraction: " + numerator + "/" + denominator);
    }
    if (denominator == 1 || numerator == 0) {
      return numerator == 0 ? ZERO : new Fraction(numerator, 1, null);
    }
    long common = commonDivisor(numerator, denominator);
    return new Fraction(numerator / common, denominator / common, null);
  }

  /** Reduced, and back to the narrow form where it fits. */
  private static Fraction wide(BigInteger numerator, BigInteger denominator) {
    if (denominator.signum() <= 0 || numerator.signum() < 0) {
      throw new IllegalArgumentException("not a fraction: " + numerator + "/" + denominator);
    }
    BigInteger common = numerator.gcd(denominator);
    BigInteger above = numerator.divide(common);
    BigInteger below = denominator.divide(common);
    boolean narrow = above.bitLength() < Long.SIZE && below.bitLength() < Long.SIZE;
    return narrow
        ? new Fraction(above.longValueExact(), below.longValueExact(), null)
        : new Fraction(0, 1, new Wide(above, below));
  }

  private Wide wide() {
    return wide == null ? new Wide(big(numerator), big(denominator)) : wide;
  }

  private boolean isWhole() {
    return wide == null && denominator == 1;
  }

  /** Whether the product of two numbers that are not negative fits into a {@code long}. */
  private static boolean fits(long one, long other) {
    return Math.multiplyHigh(one, other) == 0 && one * other >= 0;
  }

  private static long commonDivisor(long one, long other) {
    long larger = one;
    long smaller = other;
    while (smaller != 0) {
      long rest = larger % smaller;
      larger = smaller;
      smaller = rest;
    }
    return larger;
  }

  private static BigInteger big(long value) {
    return BigInteger.valueOf(value);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Fraction fraction && compareTo(fraction) == 0;
  }

  @Override
  public int hashCode() {
    return wide == null
        ? 31 * Long.hashCode(numerator) + Long.hashCode(denominator)
        : wide.hashCode();
  }

  @Override
  public String toString() {
    return wide().numerator() + "/" + wide().denominator();
  }
}
