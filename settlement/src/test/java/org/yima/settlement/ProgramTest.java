package org.yima.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.yima.settlement.Ceiling.Reach;
import org.yima.settlement.FundTerms.Counts;

/**
 * What pays out of the patient's part: critical illness, civil servants, special care, assistance.
 */
class ProgramTest {

  private static final List<Share> BAND = List.of(Share.BAND_SELF_PAY);

  private static Step.Subsidy programme(Program program, List<Share> of, Bands bands) {
    return new Step.Subsidy(program, Condition.ALWAYS, of, null, terms(bands), null);
  }

  private static FundTerms terms(Bands bands, Ceiling... ceilings) {
    var pays = Figure.of(bands, Sample.SOURCE);
    return FundTerms.yearly("programme", Counts.ABOVE_DEDUCTIBLE, pays, List.of(ceilings));
  }

  private static Bands flat(String ratio) {
    return Bands.flat(Ratio.of(ratio));
  }

  /** Nothing by the basic fund: the whole bill is the patient's, as one part. */
  private static Policy policy(Share as, Step... programmes) {
    var steps = new ArrayList<Step>();
    steps.add(new Step.ClassifyLines());
    steps.add(Sample.deductible(Anew.EACH_YEAR, "300"));
    steps.add(new Step.PatientBears(as));
    steps.addAll(List.of(programmes));
    steps.add(new Step.InCash());
    return Sample.policyOf(new Benefit("门诊", Sample.covers(MedicalType.OUTPATIENT), null, steps));
  }

  @ParameterizedTest
  @EnumSource
  void eachProgrammeIsBookedUnderItsShare(Program program) {
    Policy policy = policy(Share.BAND_SELF_PAY, programme(program, BAND, flat("50%")));
    Settlement one = Patient.SOMEONE.pays(policy, "500");
    assertThat(one.of(program.share())).hasToString("100.00");
    assertThat(one.funds()).hasToString("100.00");
    assertThat(one.patientPays()).hasToString("400.00");
    assertThat(one.subsidised(program, Share.BAND_SELF_PAY)).hasToString("100.00");
    assertThat(one.subsidised(program, Share.DEDUCTIBLE)).isEqualTo(Money.ZERO);
    assertThat(one.explanation().get(3).sentence())
        .isEqualTo(
            "个人负担中的 200 元纳入%1$s，全部费用中的 200 元按 50%% 支付，%1$s共支付 100 元".formatted(program.chinese()));
    assertThat(one.explanation().get(3).figure()).isEqualTo("50%");
    String counter = program.share().name().toLowerCase(Locale.ROOT);
    assertThat(one.movements().of(Counter.of("fund:" + counter.replace('_', '-'))))
        .hasToString("100.00");
  }

  /** What changed the deductible and the ratio is named, in this order, for those it holds for. */
  @ParameterizedTest(name = "aged {0}")
  @CsvSource({
    "59, 100, 50%, '',                                     50",
    "60, 50,  60%, '（起付标准减半，提高 10 个百分点）',   90",
    "70, 50,  65%, '（起付标准减半，提高 10 个百分点，再提高 5 个百分点）', 97.50",
  })
  void whatAdjustsAProgrammeIsNamed(
      int age, String deductible, String ratio, String named, String paid) {
    var own =
        new Step.Deductible(
            "own",
            Anew.EACH_YEAR,
            Sample.amount("100"),
            List.of(adjustment("起付标准减半", 60, Adjustment.How.TIMES, "50%")));
    var adjust =
        List.of(
            adjustment("提高 10 个百分点", 60, Adjustment.How.POINTS_MORE, "10%"),
            adjustment("再提高 5 个百分点", 70, Adjustment.How.POINTS_MORE, "5%"));
    var pays = Figure.of(flat("50%"), Sample.SOURCE);
    var terms =
        new FundTerms("own", Counts.ABOVE_DEDUCTIBLE, Anew.EACH_YEAR, pays, adjust, List.of());
    var rule = new Step.Subsidy(Program.CRITICAL_ILLNESS, Condition.ALWAYS, BAND, own, terms, null);
    Settlement one = Patient.SOMEONE.aged(age).pays(policy(Share.BAND_SELF_PAY, rule), "500");
    int above = 200 - Integer.parseInt(deductible);
    assertThat(one.explanation().get(3).sentence())
        .isEqualTo(
            "个人负担中的 200 元纳入%1$s，起付标准 %2$s 元，此前已累计 0 元，全部费用中的 %3$d 元按 %4$s 支付%5$s，%1$s共支付 %6$s 元"
                .formatted(
                    Program.CRITICAL_ILLNESS.chinese(), deductible, above, ratio, named, paid));
  }

  private static Adjustment adjustment(String name, int from, Adjustment.How how, String by) {
    var older = Condition.of(Dimension.AGE, new Condition.Between(from, null));
    return new Adjustment(name, older, how, Figure.of(Ratio.of(by), Sample.SOURCE));
  }

  @Test
  void theSharesOfTheProgrammes() {
    var shares = new ArrayList<String>();
    for (Program program : Program.values()) {
      shares.add(program + " " + program.share() + (program.isLast() ? " last" : ""));
    }
    assertThat(shares)
        .containsExactly(
            "CRITICAL_ILLNESS OTHER_FUNDS",
            "CIVIL_SERVANTS CIVIL_SERVANT_FUND",
            "SPECIAL_CARE SPECIAL_CARE_FUND",
            "RETIRED_CADRES RETIRED_CADRE_FUND",
            "PENSIONERS PENSIONER_FUND",
            "ENTERPRISE ENTERPRISE_FUND",
            "OTHER OTHER_FUNDS",
            "SPECIAL_GROUPS OTHER_FUNDS",
            "POVERTY_ASSISTANCE OTHER_FUNDS",
            "POVERTY_GUARANTEE OTHER_FUNDS",
            "CRITICAL_ILLNESS_ASSISTANCE OTHER_FUNDS",
            "FISCAL_SUBSIDY OTHER_FUNDS",
            "ASSISTANCE MEDICAL_ASSISTANCE last",
            "RELIEF MEDICAL_RELIEF last");
  }

  /** E15: above 20,000 in the year 30 % of the first 20,000, 40 % of the next 30,000. */
  @ParameterizedTest(name = "{0} after {1}")
  @CsvSource({
    "20000,    0,     0.00",
    "20000.01, 0,     0.00",
    "20000.02, 0,     0.01",
    "40000,    0,     6000.00",
    "50000,    0,     10000.00",
    "70000,    0,     18000.00",
    "70000.01, 0,     18000.00",
    "30000,    19999.99, 10000.00",
  })
  void criticalIllnessPaysAboveItsDeductible(String cost, String earlier, Money paid) {
    var bands =
        new Bands(List.of(Sample.band("0", "20000", "30%"), Sample.band("20000", "50000", "40%")));
    var own = new Step.Deductible("illness", Anew.EACH_YEAR, Sample.amount("20000"), List.of());
    var rule =
        new Step.Subsidy(
            Program.CRITICAL_ILLNESS,
            Condition.ALWAYS,
            List.of(Share.DEDUCTIBLE, Share.BAND_SELF_PAY),
            own,
            terms(bands),
            null);
    Policy policy = policy(Share.BAND_SELF_PAY, rule);
    Settlement one = Patient.SOMEONE.after("deductible:illness=" + earlier).pays(policy, cost);
    assertThat(one.of(Share.OTHER_FUNDS)).isEqualTo(paid);
    assertThat(one.explanation().get(3).sentence())
        .startsWith(
            "个人负担中的 %s 元纳入大病保险，起付标准 20000 元，此前已累计 %s 元，"
                .formatted(Money.of(cost).plain(), Money.of(earlier).plain()));
  }

  /** The deductible of a programme is met over the year, bill after bill. */
  @Test
  void aProgrammesDeductibleIsMetOverTheYear() {
    var own = new Step.Deductible("illness", Anew.EACH_YEAR, Sample.amount("1000"), List.of());
    var rule =
        new Step.Subsidy(
            Program.CRITICAL_ILLNESS,
            Condition.ALWAYS,
            List.of(Share.DEDUCTIBLE, Share.BAND_SELF_PAY),
            own,
            terms(flat("50%")),
            null);
    Policy policy = policy(Share.BAND_SELF_PAY, rule);
    Patient patient = Patient.SOMEONE;
    var paid = new ArrayList<String>();
    for (String cost : List.of("600", "300", "200", "200")) {
      Settlement one = patient.pays(policy, cost);
      paid.add(one.of(Share.OTHER_FUNDS).plain());
      patient = patient.after(one.yearAfter());
    }
    assertThat(paid).containsExactly("0", "0", "50", "100");
    assertThat(patient.year().of(Counter.of("deductible:illness"))).hasToString("1000.00");
    assertThat(patient.year().of(Counter.of("cost:programme"))).hasToString("300.00");
  }

  /** The bands of a programme may count its deductible inside, as a basic fund's may. */
  @ParameterizedTest
  @CsvSource({"IN_SCOPE, 110.00", "ABOVE_DEDUCTIBLE, 80.00"})
  void aProgrammesBandsMayCountItsDeductible(Counts counts, Money paid) {
    var bands = new Bands(List.of(Sample.band("0", "200", "20%"), Sample.band("200", null, "50%")));
    var own = new Step.Deductible("own", Anew.EACH_YEAR, Sample.amount("100"), List.of());
    var terms = FundTerms.yearly("programme", counts, Figure.of(bands, Sample.SOURCE), List.of());
    var rule = new Step.Subsidy(Program.OTHER, Condition.ALWAYS, BAND, own, terms, null);
    Settlement one = Patient.SOMEONE.pays(policy(Share.BAND_SELF_PAY, rule), "680");
    assertThat(one.of(Share.OTHER_FUNDS)).isEqualTo(paid);
  }

  /** What is paid is taken off the parts in the order in which the policy names them. */
  @ParameterizedTest(name = "{0} of {1}")
  @CsvSource({
    "DEDUCTIBLE BAND_SELF_PAY, 50%,  250.00 0.00",
    "BAND_SELF_PAY DEDUCTIBLE, 50%,  50.00 200.00",
    "BAND_SELF_PAY DEDUCTIBLE, 40%,  0.00 200.00",
    "BAND_SELF_PAY DEDUCTIBLE, 100%, 300.00 200.00",
    "DEDUCTIBLE BAND_SELF_PAY, 100%, 300.00 200.00",
    "DEDUCTIBLE,               80%,  240.00 0.00",
    "OVER_LIMIT,               80%,  0.00 0.00",
  })
  void partsArePaidInTheOrderThatTheRuleNames(String of, String ratio, String expected) {
    var parts = List.of(of.split(" ", -1)).stream().map(Share::valueOf).toList();
    Policy policy =
        policy(Share.BAND_SELF_PAY, programme(Program.CIVIL_SERVANTS, parts, flat(ratio)));
    Settlement one = Patient.SOMEONE.pays(policy, "500");
    Program fund = Program.CIVIL_SERVANTS;
    assertThat(
            one.subsidised(fund, Share.DEDUCTIBLE)
                + " "
                + one.subsidised(fund, Share.BAND_SELF_PAY))
        .isEqualTo(expected);
  }

  /** Every part that a programme looks at is told, also one that it pays nothing of. */
  @ParameterizedTest(name = "{1} of {0}")
  @CsvSource({
    "DEDUCTIBLE BAND_SELF_PAY, 50%,  DEDUCTIBLE 250.00/300.00 left 50.00; BAND_SELF_PAY 0.00/200.00 left 200.00",
    "DEDUCTIBLE BAND_SELF_PAY, 0%,   DEDUCTIBLE 0.00/300.00 left 300.00; BAND_SELF_PAY 0.00/200.00 left 200.00",
    "BAND_SELF_PAY,            100%, BAND_SELF_PAY 200.00/200.00 left 0.00",
    "OVER_LIMIT,               80%,  ''",
  })
  void whatAProgrammePaidOfEachPartIsTold(String of, String ratio, String expected) {
    var parts = List.of(of.split(" ", -1)).stream().map(Share::valueOf).toList();
    Policy policy =
        policy(Share.BAND_SELF_PAY, programme(Program.SPECIAL_GROUPS, parts, flat(ratio)));
    Settlement one = Patient.SOMEONE.pays(policy, "500");
    assertThat(
            one.subsidised().stream()
                .map(part ->
                    "%s %s/%s left %s"
                        .formatted(part.part(), part.amount(), part.of(), part.left()))
                .collect(Collectors.joining("; ")))
        .isEqualTo(expected);
    assertThat(one.subsidised()).allMatch(part -> part.program() == Program.SPECIAL_GROUPS);
  }

  @Test
  void aProgrammeLooksAtWhatThePatientBears() {
    assertThatThrownBy(() -> programme(Program.OTHER, List.of(Share.BASIC_FUND), flat("50%")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("BASIC_FUND is not borne by the patient");
  }

  /** Each looks at what those before it have left: 500, then 250, then 25. */
  @Test
  void programmesComeOneAfterTheOther() {
    var all = List.of(Share.DEDUCTIBLE, Share.BAND_SELF_PAY);
    Policy policy =
        policy(
            Share.BAND_SELF_PAY,
            programme(Program.CRITICAL_ILLNESS, all, flat("50%")),
            programme(Program.CIVIL_SERVANTS, all, flat("90%")),
            programme(Program.ASSISTANCE, all, flat("100%")));
    Settlement one = Patient.SOMEONE.pays(policy, "500");
    assertThat(one.shares())
        .hasToString(
            "DEDUCTIBLE=300.00 BAND_SELF_PAY=200.00 CIVIL_SERVANT_FUND=225.00 OTHER_FUNDS=250.00"
                + " MEDICAL_ASSISTANCE=25.00");
    assertThatThrownBy(() ->
            policy(
                Share.BAND_SELF_PAY,
                programme(Program.ASSISTANCE, all, flat("100%")),
                programme(Program.CIVIL_SERVANTS, all, flat("90%"))))
        .hasMessage("civil-servants comes too late");
  }

  /** 公务员: 80 % of what is below, and a year's own burden of at most 1,000. */
  @ParameterizedTest(name = "{0} after {1}")
  @CsvSource({
    "2000,    0,      1600.00, 400.00,",
    "5000,    0,      4000.00, 1000.00,",
    "5000.05, 0,      4000.05, 1000.00, 全年个人负担不超过 1000 元，超过的 0.01 元由公务员医疗补助支付",
    "6000,    0,      5000.00, 1000.00, 全年个人负担不超过 1000 元，超过的 200 元由公务员医疗补助支付",
    "500,     999.99, 499.99,  0.01,    全年个人负担不超过 1000 元，超过的 99.99 元由公务员医疗补助支付",
    "500,     1000,   500.00,  0.00,    全年个人负担不超过 1000 元，超过的 100 元由公务员医疗补助支付",
    "500,     1200,   500.00,  0.00,    全年个人负担不超过 1000 元，超过的 100 元由公务员医疗补助支付",
  })
  void aYearsOwnBurdenHasALimit(
      String cost, String earlier, Money paid, Money burden, @Nullable String told) {
    var rule =
        new Step.Subsidy(
            Program.CIVIL_SERVANTS,
            Condition.of(Dimension.CIVIL_SERVANT, Condition.OneOf.of(true)),
            List.of(Share.DEDUCTIBLE, Share.BAND_SELF_PAY),
            null,
            terms(flat("80%")),
            Sample.amount("1000"));
    Policy policy = policy(Share.BAND_SELF_PAY, rule);
    Patient patient = Patient.SOMEONE.civilServant().after("burden:programme=" + earlier);
    Settlement one = patient.pays(policy, cost);
    assertThat(one.of(Share.CIVIL_SERVANT_FUND)).isEqualTo(paid);
    assertThat(one.patientPays()).isEqualTo(burden);
    assertThat(one.movements().of(Counter.of("burden:programme"))).isEqualTo(burden);
    assertThat(one.movements().civilServantFundPaid()).isEqualTo(paid);
    var relief =
        one.explanation().stream().filter(BurdenLimited.class::isInstance).findFirst().orElse(null);
    assertThat(relief == null ? null : relief.sentence()).isEqualTo(told);
    if (relief != null) {
      assertThat(relief.name() + relief.figure() + relief.citation())
          .isEqualTo("公务员医疗补助（年度负担限额）1000.00" + Sample.SOURCE);
      assertThat(relief.base()).isEqualTo(relief.result());
    }
    Settlement other = Patient.SOMEONE.pays(policy, cost);
    assertThat(other.funds()).as("not a civil servant").isEqualTo(Money.ZERO);
  }

  /** A programme's ceiling; what it quotes goes into bkc023 and bkc025. */
  @ParameterizedTest
  @CsvSource({"0, 100.00, 100.00", "60, 40.00, 40.00", "100, 0.00, 0.00", "0.01, 99.99, 99.99"})
  void aProgrammeHasItsCeiling(String before, Money paid, Money left) {
    Ceiling ceiling = Ceiling.yearly("programme", Reach.WHOLE_POOL, Sample.amount("100"));
    var rule =
        new Step.Subsidy(
            Program.CIVIL_SERVANTS,
            Condition.ALWAYS,
            BAND,
            null,
            terms(flat("60%"), ceiling),
            null);
    Policy policy = policy(Share.BAND_SELF_PAY, rule);
    Settlement one = Patient.SOMEONE.after("fund:programme=" + before).pays(policy, "500");
    assertThat(one.of(Share.CIVIL_SERVANT_FUND)).isEqualTo(paid);
    assertThat(one.standards().civilServants())
        .isEqualTo(new Quota(Money.of("100"), left, Ratio.of("60%")));
    assertThat(one.explanation().get(4)).isInstanceOf(Explained.CeilingReached.class);
  }

  @Test
  void whereNothingIsDueOrOpenNothingIsPaid() {
    var rule = programme(Program.SPECIAL_CARE, List.of(Share.SELF_PAID), flat("90%"));
    Settlement none = Patient.SOMEONE.pays(policy(Share.BAND_SELF_PAY, rule), "500");
    assertThat(none.explanation()).noneMatch(SubsidyPaid.class::isInstance);
    var ends = new Bands(List.of(Sample.band("0", "10", "50%")));
    Settlement full =
        Patient.SOMEONE
            .after("cost:programme=10")
            .pays(policy(Share.BAND_SELF_PAY, programme(Program.OTHER, BAND, ends)), "500");
    Explained step = full.explanation().get(3);
    assertThat(step.sentence()).isEqualTo("个人负担中的 200 元纳入其他补助，其他补助不支付");
    assertThat(step.name() + step.figure() + step.base() + step.result() + step.citation())
        .isEqualTo("其他补助200.000.00" + Sample.SOURCE);
  }
}
