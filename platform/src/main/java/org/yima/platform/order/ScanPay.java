package org.yima.platform.order;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yima.platform.catalogue.Catalogues;
import org.yima.platform.credential.Credentials;
import org.yima.platform.credential.Token;
import org.yima.platform.cycle.BusinessCycle;
import org.yima.platform.cycle.Cycles;
import org.yima.platform.order.Orders.Found;
import org.yima.platform.person.Files;
import org.yima.platform.person.Insured;
import org.yima.platform.person.YearTotals.Total;
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
final class ScanPay implements Transaction<ScanPayRequest, ScanPay.Facts, Found> {
  /** How far a hospital's clock may be ahead of ours. */
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

  private final Cycles cycles;
  private final Credentials credentials;
  private final Catalogues catalogues;
  private final Till till;
  private final Books books;

  ScanPay(Cycles cycles, Credentials credentials, Catalogues catalogues, Till till, Books books) {
    this.cycles = cycles;
    this.credentials = credentials;
    this.catalogues = catalogues;
    this.till = till;
    this.books = books;
  }

  record Facts(
      Answer<BusinessCycle> cycle,
      Answer<Insured> person,
      Answer<Total> totals,
      Files.Found files,
      Answer<Found> order,
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
  public ScanPayRequest read(Element transdata, Call call) {
    return ScanPayRequest.read(transdata);
  }

  @Override
  public Outcome<ScanPayRequest> prepare(ScanPayRequest request, Call call) {
    return Outcome.done(request.with(credentials.route(request.scan(), call)));
  }

  /** Locks in the fixed order: the cycle (shared), the account, the token. */
  @Override
  public Facts ask(ScanPayRequest request, Call call, Batch reads) {
    String home = request.scan().district();
    var day = request.content().visitDate();
    return new Facts(
        cycles.share(reads, call.district(), request.cycleNo()),
        books.people().lock(reads, home, request.scan().id(), day),
        books.years().around(reads, home, request.scan().id(), day.getYear()),
        books.files().of(reads, home, request.scan().id()),
        books.orders().find(reads, call, request.orderNo()),
        credentials.lock(reads, request.scan()));
  }

  @Override
  public Outcome<Found> decide(ScanPayRequest request, Call call, Facts facts, Batch writes) {
    // Guards, in the order of Reason. The first that fails is the one reported.
    Optional<Refusal> refusal =
        Refusal.first(
            () -> place(request, call),
            () -> cycles.refusal(call, facts.cycle()),
            () -> unused(facts),
            () -> inTime(request, call),
            () -> credentials.refusal(call, request.scan(), facts.token(), facts.person()),
            () -> Refusal.unless(request.payerIsHolder(), Reason.PAYER_IS_NOT_HOLDER),
            () -> region(request, call, facts));
    return Outcome.unless(refusal, () -> settle(request, call, facts, writes));
  }

  private static Optional<Refusal> place(ScanPayRequest request, Call call) {
    boolean fits =
        OrderType.of(request.orderType())
            .filter(type -> type != OrderType.INPATIENT && type.fits(call.institution()))
            .isPresent();
    boolean registered = call.institution().mayCall(request.callback());
    return Refusal.first(
        () -> Refusal.unless(registered, Reason.CALLBACK_NOT_REGISTERED),
        () -> Refusal.unless(fits, Reason.ORDER_TYPE_NOT_HERE, request.orderType()));
  }

  /** One order number is one order for ever; a copy of this call would not have come here. */
  private static Optional<Refusal> unused(Facts facts) {
    return facts
        .order()
        .found()
        .map(found -> Refusal.of(Reason.ORDER_STATE_FORBIDS, found.order().state()));
  }

  private static Optional<Refusal> inTime(ScanPayRequest request, Call call) {
    boolean late = call.at().isAfter(request.expiresAt());
    boolean early = request.sentAt().isAfter(call.at().plus(CLOCK_SKEW));
    return Refusal.first(
        () -> Refusal.unless(!late, Reason.ORDER_OUT_OF_TIME),
        () -> Refusal.unless(!early, Reason.ORDER_TIME_IN_FUTURE));
  }

  private static Optional<Refusal> region(ScanPayRequest request, Call call, Facts facts) {
    boolean visitor = !request.scan().district().equals(call.district());
    boolean matches = facts.cycle().rows().getFirst().outOfRegion() == visitor;
    return Refusal.unless(matches, Reason.CYCLE_REGION);
  }

  private Outcome<Found> settle(ScanPayRequest request, Call call, Facts facts, Batch writes) {
    List<PricedLine> lines =
        request.content().lines().stream().map(line -> price(line, request, call)).toList();
    Insured person = facts.person().rows().getFirst();
    var visit =
        new Till.Case(
            call,
            OrderType.of(request.orderType()).orElseThrow(),
            request.content(),
            lines,
            person,
            facts.totals().rows(),
            facts.files().onFile());
    return Outcome.unless(
        AmountCheck.refusal(request.amount(), request.totals(), lines),
        () ->
            till.settle(visit, books.numbers()::next)
                .then(payment -> pay(request, visit, payment, writes)));
  }

  private PricedLine price(ChargeLine line, ScanPayRequest request, Call call) {
    var item = catalogues.find(call.district(), line.itemCode(), request.content().visitDate());
    return PricedLine.of(line, item);
  }

  /** From here on the payment succeeds. One database transaction holds all of it. */
  private Outcome<Found> pay(
      ScanPayRequest request, Till.Case visit, Payment payment, Batch writes) {
    PaymentOrder order = books.newOrder(request, visit.type());
    credentials.use(writes, visit.call(), request.scan());
    books.enter(writes, visit.call(), order, visit.person(), payment);
    return Outcome.done(new Found(order, Optional.of(payment)));
  }

  @Override
  public Outcome<Found> recall(ScanPayRequest request, Call call, Facts facts) {
    Found found = facts.order().rows().getFirst();
    boolean paid = found.order().state() == OrderState.PAID;
    return Outcome.unless(
        Refusal.unless(paid, Reason.ORDER_STATE_FORBIDS, found.order().state()),
        () -> Outcome.done(found));
  }

  @Override
  public void write(Found found, Reply reply) {
    OrderReply.write(found, reply);
  }
}
