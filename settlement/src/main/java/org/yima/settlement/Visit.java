package org.yima.settlement;

/**
 * All that decides one settlement, beside the policy.
 *
 * @param year what earlier visits of the same benefit year ({@link Policy#benefitYear}) used
 * @param account the personal account before it
 * @param sameVisit what earlier settlements of this same visit moved, where a long stay is settled
 *     in parts; they are in {@code year} too
 */
public record Visit(
    Bill bill, Member member, YearSoFar year, PersonalAccount account, YearSoFar sameVisit) {

  /** A visit that is settled as a whole. */
  public Visit(Bill bill, Member member, YearSoFar year, PersonalAccount account) {
    this(bill, member, year, account, YearSoFar.EMPTY);
  }

  /** The same visit, its bill judged otherwise. */
  Visit with(Bill judged) {
    return new Visit(judged, member, year, account, sameVisit);
  }
}
