package org.yima.platform.bill;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yima.settlement.Money;
import org.yima.settlement.Quota;
import org.yima.settlement.Standards;
import org.yima.settlement.YearSoFar;

/**
 * Figures of a settlement that 4.5 quotes; blank where the policy has none.
 *
 * @param visitNumber which visit of the year it is; 0 where they are not counted
 */
public record Figures(
    Money deductible,
    Money deductibleSoFar,
    int visitNumber,
    Fund basic,
    Fund largeAmount,
    Fund civilServants) {

  /**
   * One fund.
   *
   * @param soFar what it paid this year before this settlement
   * @param limit its tightest limit; null: none
   * @param left what was left of it; null: no limit
   * @param ratio as the wire has it
   */
  record Fund(Money soFar, @Nullable Money limit, @Nullable Money left, String ratio) {

    static Fund of(Quota quota, Money soFar) {
      return new Fund(soFar, quota.limit(), quota.left(), quota.ratio().decimal());
    }

    String limitText() {
      return Objects.toString(limit, "");
    }

    String leftText() {
      return Objects.toString(left, "");
    }

    private List<String> pack() {
      return List.of(soFar.toString(), limitText(), leftText(), ratio);
    }

    private static Fund unpack(List<String> cells) {
      return new Fund(
          Money.of(cells.get(0)), amount(cells.get(1)), amount(cells.get(2)), cells.get(3));
    }

    private static @Nullable Money amount(String text) {
      return text.isEmpty() ? null : Money.of(text);
    }
  }

  static Figures of(Standards standards, YearSoFar before) {
    return new Figures(
        standards.deductible(),
        before.deductibleBorne(),
        standards.visitNumber(),
        Fund.of(standards.basic(), before.basicFundPaid()),
        Fund.of(standards.largeAmount(), before.largeAmountFundPaid()),
        Fund.of(standards.civilServants(), before.civilServantFundPaid()));
  }

  /** Four rows. */
  List<List<String>> pack() {
    return List.of(
        List.of(deductible.toString(), deductibleSoFar.toString(), String.valueOf(visitNumber)),
        basic.pack(),
        largeAmount.pack(),
        civilServants.pack());
  }

  static Figures unpack(List<List<String>> rows) {
    List<String> first = rows.get(0);
    return new Figures(
        Money.of(first.get(0)),
        Money.of(first.get(1)),
        Integer.parseInt(first.get(2)),
        Fund.unpack(rows.get(1)),
        Fund.unpack(rows.get(2)),
        Fund.unpack(rows.get(3)));
  }
}
