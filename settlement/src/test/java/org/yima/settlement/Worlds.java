package org.yima.settlement;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * A random policy, a year of random bills and an account. Amounts are small and round as often as
 * not, so that deductibles, bands and ceilings are met, crossed and met exactly.
 */
final class Worlds {

  private Worlds() {}

  record World(Rules rules, List<Bill> bills, Money balance) {

    Policy policy() {
      return rules.policy();
    }

    PersonalAccount account() {
      return new PersonalAccount(balance, null);
    }

    /** The year's settlements, each after the ones before it. */
    List<Settlement> year(List<Bill> ordered) {
      var settlements = new ArrayList<Settlement>();
      YearSoFar year = YearSoFar.EMPTY;
      for (Bill bill : ordered) {
        var visit = new Visit(bill, Sample.EMPLOYEE, year, account());
        Settlement settlement = Sample.settle(policy(), visit);
        settlements.add(settlement);
        year = settlement.yearAfter();
      }
      return settlements;
    }
  }

  /** The figures of a policy; the ceilings are on the pool of the benefit and on everything. */
  record Rules(
      Anew due, Money deductible, FundTerms.Counts counts, Bands bands, List<Money> ceilings) {

    Policy policy() {
      var limits = new ArrayList<Ceiling>();
      for (Money ceiling : ceilings) {
        String pool = limits.isEmpty() ? "outpatient" : Counter.ALL;
        var amount = Sample.amount(ceiling.toString());
        limits.add(Ceiling.yearly(pool, Ceiling.Reach.WHOLE_POOL, amount));
      }
      return Sample.policy(
          Sample.deductible(due, deductible.toString()),
          Sample.fund(counts, bands, limits.toArray(Ceiling[]::new)));
    }
  }

  static Arbitrary<World> worlds() {
    return Combinators.combine(rules(), bills().list().ofMinSize(1).ofMaxSize(6), money(2_000))
        .as(World::new);
  }

  private static Arbitrary<Rules> rules() {
    return Combinators.combine(
            Arbitraries.of(Anew.class),
            money(400),
            Arbitraries.of(FundTerms.Counts.ABOVE_DEDUCTIBLE, FundTerms.Counts.IN_SCOPE),
            bands(),
            money(1_000).list().ofMaxSize(2))
        .as(Rules::new);
  }

  /** Up to three bands; the last one may end, which is a ceiling on cost. */
  static Arbitrary<Bands> bands() {
    return Combinators.combine(
            money(800).filter(Money::isPositive).list().ofMaxSize(2),
            ratio().list().ofSize(3),
            Arbitraries.of(true, false))
        .as(Worlds::bands);
  }

  private static Bands bands(List<Money> widths, List<Ratio> ratios, boolean open) {
    var bands = new ArrayList<Bands.Band>();
    Money from = Money.ZERO;
    for (Money width : widths) {
      Money to = from.plus(width);
      bands.add(new Bands.Band(from, to, Rate.of(ratios.get(bands.size()))));
      from = to;
    }
    if (open || bands.isEmpty()) {
      bands.add(new Bands.Band(from, null, Rate.of(ratios.getLast())));
    }
    return new Bands(bands);
  }

  static Arbitrary<Bill> bills() {
    return line().list().ofMinSize(1).ofMaxSize(8).map(Worlds::numbered);
  }

  private static Bill numbered(List<BillLine> lines) {
    var numbered = new ArrayList<BillLine>();
    for (BillLine line : lines) {
      int number = numbered.size() + 1;
      numbered.add(
          new BillLine(number, line.item(), line.unitPrice(), line.quantity(), line.amount()));
    }
    return Sample.bill(numbered.toArray(BillLine[]::new));
  }

  private static Arbitrary<BillLine> line() {
    Arbitrary<BigDecimal> price =
        Arbitraries.bigDecimals().between(BigDecimal.ZERO, BigDecimal.valueOf(300)).ofScale(4);
    Arbitrary<BigDecimal> number = Arbitraries.of("1", "2", "0.5", "3.25").map(BigDecimal::new);
    return Combinators.combine(item(), price, number)
        .as((item, each, many) ->
            new BillLine(1, item, each, many, Money.rounded(each.multiply(many))));
  }

  private static Arbitrary<CatalogueItem> item() {
    Arbitrary<BigDecimal> ceiling =
        Arbitraries.bigDecimals().between(BigDecimal.ZERO, BigDecimal.valueOf(300)).ofScale(4);
    return Combinators.combine(Arbitraries.of(ItemClass.class), ratio(), ceiling.injectNull(0.5))
        .as((itemClass, upfront, most) ->
            new CatalogueItem(
                itemClass == ItemClass.SPECIAL ? "A" : "X", itemClass, upfront, most));
  }

  static Arbitrary<Ratio> ratio() {
    return Arbitraries.oneOf(
        Arbitraries.of("0%", "10%", "50%", "65%", "80%", "100%").map(Ratio::of),
        Arbitraries.integers().between(0, 1_000_000).map(Ratio::new));
  }

  static Arbitrary<Money> money(int yuan) {
    return Arbitraries.oneOf(
        Arbitraries.integers().between(0, yuan).map(whole -> Money.ofFen(whole * 100L)),
        Arbitraries.integers().between(0, yuan * 100).map(Money::ofFen));
  }
}
