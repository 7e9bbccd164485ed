package org.yima.protocol;

/**
 * Where a value that is written raw ends. Reader and writer share this one rule, so that nothing
 * can be written which would be cut elsewhere when read.
 */
final class RawValue {
  /** The XML began but its end tag is missing. */
  static final int UNCLOSED = -1;

  private RawValue() {}

  /**
   * The index of the ampersand that ends the value beginning at {@code from}, or the text's length.
   * Every ampersand cuts, except between {@code <transdata>} and {@code </transdata>} in the value
   * of that key, and likewise for {@code aptorderackdata}. {@link #UNCLOSED} if the end tag is not
   * there.
   */
  static int end(String key, String text, int from) {
    int ampersand = ampersand(text, from);
    if (!FormKey.isXml(key)) {
      return ampersand;
    }
    int open = text.indexOf("<" + key, from);
    if (open < 0 || open > ampersand) {
      return ampersand;
    }
    int tagEnd = text.indexOf('>', open);
    if (tagEnd > 0 && text.charAt(tagEnd - 1) == '/') {
      return ampersand(text, tagEnd);
    }
    int close = text.indexOf("</" + key, open);
    return close < 0 ? UNCLOSED : ampersand(text, close);
  }

  private static int ampersand(String text, int from) {
    int at = text.indexOf('&', from);
    return at < 0 ? text.length() : at;
  }
}
