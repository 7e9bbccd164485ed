package org.yima.settlement;

import java.util.List;

/**
 * How one bill is split: immutable, complete, and checked. Section 4.5.
 *
 * @param chargedAs the medical type by which it was settled
 * @param lines one for each line of the bill, in its order
 * @param movements what this settlement adds to the year; a refund takes back exactly this
 * @param yearAfter the year's totals with it
 * @param subsidised what each programme paid of each part
 * @param explanation the steps in the order in which they were taken
 */
public record Settlement(
    MedicalType chargedAs,
    List<LineResult> lines,
    Shares shares,
    Standards standards,
    YearSoFar movements,
    YearSoFar yearAfter,
    List<Subsidised> subsidised,
    List<Explained> explanation)
    implements Decision {

  /**
   * @throws IllegalStateException if the parts do not add up: nothing of it may be stored
   */
  public Settlement {
    lines = List.copyOf(lines);
    explanation = List.copyOf(explanation);
    subsidised = List.copyOf(subsidised);
    Identities.check(lines, shares);
    Identities.checkSubsidies(subsidised, shares);
  }

  /** {@code akc264}. */
  public Money total() {
    return Identities.sum(lines, LineResult::amount);
  }

  /** {@code akc801}. */
  public Money inScope() {
    return Identities.sum(lines, LineResult::inScope);
  }

  /** {@code akc268}, part of {@link Share#SELF_PAID}. */
  public Money overCeiling() {
    return Identities.sum(lines, LineResult::overCeiling);
  }

  public Money of(Share share) {
    return shares.of(share);
  }

  /** {@code akc260}: all funds together. */
  public Money funds() {
    return shares.sum(Share.Kind.FUND).plus(shares.sum(Share.Kind.SUBSIDY));
  }

  /** What a programme paid of one part of what the patient bears. */
  public Money subsidised(Program program, Share part) {
    Money sum = Money.ZERO;
    for (Subsidised one : subsidised) {
      if (one.program() == program && one.part() == part) {
        sum = sum.plus(one.amount());
      }
    }
    return sum;
  }

  /** What account and cash pay. */
  public Money patientPays() {
    return shares.sum(Share.Kind.PAYMENT);
  }
}
