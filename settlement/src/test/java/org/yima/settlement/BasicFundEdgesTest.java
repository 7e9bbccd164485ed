package org.yima.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yima.settlement.Ceiling.Reach;
import org.yima.settlement.FundTerms.Counts;

/**
 * Where bands, ratios and ceilings meet in ways that one deductible and one ceiling do not show.
 */
class BasicFundEdgesTest {

  /** {@code 1000 50%, 2000 0%, - 80%}: up to 1,000, up to 2,000, and beyond. */
  private static Bands bands(String text) {
    var bands = new ArrayList<Bands.Band>();
    Money from = Money.ZERO;
    for (String band : text.split(", ", -1)) {
      String[] parts = band.split(" ", -1);
      Money to = parts[0].equals("-") ? null : Money.of(parts[0]);
      bands.add(new Bands.Band(from, to, Rate.of(Ratio.of(parts[1]))));
      from = to == null ? from : to;
    }
    return new Bands(bands);
  }

  private static Ceiling ceiling(String pool, Reach reach, String yuan) {
    return Ceiling.yearly(pool, reach, Sample.amount(yuan));
  }

  private static String split(Settlement one) {
    return one.of(Share.BASIC_FUND)
        + " "
        + one.of(Share.BAND_SELF_PAY)
        + " "
        + one.of(Share.OVER_LIMIT);
  }

  /** The fund's share is rounded once over all bands, not band by band. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # bands                       | cost | fund, band self-pay, over limit
          1 33.3333%, 2 33.3333%, - 33.3334% | 3.00 | 1.00 2.00 0.00
          0.01 50%, 0.02 50%, - 0%      | 0.01 | 0.01 0.00 0.00
          0.01 50%, 0.02 50%, - 0%      | 0.02 | 0.01 0.01 0.00
          0.01 40%, 0.02 40%, 0.03 40%, - 0% | 0.01 | 0.00 0.01 0.00
          0.01 40%, 0.02 40%, 0.03 40%, - 0% | 0.03 | 0.01 0.02 0.00
          - 65%                         | 0.01 | 0.01 0.00 0.00
          - 49.9999%                    | 0.01 | 0.00 0.01 0.00
          - 0%                          | 9.99 | 0.00 9.99 0.00
          - 100%                        | 9.99 | 9.99 0.00 0.00
          """)
  void theShareIsRoundedOnce(String bands, String cost, String expected) {
    Policy policy = Sample.policy(Sample.fund(Counts.IN_SCOPE, bands(bands)));
    assertThat(split(Sample.settle(policy, Sample.visit(Sample.bill(cost))))).isEqualTo(expected);
  }

  /** A band in which the fund pays nothing lies between two in which it pays. */
  @ParameterizedTest
  @CsvSource({
    "999.99,  500.00 499.99 0.00",
    "1000.00, 500.00 500.00 0.00",
    "1000.01, 500.00 500.01 0.00",
    "2000.00, 500.00 1500.00 0.00",
    "2000.01, 500.01 1500.00 0.00",
    "2001.00, 500.80 1500.20 0.00",
  })
  void aCorridorIsThePatients(String cost, String expected) {
    Policy policy = Sample.policy(Sample.fund(Counts.IN_SCOPE, bands("1000 50%, 2000 0%, - 80%")));
    assertThat(split(Sample.settle(policy, Sample.visit(Sample.bill(cost))))).isEqualTo(expected);
  }

  /** The ceiling is met inside a band: the cost it still covers is divided back by that ratio. */
  @ParameterizedTest
  @CsvSource({
    // ceiling 700 = 500 of the first 1,000, then 200 / 80 % = 250 of the second band
    "1249.99, 699.99 550.00 0.00",
    "1250.00, 700.00 550.00 0.00",
    "1250.01, 700.00 550.00 0.01",
    "1250.02, 700.00 550.00 0.02",
    "3000.00, 700.00 550.00 1750.00",
  })
  void aCeilingInsideTheSecondBandCutsThere(String cost, String expected) {
    var limit = ceiling("outpatient", Reach.WHOLE_POOL, "700");
    Policy policy = Sample.policy(Sample.fund(Counts.IN_SCOPE, bands("1000 50%, - 80%"), limit));
    assertThat(split(Sample.settle(policy, Sample.visit(Sample.bill(cost))))).isEqualTo(expected);
  }

  /** Where the ceiling is used up before a band of nothing, that band is above the limit. */
  @ParameterizedTest
  @CsvSource({
    "500, 1000, 500.00 500.00 0.00",
    "500, 1500, 500.00 1000.00 0.00",
    "500, 2100, 500.00 1500.00 100.00",
    "0,   10,   0.00 0.00 10.00",
  })
  void aCeilingAtTheEdgeOfACorridor(String limit, String cost, String expected) {
    var ceiling = ceiling("outpatient", Reach.WHOLE_POOL, limit);
    Policy policy =
        Sample.policy(Sample.fund(Counts.IN_SCOPE, bands("1000 50%, 2000 0%, - 80%"), ceiling));
    assertThat(split(Sample.settle(policy, Sample.visit(Sample.bill(cost))))).isEqualTo(expected);
  }

  /** Counted in scope, the deductible itself moves the year into the next band. */
  @ParameterizedTest
  @CsvSource({
    // earlier deductible, earlier cost, bill → deductible, fund
    "0,   0,      299.99, 299.99 0.00",
    "0,   0,      300.01, 300.00 0.01",
    "0,   0,      1000,   300.00 350.00",
    "0,   0,      1000.01,300.00 350.01",
    "0,   0,      1001,   300.00 350.80",
    "0,   900,    400,    300.00 80.00",
    "300, 999.99, 0.01,   0.00 0.01",
    "300, 1000,   1,      0.00 0.80",
    "200, 950,    200,    100.00 80.00",
  })
  void theDeductibleFillsTheFirstBand(
      String earlierDeductible, String earlierCost, String cost, String expected) {
    Policy policy =
        Sample.policy(
            Sample.deductible(Anew.EACH_YEAR, "300"),
            Sample.fund(Counts.IN_SCOPE, bands("1000 50%, - 80%")));
    String year = "deductible:outpatient=" + earlierDeductible + ",cost:outpatient=" + earlierCost;
    Settlement one = Sample.settle(policy, Sample.visit(Sample.bill(cost), year, "0"));
    assertThat(one.of(Share.DEDUCTIBLE) + " " + one.of(Share.BASIC_FUND)).isEqualTo(expected);
    Counter counted = Counter.of("cost:outpatient");
    assertThat(one.movements().of(counted)).isEqualTo(Money.of(cost));
  }

  /** Two patients' worth of limits: each disease its own 100, both together 150. */
  @ParameterizedTest
  @CsvSource({
    // disease, paid for 高血压, for 糖尿病, in the whole pool → paid now, for 80
    "M1, 0,     0,   0,     80.00",
    "M1, 19.99, 0,   19.99, 80.00",
    "M1, 20,    0,   20,    80.00",
    "M1, 20.01, 0,   20.01, 79.99",
    "M1, 100,   0,   100,   0.00",
    "M2, 100,   0,   100,   50.00",
    "M2, 70,    0,   70,    80.00",
    "M2, 70.01, 0,   70.01, 79.99",
    "M2, 50,    100, 150,   0.00",
  })
  void eachDiseaseHasItsOwnLimitInsideTheSharedOne(
      String disease, String ofM1, String ofM2, String ofAll, String paid) {
    var steps =
        Sample.policy(
                Sample.fund(
                    Counts.IN_SCOPE,
                    Bands.flat(Ratio.ONE),
                    ceiling("chronic", Reach.EACH_DISEASE, "100"),
                    ceiling("chronic", Reach.WHOLE_POOL, "150")))
            .benefits()
            .getFirst()
            .steps();
    var diseases = Map.of("M1", "高血压", "M2", "糖尿病");
    Condition covers = Sample.covers(MedicalType.OUTPATIENT);
    Policy policy = Sample.policyOf(diseases, new Benefit("两病", covers, null, steps));
    String year =
        "fund:chronic/高血压=%s,fund:chronic/糖尿病=%s,fund:chronic=%s".formatted(ofM1, ofM2, ofAll);
    var bill =
        new Bill(
            Sample.DAY,
            MedicalType.OUTPATIENT,
            Sample.HOSPITAL,
            disease,
            Sample.bill("80").lines());
    Settlement one = Sample.settle(policy, Sample.visit(bill, year, "0"));
    assertThat(one.of(Share.BASIC_FUND)).hasToString(paid);
    String category = diseases.get(disease);
    assertThat(one.movements().of(Counter.of("fund:chronic/" + category))).hasToString(paid);
    assertThat(one.movements().of(Counter.of("fund:chronic"))).hasToString(paid);
    assertThat(one.movements().basicFundPaid()).hasToString(paid);
  }

  /** What is quoted as left of a limit is never below zero, even after a limit was lowered. */
  @ParameterizedTest
  @CsvSource({"0, 1000.00", "999.99, 0.01", "1000, 0.00", "1200, 0.00"})
  void whatIsLeftOfALimitIsQuoted(String used, String left) {
    var limit = ceiling("outpatient", Reach.WHOLE_POOL, "1000");
    Policy policy = Sample.policy(Sample.fund(Counts.IN_SCOPE, Bands.flat(Ratio.ONE), limit));
    String year = "fund:outpatient=" + used;
    Settlement one = Sample.settle(policy, Sample.visit(Sample.bill("5"), year, "0"));
    assertThat(one.standards().basic().limit()).isEqualTo(Money.of("1000"));
    assertThat(one.standards().basic().left()).isEqualTo(Money.of(left));
  }

  @Test
  void withoutALimitNoneIsQuoted() {
    Policy policy = Sample.policy(Sample.fund(Counts.IN_SCOPE, bands("1000 50%, - 80%")));
    var standards = Sample.settle(policy, Sample.visit(Sample.bill("2000"))).standards();
    var basic = new Quota(null, null, Ratio.of("65%"));
    assertThat(standards).isEqualTo(new Standards(Money.ZERO, 0, basic, Quota.NONE, Quota.NONE));
  }

  /** The benefit year begins where the policy says, so a visit on its eve belongs to the last. */
  @ParameterizedTest
  @CsvSource({
    "01-01, 2024-01-01, 2024",
    "01-01, 2024-12-31, 2024",
    "04-01, 2024-03-31, 2023",
    "04-01, 2024-04-01, 2024",
    "07-01, 2025-06-30, 2024",
    "12-31, 2024-12-30, 2023",
    "12-31, 2024-12-31, 2024",
    "02-29, 2023-02-28, 2022",
    "02-29, 2023-03-01, 2023",
    "02-29, 2024-02-29, 2024",
  })
  void theBenefitYear(String starts, LocalDate day, int year) {
    var policy =
        new Policy(
            "测试政策",
            "990001",
            Member.Scheme.EMPLOYEE,
            MonthDay.parse("--" + starts),
            Map.of(),
            null,
            List.of());
    assertThat(policy.benefitYear(day)).isEqualTo(year);
  }
}
