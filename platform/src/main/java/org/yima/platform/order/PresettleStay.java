package org.yima.platform.order;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yima.platform.admission.Admission;
import org.yima.platform.admission.AdmissionBooks;
import org.yima.platform.admission.Admissions;
import org.yima.platform.admission.Charges;
import org.yima.platform.bill.Assessor;
import org.yima.platform.bill.Details;
import org.yima.platform.bill.OrderContent;
import org.yima.platform.bill.OrderType;
import org.yima.platform.bill.Payment;
import org.yima.platform.bill.Registration;
import org.yima.platform.cycle.BusinessCycle;
import org.yima.platform.cycle.Cycles;
import org.yima.platform.order.Orders.Found;
import org.yima.platform.order.PaymentOrder.Codes;
import org.yima.platform.order.PaymentOrder.Stay;
import org.yima.platform.order.StayOrders.NewOrder;
import org.yima.platform.order.StayOrders.Presettled;
import org.yima.platform.person.Selection;
import org.yima.platform.store.Batch;
import org.yima.platform.store.Batch.Answer;
import org.yima.platform.transaction.Call;
import org.yima.platform.transaction.Outcome;
import org.yima.platform.transaction.Reason;
import org.yima.platform.transaction.Refusal;
import org.yima.platform.transaction.Reply;
import org.yima.platform.transaction.Transaction;
import org.yima.protocol.Element;
import org.yima.protocol.spec.DateTimes;
import org.yima.settlement.Money;

/**
 * ST034 预结算. Says what would be paid of a stay, or of its charges up to a time, which is an interim
 * settlement of its own. Original interface.
 *
 * <p>Nothing moves, and it may be repeated; the last one is what ST022 settles.
 */
@Component
final class PresettleStay
    implements Transaction<PresettleStay.Request, PresettleStay.Facts, PresettleStay.Told> {
  private final Cycles cycles;
  private final Assessor assessor;
  private final Books books;

  PresettleStay(Cycles cycles, Assessor assessor, Books books) {
    this.cycles = cycles;
    this.assessor = assessor;
    this.books = books;
  }

  /**
   * What is asked.
   *
   * @param orderNo the payment order that it will be; empty: ST023's
   * @param accountLimit the most that the account may pay; null: no limit
   * @param until charges after this are left for later; null: none are
   */
  record Request(
      String cycleNo,
      String admissionNo,
      String orderNo,
      Money total,
      @Nullable Money accountLimit,
      @Nullable LocalDateTime until) {}

  record Facts(
      Answer<BusinessCycle> cycle, Stays.Facts stay, Answer<Found> order, Assessor.Facts assessed) {

    Admission admission() {
      return stay.admission().rows().getFirst();
    }
  }

  /** What would be paid by which order. */
  record Told(String orderNo, String validCode, OrderContent bill, Payment payment) {}

  @Override
  public String code() {
    return "ST034";
  }

  @Override
  public Request read(Element transdata, Call call) {
    String limit = transdata.textOf("akc255");
    String until = transdata.textOf("endtime");
    return new Request(
        transdata.textOf("busicycleno"),
        transdata.textOf("akc190"),
        transdata.textOf("orderid"),
        Money.of(transdata.textOf("akc264")),
        limit.isBlank() ? null : Money.of(limit),
        until.isBlank() ? null : endOf(until));
  }

  /** A day is meant with all its hours. */
  private static LocalDateTime endOf(String text) {
    LocalDateTime time = DateTimes.read(text);
    boolean day = text.strip().length() <= "yyyy-MM-dd".length();
    return day ? time.plusDays(1).minusSeconds(1) : time;
  }

  /** Locks the cycle (shared), the stay, the order. */
  @Override
  public Facts ask(Request request, Call call, Batch reads) {
    Selection number = Admissions.number(request.admissionNo());
    return new Facts(
        cycles.share(reads, call.district(), request.cycleNo()),
        books.stays().lock(reads, call, number, Charges.until(request.until())),
        books.orders().lockOfStay(reads, call, request.admissionNo(), request.orderNo()),
        assessor.ask(
            reads,
            books.stays().books().admissions().inpatient(call, number),
            call.today().getYear() - 2));
  }

  @Override
  public Outcome<Told> decide(Request request, Call call, Facts facts, Batch writes) {
    // Guards, in the order of Reason. The first that fails is the one reported.
    Optional<Refusal> refusal =
        Refusal.first(
            () -> cycles.refusal(call, facts.cycle()),
            () -> AdmissionBooks.refusal(facts.stay().admission(), facts.cycle()),
            () -> taken(request, facts.order()));
    return Outcome.unless(refusal, () -> presettle(request, call, facts, writes));
  }

  /** The number is new, or this stay's and not paid. */
  private static Optional<Refusal> taken(Request request, Answer<Found> order) {
    return order
        .found()
        .flatMap(found ->
            Refusal.unless(
                found.state() == OrderState.PAYING
                    && found
                        .order()
                        .flatMap(PaymentOrder::stay)
                        .filter(stay -> stay.admissionNo().equals(request.admissionNo()))
                        .isPresent(),
                Reason.ORDER_STATE_FORBIDS,
                found.state()));
  }

  private Outcome<Told> presettle(Request request, Call call, Facts facts, Batch writes) {
    Admission stay = facts.admission();
    LocalDate day = stay.billDate(call.today());
    OrderContent bill = stay.bill(day, StayOrders.lines(facts.stay().pending()));
    Money sum =
        facts.stay().pending().rows().stream()
            .map(charge -> charge.amount())
            .reduce(Money.ZERO, Money::plus);
    var visit =
        new Registration(
            OrderType.INPATIENT,
            bill,
            day.isAfter(call.today()) ? call.today() : day,
            stay.inDate(),
            request.accountLimit(),
            request.until() != null,
            StayOrders.moved(facts.stay().earlier()));
    return Outcome.unless(
        Refusal.first(
            () ->
                Refusal.unless(
                    sum.equals(request.total()),
                    Reason.STAY_AMOUNT_DIFFERS,
                    request.total().minus(sum)),
            () -> Refusal.unless(sum.isPositive(), Reason.AMOUNT_OUT_OF_RANGE)),
        () ->
            assessor
                .settle(call, visit, assessor.price(call, bill), facts.assessed(), () -> 0)
                .then(payment -> promise(request, call, facts, payment, writes)));
  }

  private Outcome<Told> promise(
      Request request, Call call, Facts facts, Payment payment, Batch writes) {
    Admission stay = facts.admission();
    LocalDate day = stay.billDate(call.today());
    Optional<PaymentOrder> order = facts.order().found().flatMap(Found::order);
    String number = order.map(PaymentOrder::number).orElse(request.orderNo());
    Codes codes =
        order
            .map(PaymentOrder::codes)
            .orElseGet(() -> new Codes(books.codes().next(), books.codes().next()));
    StayOrders orders = books.stays().orders();
    if (order.isEmpty()) {
      orders.insert(writes, call, new NewOrder(number, request.cycleNo(), codes, stay));
    }
    var terms =
        new Stay(
            stay.number(), number.equals(stay.orderNo()), request.accountLimit(), request.until());
    orders.promise(writes, call, new Presettled(number, terms, stay, day, payment));
    return Outcome.done(new Told(number, codes.valid(), stay.bill(day, List.of()), payment));
  }

  @Override
  public void write(Told told, Reply reply) {
    reply
        .put("orderid", told.orderNo())
        .put("ordervalidcode", told.validCode())
        .put(Details.promise(told.bill(), told.payment()));
  }
}
