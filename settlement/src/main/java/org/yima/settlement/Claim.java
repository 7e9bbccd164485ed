package org.yima.settlement;

import org.jspecify.annotations.Nullable;

/**
 * A visit under the benefit that covers it.
 *
 * @param disease the category that counts, where the benefit lists diseases
 */
record Claim(Visit visit, Benefit benefit, MedicalType chargedAs, @Nullable String disease) {

  YearSoFar year() {
    return visit.year();
  }
}
