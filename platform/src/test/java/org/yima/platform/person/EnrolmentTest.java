package org.yima.platform.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yima.settlement.Member.Employment;
import org.yima.settlement.Member.Scheme;

/** How an enrolment looks to the benefit engine, to the code tables, and to the cashier. */
class EnrolmentTest {
  private static final OnFile NOTHING =
      new OnFile(List.of(), List.of(), List.of(), List.of(), List.of());

  @ParameterizedTest
  @CsvSource({
    "1964-03-15, 2024-03-14, 59, the day before the birthday",
    "1964-03-15, 2024-03-15, 60, the birthday",
    "1964-03-15, 2024-03-16, 60, the day after",
    "1964-02-29, 2023-02-28, 58, the 59th birthday falls on the first of March",
    "1964-02-29, 2023-03-01, 59, so it does",
    "1964-02-29, 2024-02-29, 60, in a leap year on its own day",
    "2024-03-15, 2024-03-15,  0, born today",
    "2024-03-16, 2024-03-15,  0, born tomorrow by the register",
  })
  void age_is_completed_years_on_the_day_of_the_bill(
      LocalDate birth, LocalDate day, int age, String because) {
    var enrolment = new Enrolment(Scheme.RESIDENT, false, false);
    assertThat(enrolment.member(birth, day, NOTHING).age()).as(because).isEqualTo(age);
  }

  @ParameterizedTest
  @CsvSource({
    "EMPLOYEE, false, ACTIVE,  310, 11 在职",
    "EMPLOYEE, true,  RETIRED, 310, 21 退休",
    "RESIDENT, false, NONE,    390, 41 居民",
    "RESIDENT, true,  NONE,    390, 41 居民",
  })
  void codes_and_words(
      Scheme scheme, boolean retired, Employment employment, String insurance, String group) {
    var enrolment = new Enrolment(scheme, retired, false);
    LocalDate day = LocalDate.of(2024, 3, 15);
    assertThat(enrolment.member(day, day, NOTHING).employment()).isEqualTo(employment);
    assertThat(enrolment.insuranceType()).isEqualTo(insurance);
    assertThat(enrolment.group() + " " + enrolment.description()).isEqualTo(group);
  }
}
