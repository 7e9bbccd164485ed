package org.yima.settlement;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A district's rules for one scheme as they stand on a day. It is found by the date of the bill and
 * never changes, so a bill settles by its own rules for ever.
 *
 * @param district six digits of the 统筹区
 * @param yearStarts the first day of the benefit year
 * @param stays what it says of stays in hospital as such
 * @param diseases code of a disease → the group under which rules and limits know it
 * @param waiting how long after enrolling benefits begin; null: at once
 * @param benefits in order of precedence: the first that covers a visit is used
 */
public record Policy(
    String name,
    String district,
    Member.Scheme scheme,
    MonthDay yearStarts,
    Stays stays,
    Map<String, String> diseases,
    @Nullable Waiting waiting,
    List<Benefit> benefits) {

  public Policy {
    diseases = Map.copyOf(diseases);
    benefits = List.copyOf(benefits);
  }

  /** Stays are as usual. */
  public Policy(
      String name,
      String district,
      Member.Scheme scheme,
      MonthDay yearStarts,
      Map<String, String> diseases,
      @Nullable Waiting waiting,
      List<Benefit> benefits) {
    this(name, district, scheme, yearStarts, Stays.USUAL, diseases, waiting, benefits);
  }

  /** The bill on the day on which it is judged. */
  public Bill judged(Bill bill) {
    return bill.judged(stays.by());
  }

  /** The benefit year of a day, named by the calendar year in which it began. */
  public int benefitYear(LocalDate day) {
    boolean begun = !MonthDay.from(day).isBefore(yearStarts);
    return begun ? day.getYear() : day.getYear() - 1;
  }

  /**
   * Whether any benefit treats what is left from earlier years unlike what is credited this year.
   */
  public boolean tellsAccountApart() {
    for (Benefit benefit : benefits) {
      for (Step step : benefit.steps()) {
        if (step instanceof Step.FromAccount account
            && account.part() != PersonalAccount.Part.WHOLE) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Splits the bill. Pure: the same visit always gives the same answer, and nothing is moved until
   * the caller stores it.
   *
   * @throws IllegalArgumentException if the member belongs to another scheme
   * @throws ArithmeticException if an amount leaves the range of {@code long} fen
   */
  public Decision settle(Visit asked) {
    Visit visit = asked.with(judged(asked.bill()));
    if (visit.member().scheme() != scheme) {
      throw new IllegalArgumentException("a policy for " + scheme + " cannot settle this member");
    }
    MedicalType chargedAs = chargedAs(visit);
    Situation situation = situation(visit, chargedAs);
    Optional<Decision.Refused> refusal = Eligibility.refusal(visit);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    Optional<Decision.Refused> waits = Eligibility.waits(visit, situation, waiting);
    for (Benefit benefit : benefits) {
      boolean given = waits.isEmpty() || benefit.inWaiting();
      if (given && benefit.covers().holds(situation)) {
        return Settling.settle(Claim.of(visit, benefit, chargedAs, situation, tellsAccountApart()));
      }
    }
    return waits.orElseGet(() -> Decision.Refused.notCovered(name, chargedAs));
  }

  private Situation situation(Visit visit, MedicalType chargedAs) {
    Bill bill = visit.bill();
    Situation seen = Situation.of(bill, visit.member(), chargedAs, group(bill.disease()), district);
    int gap = waiting == null ? 0 : waiting.gap().in(seen);
    int months = Waiting.insuredMonths(bill.date(), visit.member(), gap);
    return seen.with(Map.of(Dimension.INSURED_MONTHS, months));
  }

  private String group(@Nullable String disease) {
    return disease == null
        ? Situation.NO_GROUP
        : diseases.getOrDefault(disease, Situation.NO_GROUP);
  }

  /** Without the approval it needs, a visit is charged as an ordinary one. */
  private static MedicalType chargedAs(Visit visit) {
    MedicalType asked = visit.bill().type();
    boolean approved = !asked.needsApproval() || visit.member().isApprovedFor(visit.bill());
    return approved ? asked : MedicalType.OUTPATIENT;
  }
}
