package org.yima.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yima.settlement.Condition.OneOf;
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
    Map<Dimension, Object> facts =
        Map.of(Dimension.LEVEL, level, Dimension.KIND, kind, Dimension.EMPLOYMENT, employment);
    Situation situation = Situation.of(facts);
    assertThat(Condition.ALWAYS.holds(situation)).isTrue();
    var sides = new ArrayList<String>();
    if (Condition.of(Dimension.LEVEL, OneOf.of(Level.ONE, Level.THREE)).holds(situation)) {
      sides.add("levels");
    }
    if (Condition.of(Dimension.KIND, OneOf.of(Kind.GENERAL)).holds(situation)) {
      sides.add("kinds");
    }
    if (Condition.of(Dimension.EMPLOYMENT, OneOf.of(Employment.ACTIVE)).holds(situation)) {
      sides.add("employments");
    }
    assertThat(String.join(" ", sides)).isEqualTo(sidesThatHold);
  }

  /**
   * The first benefit that covers the visit is used; a disease must be in a group that it names.
   */
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
    var onlyThree = Condition.of(Dimension.LEVEL, OneOf.of(Level.THREE));
    var figure =
        new Figure<>(
            Sample.SOURCE, List.of(new Figure.Case<>(onlyThree, Amount.of(Money.of("300")))));
    Policy policy = Sample.policy(new Step.Deductible("x", Anew.EACH_VISIT, figure, List.of()));
    assertThatThrownBy(() -> policy.settle(Sample.visit(Sample.bill("1"))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("no value for {LEVEL=TWO");
  }

  @Test
  void aFigureNeedsASource() {
    assertThatThrownBy(() -> new Citation(Sample.DAY, " ")).hasMessage("a figure needs a source");
  }

  private static Policy threeBenefits() {
    var listed = Condition.of(Dimension.DISEASE, OneOf.of("高血压", "糖尿病"));
    return Sample.policyOf(
        Map.of("M1", "高血压", "M2", "高血压", "M3", "糖尿病"),
        benefit(MedicalType.CHRONIC_DISEASE, listed, "100%", Ceiling.Reach.EACH_DISEASE),
        benefit(MedicalType.CHRONIC_DISEASE, Condition.ALWAYS, "50%", Ceiling.Reach.WHOLE_POOL),
        benefit(MedicalType.OUTPATIENT, Condition.ALWAYS, "0%", Ceiling.Reach.WHOLE_POOL));
  }

  private static Benefit benefit(
      MedicalType type, Condition where, String ratio, Ceiling.Reach reach) {
    var ceiling = Ceiling.yearly("chronic", reach, Sample.amount("1000"));
    var pays = Figure.of(Bands.flat(Ratio.of(ratio)), Sample.SOURCE);
    var terms = FundTerms.yearly("chronic", FundTerms.Counts.IN_SCOPE, pays, List.of(ceiling));
    var fund = new Step.Fund(Step.Fund.Kind.BASIC, terms);
    var steps = Sample.policy(fund).benefits().getFirst().steps();
    return new Benefit("待遇", where.and(Dimension.TYPE, OneOf.of(type)), null, steps);
  }
}
