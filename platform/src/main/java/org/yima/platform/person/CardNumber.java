package org.yima.platform.person;

/** The number of a social-security card. Prints its last four characters alone. */
public record CardNumber(String value) {
  @Override
  public String toString() {
    return Width.mask(value, 0, 4);
  }
}
