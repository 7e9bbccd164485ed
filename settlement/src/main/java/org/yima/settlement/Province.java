package org.yima.settlement;

import org.jspecify.annotations.Nullable;

/** Where a visit takes place, seen from the province of enrolment: 省内 or 跨省. */
public enum Province {
  /** In the district of enrolment, or in another of the same province. */
  SAME,
  OTHER;

  /** The first two digits of a district are its province's. */
  private static final int DIGITS = 2;

  /**
   * @param district six digits of the place of enrolment
   * @param place six digits of the place of treatment; null: the same district
   */
  static Province of(String district, @Nullable String place) {
    return place == null || place.regionMatches(0, district, 0, DIGITS) ? SAME : OTHER;
  }
}
