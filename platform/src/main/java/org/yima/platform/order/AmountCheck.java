package org.yima.platform.order;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yima.platform.order.OrderContent.PrescriptionTotal;
import org.yima.platform.transaction.Outcome;
import org.yima.platform.transaction.Reason;
import org.yima.settlement.Money;

/**
 * Whether an order's amounts agree with each other: the order with its prescriptions, each
 * prescription with its lines, each line with price times quantity. Exactly, but for what rounded
 * prices explain.
 */
final class AmountCheck {
  private static final Money MOST = Money.of("10000000.00");

  private AmountCheck() {}

  /** The first disagreement, as a refusal. */
  static <A> Optional<Outcome<A>> refusal(
      Money order, List<PrescriptionTotal> totals, List<PricedLine> lines) {
    Money sum = totals.stream().map(PrescriptionTotal::total).reduce(Money.ZERO, Money::plus);
    if (!sum.equals(order)) {
      return Optional.of(Outcome.refuse(Reason.ORDER_AMOUNT_DIFFERS, order.minus(sum)));
    }
    Optional<Outcome<A>> prescription = prescription(totals, lines);
    if (prescription.isPresent()) {
      return prescription;
    }
    for (PricedLine line : lines) {
      if (!line.charge().agrees()) {
        return Optional.of(at(Reason.LINE_AMOUNT_DIFFERS, line.line()));
      }
    }
    boolean inRange = order.isPositive() && order.compareTo(MOST) <= 0;
    return inRange ? repeated(lines) : Optional.of(Outcome.refuse(Reason.AMOUNT_OUT_OF_RANGE));
  }

  private static <A> Optional<Outcome<A>> prescription(
      List<PrescriptionTotal> totals, List<PricedLine> lines) {
    Map<String, Money> rest = new HashMap<>();
    totals.forEach(total -> rest.merge(total.number(), total.total(), Money::plus));
    for (PricedLine line : lines) {
      rest.computeIfPresent(
          line.line().prescription(), (number, left) -> left.minus(line.line().amount()));
    }
    return totals.stream()
        .filter(total -> !rest.getOrDefault(total.number(), Money.ZERO).isZero())
        .findFirst()
        .map(
            total ->
                Outcome.refuse(
                    Reason.PRESCRIPTION_AMOUNT_DIFFERS,
                    total.number(),
                    rest.getOrDefault(total.number(), Money.ZERO)));
  }

  /** A line is known by its prescription and its number there; a second one cannot be told apart. */
  private static <A> Optional<Outcome<A>> repeated(List<PricedLine> lines) {
    Set<List<String>> seen = new HashSet<>();
    return lines.stream()
        .map(PricedLine::line)
        .filter(line -> !seen.add(List.of(line.prescription(), line.number())))
        .findFirst()
        .map(line -> at(Reason.LINE_TWICE, line));
  }

  private static <A> Outcome<A> at(Reason reason, ChargeLine line) {
    return Outcome.refuse(reason, line.prescription(), line.number());
  }
}
