package org.yima.settlement;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** How each step after {@link Step.PatientBears} pays its part of what the patient bears. */
final class Paying {

  private static final List<Share> BORNE =
      List.of(Share.values()).stream().filter(s -> s.kind() == Share.Kind.BORNE).toList();

  private Paying() {}

  static Split subsidy(Step.Subsidy rule, Split split, Claim claim) {
    if (!rule.where().holds(claim.situation())) {
      return split;
    }
    Money base = sum(rule.of(), split.due());
    if (base.isZero()) {
      return split;
    }
    Open open = Open.of(rule, base, split, claim);
    FundShare share =
        FundShare.of(rule.terms(), Fraction.of(open.above()), open.inside(), split, claim);
    Money relief = aboveBurden(rule, base.minus(share.paid()), split, claim);
    Money paid = share.paid().plus(relief);
    return take(rule, split, paid)
        .with(split.standards().with(rule.program().share(), share.quota()))
        .moving(movements(rule, share, open, base.minus(paid), claim))
        .because(SubsidyPaid.of(rule, base, open, share, claim))
        .because(Explained.CeilingReached.of(share))
        .because(BurdenLimited.of(rule, relief, claim));
  }

  /**
   * What of the base is open to the programme, its own deductible taken off.
   *
   * @param standard the deductible; zero where there is none
   * @param earlier what earlier visits have used of it
   * @param borne what this visit uses of it
   */
  record Open(Money base, Money standard, Money earlier, Money borne, boolean counted) {

    static Open of(Step.Subsidy rule, Money base, Split split, Claim claim) {
      Step.Deductible deductible = rule.deductible();
      boolean counted = rule.terms().counts() == FundTerms.Counts.IN_SCOPE;
      if (deductible == null) {
        return new Open(base, Money.ZERO, Money.ZERO, Money.ZERO, counted);
      }
      Money standard =
          Adjustment.apply(deductible.adjust(), deductible.amount().in(claim).in(claim), claim);
      Counter counter = deductible.counter();
      Money earlier = deductible.due().used(claim.visit()).of(counter).plus(split.moved(counter));
      Money borne = standard.minus(earlier).max(Money.ZERO).min(base);
      return new Open(base, standard, earlier, borne, counted);
    }

    Money above() {
      return base.minus(borne);
    }

    /** What the bands count of the deductible. */
    Money inside() {
      return counted ? borne : Money.ZERO;
    }
  }

  /** What must be paid on top so that a year's burden stays within its limit. */
  private static Money aboveBurden(Step.Subsidy rule, Money left, Split split, Claim claim) {
    Figure<Amount> burden = rule.burden();
    if (burden == null) {
      return Money.ZERO;
    }
    Counter counter = burden(rule);
    Money used = claim.year().of(counter).plus(split.moved(counter));
    Money open = burden.in(claim).in(claim).minus(used).max(Money.ZERO);
    return left.minus(open).max(Money.ZERO);
  }

  private static Counter burden(Step.Subsidy rule) {
    return new Counter(Counter.Kind.BURDEN, rule.terms().pool());
  }

  private static Map<Counter, Long> movements(
      Step.Subsidy rule, FundShare share, Open open, Money burden, Claim claim) {
    Map<Counter, Long> moved = share.movements(open.inside(), claim);
    Money paid = open.base().minus(burden);
    moved.put(Counter.allPaidBy(rule.program().share()), paid.fen());
    if (rule.deductible() != null) {
      moved.put(rule.deductible().counter(), open.borne().fen());
    }
    if (rule.burden() != null) {
      moved.put(burden(rule), burden.fen());
    }
    return moved;
  }

  /** Takes what is paid off the parts, in the order in which the rule names them. */
  private static Split take(Step.Subsidy rule, Split split, Money paid) {
    Split taken = split;
    Money left = paid;
    for (Share part : rule.of()) {
      Money due = taken.due().of(part);
      if (due.isPositive()) {
        Money amount = due.min(left);
        taken = taken.subsidise(new Subsidised(rule.program(), part, due, amount));
        left = left.minus(amount);
      }
    }
    return taken;
  }

  static Split fromAccount(Step.FromAccount rule, Split split, Claim claim) {
    if (!rule.where().holds(claim.situation())) {
      return split;
    }
    Money due = sum(parts(rule.pays()), split.due());
    Money available = available(rule, split, claim);
    Money paid = available.min(due);
    Money earlier =
        claim
            .visit()
            .account()
            .fromEarlierYears(rule.part(), paid, split.parts().fromEarlierYears());
    long thisYear = claim.accountApart() ? paid.minus(earlier).fen() : 0;
    return pay(Share.PERSONAL_ACCOUNT, rule.pays(), split, paid)
        .tookFromEarlierYears(earlier)
        .moving(Map.of(Counter.ACCOUNT_THIS_YEAR, thisYear))
        .because(new Explained.Paid(Share.PERSONAL_ACCOUNT, rule.part(), due, available, paid));
  }

  private static Money available(Step.FromAccount rule, Split split, Claim claim) {
    Money taken = split.shares().of(Share.PERSONAL_ACCOUNT);
    Money open =
        claim.visit().account().available(rule.part(), taken, split.parts().fromEarlierYears());
    Figure<Amount> most = rule.most();
    Money limited = most == null ? open : open.min(most.in(claim).in(claim).minus(taken));
    return limited.max(Money.ZERO);
  }

  static Split inCash(Split split) {
    Money due = split.dueInAll();
    return pay(Share.CASH, Set.of(), split, due)
        .because(new Explained.Paid(Share.CASH, PersonalAccount.Part.WHOLE, due, due, due));
  }

  private static Split pay(Share how, Set<Share> allowed, Split split, Money amount) {
    Split paid = split;
    Money left = amount;
    for (Share part : parts(allowed)) {
      Money of = paid.due().of(part).min(left);
      if (of.isPositive()) {
        paid = paid.pay(how, part, of);
        left = left.minus(of);
      }
    }
    return paid;
  }

  private static List<Share> parts(Set<Share> allowed) {
    return allowed.isEmpty() ? BORNE : BORNE.stream().filter(allowed::contains).toList();
  }

  private static Money sum(List<Share> parts, Shares due) {
    Money sum = Money.ZERO;
    for (Share part : parts) {
      sum = sum.plus(due.of(part));
    }
    return sum;
  }
}
