package org.yima.platform.person;

import java.util.Locale;

/**
 * A document number as it is compared: width normalised, no blanks, upper-case {@code X}, and a
 * first-generation resident id (15 digits) in its 18-digit form. Prints masked.
 */
public record IdNumber(String type, String value) {
  /** 居民身份证 in the code table of {@code idtype}. */
  public static final String RESIDENT_ID = "01";

  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECK = "10X98765432";

  public IdNumber {
    value = normalise(value);
  }

  private static String normalise(String raw) {
    String text = Width.halve(raw).toUpperCase(Locale.ROOT);
    return text.matches("[0-9]{15}") ? lengthen(text) : text;
  }

  /** 15 digits → 18: the century, then the check character of GB 11643. */
  private static String lengthen(String old) {
    String body = old.substring(0, 6) + "19" + old.substring(6);
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += (body.charAt(i) - '0') * WEIGHTS[i];
    }
    return body + CHECK.charAt(sum % 11);
  }

  /** {@code 530***********1234}. */
  @Override
  public String toString() {
    return Width.mask(value, 3, 4);
  }
}
