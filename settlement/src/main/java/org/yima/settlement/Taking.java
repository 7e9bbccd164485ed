package org.yima.settlement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How each step before {@link Step.PatientBears} takes its part of a bill. */
final class Taking {

  private Taking() {}

  static Split lines(Split split, List<LineResult> lines) {
    Money selfPaid = Identities.sum(lines, LineResult::selfPaid);
    Money upfront = Identities.sum(lines, LineResult::upfront);
    Split left = split.assign(Share.SELF_PAID, selfPaid).assign(Share.UPFRONT_SELF_PAY, upfront);
    return left.because(
        new Explained.LinesClassified(split.unassigned(), selfPaid, upfront, left.unassigned()));
  }

  static Split fixedPrice(Step.FixedPrice rule, Split split, Claim claim) {
    Figure<Amount> figure = rule.price();
    Money price = figure.in(claim).in(claim);
    return split
        .fixedAt(price)
        .because(new Explained.PriceFixed(split.unassigned(), price, figure.citation()));
  }

  static Split upfront(Step.OutOfRegionUpfront rule, Split split, Claim claim) {
    if (claim.situation().of(Dimension.TREATED) == Treated.LOCAL) {
      return split;
    }
    Ratio share = rule.share().in(claim);
    Money first = split.unassigned().times(share);
    return split
        .assign(Share.OUT_OF_REGION_UPFRONT, first)
        .because(
            new Explained.OutOfRegion(
                split.unassigned(),
                Treated.of(claim.visit().bill(), claim.visit().member()),
                share,
                first,
                rule.share().citation()));
  }

  static Split apart(Step.ItemsApart rule, Split split, Claim claim, List<LineResult> lines) {
    long fen = 0;
    for (LineResult line : lines) {
      if (rule.items().contains(line.item().code())) {
        fen = Math.addExact(fen, line.inScope().fen());
      }
    }
    // A package price or a visitor's own share may have taken part of these lines already.
    Money base = Money.ofFen(fen).min(split.unassigned());
    if (base.isZero()) {
      return split;
    }
    FundShare share = FundShare.of(rule.terms(), Fraction.of(base), Money.ZERO, split, claim);
    Money covered = share.covered().rounded();
    return split
        .assign(Share.BASIC_FUND, share.paid())
        .assign(Share.BAND_SELF_PAY, covered.minus(share.paid()))
        .assign(Share.OVER_LIMIT, base.minus(covered))
        .moving(movements(Counter.ALL_FUND, share, Money.ZERO, claim))
        .because(Explained.FundPaid.of("单列项目", base, share, claim))
        .because(Explained.CeilingReached.of(share));
  }

  static Split deductible(Step.Deductible rule, Split split, Claim claim) {
    Money standard = Adjustment.apply(rule.adjust(), rule.amount().in(claim).in(claim), claim);
    Money earlier = rule.due().used(claim.visit()).of(rule.counter());
    Money borne = standard.minus(earlier).max(Money.ZERO).min(split.unassigned());
    Map<Counter, Long> moved = new HashMap<>();
    moved.put(Counter.ALL_DEDUCTIBLE, borne.fen());
    moved.put(rule.counter(), borne.fen()); // The pool may itself be the one that counts all.
    return split
        .assign(Share.DEDUCTIBLE, borne)
        .with(split.standards().withDeductible(standard))
        .moving(moved)
        .because(
            new Explained.DeductibleBorne(
                split.unassigned(),
                standard,
                earlier,
                borne,
                Adjustment.names(rule.adjust(), claim),
                rule.amount().citation()));
  }

  static Split fund(Step.Fund rule, Split split, Claim claim) {
    FundTerms terms = rule.terms();
    boolean inside = terms.counts() == FundTerms.Counts.IN_SCOPE;
    Money deductible = inside ? split.shares().of(Share.DEDUCTIBLE) : Money.ZERO;
    FundShare share =
        FundShare.of(terms, split.exact(), deductible, split, claim).within(split.unassigned());
    Money covered = share.covered().rounded();
    Counter all = Counter.allPaidBy(rule.kind().pays());
    return split
        .assign(rule.kind().pays(), share.paid())
        .assign(rule.kind().leaves(), covered.minus(share.paid()))
        .leaving(split.exact().minus(share.covered()))
        .with(split.standards().with(rule.kind().pays(), share.quota()))
        .moving(movements(all, share, deductible, claim))
        .because(
            Explained.FundPaid.of(rule.kind().pays().chinese(), split.unassigned(), share, claim))
        .because(Explained.CeilingReached.of(share));
  }

  static Split patientBears(Share as, Split split) {
    Money rest = split.unassigned();
    return rest.isZero()
        ? split
        : split.assign(as, rest).because(new Explained.LeftToPatient(as, rest));
  }

  private static Map<Counter, Long> movements(
      Counter all, FundShare share, Money inside, Claim claim) {
    Map<Counter, Long> moved = share.movements(inside, claim);
    moved.put(all, share.paid().fen());
    return moved;
  }
}
