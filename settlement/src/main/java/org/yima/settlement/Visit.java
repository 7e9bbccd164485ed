package org.yima.settlement;

/**
 * All that decides one settlement, beside the policy.
 *
 * @param year what earlier visits of the same benefit year ({@link Policy#benefitYear}) used
 * @param account the personal account before it
 * @param sameVisit whether it is one bill of several of this same visit
 */
public record Visit(
    Bill bill, Member member, YearSoFar year, PersonalAccount account, SameVisit sameVisit) {

  /** A visit that is settled as a whole. */
  public Visit(Bill bill, Member member, YearSoFar year, PersonalAccount account) {
    this(bill, member, year, account, SameVisit.WHOLE);
  }

  /** The same visit, its bill judged otherwise. */
  Visit with(Bill judged) {
    return new Visit(judged, member, year, account, sameVisit);
  }
}
