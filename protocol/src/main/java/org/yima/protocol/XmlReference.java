package org.yima.protocol;

/** What stands between {@code &} and {@code ;} in XML: one of the five entities, or a number. */
final class XmlReference {
  /** Neither; only a DTD could have declared it, and there is none. */
  static final int UNKNOWN = -1;

  private static final int BEYOND_UNICODE = Character.MAX_CODE_POINT + 1;

  private XmlReference() {}

  /** The code point meant, which may be one that XML forbids, or {@link #UNKNOWN}. */
  static int character(String name) {
    switch (name) {
      case "lt":
        return '<';
      case "gt":
        return '>';
      case "amp":
        return '&';
      case "apos":
        return '\'';
      case "quot":
        return '"';
      default:
        return number(name);
    }
  }

  private static int number(String name) {
    if (name.startsWith("#x")) {
      return number(name.substring(2), 16);
    }
    return name.startsWith("#") ? number(name.substring(1), 10) : UNKNOWN;
  }

  private static int number(String digits, int radix) {
    int character = digits.isEmpty() ? UNKNOWN : 0;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      int digit = c < 0x80 ? Character.digit(c, radix) : -1;
      if (digit < 0) {
        return UNKNOWN;
      }
      character = Math.min(character * radix + digit, BEYOND_UNICODE);
    }
    return character;
  }
}
