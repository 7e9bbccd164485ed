package org.yima.platform.order;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yima.platform.admission.Admission;
import org.yima.platform.admission.Admissions;
import org.yima.platform.bill.Assessor;
import org.yima.platform.bill.Payment;
import org.yima.platform.credential.Credentials;
import org.yima.platform.credential.Scan;
import org.yima.platform.credential.Token;
import org.yima.platform.cycle.BusinessCycle;
import org.yima.platform.cycle.Cycles;
import org.yima.platform.order.Orders.Found;
import org.yima.platform.order.PaymentOrder.Codes;
import org.yima.platform.store.Batch;
import org.yima.platform.store.Batch.Answer;
import org.yima.platform.transaction.Call;
import org.yima.platform.transaction.Outcome;
import org.yima.platform.transaction.Reason;
import org.yima.platform.transaction.Refusal;
import org.yima.platform.transaction.Reply;
import org.yima.platform.transaction.Transaction;
import org.yima.protocol.Element;
import org.yima.settlement.Money;

/**
 * ST022 验码支付. Pays an order that was prepared: exactly what was promised, or nothing. Section
 * 3.2.4.
 *
 * <p>It reckons again under lock. If the person's year has changed since, the new amounts are
 * answered and replace the promise; whoever then sends them pays.
 */
@Component
final class PayPrepared implements Transaction<PayPrepared.Request, PayPrepared.Facts, Found> {
  private final Cycles cycles;
  private final Credentials credentials;
  private final Assessor assessor;
  private final Books books;

  PayPrepared(Cycles cycles, Credentials credentials, Assessor assessor, Books books) {
    this.cycles = cycles;
    this.credentials = credentials;
    this.assessor = assessor;
    this.books = books;
  }

  /**
   * What is asked.
   *
   * @param total what the till says the order comes to; blank: it says nothing
   * @param account what the till says the account pays; blank: it says nothing
   */
  record Request(
      String orderNo, String validCode, String cycleNo, Scan scan, String total, String account) {

    boolean agrees(Promise promise) {
      return agrees(total, promise.total(), promise) && agrees(account, promise.account(), promise);
    }

    private static boolean agrees(String said, Money amount, Promise promise) {
      return said.isBlank() ? !promise.renewed() : Money.of(said).equals(amount);
    }

    @Override
    public String toString() {
      return "ST022 " + orderNo;
    }
  }

  record Facts(
      Answer<BusinessCycle> cycle,
      Stays.Facts stay,
      Answer<Found> order,
      Assessor.Facts assessed,
      Answer<Token> token) {

    PaymentOrder prepared() {
      return order.rows().getFirst().order().orElseThrow();
    }

    /** The order with what it is to pay, in the cycle that it is paid in. */
    PaymentOrder payable(String cycleNo) {
      PaymentOrder prepared = prepared().in(cycleNo);
      return prepared.stay().isEmpty()
          ? prepared
          : prepared.charging(StayOrders.lines(stay.pending()));
    }
  }

  @Override
  public String code() {
    return "ST022";
  }

  @Override
  public Memory memory() {
    return Memory.ORDER;
  }

  @Override
  public Request read(Element transdata, Call call) {
    return new Request(
        transdata.textOf("orderid"),
        transdata.textOf("ordervalidcode"),
        transdata.textOf("busicycleno"),
        Scan.of(transdata),
        transdata.textOf("akc264"),
        transdata.textOf("akc255"));
  }

  @Override
  public Outcome<Request> prepare(Request asked, Call call) {
    return Outcome.done(
        new Request(
            asked.orderNo(),
            asked.validCode(),
            asked.cycleNo(),
            credentials.route(asked.scan(), call),
            asked.total(),
            asked.account()));
  }

  /** Locks in the fixed order: the cycle (shared), the stay, the order, the account, the token. */
  @Override
  public Facts ask(Request request, Call call, Batch reads) {
    return new Facts(
        cycles.share(reads, call.district(), request.cycleNo()),
        books
            .stays()
            .lock(
                reads,
                call,
                books.orders().admission(call, request.orderNo()),
                books.orders().until(call, request.orderNo())),
        books.orders().lock(reads, call, request.orderNo()),
        // A bill may be a year old, and a benefit year begin in the one before.
        assessor.lock(
            reads, books.orders().payer(call, request.orderNo()), call.today().getYear() - 2),
        credentials.lock(reads, request.scan()));
  }

  @Override
  public Outcome<Found> decide(Request request, Call call, Facts facts, Batch writes) {
    // Guards, in the order of Reason. The first that fails is the one reported.
    Optional<Refusal> refusal =
        Refusal.first(
            () -> cycles.refusal(call, facts.cycle()),
            () -> Found.refusal(facts.order().found(), OrderEvent.PAY),
            () -> unproven(request, facts.prepared()),
            () -> unsettleable(request, call, facts),
            () -> late(call, facts.prepared()),
            () ->
                credentials.payerRefusal(
                    call,
                    request.scan(),
                    facts.token(),
                    facts.assessed().payer().rows().getFirst()),
            () -> cycles.regionRefusal(facts.cycle(), isVisitor(facts)));
    return Outcome.unless(refusal, () -> confirm(request, call, facts, writes));
  }

  private static Optional<Refusal> unproven(Request request, PaymentOrder order) {
    return Refusal.unless(
        Codes.same(order.codes().valid(), request.validCode()), Reason.ORDER_CODE_WRONG);
  }

  /** Why a stay is not settled; ST022 after ST034 must say who pays. */
  private static Optional<Refusal> unsettleable(Request request, Call call, Facts facts) {
    if (facts.prepared().stay().isEmpty()) {
      return Optional.empty();
    }
    boolean allowed = !isVisitor(facts) || call.institution().pool().visitorsSettle();
    return Refusal.first(
        () -> Admissions.refusal(facts.stay().admission()),
        () -> Refusal.unless(facts.prepared().promise().isPresent(), Reason.NOT_PRESETTLED),
        () ->
            Refusal.unless(
                request.scan().isWhole(), Reason.FIELDS_WRONG, "idtype、idno、username 必传"),
        () -> Refusal.unless(allowed, Reason.VISITOR_NOT_SETTLED));
  }

  /** ST021 knows no visitors; a stay may be one's. */
  private static boolean isVisitor(Facts facts) {
    return facts.stay().admission().found().filter(Admission::outOfRegion).isPresent();
  }

  private static Optional<Refusal> late(Call call, PaymentOrder order) {
    boolean late = call.at().isAfter(order.times().expires());
    return Refusal.unless(!late, Reason.ORDER_OUT_OF_TIME);
  }

  private Outcome<Found> confirm(Request request, Call call, Facts facts, Batch writes) {
    PaymentOrder order = facts.payable(request.cycleNo());
    if (order.stay().isPresent() && facts.stay().pending().rows().isEmpty()) {
      return Outcome.refuse(Reason.AMOUNT_OUT_OF_RANGE);
    }
    Promise promise = order.promise().orElseThrow();
    if (!request.agrees(promise)) {
      return new Outcome.Amended<>(Refusal.of(Reason.CONFIRMED_AMOUNTS_DIFFER), promise.amounts());
    }
    return assessor
        .settle(
            call,
            order.registration(
                facts.stay().admission().found().map(Admission::inDate),
                StayOrders.moved(facts.stay().earlier())),
            assessor.price(call, order.content()),
            facts.assessed(),
            books.numbers()::next)
        .then(payment ->
            promise.isKeptBy(payment)
                ? pay(request, call, facts, payment, writes)
                : renew(order, call, payment, writes));
  }

  private Outcome<Found> renew(PaymentOrder order, Call call, Payment payment, Batch writes) {
    Promise now = Promise.of(payment).renew();
    books.orders().promise(writes, call, order.number(), now);
    return new Outcome.Amended<>(Refusal.of(Reason.SPLIT_CHANGED), now.amounts());
  }

  /** From here on the payment succeeds. One database transaction holds all of it. */
  private Outcome<Found> pay(
      Request request, Call call, Facts facts, Payment payment, Batch writes) {
    credentials.use(writes, call, request.scan());
    Found found = facts.order().rows().getFirst();
    books.orders().move(writes, call, found, OrderEvent.PAY, request.cycleNo());
    return Outcome.done(books.pay(writes, call, facts.payable(request.cycleNo()), payment));
  }

  @Override
  public Outcome<Found> recall(Request request, Call call, Facts facts) {
    return Books.paidOnly(facts.order());
  }

  @Override
  public void write(Found found, Reply reply) {
    OrderReply.writePaid(found, reply);
  }
}
