package org.yima.settlement;

/**
 * All that decides one settlement, beside the policy.
 *
 * @param year what earlier visits of the same benefit year ({@link Policy#benefitYear}) used
 */
public record Visit(Bill bill, Member member, YearSoFar year, PersonalAccount account) {}
