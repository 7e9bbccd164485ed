package org.yima.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yima.settlement.Hospital.Kind;
import org.yima.settlement.Hospital.Level;
import org.yima.settlement.Member.Employment;

/** Whom a benefit covers, and which value of a figure holds for him. */
class CoverageTest {

  @ParameterizedTest
  @CsvSource({
    "ONE,   GENERAL,          ACTIVE,  levels kinds employments",
    "TWO,   GENERAL,          ACTIVE,  kinds employments",
    "THREE, CHINESE_MEDICINE, RETIRED, levels",
    "ONE,   PHARMACY,         ACTIVE,  levels employments",
    "ONE,   GENERAL,          RETIRED, levels kinds",
  })
  void eachSideOfAConditionIsAskedForItself(
      Level level, Kind kind, Employment employment, String sidesThatHold) {
    var hospital = new Hospital(level, kind);
    assertThat(Condition.ALWAYS.holds(hospital, employment)).isTrue();
    var sides = new ArrayList<String>();
    if (new Condition(Set.of(Level.ONE, Level.THREE), Set.of(), Set.of())
        .holds(hospital, employment)) {
      sides.add("levels");
    }
    if (new Condition(Set.of(), Set.of(Kind.GENERAL), Set.of()).holds(hospital, employment)) {
      sides.add("kinds");
    }
    if (new Condition(Set.of(), Set.of(), Set.of(Employment.ACTIVE)).holds(hospital, employment)) {
      sides.add("employments");
    }
    assertThat(String.join(" ", sides)).isEqualTo(sidesThatHold);
  }

  /** The first benefit that covers the visit is used; a disease must be one that it lists. */
  @ParameterizedTest
  @CsvSource({
    "CHRONIC_DISEASE, M1, 100.00, 高血压",
    "CHRONIC_DISEASE, M2, 100.00, 高血压",
    "CHRONIC_DISEASE, M3, 100.00, 糖尿病",
    "CHRONIC_DISEASE, M9, 50.00,",
    "CHRONIC_DISEASE, ,   0.00,", // no code, so no approval: charged as an ordinary visit
    "OUTPATIENT,      M1, 0.00,",
  })
  void theFirstBenefitThatCoversIsUsed(
      MedicalType type, @Nullable String disease, Money fund, @Nullable String category) {
    var year = LocalDate.of(2024, 1, 1);
    var approvals = new ArrayList<Member.Approval>();
    for (String code : List.of("M1", "M2", "M3", "M9")) {
      approvals.add(new Member.Approval(type, code, year, LocalDate.of(2024, 12, 31)));
    }
    var member = new Member(Member.Scheme.EMPLOYEE, Employment.ACTIVE, 40, approvals);
    var bill = new Bill(Sample.DAY, type, Sample.HOSPITAL, disease, Sample.bill("100").lines());
    var visit = new Visit(bill, member, YearSoFar.EMPTY, PersonalAccount.NONE);
    Settlement one = Sample.settle(threeBenefits(), visit);
    assertThat(one.of(Share.BASIC_FUND)).isEqualTo(fund);
    if (category != null) {
      Counter counter = new Counter(Counter.Kind.FUND, "chronic/" + category);
      assertThat(one.movements().of(counter)).isEqualTo(fund);
    }
  }

  @Test
  void aFigureWithoutAValueForTheVisitIsABrokenPolicy() {
    var onlyThree = new Condition(Set.of(Level.THREE), Set.of(), Set.of());
    var figure =
        new Figure<>(Sample.SOURCE, List.of(new Figure.Case<>(onlyThree, Money.of("300"))));
    Policy policy = Sample.policy(new Step.Deductible("x", Step.Deductible.Due.EACH_VISIT, figure));
    assertThatThrownBy(() -> policy.settle(Sample.visit(Sample.bill("1"))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("no value for Hospital[level=TWO");
  }

  @Test
  void aFigureNeedsASource() {
    assertThatThrownBy(() -> new Citation(Sample.DAY, " ")).hasMessage("a figure needs a source");
  }

  private static Policy threeBenefits() {
    var listed = Map.of("M1", "高血压", "M2", "高血压", "M3", "糖尿病");
    return Sample.policyOf(
        benefit(MedicalType.CHRONIC_DISEASE, listed, "100%", Step.Ceiling.Reach.EACH_DISEASE),
        benefit(MedicalType.CHRONIC_DISEASE, Map.of(), "50%", Step.Ceiling.Reach.WHOLE_POOL),
        benefit(MedicalType.OUTPATIENT, Map.of(), "0%", Step.Ceiling.Reach.WHOLE_POOL));
  }

  private static Benefit benefit(
      MedicalType type, Map<String, String> diseases, String ratio, Step.Ceiling.Reach reach) {
    var limit = Figure.of(Money.of("1000"), Sample.SOURCE);
    var ceiling = new Step.Ceiling("chronic", reach, limit);
    var pays = Figure.of(Bands.flat(Ratio.of(ratio)), Sample.SOURCE);
    var counts = Step.BasicFund.Counts.IN_SCOPE;
    var fund = new Step.BasicFund("chronic", counts, pays, List.of(ceiling));
    var steps = Sample.policy(fund).benefits().getFirst().steps();
    return new Benefit("待遇", new Coverage(Set.of(type), Condition.ALWAYS, diseases), steps);
  }
}
