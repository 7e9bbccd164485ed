package org.yima.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yima.settlement.Condition.Between;
import org.yima.settlement.FundTerms.Counts;

/** Which visit of the year it is: of all, at this institution, and there for this disease. */
class OrdinalsTest {

  /** 临沂: 800, half for the second admission, none from the third on. */
  private static Policy policy(Dimension ordinal, @Nullable String pool, Anew due) {
    var figure =
        new Figure<>(
            Sample.SOURCE,
            List.of(
                value(ordinal, new Between(1, 1), "800"),
                value(ordinal, new Between(2, 2), "400"),
                value(ordinal, new Between(3, null), "0")));
    var deductible = new Step.Deductible("stay", due, figure, List.of());
    var fund = Sample.fund(Counts.ABOVE_DEDUCTIBLE, Bands.flat(Ratio.of("80%")));
    var steps = Sample.policy(deductible, fund).benefits().getFirst().steps();
    var benefit = new Benefit("住院", Sample.covers(MedicalType.OUTPATIENT), pool, steps);
    return Sample.policyOf(Map.of("M1", "肿瘤", "M2", "透析"), benefit);
  }

  private static Figure.Case<Amount> value(Dimension ordinal, Between between, String yuan) {
    return new Figure.Case<>(Condition.of(ordinal, between), Amount.of(Money.of(yuan)));
  }

  /** Visits as institution/disease, one after the other, and the deductible of each. */
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          VISIT                  | H1/M1, H1/M1, H1/M1, H1/M1 | 800 400 0 0     | 1 2 3 4
          VISIT                  | H1/M1, H2/M2, H3/          | 800 400 0       | 1 2 3
          VISIT_HERE             | H1/M1, H2/M1, H1/M2, H1/M9 | 800 800 400 0   | 1 2 3 4
          VISIT_HERE             | /M1, /M1                   | 800 400         | 1 2
          VISIT_HERE_FOR_DISEASE | H1/M1, H1/M2, H1/M1, H2/M1 | 800 800 400 800 | 1 2 3 4
          VISIT_HERE_FOR_DISEASE | H1/M9, H1/, H1/M8          | 800 400 0       | 1 2 3
          """)
  void theDeductibleGoesByTheOrdinal(
      Dimension ordinal, String visits, String deductibles, String numbers) {
    Policy policy = policy(ordinal, "inpatient", Anew.EACH_VISIT);
    var borne = new ArrayList<String>();
    var counted = new ArrayList<String>();
    Patient patient = Patient.SOMEONE;
    for (String visit : visits.split(", ", -1)) {
      String[] parts = visit.split("/", -1);
      String disease = parts[1].isEmpty() ? null : parts[1];
      Settlement one =
          patient.pays(policy, Sample.at(parts[0], disease, null, Sample.bill("2000")));
      borne.add(one.of(Share.DEDUCTIBLE).plain());
      counted.add(String.valueOf(one.standards().visitNumber()));
      patient = patient.after(one.yearAfter());
    }
    assertThat(String.join(" ", borne)).isEqualTo(deductibles);
    assertThat(String.join(" ", counted)).isEqualTo(numbers);
  }

  @Test
  void aVisitIsCountedInThreeWays() {
    Policy policy = policy(Dimension.VISIT, "inpatient", Anew.EACH_VISIT);
    var bill = Sample.at("H1", "M1", null, Sample.bill("1"));
    assertThat(Patient.SOMEONE.pays(policy, bill).movements().toString())
        .endsWith("visits:inpatient=1,visits:inpatient/H1=1,visits:inpatient/H1/肿瘤=1");
    var unnamed = Sample.at("", null, null, Sample.bill("1"));
    assertThat(Patient.SOMEONE.pays(policy, unnamed).movements().toString())
        .endsWith("visits:inpatient=1,visits:inpatient/unnamed=1,visits:inpatient/unnamed/none=1");
  }

  /** A long stay is settled in parts: one visit, one deductible, whatever came between. */
  @Test
  void anInterimSettlementIsNoNewVisit() {
    Policy policy = policy(Dimension.VISIT, "inpatient", Anew.EACH_VISIT);
    Settlement first = Patient.SOMEONE.pays(policy, "500");
    Settlement second = Patient.SOMEONE.stillThere(first).pays(policy, "500");
    Settlement third = Patient.SOMEONE.stillThere(first).stillThere(second).pays(policy, "500");
    assertThat(first.of(Share.DEDUCTIBLE)).hasToString("500.00");
    assertThat(second.of(Share.DEDUCTIBLE)).hasToString("300.00");
    assertThat(second.standards().visitNumber()).isEqualTo(1);
    assertThat(second.movements().visits("inpatient")).isZero();
    assertThat(third.of(Share.DEDUCTIBLE)).hasToString("0.00");
    assertThat(third.yearAfter().visits("inpatient")).isEqualTo(1);
    Settlement next = Patient.SOMEONE.after(third.yearAfter()).pays(policy, "500");
    assertThat(next.standards().visitNumber()).isEqualTo(2);
    assertThat(next.of(Share.DEDUCTIBLE)).hasToString("400.00");
  }

  @Test
  void whereVisitsAreNotCountedThereIsNoNumber() {
    Settlement one = Patient.SOMEONE.after("visits:inpatient=3").pays(Sample.policy(), "1");
    assertThat(one.standards().visitNumber()).isZero();
    assertThat(one.movements()).isEqualTo(YearSoFar.EMPTY);
  }

  /** 300 in the year, of which earlier visits bore some; what is told names them. */
  @ParameterizedTest
  @CsvSource({
    "EACH_YEAR,  0,   300.00",
    "EACH_YEAR,  299.99, 0.01",
    "EACH_YEAR,  300, 0.00",
    "EACH_YEAR,  400, 0.00",
    "EACH_VISIT, 300, 300.00",
  })
  void aDeductibleBeginsAnewEachVisitOrEachYear(Anew due, String earlier, Money borne) {
    Policy policy = Sample.policy(Sample.deductible(due, "300"));
    Settlement one = Patient.SOMEONE.after("deductible:outpatient=" + earlier).pays(policy, "900");
    assertThat(one.of(Share.DEDUCTIBLE)).isEqualTo(borne);
  }

  /**
   * Bands may begin anew with each visit: 50 % at first, 90 % above. Laid on what the fund pays, a
   * band is full when the fund has paid its width.
   */
  @ParameterizedTest(name = "{0} {1}, first band to {2}: {3}")
  @CsvSource({
    // what the bands are laid on, end of the first, costs of two visits, paid of each
    "EACH_YEAR,  ABOVE_DEDUCTIBLE, 1000, 800 800,     400.00 640.00",
    "EACH_VISIT, ABOVE_DEDUCTIBLE, 1000, 800 800,     400.00 400.00",
    "EACH_VISIT, FUND_PAID,        500,  800 1100,    400.00 590.00",
    "EACH_YEAR,  FUND_PAID,        500,  800 300,     400.00 190.00",
    "EACH_YEAR,  FUND_PAID,        500,  1000 100,    500.00 90.00",
    "EACH_YEAR,  FUND_PAID,        500,  999.98 0.03, 499.99 0.02",
    "EACH_YEAR,  FUND_PAID,        500,  2000 100,    1400.00 90.00",
  })
  void bandsBeginAnewEachVisitOrEachYear(
      Anew running, Counts counts, String top, String costs, String paid) {
    var bands = new Bands(List.of(Sample.band("0", top, "50%"), Sample.band(top, null, "90%")));
    var pays = Figure.of(bands, Sample.SOURCE);
    var terms = new FundTerms("outpatient", counts, running, pays, List.of(), List.of());
    Policy policy = Sample.policy(new Step.Fund(Step.Fund.Kind.BASIC, terms));
    Patient patient = Patient.SOMEONE;
    var found = new ArrayList<String>();
    for (String cost : costs.split(" ", -1)) {
      Settlement one = patient.pays(policy, cost);
      found.add(one.of(Share.BASIC_FUND).toString());
      patient = patient.after(one.yearAfter());
    }
    assertThat(String.join(" ", found)).isEqualTo(paid);
  }
}
