package org.yima.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yima.settlement.Condition.Between;
import org.yima.settlement.Condition.Days;
import org.yima.settlement.Condition.OneOf;

/** Tests of one dimension, at their edges, and what a rule may know of a visit. */
class ConditionTest {

  private static final LocalDate DAY = LocalDate.of(2000, 12, 31);

  @ParameterizedTest
  @CsvSource({
    "18, 59, 17, false", "18, 59, 18, true", "18, 59, 59, true", "18, 59, 60, false",
    "3,  ,   2,  false", "3,  ,   3,  true", "3,  ,   99, true", "2,  2,  2,  true",
    "2,  2,  1,  false", "2,  2,  3,  false",
  })
  void aNumberLiesBetweenBothEnds(int from, @Nullable Integer to, int number, boolean holds) {
    assertThat(new Between(from, to).holds(number)).isEqualTo(holds);
  }

  /** Days from 2000-12-31: of an open or closed span. */
  @ParameterizedTest
  @CsvSource({
    ",           ,           0,  true",
    "2000-12-31, ,           -1, false",
    "2000-12-31, ,           0,  true",
    ",           2000-12-31, 0,  true",
    ",           2000-12-31, 1,  false",
    "2000-12-31, 2000-12-31, 0,  true",
    "2001-01-01, 2001-01-02, 0,  false",
    "2001-01-01, 2001-01-02, 2,  true",
    "2001-01-01, 2001-01-02, 3,  false",
  })
  void aDayLiesBetweenBothEnds(
      @Nullable LocalDate from, @Nullable LocalDate until, int days, boolean holds) {
    assertThat(new Days(from, until).holds(DAY.plusDays(days))).isEqualTo(holds);
  }

  @Test
  void whatIsNotKnownMeetsNoTest() {
    for (var test : Set.of(new Between(0, null), new Days(null, null), OneOf.of(true))) {
      assertThat(test.holds(null)).isFalse();
      assertThat(test.holds("text")).isFalse();
    }
    assertThat(Condition.ALWAYS.holds(Situation.of(Map.of()))).isTrue();
  }

  @Test
  void everyTestMustHold() {
    Condition both =
        Condition.of(Dimension.AGE, new Between(18, null))
            .and(Dimension.CIVIL_SERVANT, OneOf.of(true));
    assertThat(both.holds(Situation.of(facts(18, true)))).isTrue();
    assertThat(both.holds(Situation.of(facts(17, true)))).isFalse();
    assertThat(both.holds(Situation.of(facts(18, false)))).isFalse();
    assertThat(both.tests(Dimension.AGE)).isTrue();
    assertThat(both.tests(Dimension.VISIT)).isFalse();
    assertThatThrownBy(() -> both.and(Dimension.AGE, new Between(0, 1)))
        .hasMessage("two tests of AGE");
  }

  private static Map<Dimension, Object> facts(int age, boolean civilServant) {
    return Map.of(Dimension.AGE, age, Dimension.CIVIL_SERVANT, civilServant);
  }

  @Test
  void aTestThatNothingMeetsIsNone() {
    assertThatThrownBy(() -> OneOf.of()).hasMessage("a test that nothing meets");
    assertThatThrownBy(() -> new Between(3, 2)).hasMessage("from 3 to 2");
  }

  /** All that a rule may depend on, of one visit. */
  @Test
  void aSituationKnowsThePersonTheInstitutionAndTheVisit() {
    var standing =
        new Standing(Member.Group.STUDENT, Member.Assistance.ORPHAN, true, false, true, DAY);
    Patient patient = Patient.SOMEONE.aged(23).standing(standing);
    Bill bill = Sample.at("H1", "M1", "310000", Sample.bill("1"));
    Situation seen = Situation.of(bill, patient.member(), MedicalType.INPATIENT, "高血压", "990090");
    Map<Dimension, Object> facts = new EnumMap<>(Dimension.class);
    for (Dimension dimension : Dimension.values()) {
      Object value = seen.of(dimension);
      if (value != null) {
        facts.put(dimension, value);
      }
    }
    assertThat(facts)
        .hasToString(
            "{LEVEL=TWO, KIND=GENERAL, TIER=NONE, TREATED=UNFILED, PROVINCE=OTHER, TYPE=INPATIENT,"
                + " DISEASE=高血压, EMPLOYMENT=ACTIVE, GROUP=STUDENT, ASSISTANCE=ORPHAN, AGE=23,"
                + " RETIRED_ON=2000-12-31, CIVIL_SERVANT=true, SPECIAL_CARE=false,"
                + " ENTERPRISE=true}")
        .hasToString(seen.toString());
  }

  /** 省内 or 跨省, seen from 371300. */
  @ParameterizedTest
  @CsvSource({", SAME", "371300, SAME", "370100, SAME", "310115, OTHER", "730000, OTHER"})
  void theFirstTwoDigitsAreTheProvince(@Nullable String place, Province province) {
    assertThat(Province.of("371300", place)).isEqualTo(province);
  }

  /** On 2024-06-15, with a gap of up to three months that is none. */
  @ParameterizedTest
  @CsvSource({
    "2024-06-15..,                        0",
    "2024-05-16..,                        0",
    "2024-05-15..,                        1",
    "2023-06-16..,                        11",
    "2023-06-15..,                        12",
    "2020-01-01..2023-12-31 2024-04-01.., 53",
    "2020-01-01..2023-12-31 2024-04-02.., 2",
    "2024-07-01..,                        0",
  })
  void monthsAreCountedSinceTheLastInterruption(String periods, int months) {
    List<Member.Period> enrolled =
        List.of(periods.split(" ", -1)).stream()
            .map(text -> text.split("\\.\\.", -1))
            .map(ends ->
                new Member.Period(
                    LocalDate.parse(ends[0]),
                    ends[1].isEmpty() ? null : LocalDate.parse(ends[1]),
                    false))
            .toList();
    Member member = Patient.SOMEONE.enrolled(enrolled.toArray(Member.Period[]::new)).member();
    assertThat(Waiting.insuredMonths(LocalDate.of(2024, 6, 15), member, 3)).isEqualTo(months);
  }

  @Test
  void whoWasAlwaysInsuredHasMoreMonthsThanAnybodyAsksFor() {
    Member always = Patient.SOMEONE.member();
    assertThat(Waiting.insuredMonths(DAY, always, 0)).isEqualTo(9_999);
  }

  /** Of several filings that hold: the one for the smallest place, then by kind. */
  @ParameterizedTest
  @CsvSource({
    "RESIDING REFERRED,            RESIDING",
    "REFERRED RESIDING,            RESIDING",
    "EMERGENCY REFERRED,           REFERRED",
    "RESIDING REFERRED:31,         REFERRED",
    "REFERRED:31 RESIDING:310115,  RESIDING",
    "REFERRED:32 EMERGENCY,        EMERGENCY",
    "REFERRED:32,                  UNFILED",
  })
  void oneFilingCounts(String filings, Treated treated) {
    Member.Filing[] filed =
        List.of(filings.split(" ", -1)).stream()
            .map(text -> text.split(":", -1))
            .map(parts ->
                new Member.Filing(
                    Treated.valueOf(parts[0]),
                    LocalDate.EPOCH,
                    null,
                    parts.length > 1 ? parts[1] : ""))
            .toArray(Member.Filing[]::new);
    Bill elsewhere = Sample.at("H1", null, "310115", Sample.bill("1"));
    assertThat(Treated.of(elsewhere, Patient.SOMEONE.filed(filed).member())).isEqualTo(treated);
  }

  /** Who has not retired, or of whom it is not known when, counts as retired after all days. */
  @ParameterizedTest
  @CsvSource({"2000-12-31, true", "2001-01-01, false", ", false"})
  void aDayOfRetirementThatIsNotKnownIsLate(@Nullable LocalDate retired, boolean early) {
    var standing =
        new Standing(Member.Group.GENERAL, Member.Assistance.NONE, false, false, false, retired);
    Member member = Patient.SOMEONE.standing(standing).member();
    Situation seen =
        Situation.of(
            Sample.bill("1"), member, MedicalType.OUTPATIENT, Situation.NO_GROUP, "990090");
    assertThat(Condition.of(Dimension.RETIRED_ON, new Days(null, DAY)).holds(seen))
        .isEqualTo(early);
  }
}
