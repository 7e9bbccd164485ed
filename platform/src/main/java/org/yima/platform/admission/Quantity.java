package org.yima.platform.admission;

/**
 * A quantity of charged units, exact.
 *
 * @param hundredths of a unit; the interface writes two decimals (4.4: 8,2)
 */
record Quantity(long hundredths) {
  private static final int DECIMALS = 2;

  /** Reads a checked number such as {@code 3}, {@code 0.5} or {@code 12.25}. */
  static Quantity of(String text) {
    int point = text.indexOf('.');
    String whole = point < 0 ? text : text.substring(0, point);
    String part = point < 0 ? "" : text.substring(point + 1);
    String digits = (part + "00").substring(0, DECIMALS);
    long units = whole.isEmpty() ? 0 : Long.parseLong(whole);
    return new Quantity(Math.addExact(Math.multiplyExact(units, 100L), Long.parseLong(digits)));
  }

  Quantity minus(Quantity other) {
    return new Quantity(hundredths - other.hundredths);
  }

  boolean isNegative() {
    return hundredths < 0;
  }

  boolean isZero() {
    return hundredths == 0;
  }

  @Override
  public String toString() {
    return "%d.%02d".formatted(hundredths / 100, hundredths % 100);
  }
}
