package org.yima.settlement;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a person may be given any benefit of this kind on the day of the bill. */
final class Eligibility {

  private Eligibility() {}

  /** The first reason that speaks against it, in the order of {@link Decision.Why}. */
  static Optional<Decision.Refused> refusal(Visit visit) {
    LocalDate day = visit.bill().date();
    Member member = visit.member();
    MedicalType type = visit.bill().type();
    boolean enrolled = false;
    boolean frozen = false;
    for (Member.Period period : member.enrolled()) {
      boolean today = period.isOn(day);
      enrolled |= today;
      frozen |= today && period.frozen();
    }
    if (!enrolled || frozen) {
      return Optional.of(
          enrolled ? Decision.Refused.frozen(day) : Decision.Refused.notEnrolled(day));
    }
    if (!type.isFor(member.scheme())) {
      return Optional.of(Decision.Refused.notForScheme(type));
    }
    return type.needsListedDisease() && visit.bill().disease() == null
        ? Optional.of(Decision.Refused.diseaseNeeded(type))
        : Optional.empty();
  }

  /** The waiting period, where it has not ended. */
  static Optional<Decision.Refused> waits(
      Visit visit, Situation situation, @Nullable Waiting waiting) {
    return waiting == null
        ? Optional.empty()
        : waiting
            .endsAfter(visit.bill().date(), visit.member(), situation)
            .map(begins -> Decision.Refused.waiting(begins, waiting.months().citation()));
  }
}
