package org.yima.settlement;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount of money in whole fen. Sums are exact and fail with {@link ArithmeticException} where a
 * {@code long} would overflow; the only operation that rounds is {@link #times(Ratio)}.
 *
 * @param fen the amount in fen; negative only for what is given back and for a hospital's share
 */
public record Money(long fen) implements Comparable<Money> {

  public static final Money ZERO = new Money(0);

  /** 99,999,999,999,999.99 yuan is as wide as the interface's widest amount. */
  private static final int MOST_DIGITS = 14;

  private static final long MILLION = 1_000_000;

  public static Money ofFen(long fen) {
    return fen == 0 ? ZERO : new Money(fen);
  }

  /**
   * Reads yuan as printed: {@code 12}, {@code 12.5}, {@code 0000.00}, {@code -3.20}.
   *
   * @throws NumberFormatException if it is no decimal number of at most 14 digits and two decimals
   */
  public static Money of(String yuan) {
    int start = yuan.startsWith("-") ? 1 : 0;
    int point = yuan.indexOf('.');
    int end = point < 0 ? yuan.length() : point;
    boolean whole = areDigits(yuan, start, end) && end - start <= MOST_DIGITS;
    int decimals = yuan.length() - end - 1;
    if (!whole || (point >= 0 && (decimals > 2 || !areDigits(yuan, end + 1, yuan.length())))) {
      throw new NumberFormatException("not an amount in yuan: " + shortened(yuan));
    }
    long fen = 0;
    for (int i = start; i < yuan.length(); i++) {
      fen = i == point ? fen : fen * 10 + (yuan.charAt(i) - '0');
    }
    for (int i = Math.max(decimals, 0); i < 2; i++) {
      fen *= 10;
    }
    return ofFen(start == 1 ? -fen : fen);
  }

  /** At least one, and plain ASCII ones. */
  private static boolean areDigits(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return from < to;
  }

  /** The amount of an exact number of yuan, half up to the fen. */
  static Money rounded(BigDecimal yuan) {
    return ofFen(yuan.movePointRight(2).setScale(0, RoundingMode.HALF_UP).longValueExact());
  }

  public Money plus(Money other) {
    return ofFen(Math.addExact(fen, other.fen));
  }

  public Money minus(Money other) {
    return ofFen(Math.subtractExact(fen, other.fen));
  }

  /**
   * This share of the amount, half up to the fen; of a negative amount away from zero, so that a
   * reversal mirrors it.
   */
  public Money times(Ratio ratio) {
    long millionths = Math.multiplyExact(fen, (long) ratio.millionths());
    long whole = millionths / MILLION;
    long rest = Math.abs(millionths % MILLION);
    return ofFen(2 * rest >= MILLION ? whole + Long.signum(millionths) : whole);
  }

  public Money min(Money other) {
    return fen <= other.fen ? this : other;
  }

  public Money max(Money other) {
    return fen >= other.fen ? this : other;
  }

  public boolean isPositive() {
    return fen > 0;
  }

  public boolean isNegative() {
    return fen < 0;
  }

  public boolean isZero() {
    return fen == 0;
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(fen, other.fen);
  }

  /** As a sentence says it: {@code 500}, {@code 12.50}. */
  public String plain() {
    return fen % 100 == 0 ? Long.toString(fen / 100) : toString();
  }

  /** Yuan with two decimals, unpadded: {@code 0.00}, {@code -12.50}. */
  @Override
  public String toString() {
    return BigDecimal.valueOf(fen, 2).toPlainString();
  }

  private static String shortened(String text) {
    return text.length() <= 30 ? text : text.substring(0, 30) + "…";
  }
}
