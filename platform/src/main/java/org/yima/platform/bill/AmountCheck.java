package org.yima.platform.bill;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.yima.platform.bill.OrderContent.PrescriptionTotal;
import org.yima.platform.transaction.Reason;
import org.yima.platform.transaction.Refusal;
import org.yima.settlement.Money;

/**
 * Whether an order's amounts agree with each other: the order with its prescriptions, each
 * prescription with its lines, each line with price times quantity. Exactly, but for what rounded
 * prices explain.
 */
public final class AmountCheck {
  private static final Money MOST = Money.of("10000000.00");

  private AmountCheck() {}

  /** The first disagreement. */
  public static Optional<Refusal> refusal(
      Money order, List<PrescriptionTotal> totals, List<PricedLine> lines) {
    Money sum = totals.stream().map(PrescriptionTotal::total).reduce(Money.ZERO, Money::plus);
    boolean inRange = order.isPositive() && order.compareTo(MOST) <= 0;
    return Refusal.first(
        () -> Refusal.unless(sum.equals(order), Reason.ORDER_AMOUNT_DIFFERS, order.minus(sum)),
        () -> prescriptions(totals, lines).findFirst(),
        () -> prices(lines).findFirst(),
        () -> Refusal.unless(inRange, Reason.AMOUNT_OUT_OF_RANGE),
        () -> repeated(lines).findFirst());
  }

  /** Every disagreement among prescriptions and lines, where a total of all is not asked for. */
  public static List<Refusal> faults(List<PrescriptionTotal> totals, List<PricedLine> lines) {
    return Stream.of(prescriptions(totals, lines), prices(lines), repeated(lines))
        .flatMap(faults -> faults)
        .toList();
  }

  private static Stream<Refusal> prescriptions(
      List<PrescriptionTotal> totals, List<PricedLine> lines) {
    Map<String, Money> rest = new LinkedHashMap<>();
    totals.forEach(total -> rest.merge(total.number(), total.total(), Money::plus));
    for (PricedLine line : lines) {
      rest.merge(line.line().prescription(), line.line().amount(), Money::minus);
    }
    return rest.entrySet().stream()
        .filter(each -> !each.getValue().isZero())
        .map(
            each -> Refusal.of(Reason.PRESCRIPTION_AMOUNT_DIFFERS, each.getKey(), each.getValue()));
  }

  private static Stream<Refusal> prices(List<PricedLine> lines) {
    return lines.stream()
        .filter(line -> !line.agrees())
        .map(line -> at(Reason.LINE_AMOUNT_DIFFERS, line.line()));
  }

  /**
   * A line is known by its prescription and its number there; a second one cannot be told apart.
   */
  private static Stream<Refusal> repeated(List<PricedLine> lines) {
    Set<List<String>> seen = new HashSet<>();
    return lines.stream()
        .map(PricedLine::line)
        .filter(line -> !seen.add(List.of(line.prescription(), line.number())))
        .map(line -> at(Reason.LINE_TWICE, line));
  }

  private static Refusal at(Reason reason, ChargeLine line) {
    return Refusal.of(reason, line.prescription(), line.number());
  }
}
