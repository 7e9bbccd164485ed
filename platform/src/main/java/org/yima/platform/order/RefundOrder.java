package org.yima.platform.order;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yima.platform.bill.Holder;
import org.yima.platform.credential.Credentials;
import org.yima.platform.credential.Scan;
import org.yima.platform.credential.Token;
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
import org.yima.protocol.spec.DateTimes;
import org.yima.settlement.Money;

/**
 * ST010 扫码退费. Gives a whole order back, while the patient shows their code. Section 3.2.5.
 *
 * <p>It belongs to the open cycle that it names, which may be later than the payment's.
 */
@Component
final class RefundOrder
    implements Transaction<RefundOrder.Request, RefundOrder.Facts, RefundOrder.Refunded> {
  private final Cycles cycles;
  private final Credentials credentials;
  private final People people;
  private final Books books;

  RefundOrder(Cycles cycles, Credentials credentials, People people, Books books) {
    this.cycles = cycles;
    this.credentials = credentials;
    this.people = people;
    this.books = books;
  }

  /** What is asked; number and code are those that the payment's answer gave. */
  record Request(String orderNo, String cycleNo, String balanceNo, String balanceCode, Scan scan) {

    boolean proves(Found found) {
      String code = found.order().orElseThrow().codes().balance();
      String number = found.payment().orElseThrow().balanceNo();
      return Codes.same(code, balanceCode) && number.equals(balanceNo);
    }

    @Override
    public String toString() {
      return "ST010 " + orderNo;
    }
  }

  record Facts(
      Answer<BusinessCycle> cycle,
      Answer<Found> order,
      Answer<Insured> person,
      Answer<Token> token,
      Answer<Reversal> reversal) {}

  /** A refund that has happened. */
  record Refunded(Reversal reversal, Money total) {}

  @Override
  public String code() {
    return "ST010";
  }

  @Override
  public Memory memory() {
    return Memory.ORDER;
  }

  @Override
  public Request read(Element transdata, Call call) {
    return new Request(
        transdata.textOf("orderid"),
        transdata.textOf("busicycleno"),
        transdata.textOf("balanceno"),
        transdata.textOf("balancecode"),
        Scan.of(transdata));
  }

  @Override
  public Outcome<Request> prepare(Request asked, Call call) {
    return Outcome.done(
        new Request(
            asked.orderNo(),
            asked.cycleNo(),
            asked.balanceNo(),
            asked.balanceCode(),
            credentials.route(asked.scan(), call)));
  }

  /** Locks in the fixed order: the cycle (shared), the stay, the order, the account, the token. */
  @Override
  public Facts ask(Request request, Call call, Batch reads) {
    Scan scan = request.scan();
    return new Facts(
        cycles.share(reads, call.district(), request.cycleNo()),
        books.lock(reads, call, request.orderNo()),
        people.lock(reads, people.withDocument(scan.district(), scan.id(), call.today())),
        credentials.lock(reads, scan),
        books.reversals().find(reads, call, request.orderNo()));
  }

  @Override
  public Outcome<Refunded> decide(Request request, Call call, Facts facts, Batch writes) {
    // Guards, in the order of Reason. The first that fails is the one reported.
    Optional<Refusal> refusal =
        Refusal.first(
            () -> cycles.refusal(call, facts.cycle()),
            () -> Found.refusal(facts.order().found(), OrderEvent.REFUND),
            () -> Refusal.unless(request.proves(found(facts)), Reason.ORDER_CODE_WRONG),
            () -> credentials.refusal(call, request.scan(), facts.token(), facts.person()),
            () -> Refusal.unless(isPayer(facts), Reason.PAYER_IS_NOT_HOLDER),
            () -> cycles.regionRefusal(facts.cycle(), isVisitor(call, facts)));
    return Outcome.unless(refusal, () -> refund(request, call, facts, writes));
  }

  private static boolean isPayer(Facts facts) {
    Holder payer = payer(facts);
    Insured shown = facts.person().rows().getFirst();
    return shown.district().equals(payer.district()) && shown.number().equals(payer.number());
  }

  private static boolean isVisitor(Call call, Facts facts) {
    return !payer(facts).district().equals(call.district());
  }

  private static Found found(Facts facts) {
    return facts.order().rows().getFirst();
  }

  private static Holder payer(Facts facts) {
    return found(facts).payment().orElseThrow().result().holder();
  }

  /** From here on the refund succeeds. One database transaction holds all of it. */
  private Outcome<Refunded> refund(Request request, Call call, Facts facts, Batch writes) {
    var reversal =
        new Reversal(
            books.numbers().next(),
            OrderEvent.REFUND,
            request.cycleNo(),
            call.at(),
            "",
            Optional.empty());
    credentials.use(writes, call, request.scan());
    books.undo(writes, call, found(facts), reversal);
    return Outcome.done(refunded(facts, reversal));
  }

  private static Refunded refunded(Facts facts, Reversal reversal) {
    return new Refunded(reversal, found(facts).payment().orElseThrow().total());
  }

  @Override
  public Outcome<Refunded> recall(Request request, Call call, Facts facts) {
    return Outcome.done(refunded(facts, facts.reversal().rows().getFirst()));
  }

  @Override
  public void write(Refunded refunded, Reply reply) {
    Reversal reversal = refunded.reversal();
    reply
        .put("reorderid", reversal.orderNo())
        .put("receiverserialno", reversal.serial())
        .put("canceltime", DateTimes.text(reversal.at().atZone(Call.ZONE).toLocalDateTime()))
        .put("totalfee", refunded.total().toString());
  }
}
