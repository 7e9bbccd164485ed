package org.yima.settlement;

/**
 * The figures that applied to this visit, for the fields that quote them.
 *
 * @param deductible {@code akc290}: the deductible before what earlier visits bore
 * @param visitNumber {@code akc090}: which visit of the year this is; 0 where they are not counted
 * @param basic {@code bkc017, bkc019, bkc030}
 * @param largeAmount {@code bkc020, bkc022, bkc032}
 * @param civilServants {@code bkc023, bkc025}
 */
public record Standards(
    Money deductible, int visitNumber, Quota basic, Quota largeAmount, Quota civilServants) {

  static Standards of(Claim claim) {
    Object number = claim.situation().of(Dimension.VISIT);
    int visit = number instanceof Integer ordinal ? ordinal : 0;
    return new Standards(Money.ZERO, visit, Quota.NONE, Quota.NONE, Quota.NONE);
  }

  Standards withDeductible(Money standard) {
    return new Standards(standard, visitNumber, basic, largeAmount, civilServants);
  }

  Standards with(Share fund, Quota quota) {
    return switch (fund) {
      case BASIC_FUND -> new Standards(deductible, visitNumber, quota, largeAmount, civilServants);
      case LARGE_AMOUNT_FUND -> new Standards(deductible, visitNumber, basic, quota, civilServants);
      case CIVIL_SERVANT_FUND -> new Standards(deductible, visitNumber, basic, largeAmount, quota);
      default -> this;
    };
  }
}
