package org.yima.settlement;

/**
 * What a policy says of stays in hospital as such.
 *
 * @param by on which day one is judged
 * @param atOnce how many admissions a person may have open at a time; at least one
 */
public record Stays(StaysBy by, int atOnce) {
  /** Judged by the discharge, one at a time. */
  public static final Stays USUAL = new Stays(StaysBy.DISCHARGE, 1);

  public Stays {
    if (atOnce < 1) {
      throw new IllegalArgumentException("nobody could be admitted: " + atOnce);
    }
  }
}
