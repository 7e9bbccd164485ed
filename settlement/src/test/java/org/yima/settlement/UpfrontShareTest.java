package org.yima.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.yima.settlement.FundTerms.Counts;

/**
 * Does a higher upfront share never lower what the patient pays? It holds where
 *
 * <ul>
 *   <li>each fund and each programme counts by itself: no two steps of one bill share a pool;
 *   <li>programmes look at all in-scope parts together, or at none.
 * </ul>
 *
 * For then the upfront share only takes cost away from the funds, and what a fund pays, and what it
 * leaves, both rise with the cost. The tests at the end are what can happen otherwise; districts
 * may write such rules, so the engine cannot promise more.
 */
class UpfrontShareTest {

  private static final List<Share> IN_SCOPE =
      List.of(Share.DEDUCTIBLE, Share.BAND_SELF_PAY, Share.LARGE_AMOUNT_SELF_PAY, Share.OVER_LIMIT);

  @Provide
  Arbitrary<List<Step>> steps() {
    var basic = AnyPolicies.terms("basic").map(terms -> fund(Step.Fund.Kind.BASIC, terms));
    var large = AnyPolicies.terms("large").map(terms -> fund(Step.Fund.Kind.LARGE_AMOUNT, terms));
    Arbitrary<Step> first = AnyPolicies.terms("one").map(UpfrontShareTest::programme);
    Arbitrary<Step> second = AnyPolicies.terms("two").map(UpfrontShareTest::programme);
    return Combinators.combine(Worlds.money(300), basic, large, first, second)
        .as((deductible, fund, above, one, two) ->
            List.of(
                Sample.deductible(Anew.EACH_YEAR, deductible.toString()),
                fund,
                above,
                new Step.PatientBears(Share.OVER_LIMIT),
                one,
                two));
  }

  private static Step fund(Step.Fund.Kind kind, FundTerms terms) {
    return new Step.Fund(kind, terms);
  }

  private static Step programme(FundTerms terms) {
    return new Step.Subsidy(
        Program.CRITICAL_ILLNESS, Condition.ALWAYS, IN_SCOPE, null, terms, null);
  }

  @Provide
  Arbitrary<Ratio> ratios() {
    return Worlds.ratio();
  }

  @Provide
  Arbitrary<Money> costs() {
    return Arbitraries.oneOf(Worlds.money(2_000), Worlds.money(3));
  }

  @Property
  void aHigherUpfrontShareNeverLowersWhatThePatientPays(
      @ForAll("steps") List<Step> steps,
      @ForAll("costs") Money cost,
      @ForAll("ratios") Ratio one,
      @ForAll("ratios") Ratio other) {
    Ratio less = one.compareTo(other) <= 0 ? one : other;
    Ratio more = one.compareTo(other) <= 0 ? other : one;
    assertThat(patientPays(steps, cost, more))
        .isGreaterThanOrEqualTo(patientPays(steps, cost, less));
  }

  private static Money patientPays(List<Step> middle, Money cost, Ratio upfront) {
    var steps = new ArrayList<Step>(List.of(new Step.ClassifyLines()));
    steps.addAll(middle);
    steps.add(new Step.InCash());
    Bill bill = Sample.bill(line("B", upfront, cost.toString()));
    return Sample.settle(AnyPolicies.policy(steps), Sample.visit(bill)).patientPays();
  }

  private static BillLine line(String code, Ratio upfront, String amount) {
    var item = new CatalogueItem(code, ItemClass.CLASS_B, upfront, null);
    var price = new BigDecimal(amount);
    return new BillLine(1, item, price, BigDecimal.ONE, Money.of(amount));
  }

  /** A programme that pays 90 % of upfront shares pays more of them than the fund of the cost. */
  @Test
  void exceptWhereAProgrammePaysUpfrontSharesBetterThanTheFundPaysTheCost() {
    var pays = Figure.of(Bands.flat(Ratio.of("90%")), Sample.SOURCE);
    var terms = FundTerms.yearly("one", Counts.ABOVE_DEDUCTIBLE, pays, List.of());
    List<Step> steps =
        List.of(
            Sample.fund(Bands.flat(Ratio.of("50%")), null),
            new Step.PatientBears(Share.OVER_LIMIT),
            new Step.Subsidy(
                Program.CIVIL_SERVANTS,
                Condition.ALWAYS,
                List.of(Share.UPFRONT_SELF_PAY),
                null,
                terms,
                null));
    assertThat(patientPays(steps, Money.of("100"), Ratio.ZERO)).hasToString("50.00");
    assertThat(patientPays(steps, Money.of("100"), Ratio.ONE)).hasToString("10.00");
  }

  /** What is set apart at 10 % uses up a limit on cost that the fund would pay in full. */
  @Test
  void exceptWhereItemsApartUseUpALimitOnCostThatTheyShare() {
    var shared =
        new Ceiling(
            Ceiling.On.COST,
            "outpatient",
            Ceiling.Reach.WHOLE_POOL,
            Ceiling.Per.YEAR,
            Sample.amount("100"),
            List.of());
    var low = Figure.of(Bands.flat(Ratio.of("10%")), Sample.SOURCE);
    var apart = FundTerms.yearly("outpatient", Counts.ABOVE_DEDUCTIBLE, low, List.of(shared));
    Policy policy =
        Sample.policy(
            new Step.ItemsApart(Set.of("B"), apart),
            Sample.fund(Counts.ABOVE_DEDUCTIBLE, Bands.flat(Ratio.ONE), shared));
    var patient = new ArrayList<String>();
    for (Ratio upfront : List.of(Ratio.ZERO, Ratio.ONE)) {
      Bill bill = Sample.bill(line("B", upfront, "100"), line("C", Ratio.ZERO, "100"));
      patient.add(Sample.settle(policy, Sample.visit(bill)).patientPays().toString());
    }
    assertThat(patient).containsExactly("190.00", "100.00");
  }
}
