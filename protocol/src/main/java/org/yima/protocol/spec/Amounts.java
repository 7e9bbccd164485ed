package org.yima.protocol.spec;

/**
 * Amounts, prices and quantities as whole numbers: money in fen, anything else in units of its last
 * decimal place. {@code 0000.00} and {@code 0} are read alike; what is written is unpadded.
 */
public final class Amounts {
  private Amounts() {}

  /**
   * An amount in fen: {@code "12.5"} is 1250.
   *
   * @throws NumberFormatException if {@link FieldCheck} would not have let it pass
   */
  public static long fen(String text) {
    return scaled(text, 2);
  }

  /** An amount in yuan with two decimals, unpadded: 1250 is {@code 12.50}. */
  public static String text(long fen) {
    return text(fen, 2);
  }

  /**
   * A decimal in units of 10<sup>-scale</sup>: {@code "1.2345"} with scale 4 is 12345.
   *
   * @throws NumberFormatException if it is no number, has more decimals than that (zeros at the end
   *     do not count), or does not fit a long
   */
  public static long scaled(String text, int scale) {
    String value = text.trim();
    boolean negative = value.startsWith("-");
    int point = value.indexOf('.');
    int end = point < 0 ? value.length() : point;
    String decimals = point < 0 ? "" : value.substring(point + 1);
    String integers = value.substring(negative ? 1 : 0, end);
    if (integers.isEmpty() || (point >= 0 && decimals.isEmpty())) {
      throw notANumber();
    }
    try {
      long number = append(append(0, integers, integers.length()), decimals, scale);
      return negative ? -number : number;
    } catch (ArithmeticException tooLarge) {
      throw notANumber();
    }
  }

  /** The number with so many of these digits behind it, zeros standing in for those not given. */
  private static long append(long number, String digits, int count) {
    long result = number;
    for (int i = 0; i < Math.max(digits.length(), count); i++) {
      int digit = i < digits.length() ? digits.charAt(i) - '0' : 0;
      if (digit < 0 || digit > 9 || (i >= count && digit != 0)) {
        throw notANumber();
      }
      result = i < count ? Math.addExact(Math.multiplyExact(result, 10L), digit) : result;
    }
    return result;
  }

  /** The value with exactly this many decimals: 12345 with scale 4 is {@code 1.2345}. */
  public static String text(long value, int scale) {
    StringBuilder digits = new StringBuilder(Long.toString(Math.abs(value)));
    while (digits.length() <= scale) {
      digits.insert(0, '0');
    }
    if (scale > 0) {
      digits.insert(digits.length() - scale, '.');
    }
    return value < 0 ? "-" + digits : digits.toString();
  }

  private static NumberFormatException notANumber() {
    return new NumberFormatException("not a decimal number of this size");
  }
}
