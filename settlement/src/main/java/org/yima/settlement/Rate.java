package org.yima.settlement;

/**
 * A fund's ratio as a policy states it: a percentage, perhaps more for each year of age.
 *
 * @param perYearOfAge added for each completed year; together never more than the whole
 */
public record Rate(Ratio base, Ratio perYearOfAge) {

  public static Rate of(Ratio ratio) {
    return new Rate(ratio, Ratio.ZERO);
  }

  Fraction in(Claim claim) {
    if (perYearOfAge.equals(Ratio.ZERO)) {
      return Fraction.of(base);
    }
    long sum = base.millionths() + (long) perYearOfAge.millionths() * claim.visit().member().age();
    return Fraction.of(new Ratio((int) Math.min(sum, Ratio.ONE.millionths())));
  }
}
