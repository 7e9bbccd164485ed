package org.yima.settlement;

import java.util.ArrayList;
import java.util.List;

/** Takes the steps of a benefit one after the other. */
final class Settling {

  private Settling() {}

  static Decision settle(Claim claim) {
    Bill bill = claim.visit().bill();
    if (claim.benefit().hasFixedPrice() && claim.visit().sameVisit().inParts()) {
      return Decision.Refused.fixedPriceInParts(claim.chargedAs());
    }
    List<LineResult> lines = read(claim.benefit().steps().getFirst(), bill.lines());
    Split split = Split.begin(claim);
    if (claim.chargedAs() != bill.type()) {
      split = split.because(new Explained.ChargedAs(bill.type(), claim.chargedAs(), bill.total()));
    }
    for (Step step : claim.benefit().steps()) {
      split = take(step, split, claim, lines);
    }
    Money cash = split.shares().of(Share.CASH);
    return claim.chargedAs().isAccountOnly() && cash.isPositive()
        ? Decision.Refused.accountTooSmall(bill.type(), cash)
        : settlement(claim, lines, split);
  }

  private static Settlement settlement(Claim claim, List<LineResult> lines, Split split) {
    YearSoFar movements = new YearSoFar(split.movements());
    return new Settlement(
        claim.chargedAs(),
        lines,
        split.shares(),
        split.standards(),
        movements,
        claim.year().plus(movements),
        split.parts().subsidised(),
        split.explanation());
  }

  private static Split take(Step step, Split split, Claim claim, List<LineResult> lines) {
    return switch (step) {
      case Step.ClassifyLines _, Step.AllInScope _ -> Taking.lines(split, lines);
      case Step.FixedPrice price -> Taking.fixedPrice(price, split, claim);
      case Step.OutOfRegionUpfront upfront -> Taking.upfront(upfront, split, claim);
      case Step.ItemsApart apart -> Taking.apart(apart, split, claim, lines);
      case Step.Deductible deductible -> Taking.deductible(deductible, split, claim);
      case Step.Fund fund -> Taking.fund(fund, split, claim);
      case Step.PatientBears bears -> Taking.patientBears(bears.as(), split);
      case Step.Subsidy subsidy -> Paying.subsidy(subsidy, split, claim);
      case Step.FromAccount account -> Paying.fromAccount(account, split, claim);
      case Step.InCash _ -> Paying.inCash(split);
    };
  }

  private static List<LineResult> read(Step first, List<BillLine> lines) {
    boolean inPackage = first instanceof Step.AllInScope;
    var results = new ArrayList<LineResult>(lines.size());
    for (BillLine line : lines) {
      results.add(inPackage ? LineResult.inPackage(line) : LineResult.of(line));
    }
    return List.copyOf(results);
  }
}
