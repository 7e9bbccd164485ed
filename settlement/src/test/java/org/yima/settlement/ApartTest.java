package org.yima.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yima.settlement.Ceiling.Reach;
import org.yima.settlement.FundTerms.Counts;

/**
 * What is settled before the deductible: package prices, items apart, a visitor's upfront share.
 */
class ApartTest {

  private static Policy policy(Step first, Step... middle) {
    var steps = new ArrayList<Step>(List.of(first));
    steps.addAll(List.of(middle));
    steps.add(new Step.PatientBears(Share.OVER_LIMIT));
    steps.add(Step.FromAccount.FREELY);
    steps.add(new Step.InCash());
    return Sample.policyOf(new Benefit("住院", Sample.covers(MedicalType.OUTPATIENT), null, steps));
  }

  private static Step fixedPrice(String yuan) {
    return new Step.FixedPrice(Sample.amount(yuan));
  }

  private static Step upfront(String share) {
    return new Step.OutOfRegionUpfront(Figure.of(Ratio.of(share), Sample.SOURCE));
  }

  private static Step apart(String ratio, String pool, Ceiling... ceilings) {
    var pays = Figure.of(Bands.flat(Ratio.of(ratio)), Sample.SOURCE);
    var terms = FundTerms.yearly(pool, Counts.ABOVE_DEDUCTIBLE, pays, List.of(ceilings));
    return new Step.ItemsApart(Set.of("X1"), terms);
  }

  private static final Step FUND = Sample.fund(Bands.flat(Ratio.of("80%")), null);

  /** A package of 5,000 at 80 %: what the hospital bears, or keeps. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "6000.00, 4000.00, 1000.00, 1000.00,  超出的 1000 元由医疗机构负担",
    "5000.01, 4000.00, 1000.00, 0.01,     超出的 0.01 元由医疗机构负担",
    "5000.00, 4000.00, 1000.00, 0.00,     超出的 0 元由医疗机构负担",
    "4999.99, 4000.00, 1000.00, -0.01,    结余 0.01 元归医疗机构",
    "3000.00, 4000.00, 1000.00, -2000.00, 结余 2000 元归医疗机构",
  })
  void aPackagePriceIsSettledAndTheHospitalBearsTheRest(
      String cost, Money fund, Money patient, Money hospital, String told) {
    Policy policy = policy(new Step.ClassifyLines(), fixedPrice("5000"), FUND);
    Settlement one = Patient.SOMEONE.pays(policy, cost);
    assertThat(one.of(Share.BASIC_FUND)).isEqualTo(fund);
    assertThat(one.patientPays()).isEqualTo(patient);
    assertThat(one.of(Share.HOSPITAL_BORNE)).isEqualTo(hospital);
    Explained step = one.explanation().get(1);
    assertThat(step.sentence())
        .isEqualTo("按包干标准 5000 元结算，实际费用 %s 元，%s".formatted(Money.of(cost).plain(), told));
    assertThat(step.name() + step.figure() + step.base() + step.citation())
        .isEqualTo("包干标准5000.00" + cost + Sample.SOURCE);
  }

  /** Self-paid lines stay outside a package unless it covers every line. */
  @ParameterizedTest
  @CsvSource({
    "false, 50.00 10.00 4000.00 1060.00 -3910.00",
    "true, 0.00 0.00 4000.00 1000.00 -3850.00"
  })
  void aPackageMayCoverEveryLine(boolean all, String expected) {
    Step first = all ? new Step.AllInScope() : new Step.ClassifyLines();
    Bill bill =
        Sample.bill(
            Sample.line(1, ItemClass.CLASS_A, "0%", "1000"),
            Sample.line(2, ItemClass.CLASS_B, "10%", "100"),
            Sample.line(3, ItemClass.SELF_PAID, "0%", "50"));
    Settlement one = Patient.SOMEONE.pays(policy(first, fixedPrice("5000"), FUND), bill);
    assertThat(
            String.join(
                " ",
                one.of(Share.SELF_PAID).toString(),
                one.of(Share.UPFRONT_SELF_PAY).toString(),
                one.of(Share.BASIC_FUND).toString(),
                one.patientPays().toString(),
                one.of(Share.HOSPITAL_BORNE).toString()))
        .isEqualTo(expected);
    LineResult line = one.lines().getLast();
    assertThat(line.why() == LineResult.Why.IN_PACKAGE).isEqualTo(all);
    if (all) {
      assertThat(line.sentence()).isEqualTo("该项目在包干范围内，50 元不单独计算");
      assertThat(line.upfrontRatio()).isEqualTo(Ratio.ZERO);
      assertThat(line.inScope()).hasToString("50.00");
    }
  }

  /** A price is for the whole visit: no part of one is settled, neither the first nor a later. */
  @Test
  void aPackageIsNotSettledInParts() {
    Policy policy = policy(new Step.ClassifyLines(), fixedPrice("5000"), FUND);
    Patient after = Patient.SOMEONE.stillThere(Patient.SOMEONE.pays(policy, "6000"));
    for (Patient patient : List.of(Patient.SOMEONE.staysOn(), after)) {
      var refused = (Decision.Refused) policy.settle(patient.visits(Sample.bill("1")));
      assertThat(refused.why()).isEqualTo(Decision.Why.FIXED_PRICE_IN_PARTS);
      assertThat(refused.sentence()).isEqualTo("“普通门诊”按整次住院定额结算：预结算时不要填截止时间；已有中途结算的，先退费或取消，再整次结算");
    }
    assertThat(policy(new Step.ClassifyLines(), FUND).settle(after.visits(Sample.bill("1"))))
        .isInstanceOf(Settlement.class);
  }

  @Test
  void aWholeVisitHasNoEarlierParts() {
    YearSoFar moved = YearSoFar.parse("fund:all=1.00");
    assertThat(SameVisit.partAfter(moved).moved()).isEqualTo(moved);
    assertThatThrownBy(() -> new SameVisit(false, moved))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a whole visit has no earlier parts");
  }

  /** E12's joint: half of it by the fund, outside deductible and bands. */
  @Test
  void anItemIsPaidApartFromTheDeductible() {
    Policy policy =
        policy(
            new Step.ClassifyLines(),
            apart("50%", "apart"),
            Sample.deductible(Anew.EACH_YEAR, "300"),
            FUND);
    Bill bill =
        Sample.bill(
            Sample.line(1, ItemClass.SPECIAL, "10%", "1000"),
            Sample.line(2, ItemClass.CLASS_A, "0%", "1300"));
    Settlement one = Patient.SOMEONE.pays(policy, bill);
    assertThat(one.shares())
        .hasToString(
            "UPFRONT_SELF_PAY=100.00 DEDUCTIBLE=300.00 BAND_SELF_PAY=650.00 BASIC_FUND=1250.00"
                + " CASH=1050.00");
    assertThat(one.movements())
        .hasToString(
            "deductible:all=300.00,deductible:outpatient=300.00,cost:apart=900.00,"
                + "cost:outpatient=1000.00,fund:all=1250.00");
    assertThat(one.explanation().get(1).sentence()).isEqualTo("全部费用中的 900 元按 50% 支付，单列项目共支付 450 元");
  }

  /** Items apart and the basic fund, both within 600 of everything that the basic fund pays. */
  @ParameterizedTest(name = "item {0}, rest {1}, paid before {2}")
  @CsvSource({
    "1000, 100,    0,      500.00 80.00 20.00 0.00",
    "1000, 125,    0,      500.00 100.00 25.00 0.00",
    "1000, 125.02, 0,      500.00 100.00 25.00 0.02",
    "1200, 100,    0,      600.00 0.00 0.00 100.00",
    "1300, 100,    0,      600.00 0.00 0.00 200.00",
    "1000, 100,    100,    500.00 0.00 0.00 100.00",
    "1000, 100,    99.99,  500.00 0.01 0.00 99.99",
    "1000, 100,    600,    0.00 0.00 0.00 1100.00",
    "0,    100,    0,      0.00 80.00 20.00 0.00",
  })
  void itemsApartUseUpTheLimitOfTheBasicFund(
      String item, String rest, String before, String expected) {
    Ceiling all = Ceiling.yearly(Counter.ALL, Reach.WHOLE_POOL, Sample.amount("600"));
    Policy policy =
        policy(
            new Step.ClassifyLines(),
            apart("50%", "apart", all),
            Sample.fund(Counts.ABOVE_DEDUCTIBLE, Bands.flat(Ratio.of("80%")), all));
    Bill bill =
        Sample.bill(
            Sample.line(1, ItemClass.CLASS_A, "0%", item),
            Sample.line(2, ItemClass.CLASS_A, "0%", rest));
    Settlement one = Patient.SOMEONE.after("fund:all=" + before).pays(policy, bill);
    String[] parts = expected.split(" ", -1);
    Money apart = Money.of(parts[0]);
    assertThat(one.of(Share.BASIC_FUND)).isEqualTo(apart.plus(Money.of(parts[1])));
    assertThat(one.of(Share.BAND_SELF_PAY)).isEqualTo(apart.plus(Money.of(parts[2])));
    assertThat(one.of(Share.OVER_LIMIT)).hasToString(parts[3]);
    assertThat(one.movements().basicFundPaid()).isEqualTo(one.of(Share.BASIC_FUND));
  }

  /** A package price below what the item costs leaves no more than itself for the item. */
  @Test
  void anItemApartTakesNoMoreThanIsLeft() {
    Policy policy =
        policy(new Step.ClassifyLines(), fixedPrice("600"), apart("50%", "apart"), FUND);
    Settlement one = Patient.SOMEONE.pays(policy, "1000");
    assertThat(one.of(Share.BASIC_FUND)).hasToString("300.00");
    assertThat(one.of(Share.HOSPITAL_BORNE)).hasToString("400.00");
  }

  /** 10 % of what is in scope first, then 80 % of the rest. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "310000, 1000, 100.00 720.00, '异地未备案，先自付 10%，即 100 元'",
    "310000, 0.05, 0.01 0.03, '异地未备案，先自付 10%，即 0.01 元'",
    ",       1000, 0.00 800.00, ''",
  })
  void aVisitorPaysAnUpfrontShareOfItsOwn(
      @Nullable String place, String cost, String expected, String told) {
    Policy policy = policy(new Step.ClassifyLines(), upfront("10%"), FUND);
    Settlement one = Patient.SOMEONE.pays(policy, Sample.at("", null, place, Sample.bill(cost)));
    assertThat(one.of(Share.OUT_OF_REGION_UPFRONT) + " " + one.of(Share.BASIC_FUND))
        .isEqualTo(expected);
    Explained step = one.explanation().get(1);
    if (told.isEmpty()) {
      assertThat(step).isInstanceOf(Explained.FundPaid.class);
    } else {
      assertThat(step.sentence()).isEqualTo(told);
      assertThat(step.name() + step.figure() + step.base() + step.result() + step.citation())
          .isEqualTo(
              "异地先自付10%" + Money.of(cost) + one.of(Share.OUT_OF_REGION_UPFRONT) + Sample.SOURCE);
    }
  }
}
