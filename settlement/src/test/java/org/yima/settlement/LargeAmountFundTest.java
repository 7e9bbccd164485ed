package org.yima.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yima.settlement.Ceiling.Reach;
import org.yima.settlement.FundTerms.Counts;

/**
 * 大额: above the ceiling of the basic fund, until a ceiling of its own. The cost that the basic fund
 * still covers is divided back by its ratio, and the next fund pays of the exact rest.
 */
class LargeAmountFundTest {

  static Step.Fund large(String ratio, String limit) {
    var ceiling = Ceiling.yearly("large", Reach.WHOLE_POOL, Sample.amount(limit));
    var pays = Figure.of(Bands.flat(Ratio.of(ratio)), Sample.SOURCE);
    var terms = FundTerms.yearly("large", Counts.ABOVE_DEDUCTIBLE, pays, List.of(ceiling));
    return new Step.Fund(Step.Fund.Kind.LARGE_AMOUNT, terms);
  }

  private static Settlement settle(String basic, String large, String cost, String year) {
    String[] first = basic.split(" to ", -1);
    String[] second = large.split(" to ", -1);
    Policy policy =
        Sample.policy(
            Sample.fund(Bands.flat(Ratio.of(first[0])), first[1]), large(second[0], second[1]));
    return Sample.settle(policy, Sample.visit(Sample.bill(cost), year, "0"));
  }

  private static String split(Settlement one) {
    var parts = new ArrayList<String>();
    for (Share share :
        List.of(
            Share.BASIC_FUND,
            Share.BAND_SELF_PAY,
            Share.LARGE_AMOUNT_FUND,
            Share.LARGE_AMOUNT_SELF_PAY,
            Share.OVER_LIMIT)) {
      parts.add(one.of(share).toString());
    }
    return String.join(" ", parts);
  }

  @ParameterizedTest(name = "{0}, then {1}: {2} after {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # basic fund  | large-amount | cost    | year so far         | basic, its part, large, its part, above
          80% to 800    | 50% to 300   | 999.99  |                     | 799.99 200.00 0.00 0.00 0.00
          80% to 800    | 50% to 300   | 1000    |                     | 800.00 200.00 0.00 0.00 0.00
          80% to 800    | 50% to 300   | 1000.01 |                     | 800.00 200.00 0.01 0.00 0.00
          80% to 800    | 50% to 300   | 1599.99 |                     | 800.00 200.00 300.00 299.99 0.00
          80% to 800    | 50% to 300   | 1600    |                     | 800.00 200.00 300.00 300.00 0.00
          80% to 800    | 50% to 300   | 1600.01 |                     | 800.00 200.00 300.00 300.00 0.01
          80% to 800    | 50% to 300   | 200     | fund:outpatient=800 | 0.00 0.00 100.00 100.00 0.00
          80% to 800    | 50% to 300   | 200     | fund:outpatient=800,fund:large=299.99 | 0.00 0.00 0.01 0.01 199.98
          80% to 800    | 50% to 300   | 200     | fund:outpatient=800,fund:large=300    | 0.00 0.00 0.00 0.00 200.00
          # 100 / 85 % = 117.647058…; the rest of 182.352941… × 42.5 % = 77.5 fen to a hair: 77.4999… or 77.5
          85% to 1      | 42.5% to 9   | 3.00    |                     | 1.00 0.18 0.78 1.04 0.00
          85% to 1      | 42.5% to 9   | 2.99    |                     | 1.00 0.18 0.77 1.04 0.00
          85% to 1      | 42.5% to 9   | 3.01    |                     | 1.00 0.18 0.78 1.05 0.00
          85% to 0.02   | 42.5% to 9   | 0.06    |                     | 0.02 0.00 0.02 0.02 0.00
          """)
  void theLargeAmountFundPaysOfTheExactRest(
      String basic, String large, String cost, String year, String expected) {
    assertThat(split(settle(basic, large, cost, year == null ? "" : year))).isEqualTo(expected);
  }

  /** Half a fen is the patient's part of the first fund; the other half makes no fen. */
  @Test
  void halfAFenIsNotCountedTwice() {
    Settlement one = settle("40% to 0.01", "100% to 9", "0.10", "");
    assertThat(split(one)).isEqualTo("0.01 0.02 0.07 0.00 0.00");
    assertThat(one.movements().largeAmountFundPaid()).isEqualTo(one.of(Share.LARGE_AMOUNT_FUND));
    assertThat(one.movements().of(Counter.of("fund:large"))).hasToString("0.07");
    assertThat(one.movements().of(Counter.of("cost:large"))).hasToString("0.07");
    assertThat(one.explanation().stream().map(Explained::name)).doesNotContain("年度限额 9");
    assertThat(one.explanation().stream().filter(Explained.CeilingReached.class::isInstance))
        .hasSize(1);
  }

  @Test
  void bothFundsAreQuoted() {
    Standards quoted = settle("80% to 800", "50% to 300", "1600.01", "fund:large=100").standards();
    assertThat(quoted.basic())
        .isEqualTo(new Quota(Money.of("800"), Money.of("800"), Ratio.of("80%")));
    assertThat(quoted.largeAmount())
        .isEqualTo(new Quota(Money.of("300"), Money.of("200"), Ratio.of("50%")));
    assertThat(quoted.civilServants()).isEqualTo(Quota.NONE);
  }

  @Test
  void aPatientReadsOfBoth() {
    assertThat(
            settle("80% to 800", "50% to 300", "1600.01", "").explanation().stream()
                .map(Explained::sentence))
        .contains(
            "全部费用中的 1600.01 元按 80% 支付，合计 1280.01 元，限额内基本医疗统筹基金共支付 800 元",
            "基金年度限额 800 元，此前已支付 0 元，本次最多支付 800 元",
            "全部费用中的 600.01 元按 50% 支付，合计 300.01 元，限额内大额医疗基金共支付 300 元",
            "超过限额的 0.01 元由个人负担");
  }
}
