package org.yima.settlement;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;

/**
 * A district's rules for one scheme as they stand on a day. It is found by the date of the bill and
 * never changes, so a bill settles by its own rules for ever.
 *
 * @param district six digits of the 统筹区
 * @param yearStarts the first day of the benefit year
 * @param benefits in order of precedence: the first that covers a visit is used
 */
public record Policy(
    String name,
    String district,
    Member.Scheme scheme,
    MonthDay yearStarts,
    List<Benefit> benefits) {

  public Policy {
    benefits = List.copyOf(benefits);
  }

  /** The benefit year of a day, named by the calendar year in which it began. */
  public int benefitYear(LocalDate day) {
    boolean begun = !MonthDay.from(day).isBefore(yearStarts);
    return begun ? day.getYear() : day.getYear() - 1;
  }

  /**
   * Splits the bill. Pure: the same visit always gives the same answer, and nothing is moved until
   * the caller stores it.
   *
   * @throws IllegalArgumentException if the member belongs to another scheme
   * @throws ArithmeticException if an amount leaves the range of {@code long} fen
   */
  public Decision settle(Visit visit) {
    if (visit.member().scheme() != scheme) {
      throw new IllegalArgumentException("a policy for " + scheme + " cannot settle this member");
    }
    MedicalType chargedAs = chargedAs(visit);
    for (Benefit benefit : benefits) {
      if (benefit.coverage().includes(visit, chargedAs)) {
        String disease = benefit.coverage().category(visit.bill());
        return Settling.settle(new Claim(visit, benefit, chargedAs, disease));
      }
    }
    return new Decision.NotCovered(name, chargedAs);
  }

  /** Without the approval it needs, a visit is charged as an ordinary one. */
  private static MedicalType chargedAs(Visit visit) {
    MedicalType asked = visit.bill().type();
    boolean approved = !asked.needsApproval() || visit.member().isApprovedFor(visit.bill());
    return approved ? asked : MedicalType.OUTPATIENT;
  }
}
