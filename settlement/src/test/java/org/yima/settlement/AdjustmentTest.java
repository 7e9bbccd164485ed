package org.yima.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yima.settlement.Adjustment.How;
import org.yima.settlement.FundTerms.Counts;

/** Amounts and ratios as a policy states them, and what changes them in some cases. */
class AdjustmentTest {

  private static Adjustment adjustment(String name, Condition where, How how, String by) {
    return new Adjustment(name, where, how, Figure.of(Ratio.of(by), Sample.SOURCE));
  }

  private static Step.Fund fund(Rate rate, Adjustment... adjust) {
    var bands = new Bands(List.of(new Bands.Band(Money.ZERO, null, rate)));
    var pays = Figure.of(bands, Sample.SOURCE);
    var terms =
        new FundTerms(
            "outpatient",
            Counts.ABOVE_DEDUCTIBLE,
            Anew.EACH_YEAR,
            pays,
            List.of(adjust),
            List.of());
    return new Step.Fund(Step.Fund.Kind.BASIC, terms);
  }

  /** Of 1,000 yuan: the ratio, adjusted in the order of the file. */
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          80%     |                                     | 800.00
          80%     | POINTS_LESS 10%                     | 700.00
          80%     | POINTS_LESS 20%                     | 600.00
          5%      | POINTS_LESS 10%                     | 0.00
          80%     | POINTS_MORE 5%                      | 850.00
          98%     | POINTS_MORE 5%                      | 1000.00
          80%     | TIMES 90%                           | 720.00
          90%     | OWN_SHARE_TIMES 80%                 | 920.00
          85%     | OWN_SHARE_TIMES 50%                 | 925.00
          85%     | OWN_SHARE_TIMES 0%                  | 1000.00
          80%     | POINTS_LESS 10%, TIMES 50%          | 350.00
          80%     | TIMES 50%, POINTS_LESS 10%          | 300.00
          33.333% | TIMES 33.333%                       | 111.11
          """)
  void aRatioIsAdjusted(String ratio, @Nullable String adjustments, Money paid) {
    var adjust = new ArrayList<Adjustment>();
    for (String one : adjustments == null ? new String[0] : adjustments.split(", ", -1)) {
      String[] parts = one.split(" ", -1);
      adjust.add(adjustment("调整", Condition.ALWAYS, How.valueOf(parts[0]), parts[1]));
    }
    var fund = fund(Rate.of(Ratio.of(ratio)), adjust.toArray(Adjustment[]::new));
    Settlement one = Patient.SOMEONE.pays(Sample.policy(fund), "1000");
    assertThat(one.of(Share.BASIC_FUND)).isEqualTo(paid);
  }

  /** E10's ratio: 75 % and 0.2 % for each year; never more than the whole. */
  @ParameterizedTest
  @CsvSource({
    "75%, 0.2%, 40,  83%", "75%, 0.2%, 0,   75%", "75%, 0.2%, 124, 99.8%",
    "75%, 0.2%, 125, 100%", "75%, 0.2%, 126, 100%", "75%, 0%,   90,  75%",
  })
  void aRatioMayRiseWithAge(String base, String perYear, int age, Ratio ratio) {
    var rate = new Rate(Ratio.of(base), Ratio.of(perYear));
    Settlement one = Patient.SOMEONE.aged(age).pays(Sample.policy(fund(rate)), "100");
    assertThat(one.standards().basic().ratio()).isEqualTo(ratio);
    assertThat(one.of(Share.BASIC_FUND)).isEqualTo(Money.of("100").times(ratio));
  }

  /** A sum; more for each further approved disease (吉林). */
  @ParameterizedTest(name = "{0}, {1} for each further of {3}, at most {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # base | further | most | approved   | amount
          404.20 | 0       |      |            | 404.20
          300    | 300     |      |            | 300.00
          300    | 300     |      | M1         | 300.00
          300    | 300     |      | M1 M1      | 300.00
          300    | 300     |      | M1 M2      | 600.00
          300    | 300     | 850  | M1 M2      | 600.00
          300    | 300     | 850  | M1 M2 M3   | 850.00
          300    | 300     | 900  | M1 M2 M3   | 900.00
          250    | 1       | 0    | M1 M2      | 0.00
          """)
  void anAmountIsStated(
      Money base, Money further, @Nullable Money most, @Nullable String approved, Money amount) {
    var stated = new Amount(base, further, most);
    var deductible =
        new Step.Deductible(
            "outpatient", Anew.EACH_YEAR, Figure.of(stated, Sample.SOURCE), List.of());
    String[] diseases = approved == null ? new String[0] : approved.split(" ", -1);
    Patient patient = Patient.SOMEONE.approved(MedicalType.OUTPATIENT, diseases);
    Settlement one = patient.pays(Sample.policy(deductible), "5000");
    assertThat(one.standards().deductible()).isEqualTo(amount);
    assertThat(one.of(Share.DEDUCTIBLE)).isEqualTo(amount);
  }

  /** An approval of another kind, or one that has ended, is no further disease. */
  @Test
  void onlyApprovalsOfTheKindThatHoldAreCounted() {
    Member member = Patient.SOMEONE.approved(MedicalType.CHRONIC_DISEASE, "M1", "M2").member();
    Bill chronic = Sample.as(MedicalType.CHRONIC_DISEASE, Sample.bill("1"));
    assertThat(member.approvedDiseases(chronic)).isEqualTo(2);
    assertThat(member.approvedDiseases(Sample.bill("1"))).isZero();
    assertThat(member.approvedDiseases(Sample.on(Sample.DAY.plusYears(1), chronic))).isZero();
  }

  /** Each change of an amount is rounded, as a published figure is. */
  @ParameterizedTest
  @CsvSource({"800, 80%, 640.00", "0.01, 50%, 0.01", "0.03, 50%, 0.02", "800, 0%, 0.00"})
  void aDeductibleIsAdjusted(String amount, String times, Money borne) {
    var adjust = List.of(adjustment("中医医院降低", Condition.ALWAYS, How.TIMES, times));
    var deductible =
        new Step.Deductible("outpatient", Anew.EACH_VISIT, Sample.amount(amount), adjust);
    Settlement one = Patient.SOMEONE.pays(Sample.policy(deductible), "5000");
    assertThat(one.of(Share.DEDUCTIBLE)).isEqualTo(borne);
    assertThat(one.explanation().get(1).sentence()).startsWith("起付线 ").contains("（中医医院降低）中本次承担");
  }

  /** Of a deductible: in the order of the file, never below nothing. */
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          800  | RAISED_BY 50%             | 1200.00
          800  | RAISED_BY 100%            | 1600.00
          800  | RAISED_BY 0%              | 800.00
          0.01 | RAISED_BY 50%             | 0.02
          800  | MORE 200                  | 1000.00
          800  | LESS 300                  | 500.00
          800  | LESS 800                  | 0.00
          800  | LESS 800.01               | 0.00
          800  | RAISED_BY 50%, MORE 200   | 1400.00
          800  | MORE 200, RAISED_BY 50%   | 1500.00
          800  | LESS 300, TIMES 50%       | 250.00
          """)
  void anAmountIsRaisedOrLowered(String amount, String adjustments, Money borne) {
    var adjust = new ArrayList<Adjustment>();
    for (String one : adjustments.split(", ", -1)) {
      String[] parts = one.split(" ", -1);
      How how = How.valueOf(parts[0]);
      adjust.add(
          how.isByAmount()
              ? new Adjustment("调整", Condition.ALWAYS, how, null, Sample.amount(parts[1]))
              : adjustment("调整", Condition.ALWAYS, how, parts[1]));
    }
    var deductible =
        new Step.Deductible("outpatient", Anew.EACH_VISIT, Sample.amount(amount), adjust);
    Settlement one = Patient.SOMEONE.pays(Sample.policy(deductible), "5000");
    assertThat(one.of(Share.DEDUCTIBLE)).isEqualTo(borne);
  }

  @ParameterizedTest
  @CsvSource({
    "RAISED_BY, false",
    "MORE, false",
    "LESS, false",
    "TIMES, true",
    "POINTS_MORE, true",
  })
  void someChangesAreForAmountsAlone(How how, boolean forRatios) {
    assertThat(How.forRatios().contains(how)).isEqualTo(forRatios);
    if (how == How.RAISED_BY) {
      assertThatThrownBy(
              () -> fund(Rate.of(Ratio.of("80%")), adjustment("调整", Condition.ALWAYS, how, "10%")))
          .hasMessage("RAISED_BY is for amounts alone");
    }
  }

  @Test
  void theChangesOfAnAmount() {
    assertThat(How.forAmounts()).containsExactly(How.TIMES, How.RAISED_BY, How.MORE, How.LESS);
  }

  @Test
  void aChangeSaysHowMuchInItsOwnKind() {
    assertThatThrownBy(() -> adjustment("调整", Condition.ALWAYS, How.MORE, "10%"))
        .hasMessage("MORE without its figure");
    assertThatThrownBy(
            () -> new Adjustment("调整", Condition.ALWAYS, How.TIMES, null, Sample.amount("1")))
        .hasMessage("TIMES without its figure");
  }

  /** Only those whose condition holds are applied, and named. */
  @Test
  void whatDoesNotHoldChangesNothing() {
    var men = Condition.of(Dimension.CIVIL_SERVANT, Condition.OneOf.of(true));
    var fund =
        fund(
            Rate.of(Ratio.of("80%")),
            adjustment("公务员", men, How.POINTS_MORE, "10%"),
            adjustment("所有人", Condition.ALWAYS, How.POINTS_LESS, "5%"));
    Policy policy = Sample.policy(fund);
    assertThat(sentences(Patient.SOMEONE.pays(policy, "100")))
        .contains("全部费用中的 100 元按 75% 支付（所有人），基本医疗统筹基金共支付 75 元");
    assertThat(sentences(Patient.SOMEONE.civilServant().pays(policy, "100")))
        .contains("全部费用中的 100 元按 85% 支付（公务员，所有人），基本医疗统筹基金共支付 85 元");
  }

  private static Stream<String> sentences(Settlement one) {
    return one.explanation().stream().map(Explained::sentence);
  }

  @Test
  void amountsAreMultipliedAloneAndNeverNegative() {
    var points = List.of(adjustment("x", Condition.ALWAYS, How.POINTS_LESS, "5%"));
    assertThatThrownBy(() -> new Step.Deductible("x", Anew.EACH_YEAR, Sample.amount("1"), points))
        .hasMessage("POINTS_LESS is for ratios alone");
    assertThatThrownBy(() ->
            new Ceiling(
                Ceiling.On.FUND,
                "x",
                Ceiling.Reach.WHOLE_POOL,
                Ceiling.Per.YEAR,
                Sample.amount("1"),
                points))
        .hasMessage("POINTS_LESS is for ratios alone");
    assertThatThrownBy(() -> Amount.of(Money.of("-0.01"))).hasMessageContaining("not negative");
    assertThatThrownBy(() -> new Amount(Money.ZERO, Money.of("-0.01"), null))
        .hasMessageContaining("not negative");
  }
}
