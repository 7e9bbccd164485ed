package org.yima.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On which day a stay is judged: of somebody who was insured until the end of 2023. */
class StaysByTest {
  private static final Policy ANY =
      Sample.policyOf(
          new Benefit(
              "全部",
              Condition.ALWAYS,
              null,
              List.of(
                  new Step.ClassifyLines(),
                  new Step.PatientBears(Share.BAND_SELF_PAY),
                  new Step.InCash())));

  private static Policy judging(StaysBy by) {
    return new Policy(
        ANY.name(),
        ANY.district(),
        ANY.scheme(),
        MonthDay.of(1, 1),
        new Stays(by, 1),
        Map.of(),
        null,
        ANY.benefits());
  }

  private static Bill bill(MedicalType type, LocalDate day, @Nullable LocalDate admitted) {
    var lines = Sample.bill("100").lines();
    return new Bill(day, type, Sample.HOSPITAL, null, null, admitted, lines);
  }

  @ParameterizedTest(name = "by {0}, {1} {2}")
  @CsvSource({
    "DISCHARGE, INPATIENT,  2023-12-28..2024-01-05, 2024-01-05, false",
    "ADMISSION, INPATIENT,  2023-12-28..2024-01-05, 2023-12-28, true",
    "ADMISSION, INPATIENT,  2024-01-01..2024-01-05, 2024-01-01, false",
    "ADMISSION, INPATIENT,  ..2024-01-05,           2024-01-05, false",
    "ADMISSION, OUTPATIENT, 2023-12-28..2024-01-05, 2024-01-05, false",
    "DISCHARGE, INPATIENT,  2023-12-28..2023-12-31, 2023-12-31, true",
  })
  void aStayIsJudged(StaysBy by, MedicalType type, String stay, LocalDate judged, boolean insured) {
    String[] days = stay.split("\\.\\.", -1);
    @Nullable LocalDate admitted = days[0].isEmpty() ? null : LocalDate.parse(days[0]);
    Bill bill = bill(type, LocalDate.parse(days[1]), admitted);
    Policy policy = judging(by);
    assertThat(policy.judged(bill).date()).isEqualTo(judged);
    var period = new Member.Period(LocalDate.of(2020, 1, 1), LocalDate.of(2023, 12, 31), false);
    Member member = Patient.SOMEONE.enrolled(period).member();
    var visit = new Visit(bill, member, YearSoFar.EMPTY, PersonalAccount.NONE);
    assertThat(policy.settle(visit) instanceof Settlement).isEqualTo(insured);
  }
}
