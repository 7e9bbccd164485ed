package org.yima.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yima.settlement.Ceiling.Reach;
import org.yima.settlement.FundTerms.Counts;

/**
 * Outpatient bills at every edge: one fen below, at and above each line and ceiling. The policy:
 * deductible 300 a year, 60 % up to 1,000 above it, 80 % beyond, at most 1,000 from the fund a
 * year.
 */
class OutpatientScenariosTest {

  private static final Bands BANDS =
      new Bands(List.of(Sample.band("0", "1000", "60%"), Sample.band("1000", null, "80%")));

  private static final Policy POLICY =
      Sample.policy(Sample.deductible(Anew.EACH_YEAR, "300"), Sample.fund(BANDS, "1000"));

  /** The year so far is given as deductible borne / cost in the bands / paid by the fund. */
  @ParameterizedTest(name = "after {0}, {1} costs")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # year so far   | bill    | deductible fund band-self-pay over-limit
          0/0/0           | 0       | 0.00 0.00 0.00 0.00
          0/0/0           | 299.99  | 299.99 0.00 0.00 0.00
          0/0/0           | 300     | 300.00 0.00 0.00 0.00
          0/0/0           | 300.01  | 300.00 0.01 0.00 0.00
          299.99/0/0      | 100     | 0.01 59.99 40.00 0.00
          300/0/0         | 100     | 0.00 60.00 40.00 0.00
          300/0/0         | 999.99  | 0.00 599.99 400.00 0.00
          300/0/0         | 1000    | 0.00 600.00 400.00 0.00
          300/0/0         | 1000.01 | 0.00 600.01 400.00 0.00
          300/999.99/0    | 0.01    | 0.00 0.01 0.00 0.00
          300/999.99/0    | 1.01    | 0.00 0.81 0.20 0.00
          300/1000/0      | 1       | 0.00 0.80 0.20 0.00
          0/0/0           | 1799.99 | 300.00 999.99 500.00 0.00
          0/0/0           | 1800    | 300.00 1000.00 500.00 0.00
          0/0/0           | 1800.01 | 300.00 1000.00 500.00 0.01
          0/0/0           | 9999.99 | 300.00 1000.00 500.00 8199.99
          300/1500/999.99 | 1       | 0.00 0.01 0.00 0.99
          300/1500/1000   | 1       | 0.00 0.00 0.00 1.00
          300/1500/1200   | 1       | 0.00 0.00 0.00 1.00
          400/0/0         | 100     | 0.00 60.00 40.00 0.00
          """)
  void aBillIsSplit(String year, String amount, String split) {
    Settlement one = Sample.settle(POLICY, Sample.visit(Sample.bill(amount), year(year), "0"));
    assertThat(split(one)).isEqualTo(split);
  }

  /** E23, E24 and E14 count the deductible inside the bands; most districts do not. */
  @ParameterizedTest
  @CsvSource({
    "IN_SCOPE,         500, 300.00 120.00 80.00 0.00",
    "IN_SCOPE,        1000, 300.00 420.00 280.00 0.00",
    "IN_SCOPE,        1100, 300.00 500.00 300.00 0.00",
    "ABOVE_DEDUCTIBLE, 500, 300.00 120.00 80.00 0.00",
    "ABOVE_DEDUCTIBLE,1100, 300.00 480.00 320.00 0.00",
    "ABOVE_DEDUCTIBLE,1400, 300.00 680.00 420.00 0.00",
  })
  void theDeductibleLiesInsideTheBandsOrBelowThem(Counts counts, String amount, String split) {
    Policy policy =
        Sample.policy(Sample.deductible(Anew.EACH_YEAR, "300"), Sample.fund(counts, BANDS));
    assertThat(split(Sample.settle(policy, Sample.visit(Sample.bill(amount))))).isEqualTo(split);
  }

  /** A ceiling on cost is a last band that ends; what lies above is nobody's but the patient's. */
  @ParameterizedTest
  @CsvSource({
    "999.99, 0.00 500.00 499.99 0.00",
    "1000,   0.00 500.00 500.00 0.00",
    "1000.01,0.00 500.00 500.00 0.01",
    "3000,   0.00 500.00 500.00 2000.00",
  })
  void aCeilingOnCostCutsTheCost(String amount, String split) {
    var band = Sample.band("0", "1000", "50%");
    Policy policy = Sample.policy(Sample.fund(new Bands(List.of(band)), null));
    assertThat(split(Sample.settle(policy, Sample.visit(Sample.bill(amount))))).isEqualTo(split);
  }

  /** Two ceilings at once: the one with the least left decides, whichever is named first. */
  @ParameterizedTest
  @CsvSource({
    "0,   0,   100.00",
    "950, 0,   50.00",
    "0,   1980,20.00",
    "950, 1980,20.00",
    "990, 1980,10.00",
    "1000,0,   0.00",
  })
  void theTighterOfTwoCeilingsDecides(String pool, String all, Money paid) {
    var flat = Bands.flat(Ratio.ONE);
    var own = Ceiling.yearly("outpatient", Reach.WHOLE_POOL, Sample.amount("1000"));
    var shared = Ceiling.yearly(Counter.ALL, Reach.WHOLE_POOL, Sample.amount("2000"));
    for (var fund :
        List.of(
            Sample.fund(Counts.IN_SCOPE, flat, own, shared),
            Sample.fund(Counts.IN_SCOPE, flat, shared, own))) {
      String year = "fund:outpatient=" + pool + ",fund:all=" + all;
      var visit = Sample.visit(Sample.bill("100"), year, "0");
      assertThat(Sample.settle(Sample.policy(fund), visit).of(Share.BASIC_FUND)).isEqualTo(paid);
    }
  }

  /** balance, limit for this payment → account and cash, of 100 yuan that the patient bears. */
  @ParameterizedTest
  @CsvSource({
    "0,      ,      0.00,   100.00",
    "99.99,  ,      99.99,  0.01",
    "100,    ,      100.00, 0.00",
    "100.01, ,      100.00, 0.00",
    "500,    0,     0.00,   100.00",
    "500,    99.99, 99.99,  0.01",
    "500,    500,   100.00, 0.00",
    "50,     80,    50.00,  50.00",
  })
  void theAccountPaysUpToBalanceAndLimit(
      Money balance, @Nullable Money limit, Money account, Money cash) {
    var visit =
        new Visit(
            Sample.bill("100"),
            Sample.EMPLOYEE,
            YearSoFar.EMPTY,
            new PersonalAccount(balance, limit));
    Settlement one = Sample.settle(Sample.policy(), visit);
    assertThat(one.of(Share.PERSONAL_ACCOUNT)).isEqualTo(account);
    assertThat(one.of(Share.CASH)).isEqualTo(cash);
    assertThat(one.of(Share.OVER_LIMIT)).hasToString("100.00");
  }

  /** Two visits of a day: each bears its own deductible, or the second what the first left. */
  @ParameterizedTest
  @CsvSource({"EACH_VISIT, 200.00, 200.00", "EACH_YEAR, 200.00, 100.00"})
  void aDeductibleIsDueAtEachVisitOrOnceAYear(Anew due, Money first, Money second) {
    Policy policy = Sample.policy(Sample.deductible(due, "300"));
    Settlement one = Sample.settle(policy, Sample.visit(Sample.bill("200")));
    String year = one.yearAfter().toString();
    Settlement two = Sample.settle(policy, Sample.visit(Sample.bill("200"), year, "0"));
    assertThat(one.of(Share.DEDUCTIBLE)).isEqualTo(first);
    assertThat(two.of(Share.DEDUCTIBLE)).isEqualTo(second);
    assertThat(two.yearAfter().deductibleBorne()).isEqualTo(first.plus(second));
  }

  /** The middle one of three is refunded: the year is as if it had never been. */
  @Test
  void aRefundLeavesLaterSettlementsStanding() {
    YearSoFar year = YearSoFar.EMPTY;
    YearSoFar withoutMiddle = YearSoFar.EMPTY;
    YearSoFar middle = YearSoFar.EMPTY;
    for (String amount : List.of("200", "500", "900")) {
      var visit = Sample.visit(Sample.bill(amount), year.toString(), "0");
      Settlement one = Sample.settle(POLICY, visit);
      year = one.yearAfter();
      boolean isMiddle = amount.equals("500");
      middle = isMiddle ? one.movements() : middle;
      withoutMiddle = isMiddle ? withoutMiddle : withoutMiddle.plus(one.movements());
    }
    assertThat(year.minus(middle)).isEqualTo(withoutMiddle);
    // The first bore 200; the third nothing, since the second had met the rest. That stands.
    assertThat(withoutMiddle.deductibleBorne()).hasToString("200.00");
  }

  private static String year(String short3) {
    List<String> parts = List.of(short3.split("/", -1));
    return "deductible:outpatient=%s,cost:outpatient=%s,fund:outpatient=%s"
        .formatted(parts.toArray());
  }

  private static String split(Settlement one) {
    return "%s %s %s %s"
        .formatted(
            one.of(Share.DEDUCTIBLE),
            one.of(Share.BASIC_FUND),
            one.of(Share.BAND_SELF_PAY),
            one.of(Share.OVER_LIMIT));
  }
}
