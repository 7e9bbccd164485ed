package org.yima.platform.person;

/** How typed texts differ without meaning to. */
final class Width {
  private static final int FULL_TO_HALF = 0xFEE0;

  private Width() {}

  /** Full-width letters, digits and signs become half-width; every kind of blank is dropped. */
  static String halve(String text) {
    var out = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
        .map(c -> c >= 0xFF01 && c <= 0xFF5E ? c - FULL_TO_HALF : c)
        .forEach(out::appendCodePoint);
    return out.toString();
  }

  /** Keeps some characters at either end; a text too short for that is all stars. */
  static String mask(String text, int first, int last) {
    int[] points = text.codePoints().toArray();
    int hidden = points.length - first - last;
    if (hidden <= 0) {
      return "*".repeat(points.length);
    }
    return new String(points, 0, first)
        + "*".repeat(hidden)
        + new String(points, points.length - last, last);
  }
}
