package org.yima.settlement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The limits that bind a visit whatever else its policy says: those of a counter that every step
 * which adds to it respects. Where several do, the highest is the one that may not be exceeded.
 */
final class Limits {

  /**
   * @param counter what the limit counts
   * @param eachVisit it counts the visit alone
   */
  record Limit(Counter counter, boolean eachVisit) {}

  /** A fund's terms and what it adds to whatever its terms say. */
  private record Payer(FundTerms terms, Counter all) {

    Set<Counter> moves(Claim claim) {
      Set<Counter> moved = new HashSet<>(List.of(all, terms.counter()));
      terms.ceilings().forEach(ceiling -> moved.add(ceiling.counter(claim)));
      return moved;
    }

    boolean respects(Limit limit, Claim claim) {
      return terms.ceilings().stream().anyMatch(ceiling -> limit(ceiling, claim).equals(limit));
    }
  }

  private Limits() {}

  static Map<Limit, Money> of(Benefit benefit, Claim claim) {
    List<Payer> payers = payers(benefit, claim);
    Map<Limit, Money> limits = new HashMap<>();
    for (Payer payer : payers) {
      for (Ceiling ceiling : payer.terms.ceilings()) {
        if (ceiling.on() == Ceiling.On.FUND && binds(limit(ceiling, claim), payers, claim)) {
          limits.merge(limit(ceiling, claim), amount(ceiling, claim), Money::max);
        }
      }
    }
    return limits;
  }

  private static boolean binds(Limit limit, List<Payer> payers, Claim claim) {
    return payers.stream()
        .filter(payer -> payer.moves(claim).contains(limit.counter))
        .allMatch(payer -> payer.respects(limit, claim));
  }

  private static Limit limit(Ceiling ceiling, Claim claim) {
    return new Limit(ceiling.counter(claim), ceiling.per() == Ceiling.Per.VISIT);
  }

  private static Money amount(Ceiling ceiling, Claim claim) {
    return Adjustment.apply(ceiling.adjust(), ceiling.amount().in(claim).in(claim), claim);
  }

  private static List<Payer> payers(Benefit benefit, Claim claim) {
    List<Payer> payers = new ArrayList<>();
    for (Step step : benefit.steps()) {
      switch (step) {
        case Step.ItemsApart apart -> payers.add(new Payer(apart.terms(), Counter.ALL_FUND));
        case Step.Fund fund when fund.kind() == Step.Fund.Kind.BASIC ->
            payers.add(new Payer(fund.terms(), Counter.ALL_FUND));
        case Step.Fund fund ->
            payers.add(new Payer(fund.terms(), Counter.allPaidBy(Share.LARGE_AMOUNT_FUND)));
        case Step.Subsidy rule when rule.where().holds(claim.situation()) ->
            payers.add(new Payer(rule.terms(), rule.terms().counter()));
        default -> {}
      }
    }
    return payers;
  }
}
