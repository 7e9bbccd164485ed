package org.yima.settlement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a fund pays of a cost by its terms. Ceilings on cost come first; the rest is laid onto the
 * bands where the running total stands; the shares of all bands are added exactly and rounded once.
 * Where a ceiling on the payment cuts in, the cost that the fund still covers is found by dividing
 * back by the ratio; what lies above is left for the steps that follow.
 *
 * @param cost all that was put to the fund
 * @param portions the cost by bands, as if there were no ceiling on the payment
 * @param ceilings all that apply, with what was left of each before this visit
 * @param paid the fund's share
 * @param covered the cost of which it is the share; the patient's part is the difference
 */
record FundShare(
    FundTerms terms,
    Fraction cost,
    List<Bands.Portion> portions,
    List<Ceiling.Left> ceilings,
    Money paid,
    Fraction covered) {

  /**
   * The share of a cost.
   *
   * @param before what earlier steps have done; they count as earlier visits do
   * @param inside a cost that the running total counts although the fund does not pay of it
   */
  static FundShare of(FundTerms terms, Fraction cost, Money inside, Split before, Claim claim) {
    var ceilings = new ArrayList<Ceiling.Left>(terms.ceilings().size());
    Fraction eligible = cost;
    for (Ceiling ceiling : terms.ceilings()) {
      Ceiling.Left left = ceiling.left(claim, before);
      ceilings.add(left);
      if (ceiling.on() == Ceiling.On.COST) {
        eligible = eligible.min(Fraction.of(left.amount().minus(inside).max(Money.ZERO)));
      }
    }
    var portions = cut(terms, eligible, inside, before, claim);
    Money wanted = share(portions).rounded();
    Ceiling.Left tightest = tightest(ceilings, Ceiling.On.FUND);
    if (tightest == null || wanted.compareTo(tightest.amount()) <= 0) {
      return new FundShare(terms, cost, portions, ceilings, wanted, cost(portions));
    }
    Money paid = tightest.amount();
    return new FundShare(terms, cost, portions, ceilings, paid, covered(portions, paid));
  }

  private static List<Bands.Portion> cut(
      FundTerms terms, Fraction cost, Money inside, Split before, Claim claim) {
    Bands bands = terms.pays().in(claim);
    Counter counter = terms.counter();
    Money used = terms.running().used(claim.visit()).of(counter).plus(before.moved(counter));
    return switch (terms.counts()) {
      case FUND_PAID -> bands.cutByPayment(used, cost, claim, terms.adjust());
      case ABOVE_DEDUCTIBLE, IN_SCOPE ->
          bands.cutByCost(Fraction.of(used.plus(inside)), cost, claim, terms.adjust());
    };
  }

  /** The ceiling with the least left; of those on cost only where there is no other. */
  Ceiling.@Nullable Left tightest() {
    Ceiling.Left onPayment = tightest(ceilings, Ceiling.On.FUND);
    return onPayment == null ? tightest(ceilings, Ceiling.On.COST) : onPayment;
  }

  /**
   * The same, of no more than what no step has taken: where half a fen of it was counted as the
   * patient's already, rounding would make a fen of the other half.
   */
  FundShare within(Money unassigned) {
    return new FundShare(
        terms,
        cost,
        portions,
        ceilings,
        paid.min(unassigned),
        covered.min(Fraction.of(unassigned)));
  }

  /** The ceiling that cut something off; null: none did. */
  Ceiling.@Nullable Left reached() {
    Ceiling.Left onPayment = tightest(ceilings, Ceiling.On.FUND);
    if (onPayment != null && onPayment.amount().compareTo(wanted()) < 0) {
      return onPayment;
    }
    Ceiling.Left onCost = tightest(ceilings, Ceiling.On.COST);
    return onCost != null && covered.compareTo(cost) < 0 ? onCost : null;
  }

  private static Ceiling.@Nullable Left tightest(List<Ceiling.Left> ceilings, Ceiling.On on) {
    Ceiling.Left tightest = null;
    for (Ceiling.Left left : ceilings) {
      boolean tighter = tightest == null || left.amount().compareTo(tightest.amount()) < 0;
      if (left.ceiling().on() == on && tighter) {
        tightest = left;
      }
    }
    return tightest;
  }

  private static Fraction share(List<Bands.Portion> portions) {
    Fraction sum = Fraction.ZERO;
    for (Bands.Portion portion : portions) {
      sum = sum.plus(portion.share());
    }
    return sum;
  }

  private static Fraction cost(List<Bands.Portion> portions) {
    Fraction sum = Fraction.ZERO;
    for (Bands.Portion portion : portions) {
      sum = sum.plus(portion.cost());
    }
    return sum;
  }

  /** The cost, from the lowest band up, of which the fund's share is {@code paid}. */
  private static Fraction covered(List<Bands.Portion> portions, Money paid) {
    Fraction left = Fraction.of(paid);
    Fraction covered = Fraction.ZERO;
    for (Bands.Portion portion : portions) {
      Fraction share = portion.share();
      if (share.compareTo(left) > 0) {
        return covered.plus(left.dividedBy(portion.rate()));
      }
      left = left.minus(share);
      covered = covered.plus(portion.cost());
    }
    return covered;
  }

  /** What the fund would pay without the ceiling on its payment. */
  Money wanted() {
    return share(portions).rounded();
  }

  /** What the pools of these terms count of it. */
  Map<Counter, Long> movements(Money inside, Claim claim) {
    var moved = new HashMap<Counter, Long>();
    long cost = covered.rounded().plus(inside).fen();
    moved.put(terms.counter(), terms.counts() == FundTerms.Counts.FUND_PAID ? paid.fen() : cost);
    for (Ceiling.Left left : ceilings) {
      boolean onCost = left.ceiling().on() == Ceiling.On.COST;
      moved.put(left.ceiling().counter(claim), onCost ? cost : paid.fen());
    }
    return moved;
  }

  /** The fund's ratio; over several bands, its share of the cost. */
  Ratio ratio() {
    if (portions.isEmpty()) {
      return Ratio.ZERO;
    }
    return portions.size() == 1
        ? portions.getFirst().rate().ratio()
        : share(portions).dividedBy(cost(portions)).ratio();
  }

  Quota quota() {
    Ceiling.Left tightest = tightest();
    return tightest == null
        ? new Quota(null, null, ratio())
        : new Quota(tightest.limit(), tightest.amount(), ratio());
  }
}
