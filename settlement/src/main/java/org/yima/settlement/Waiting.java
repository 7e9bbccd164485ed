package org.yima.settlement;

import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * 待遇等待期: how long after enrolling, or after an interruption, benefits begin.
 *
 * @param months from the first day of enrolment that was not interrupted
 * @param gap an interruption of up to this many months is none
 */
public record Waiting(Figure<Integer> months, Figure<Integer> gap) {

  /** The first day with benefits, if that day is still to come. */
  Optional<LocalDate> endsAfter(LocalDate day, Member member, Situation situation) {
    LocalDate since = uninterruptedSince(day, member.enrolled(), gap.in(situation));
    if (since.equals(LocalDate.MIN)) {
      return Optional.empty();
    }
    LocalDate begins = since.plusMonths(months.in(situation));
    return day.isBefore(begins) ? Optional.of(begins) : Optional.empty();
  }

  /** So many months count as for ever. */
  private static final int FOR_EVER = 9_999;

  /** Completed months since enrolment was last interrupted. */
  static int insuredMonths(LocalDate day, Member member, int gap) {
    LocalDate since = uninterruptedSince(day, member.enrolled(), gap);
    return since.isBefore(day.minusMonths(FOR_EVER))
        ? FOR_EVER
        : (int) Period.between(since, day).toTotalMonths();
  }

  /** Walks back from the period of the day as long as the gap to the one before is small enough. */
  private static LocalDate uninterruptedSince(LocalDate day, List<Member.Period> all, int gap) {
    LocalDate since = day;
    List<Member.Period> latestFirst =
        all.stream().sorted(Comparator.comparing(Member.Period::from).reversed()).toList();
    for (Member.Period period : latestFirst) {
      LocalDate until = period.until();
      boolean adjoins = until == null || !until.plusDays(1).plusMonths(gap).isBefore(since);
      if (!adjoins) {
        return since;
      }
      since = period.from().isBefore(since) ? period.from() : since;
    }
    return since;
  }
}
