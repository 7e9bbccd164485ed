package org.yima.protocol.spec;

/** A {@code length} cell: {@code 64} characters, or {@code 16,2} digits of which 2 are decimals. */
final class Length {
  private static final int NONE = -1;

  private final int size;
  private final int scale;

  private Length(int size, int scale) {
    this.size = size;
    this.scale = scale;
  }

  static Length of(String cell, FieldType type) {
    if (cell.isEmpty()) {
      return new Length(Integer.MAX_VALUE, NONE);
    }
    int comma = cell.indexOf(',');
    if (comma >= 0) {
      return new Length(
          Integer.parseInt(cell.substring(0, comma)), Integer.parseInt(cell.substring(comma + 1)));
    }
    return new Length(Integer.parseInt(cell), type == FieldType.NUMBER ? 0 : NONE);
  }

  boolean isDecimal() {
    return scale != NONE;
  }

  /** Digits before the decimal point. */
  int integers() {
    return size - scale;
  }

  int scale() {
    return scale;
  }

  /** Characters of a text; a decimal is bounded by its digits instead. */
  int characters() {
    return isDecimal() ? Integer.MAX_VALUE : size;
  }
}
