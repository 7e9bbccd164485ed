package org.yima.settlement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the basic fund pays of a visit. Where a ceiling on the fund cuts in, the cost that it still
 * covers is found by dividing back by the ratio; what lies above is left for the steps that follow.
 *
 * @param portions the cost by bands, as if there were no ceiling
 * @param tightest the ceiling with the least left; null: there is none
 * @param paid the fund's share
 * @param covered the cost of which it is the share; the patient's part is the difference
 */
record BasicFundShare(
    Step.BasicFund rule,
    List<Bands.Portion> portions,
    @Nullable Left tightest,
    Money paid,
    Money covered) {

  /** What is left of a ceiling. */
  record Left(Step.Ceiling ceiling, Money limit, Money used) {

    static Left of(Step.Ceiling ceiling, Claim claim) {
      Money limit = ceiling.amount().in(claim.visit());
      return new Left(ceiling, limit, claim.year().of(ceiling.counter(claim)));
    }

    Money amount() {
      return limit.minus(used).max(Money.ZERO);
    }
  }

  static BasicFundShare of(Step.BasicFund rule, Split split, Claim claim) {
    Money start = claim.year().of(rule.cost());
    if (rule.counts() == Step.BasicFund.Counts.IN_SCOPE) {
      start = start.plus(split.shares().of(Share.DEDUCTIBLE));
    }
    var portions = rule.pays().in(claim.visit()).cut(start, split.unassigned());
    Left tightest = tightest(rule.ceilings(), claim);
    Exact uncapped = share(portions);
    if (tightest == null || uncapped.rounded().compareTo(tightest.amount()) <= 0) {
      return new BasicFundShare(rule, portions, tightest, uncapped.rounded(), cost(portions));
    }
    Money paid = tightest.amount();
    return new BasicFundShare(rule, portions, tightest, paid, covered(portions, paid));
  }

  Split apply(Split split, Claim claim) {
    Split paidOut =
        split
            .assign(Share.BASIC_FUND, paid)
            .assign(Share.BAND_SELF_PAY, covered.minus(paid))
            .with(standards(split.standards()))
            .moving(movements(split, claim))
            .because(explained(split.unassigned()));
    return tightest != null && paid.compareTo(share(portions).rounded()) < 0
        ? paidOut.because(ceilingReached(tightest))
        : paidOut;
  }

  private static @Nullable Left tightest(List<Step.Ceiling> ceilings, Claim claim) {
    Left tightest = null;
    for (Step.Ceiling ceiling : ceilings) {
      Left left = Left.of(ceiling, claim);
      if (tightest == null || left.amount().compareTo(tightest.amount()) < 0) {
        tightest = left;
      }
    }
    return tightest;
  }

  private static Exact share(List<Bands.Portion> portions) {
    Exact sum = Exact.ZERO;
    for (Bands.Portion portion : portions) {
      sum = sum.plus(portion.share());
    }
    return sum;
  }

  private static Money cost(List<Bands.Portion> portions) {
    Money sum = Money.ZERO;
    for (Bands.Portion portion : portions) {
      sum = sum.plus(portion.cost());
    }
    return sum;
  }

  /** The cost, from the lowest band up, of which the fund's share is {@code paid}. */
  private static Money covered(List<Bands.Portion> portions, Money paid) {
    Exact left = Exact.of(paid);
    Money covered = Money.ZERO;
    for (Bands.Portion portion : portions) {
      Exact share = portion.share();
      if (share.units() > left.units()) {
        return covered.plus(left.dividedBy(portion.band().ratio()));
      }
      left = left.minus(share);
      covered = covered.plus(portion.cost());
    }
    return covered;
  }

  private Map<Counter, Money> movements(Split split, Claim claim) {
    var moved = new HashMap<Counter, Money>();
    boolean inScope = rule.counts() == Step.BasicFund.Counts.IN_SCOPE;
    Money deductible = inScope ? split.shares().of(Share.DEDUCTIBLE) : Money.ZERO;
    moved.put(rule.cost(), split.unassigned().plus(deductible));
    moved.put(Counter.ALL_FUND, paid);
    for (Step.Ceiling ceiling : rule.ceilings()) {
      moved.put(ceiling.counter(claim), paid);
    }
    return moved;
  }

  private Standards standards(Standards before) {
    Money limit = tightest == null ? null : tightest.limit();
    Money left = tightest == null ? null : tightest.amount();
    return new Standards(before.deductible(), limit, left, ratio());
  }

  private Ratio ratio() {
    if (portions.size() == 1) {
      return portions.getFirst().band().ratio();
    }
    long cost = cost(portions).fen();
    return cost == 0 ? Ratio.ZERO : new Ratio(Math.toIntExact(share(portions).units() / cost));
  }

  private Explained explained(Money base) {
    return new Explained.BasicFundPaid(base, portions, paid, rule.pays().citation());
  }

  private Explained ceilingReached(Left left) {
    Money wanted = share(portions).rounded();
    Citation citation = left.ceiling().amount().citation();
    return new Explained.CeilingReached(wanted, left.limit(), left.used(), paid, citation);
  }
}
