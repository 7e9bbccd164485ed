package org.yima.platform.order;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yima.platform.bill.Assessor;
import org.yima.platform.bill.Payment;
import org.yima.platform.bill.PricedLine;
import org.yima.platform.cycle.BusinessCycle;
import org.yima.platform.cycle.Cycles;
import org.yima.platform.order.Orders.Found;
import org.yima.platform.order.PaymentOrder.Codes;
import org.yima.platform.person.Insured;
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
 * ST021 预生成支付订单. Registers an outpatient or pharmacy order and says what would be paid of it: the
 * first of two steps, the second is ST022. Section 3.2.3.
 *
 * <p>Nothing moves. Local business only: the payer is looked for in the institution's own district.
 */
@Component
final class PrepareOrder implements Transaction<OrderRequest, PrepareOrder.Facts, PaymentOrder> {
  private final Cycles cycles;
  private final People people;
  private final Assessor assessor;
  private final Books books;

  PrepareOrder(Cycles cycles, People people, Assessor assessor, Books books) {
    this.cycles = cycles;
    this.people = people;
    this.assessor = assessor;
    this.books = books;
  }

  record Facts(Answer<BusinessCycle> cycle, Answer<Found> order, Assessor.Facts assessed) {}

  @Override
  public String code() {
    return "ST021";
  }

  @Override
  public Memory memory() {
    return Memory.ORDER;
  }

  @Override
  public OrderRequest read(Element transdata, Call call) {
    return OrderRequest.read(transdata);
  }

  @Override
  public Facts ask(OrderRequest request, Call call, Batch reads) {
    var day = request.content().visitDate();
    return new Facts(
        cycles.share(reads, call.district(), request.cycleNo()),
        books.orders().find(reads, call, request.number()),
        assessor.ask(
            reads,
            people.withDocument(call.district(), request.payerId(), day),
            day.getYear() - 1));
  }

  @Override
  public Outcome<PaymentOrder> decide(OrderRequest request, Call call, Facts facts, Batch writes) {
    // Guards, in the order of Reason. The first that fails is the one reported.
    Optional<Refusal> refusal =
        Refusal.first(
            () -> request.misplaced(call),
            () -> cycles.refusal(call, facts.cycle()),
            () -> OrderRequest.used(facts.order()),
            () -> request.untimely(call),
            () -> Refusal.unless(isInsured(request, facts), Reason.NOT_INSURED),
            () -> cycles.regionRefusal(facts.cycle(), false));
    return Outcome.unless(refusal, () -> presettle(request, call, facts, writes));
  }

  /** Whoever sends the wrong name learns no more than whoever sends a number that is nobody's. */
  private static boolean isInsured(OrderRequest request, Facts facts) {
    return facts
        .assessed()
        .payer()
        .found()
        .filter(person -> person.name().sameAs(request.payerName()))
        .isPresent();
  }

  private Outcome<PaymentOrder> presettle(
      OrderRequest request, Call call, Facts facts, Batch writes) {
    List<PricedLine> lines = assessor.price(call, request.content());
    return Outcome.unless(
        request.disagreement(lines),
        () ->
            assessor
                .settle(call, request.registration(call), lines, facts.assessed(), () -> 0)
                .then(payment -> register(request, call, facts, payment, writes)));
  }

  private Outcome<PaymentOrder> register(
      OrderRequest request, Call call, Facts facts, Payment payment, Batch writes) {
    var codes = new Codes(books.codes().next(), books.codes().next());
    PaymentOrder order = request.order(call, codes, Optional.of(Promise.of(payment)));
    Insured payer = facts.assessed().payer().rows().getFirst();
    books.orders().insert(writes, call, order, OrderState.PAYING, payer);
    return Outcome.done(order);
  }

  /** A promise that was renewed since is told as it is now. */
  @Override
  public Outcome<PaymentOrder> recall(OrderRequest request, Call call, Facts facts) {
    Found found = facts.order().rows().getFirst();
    return Outcome.unless(
        Refusal.unless(
            found.state() == OrderState.PAYING, Reason.ORDER_STATE_FORBIDS, found.state()),
        () -> Outcome.done(found.order().orElseThrow()));
  }

  @Override
  public void write(PaymentOrder order, Reply reply) {
    Promise promise = order.promise().orElseThrow();
    reply.put("orderid", order.number()).put("ordervalidcode", order.codes().valid());
    promise.amounts().forEach(reply::put);
    reply.put("akc087", promise.balance().toString());
  }
}
