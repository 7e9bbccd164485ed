package org.yima.platform.person;

/**
 * A name as written; compared after normalising width, blanks and the middle dot. Prints masked.
 */
public record PersonName(String value) {
  /** Whether both name the same person's name, however it was typed. */
  public boolean sameAs(PersonName other) {
    return comparable().equals(other.comparable());
  }

  private String comparable() {
    return Width.halve(value).replaceAll("[•‧∙⋅・･.。]", "·");
  }

  /** {@code 张*}. */
  @Override
  public String toString() {
    return Width.mask(value, 1, 0);
  }
}
