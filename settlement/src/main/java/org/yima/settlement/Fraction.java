package org.yima.settlement;

import java.math.BigInteger;

/**
 * An exact, not negative number of fen, or an exact ratio. A ceiling on what a fund pays is divided
 * back by the ratio to find the cost that it covers; that cost is seldom a whole number of fen, and
 * what the next fund pays of the rest would be wrong if it were rounded here. Only shares are
 * rounded, once, by {@link #rounded}.
 */
record Fraction(BigInteger numerator, BigInteger denominator) implements Comparable<Fraction> {

  private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);

  static final Fraction ZERO = new Fraction(BigInteger.ZERO, BigInteger.ONE);
  static final Fraction ONE = new Fraction(BigInteger.ONE, BigInteger.ONE);

  Fraction {
    if (denominator.signum() <= 0 || numerator.signum() < 0) {
      throw new IllegalArgumentException("not a fraction: " + numerator + "/" + denominator);
    }
  }

  static Fraction of(Money amount) {
    return new Fraction(BigInteger.valueOf(amount.fen()), BigInteger.ONE);
  }

  static Fraction of(Ratio ratio) {
    return new Fraction(BigInteger.valueOf(ratio.millionths()), MILLION);
  }

  Fraction plus(Fraction other) {
    return denominator.equals(other.denominator)
        ? new Fraction(numerator.add(other.numerator), denominator)
        : new Fraction(
            numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
            denominator.multiply(other.denominator));
  }

  /**
   * @throws IllegalArgumentException if the other is the larger one
   */
  Fraction minus(Fraction other) {
    return denominator.equals(other.denominator)
        ? new Fraction(numerator.subtract(other.numerator), denominator)
        : new Fraction(
            numerator.multiply(other.denominator).subtract(other.numerator.multiply(denominator)),
            denominator.multiply(other.denominator));
  }

  /** What is left above the other; nothing, if the other is the larger one. */
  Fraction above(Fraction other) {
    return compareTo(other) <= 0 ? ZERO : minus(other);
  }

  Fraction times(Fraction other) {
    return new Fraction(
        numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  /**
   * @throws IllegalArgumentException if the other is zero
   */
  Fraction dividedBy(Fraction other) {
    return new Fraction(
        numerator.multiply(other.denominator), denominator.multiply(other.numerator));
  }

  Fraction min(Fraction other) {
    return compareTo(other) <= 0 ? this : other;
  }

  boolean isPositive() {
    return numerator.signum() > 0;
  }

  /** Half up to the fen. */
  Money rounded() {
    return Money.ofFen(nearest(BigInteger.ONE));
  }

  /** Half up to the millionth; for print only. */
  Ratio ratio() {
    return new Ratio(Math.toIntExact(nearest(MILLION)));
  }

  private long nearest(BigInteger unit) {
    return numerator
        .multiply(unit)
        .shiftLeft(1)
        .add(denominator)
        .divide(denominator.shiftLeft(1))
        .longValueExact();
  }

  @Override
  public int compareTo(Fraction other) {
    return denominator.equals(other.denominator)
        ? numerator.compareTo(other.numerator)
        : numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }
}
