package org.yima.platform.order;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yima.platform.cycle.BusinessCycle;
import org.yima.platform.cycle.Cycles;
import org.yima.platform.order.Orders.Found;
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
 * ST100 交易取消. Takes back an order that the till could not finish on its side. Section 3.3.1.
 *
 * <p>Done means: this number is not paid, and will not be. A number of which nothing is known yet
 * is closed by a tombstone, so that a call that is still on its way finds it closed.
 */
@Component
final class CancelOrder
    implements Transaction<CancelOrder.Request, CancelOrder.Facts, CancelOrder.Cancelled> {
  private final Cycles cycles;
  private final Books books;

  CancelOrder(Cycles cycles, Books books) {
    this.cycles = cycles;
    this.books = books;
  }

  record Request(String orderNo, String cycleNo, String reason) {
    @Override
    public String toString() {
      return "ST100 " + orderNo;
    }
  }

  record Facts(Answer<BusinessCycle> cycle, Answer<Found> order) {}

  /** Nothing is answered but that it is done. */
  record Cancelled() {}

  @Override
  public String code() {
    return "ST100";
  }

  @Override
  public Memory memory() {
    return Memory.ORDER;
  }

  @Override
  public Request read(Element transdata, Call call) {
    return new Request(
        transdata.textOf("orderid"), transdata.textOf("busicycleno"), transdata.textOf("reason"));
  }

  /** Locks the cycle (shared), the stay and the order; the account when it is given back to. */
  @Override
  public Facts ask(Request request, Call call, Batch reads) {
    return new Facts(
        cycles.share(reads, call.district(), request.cycleNo()),
        books.lock(reads, call, request.orderNo()));
  }

  @Override
  public Outcome<Cancelled> decide(Request request, Call call, Facts facts, Batch writes) {
    Optional<Found> order = facts.order().found();
    Optional<Refusal> refusal =
        Refusal.first(
            () -> cycles.correctionRefusal(call, facts.cycle()),
            () -> order.flatMap(found -> uncancellable(request, found)));
    return Outcome.unless(
        refusal,
        () -> {
          order.ifPresentOrElse(
              found -> cancel(request, call, found, writes),
              () -> books.orders().close(writes, call, request.orderNo(), request.cycleNo()));
          return Outcome.done(new Cancelled());
        });
  }

  /** What is not paid may be cancelled from anywhere, what is paid from its own cycle alone. */
  private static Optional<Refusal> uncancellable(Request request, Found found) {
    boolean refunded = found.state() == OrderState.REFUNDED;
    boolean elsewhere =
        found.state() == OrderState.PAID
            && !found.order().orElseThrow().cycleNo().equals(request.cycleNo());
    boolean admission =
        found.state() == OrderState.PAYING
            && found.order().filter(PaymentOrder::isAdmission).isPresent();
    return Refusal.first(
        () -> Refusal.unless(!admission, Reason.ADMISSION_NOT_SETTLED),
        () -> Refusal.unless(!refunded, Reason.ORDER_STATE_FORBIDS, found.state()),
        () -> Refusal.unless(!elsewhere, Reason.ORDER_OF_OTHER_CYCLE));
  }

  private void cancel(Request request, Call call, Found found, Batch writes) {
    switch (found.state()) {
      case PAYING ->
          books
              .orders()
              .move(writes, call, found, OrderEvent.CANCEL, found.order().orElseThrow().cycleNo());
      case PAID ->
          books.undo(
              writes,
              call,
              found,
              new Reversal(
                  books.numbers().next(),
                  OrderEvent.CANCEL,
                  request.cycleNo(),
                  call.at(),
                  request.reason(),
                  Optional.empty()));
      case FAILED, CANCELLED -> {
        // It is not paid, which is all that was asked for.
      }
      case REFUNDED -> throw new IllegalStateException("refused before");
    }
  }

  @Override
  public Outcome<Cancelled> recall(Request request, Call call, Facts facts) {
    return Outcome.done(new Cancelled());
  }

  @Override
  public void write(Cancelled cancelled, Reply reply) {
    // Section 3.3.1 has no reply elements.
  }
}
