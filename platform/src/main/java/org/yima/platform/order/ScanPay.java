package org.yima.platform.order;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yima.platform.bill.Assessor;
import org.yima.platform.bill.Payment;
import org.yima.platform.bill.PricedLine;
import org.yima.platform.credential.Credentials;
import org.yima.platform.credential.Scan;
import org.yima.platform.credential.Token;
import org.yima.platform.cycle.BusinessCycle;
import org.yima.platform.cycle.Cycles;
import org.yima.platform.order.Orders.Found;
import org.yima.platform.order.PaymentOrder.Codes;
import org.yima.platform.person.People;
import org.yima.platform.store.Batch;
import org.yima.platform.store.Batch.Answer;
import org.yima.platform.transaction.Call;
import org.yima.platform.transaction.Outcome;
import org.yima.platform.transaction.Reason;
import org.yima.platform.transaction.Refusal;
import org.yima.platform.transaction.Reply;
import org.yima.platform.transaction.Transaction;
import org.yima.protocol.Element;

/**
 * ST007 被扫支付. Registers, prices and settles one outpatient or pharmacy bill in a single call.
 * Section 3.2.1.
 *
 * <p>Nothing of a refused call remains: the order number stays free, and the token stays good.
 */
@Component
final class ScanPay implements Transaction<ScanPay.Request, ScanPay.Facts, Found> {
  private final Cycles cycles;
  private final Credentials credentials;
  private final People people;
  private final Assessor assessor;
  private final Books books;

  ScanPay(Cycles cycles, Credentials credentials, People people, Assessor assessor, Books books) {
    this.cycles = cycles;
    this.credentials = credentials;
    this.people = people;
    this.assessor = assessor;
    this.books = books;
  }

  record Request(OrderRequest order, Scan scan) {

    /** Whether whoever shows the code is who pays. */
    boolean payerIsHolder() {
      return order.payerId().value().equals(scan.id().value())
          && order.payerName().sameAs(scan.name());
    }
  }

  record Facts(
      Answer<BusinessCycle> cycle,
      Answer<Found> order,
      Assessor.Facts assessed,
      Answer<Token> token) {}

  @Override
  public String code() {
    return "ST007";
  }

  @Override
  public Memory memory() {
    return Memory.ORDER;
  }

  @Override
  public Request read(Element transdata, Call call) {
    return new Request(OrderRequest.read(transdata), Scan.of(transdata));
  }

  @Override
  public Outcome<Request> prepare(Request request, Call call) {
    return Outcome.done(new Request(request.order(), credentials.route(request.scan(), call)));
  }

  /** Locks in the fixed order: the cycle (shared), the account, the token. */
  @Override
  public Facts ask(Request request, Call call, Batch reads) {
    Scan scan = request.scan();
    var day = request.order().content().visitDate();
    return new Facts(
        cycles.share(reads, call.district(), request.order().cycleNo()),
        books.orders().find(reads, call, request.order().number()),
        assessor.lock(
            reads, people.withDocument(scan.district(), scan.id(), day), day.getYear() - 1),
        credentials.lock(reads, scan));
  }

  @Override
  public Outcome<Found> decide(Request request, Call call, Facts facts, Batch writes) {
    OrderRequest order = request.order();
    // Guards, in the order of Reason. The first that fails is the one reported.
    Optional<Refusal> refusal =
        Refusal.first(
            () -> order.misplaced(call),
            () -> cycles.refusal(call, facts.cycle()),
            () -> OrderRequest.used(facts.order()),
            () -> order.untimely(call),
            () ->
                credentials.refusal(call, request.scan(), facts.token(), facts.assessed().payer()),
            () -> Refusal.unless(request.payerIsHolder(), Reason.PAYER_IS_NOT_HOLDER),
            () -> cycles.regionRefusal(facts.cycle(), isVisitor(request, call)));
    return Outcome.unless(refusal, () -> settle(request, call, facts, writes));
  }

  private static boolean isVisitor(Request request, Call call) {
    return !request.scan().district().equals(call.district());
  }

  private Outcome<Found> settle(Request request, Call call, Facts facts, Batch writes) {
    OrderRequest order = request.order();
    List<PricedLine> lines = assessor.price(call, order.content());
    return Outcome.unless(
        order.disagreement(lines),
        () ->
            assessor
                .settle(
                    call, order.registration(call), lines, facts.assessed(), books.numbers()::next)
                .then(payment -> pay(request, call, facts, payment, writes)));
  }

  /** From here on the payment succeeds. One database transaction holds all of it. */
  private Outcome<Found> pay(
      Request request, Call call, Facts facts, Payment payment, Batch writes) {
    var codes = new Codes("", books.codes().next());
    PaymentOrder order = request.order().order(call, codes, Optional.empty());
    credentials.use(writes, call, request.scan());
    books
        .orders()
        .insert(writes, call, order, OrderState.PAID, facts.assessed().payer().rows().getFirst());
    return Outcome.done(books.pay(writes, call, order, payment));
  }

  @Override
  public Outcome<Found> recall(Request request, Call call, Facts facts) {
    return Books.paidOnly(facts.order());
  }

  @Override
  public void write(Found found, Reply reply) {
    OrderReply.write(found, reply);
  }
}
