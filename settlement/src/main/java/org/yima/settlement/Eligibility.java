package org.yima.settlement;

import java.time.LocalDate;
import java.util.List;
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
    List<Member.Period> today =
        member.enrolled().stream().filter(period -> period.isOn(day)).toList();
    if (today.isEmpty()) {
      return Optional.of(Decision.Refused.notEnrolled(day));
    }
    if (today.stream().anyMatch(Member.Period::frozen)) {
      return Optional.of(Decision.Refused.frozen(day));
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
