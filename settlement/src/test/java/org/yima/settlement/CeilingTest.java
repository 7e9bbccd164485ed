package org.yima.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yima.settlement.Ceiling.On;
import org.yima.settlement.Ceiling.Per;
import org.yima.settlement.Ceiling.Reach;
import org.yima.settlement.FundTerms.Counts;

/** Limits on a fund's payment and on cost, for a visit, a month, a quarter and a year. */
class CeilingTest {

  private static Ceiling ceiling(On on, Per per, String yuan) {
    return new Ceiling(on, "outpatient", Reach.WHOLE_POOL, per, Sample.amount(yuan), List.of());
  }

  private static Policy policy(String ratio, Ceiling... ceilings) {
    return Sample.policy(
        Sample.fund(Counts.ABOVE_DEDUCTIBLE, Bands.flat(Ratio.of(ratio)), ceilings));
  }

  /** Two bills of 100, paid in full, under a limit of 150: what is paid of the second. */
  @ParameterizedTest(name = "{0}: {1} and {2}")
  @CsvSource({
    "VISIT,   2024-01-31, 2024-01-31, 100.00, fund:outpatient",
    "MONTH,   2024-01-01, 2024-01-31, 50.00,  fund:outpatient/2024-1",
    "MONTH,   2024-01-31, 2024-02-01, 100.00, fund:outpatient/2024-2",
    "MONTH,   2024-01-31, 2025-01-31, 100.00, fund:outpatient/2025-1",
    "MONTH,   2024-12-01, 2024-12-31, 50.00,  fund:outpatient/2024-12",
    "QUARTER, 2024-01-01, 2024-03-31, 50.00,  fund:outpatient/2024-Q1",
    "QUARTER, 2024-03-31, 2024-04-01, 100.00, fund:outpatient/2024-Q2",
    "QUARTER, 2024-04-01, 2024-06-30, 50.00,  fund:outpatient/2024-Q2",
    "QUARTER, 2024-06-30, 2024-07-01, 100.00, fund:outpatient/2024-Q3",
    "QUARTER, 2024-09-30, 2024-10-01, 100.00, fund:outpatient/2024-Q4",
    "QUARTER, 2024-10-01, 2024-12-31, 50.00,  fund:outpatient/2024-Q4",
    "QUARTER, 2024-02-01, 2025-02-01, 100.00, fund:outpatient/2025-Q1",
    "YEAR,    2024-01-01, 2024-12-31, 50.00,  fund:outpatient",
  })
  void aLimitLastsItsTime(Per per, LocalDate first, LocalDate second, Money paid, String counter) {
    Policy policy = policy("100%", ceiling(On.FUND, per, "150"));
    Settlement one = Patient.SOMEONE.pays(policy, Sample.on(first, Sample.bill("100")));
    Settlement two =
        Patient.SOMEONE.after(one.yearAfter()).pays(policy, Sample.on(second, Sample.bill("100")));
    assertThat(one.of(Share.BASIC_FUND)).hasToString("100.00");
    assertThat(two.of(Share.BASIC_FUND)).isEqualTo(paid);
    assertThat(two.movements().of(Counter.of(counter))).isEqualTo(paid);
  }

  /**
   * A share that is rounded down to just the limit reaches nothing: the cost stays covered and no
   * limit is told. 1 % of 10,000.40 is 100.004.
   */
  @ParameterizedTest(name = "1 % of {0}")
  @CsvSource({
    "9999.60,  100.00 9899.60 0.00,  false",
    "10000,    100.00 9900.00 0.00,  false",
    "10000.40, 100.00 9900.40 0.00,  false",
    "10000.49, 100.00 9900.49 0.00,  false",
    "10000.50, 100.00 9900.00 0.50,  true",
    "10001,    100.00 9900.00 1.00,  true",
  })
  void aLimitThatIsJustMetCutsNothingOff(String cost, String expected, boolean told) {
    Settlement one = Patient.SOMEONE.pays(policy("1%", ceiling(On.FUND, Per.YEAR, "100")), cost);
    assertThat(split(one)).isEqualTo(expected);
    assertThat(one.explanation().stream().anyMatch(Explained.CeilingReached.class::isInstance))
        .isEqualTo(told);
  }

  /** Of two limits that leave the same, the one that the policy names first is told. */
  @ParameterizedTest
  @CsvSource({"MONTH, YEAR", "YEAR, MONTH", "VISIT, QUARTER"})
  void ofTwoThatAreAsTightTheFirstIsTold(Per first, Per second) {
    Policy policy = policy("100%", ceiling(On.FUND, first, "150"), ceiling(On.FUND, second, "150"));
    Settlement one = Patient.SOMEONE.pays(policy, "200");
    var told =
        one.explanation().stream()
            .filter(Explained.CeilingReached.class::isInstance)
            .map(Explained::name)
            .toList();
    assertThat(told).containsExactly(ceiling(On.FUND, first, "150").chinese());
  }

  /** A limit for each visit holds for a visit that is settled in two parts. */
  @Test
  void aVisitInTwoPartsHasOneLimit() {
    Policy policy = policy("100%", ceiling(On.FUND, Per.VISIT, "150"));
    Settlement one = Patient.SOMEONE.pays(policy, "100");
    Settlement two = Patient.SOMEONE.stillThere(one).pays(policy, "100");
    Settlement next = Patient.SOMEONE.after(two.yearAfter()).pays(policy, "200");
    assertThat(two.of(Share.BASIC_FUND)).hasToString("50.00");
    assertThat(next.of(Share.BASIC_FUND)).hasToString("150.00");
  }

  /** A limit on cost of 1,000, of which the fund pays half. */
  @ParameterizedTest(name = "{1} after {0}")
  @CsvSource({
    "0,       999.99,  500.00 499.99 0.00",
    "0,       1000,    500.00 500.00 0.00",
    "0,       1000.01, 500.00 500.00 0.01",
    "999.99,  100,     0.01 0.00 99.99",
    "1000,    100,     0.00 0.00 100.00",
    "1200,    100,     0.00 0.00 100.00",
  })
  void aLimitOnCost(String used, String cost, String expected) {
    Policy policy = policy("50%", ceiling(On.COST, Per.YEAR, "1000"));
    Settlement one = Patient.SOMEONE.after("cost:outpatient=" + used).pays(policy, cost);
    assertThat(split(one)).isEqualTo(expected);
    boolean cut = one.of(Share.OVER_LIMIT).isPositive();
    assertThat(one.explanation().stream().anyMatch(Explained.CeilingReached.class::isInstance))
        .isEqualTo(cut);
    if (cut) {
      assertThat(one.explanation().get(2).sentence())
          .isEqualTo("可报销费用的年度限额 1000 元，此前已计 %s 元，超过部分不再支付".formatted(Money.of(used).plain()));
    }
  }

  /** E14 counts the deductible inside the limit on cost: 90,000 − 600 at 55 %. */
  @ParameterizedTest
  @CsvSource({
    "IN_SCOPE,         177000, 49170.00 40230.00 87000.00, 90000.00",
    "ABOVE_DEDUCTIBLE, 177000, 49500.00 40500.00 86400.00, 90000.00",
    "IN_SCOPE,         90000,  49170.00 40230.00 0.00,     90000.00",
    "IN_SCOPE,         90000.01, 49170.00 40230.00 0.01,   90000.00",
    "IN_SCOPE,         500,    0.00 0.00 0.00,             500.00",
  })
  void theDeductibleUsesUpALimitOnCostWhereItCounts(
      Counts counts, String cost, String expected, Money counted) {
    Policy policy =
        Sample.policy(
            Sample.deductible(Anew.EACH_VISIT, "600"),
            Sample.fund(counts, Bands.flat(Ratio.of("55%")), ceiling(On.COST, Per.YEAR, "90000")));
    Settlement one = Patient.SOMEONE.pays(policy, cost);
    assertThat(split(one)).isEqualTo(expected);
    assertThat(one.movements().of(Counter.of("cost:outpatient"))).isEqualTo(counted);
  }

  /** Both kinds at once; a limit on payment is quoted before one on cost. */
  @Test
  void limitsOnPaymentAreQuotedFirst() {
    Ceiling cost = ceiling(On.COST, Per.YEAR, "100");
    Ceiling payment = ceiling(On.FUND, Per.YEAR, "400");
    Settlement both = Patient.SOMEONE.pays(policy("50%", cost, payment), "1000");
    assertThat(both.standards().basic())
        .isEqualTo(new Quota(Money.of("400"), Money.of("400"), Ratio.of("50%")));
    assertThat(split(both)).isEqualTo("50.00 50.00 900.00");
    Settlement alone = Patient.SOMEONE.pays(policy("50%", cost), "1000");
    assertThat(alone.standards().basic())
        .isEqualTo(new Quota(Money.of("100"), Money.of("100"), Ratio.of("50%")));
  }

  @ParameterizedTest
  @CsvSource({
    "VISIT,   基金单次限额 10 元，此前已支付 0 元，本次最多支付 10 元",
    "MONTH,   基金月度限额 10 元，此前已支付 0 元，本次最多支付 10 元",
    "QUARTER, 基金季度限额 10 元，此前已支付 0 元，本次最多支付 10 元",
    "YEAR,    基金年度限额 10 元，此前已支付 0 元，本次最多支付 10 元",
  })
  void aLimitIsCalledByItsTime(Per per, String sentence) {
    Settlement one = Patient.SOMEONE.pays(policy("50%", ceiling(On.FUND, per, "10")), "21");
    Explained reached = one.explanation().get(2);
    assertThat(reached.sentence()).isEqualTo(sentence);
    assertThat(reached.base()).hasToString("10.50");
  }

  /** Each group of diseases has the limit for itself, those of no group together. */
  @ParameterizedTest
  @CsvSource({"M1, 高血压", "M2, 糖尿病", "M9, none", ", none"})
  void eachDiseaseIsCountedByItself(@Nullable String disease, String group) {
    var each =
        new Ceiling(
            On.FUND, "chronic", Reach.EACH_DISEASE, Per.MONTH, Sample.amount("10"), List.of());
    var steps = policy("100%", each).benefits().getFirst().steps();
    Policy policy =
        Sample.policyOf(
            Map.of("M1", "高血压", "M2", "糖尿病"),
            new Benefit("慢性病", Sample.covers(MedicalType.OUTPATIENT), null, steps));
    Settlement one = Patient.SOMEONE.pays(policy, Sample.at("", disease, null, Sample.bill("12")));
    Counter counter = Counter.of("fund:chronic/" + group + "/2024-6");
    assertThat(one.movements().of(counter)).hasToString("10.00");
  }

  private static String split(Settlement one) {
    return "%s %s %s"
        .formatted(one.of(Share.BASIC_FUND), one.of(Share.BAND_SELF_PAY), one.of(Share.OVER_LIMIT));
  }
}
