package org.yima.settlement;

import java.math.BigDecimal;

/**
 * A share between nothing and the whole, exact to a millionth: every printed percentage of up to
 * four decimals.
 *
 * @param millionths from 0 to 1,000,000
 */
public record Ratio(int millionths) implements Comparable<Ratio> {

  public static final Ratio ZERO = new Ratio(0);
  public static final Ratio ONE = new Ratio(1_000_000);

  public Ratio {
    if (millionths < 0 || millionths > 1_000_000) {
      throw new IllegalArgumentException(
          "a ratio lies between 0 and 1, not " + millionths + " ppm");
    }
  }

  /**
   * Reads {@code 0.65} or {@code 65%}.
   *
   * @throws IllegalArgumentException if it is neither, or lies outside 0 to 1, or is finer than a
   *     millionth
   */
  public static Ratio of(String text) {
    if (text.length() > 12 || !text.matches("[0-9]+(\\.[0-9]+)?%?")) {
      throw new NumberFormatException("not a ratio: " + text);
    }
    boolean percent = text.endsWith("%");
    var number = new BigDecimal(percent ? text.substring(0, text.length() - 1) : text);
    BigDecimal parts = number.movePointRight(percent ? 4 : 6);
    if (parts.compareTo(BigDecimal.valueOf(1_000_000)) > 0) {
      throw new IllegalArgumentException("a ratio above 1: " + text);
    }
    if (parts.stripTrailingZeros().scale() > 0) {
      throw new IllegalArgumentException("finer than a millionth: " + text);
    }
    return new Ratio(parts.intValueExact());
  }

  @Override
  public int compareTo(Ratio other) {
    return Integer.compare(millionths, other.millionths);
  }

  /** As the wire has it, {@code 0.1000}; exact for every percentage of up to two decimals. */
  public String decimal() {
    var exact = BigDecimal.valueOf(millionths, 6);
    return exact.setScale(4, java.math.RoundingMode.HALF_UP).toPlainString();
  }

  /** As a percentage: {@code 65%}, {@code 11.2%}. */
  @Override
  public String toString() {
    return BigDecimal.valueOf(millionths, 4).stripTrailingZeros().toPlainString() + "%";
  }
}
