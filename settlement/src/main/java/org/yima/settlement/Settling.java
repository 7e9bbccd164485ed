package org.yima.settlement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes the steps of a benefit one after the other. */
final class Settling {

  private Settling() {}

  static Settlement settle(Claim claim) {
    Bill bill = claim.visit().bill();
    List<LineResult> lines = classify(bill.lines());
    Split split = Split.begin(bill.total());
    if (claim.chargedAs() != bill.type()) {
      split = split.because(new Explained.ChargedAs(bill.type(), claim.chargedAs(), bill.total()));
    }
    for (Step step : claim.benefit().steps()) {
      split = take(step, split, claim, lines);
    }
    YearSoFar movements = YearSoFar.of(split.movements());
    return new Settlement(
        claim.chargedAs(),
        lines,
        split.shares(),
        split.standards(),
        movements,
        claim.year().plus(movements),
        split.explanation());
  }

  private static Split take(Step step, Split split, Claim claim, List<LineResult> lines) {
    return switch (step) {
      case Step.ClassifyLines _ -> takeOutLines(split, lines);
      case Step.Deductible deductible -> charge(deductible, split, claim);
      case Step.BasicFund fund -> BasicFundShare.of(fund, split, claim).apply(split, claim);
      case Step.PatientBears bears -> leave(bears.as(), split);
      case Step.FromAccount _ -> payFromAccount(split, claim.visit().account());
      case Step.InCash _ -> payInCash(split);
    };
  }

  private static List<LineResult> classify(List<BillLine> lines) {
    var results = new ArrayList<LineResult>(lines.size());
    for (BillLine line : lines) {
      results.add(LineResult.of(line));
    }
    return List.copyOf(results);
  }

  private static Split takeOutLines(Split split, List<LineResult> lines) {
    Money selfPaid = Identities.sum(lines, LineResult::selfPaid);
    Money upfront = Identities.sum(lines, LineResult::upfront);
    Split left = split.assign(Share.SELF_PAID, selfPaid).assign(Share.UPFRONT_SELF_PAY, upfront);
    return left.because(
        new Explained.LinesClassified(split.unassigned(), selfPaid, upfront, left.unassigned()));
  }

  private static Split charge(Step.Deductible rule, Split split, Claim claim) {
    Money standard = rule.amount().in(claim.visit());
    boolean yearly = rule.due() == Step.Deductible.Due.EACH_YEAR;
    Money earlier = yearly ? claim.year().of(rule.counter()) : Money.ZERO;
    Money open = standard.minus(earlier).max(Money.ZERO);
    Money borne = open.min(split.unassigned());
    var moved = new HashMap<>(Map.of(Counter.ALL_DEDUCTIBLE, borne));
    moved.put(rule.counter(), borne); // The pool may itself be the one that counts everything.
    return split
        .assign(Share.DEDUCTIBLE, borne)
        .with(split.standards().withDeductible(standard))
        .moving(moved)
        .because(
            new Explained.DeductibleBorne(
                split.unassigned(), standard, earlier, borne, rule.amount().citation()));
  }

  private static Split leave(Share as, Split split) {
    Money rest = split.unassigned();
    return rest.isZero()
        ? split
        : split.assign(as, rest).because(new Explained.LeftToPatient(as, rest));
  }

  private static Split payFromAccount(Split split, PersonalAccount account) {
    Money due = split.due();
    Money available = account.available();
    Money paid = available.min(due);
    return split
        .pay(Share.PERSONAL_ACCOUNT, paid)
        .because(new Explained.Paid(Share.PERSONAL_ACCOUNT, due, available, paid));
  }

  private static Split payInCash(Split split) {
    Money due = split.due();
    return split.pay(Share.CASH, due).because(new Explained.Paid(Share.CASH, due, due, due));
  }
}
