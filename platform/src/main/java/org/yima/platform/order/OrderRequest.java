package org.yima.platform.order;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.yima.platform.bill.AmountCheck;
import org.yima.platform.bill.OrderContent;
import org.yima.platform.bill.OrderContent.PrescriptionTotal;
import org.yima.platform.bill.OrderType;
import org.yima.platform.bill.PricedLine;
import org.yima.platform.bill.Registration;
import org.yima.platform.order.Orders.Found;
import org.yima.platform.order.PaymentOrder.Codes;
import org.yima.platform.order.PaymentOrder.Times;
import org.yima.platform.person.IdNumber;
import org.yima.platform.person.PersonName;
import org.yima.platform.store.Batch.Answer;
import org.yima.platform.transaction.Call;
import org.yima.platform.transaction.Reason;
import org.yima.platform.transaction.Refusal;
import org.yima.protocol.Element;
import org.yima.protocol.spec.DateTimes;
import org.yima.settlement.Money;

/**
 * A new order as ST007 and ST021 send it, sections 3.2.1 and 3.2.3.
 *
 * @param orderType 交易订单类型 as sent
 * @param payerId {@code pidno}
 * @param minutes {@code orderovertime}, from {@code time}
 */
record OrderRequest(
    String orderType,
    String number,
    String cycleNo,
    IdNumber payerId,
    PersonName payerName,
    Money amount,
    LocalDateTime time,
    int minutes,
    String callback,
    OrderContent content,
    List<PrescriptionTotal> totals) {

  /** Bounds orderovertime to a year: the sum with a date must stay a date. */
  private static final int MOST_MINUTES = 366 * 24 * 60;

  /** How far a hospital's clock may be ahead of ours. */
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

  static OrderRequest read(Element transdata) {
    Element data = Objects.requireNonNull(transdata.child("orderdata"), "orderdata was checked");
    return new OrderRequest(
        transdata.textOf("ordertype"),
        transdata.textOf("orderid"),
        transdata.textOf("busicycleno"),
        new IdNumber(IdNumber.RESIDENT_ID, transdata.textOf("pidno")),
        new PersonName(transdata.textOf("pname")),
        Money.of(transdata.textOf("orderamt")),
        DateTimes.read(transdata.textOf("ordertime")),
        minutes(transdata.textOf("orderovertime")),
        transdata.textOf("backurl"),
        OrderContent.read(data),
        OrderContent.totals(data));
  }

  private static int minutes(String text) {
    return text.length() > 6 ? MOST_MINUTES : Math.min(Integer.parseInt(text), MOST_MINUTES);
  }

  /** Why an order of this type cannot come from here. */
  Optional<Refusal> misplaced(Call call) {
    boolean fits =
        OrderType.of(orderType)
            .filter(type -> type != OrderType.INPATIENT && type.fits(call.institution()))
            .isPresent();
    boolean registered = call.institution().mayCall(callback);
    return Refusal.first(
        () -> Refusal.unless(registered, Reason.CALLBACK_NOT_REGISTERED),
        () -> Refusal.unless(fits, Reason.ORDER_TYPE_NOT_HERE, orderType));
  }

  /** One order number is one order for ever; a copy of a call would not have come here. */
  static Optional<Refusal> used(Answer<Found> number) {
    return number.found().map(found -> Refusal.of(Reason.ORDER_STATE_FORBIDS, found.state()));
  }

  Optional<Refusal> untimely(Call call) {
    Instant sent = time.atZone(Call.ZONE).toInstant();
    boolean early = sent.isAfter(call.at().plus(CLOCK_SKEW));
    return Refusal.first(
        () -> Refusal.unless(!call.at().isAfter(expiresAt()), Reason.ORDER_OUT_OF_TIME),
        () -> Refusal.unless(!early, Reason.ORDER_TIME_IN_FUTURE));
  }

  /** Only of an order that is not {@link #misplaced}. */
  Registration registration(Call call) {
    return new Registration(OrderType.of(orderType).orElseThrow(), content, call.today());
  }

  /** The first disagreement among the amounts. */
  Optional<Refusal> disagreement(List<PricedLine> lines) {
    return AmountCheck.refusal(amount, totals, lines);
  }

  PaymentOrder order(Call call, Codes codes, Optional<Promise> promise) {
    return new PaymentOrder(
        number,
        OrderType.of(orderType).orElseThrow(),
        cycleNo,
        amount,
        new Times(time, expiresAt(), call.at()),
        codes,
        callback,
        content,
        promise);
  }

  private Instant expiresAt() {
    return time.plusMinutes(minutes).atZone(Call.ZONE).toInstant();
  }

  @Override
  public String toString() {
    return "order " + number;
  }
}
