package org.yima.client;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yima.client.Exchange.Reader;
import org.yima.protocol.Element;
import org.yima.protocol.Form;

/**
 * Sends what moves money until it is known whether it did.
 *
 * <p>The same call under a fresh seal may be sent as often as one likes: the platform carries it
 * out once and answers every copy alike (decisions §5). So after an open outcome we wait, and send
 * another copy; for a payment we ask ST009 first. What ends it: "done"; a refusal of the last copy
 * by the transaction itself; or, for a payment, a state 3, 4 or 5. What does not: ST009 knowing no
 * such order, because a payment under way cannot be seen; and a call not carried out ({@code
 * respcode}) once another copy is out, because it was turned away before anybody looked at the
 * order.
 */
final class Resolution {
  private final Exchange exchange;
  private final Institution institution;
  private final List<Duration> waits;
  private final Pause pause;

  Resolution(Exchange exchange, Institution institution, List<Duration> waits, Pause pause) {
    this.exchange = exchange;
    this.institution = institution;
    this.waits = waits;
    this.pause = pause;
  }

  /** Finds out by other means how a call came out. */
  private interface Inquiry<T> {
    @Nullable Answer<T> ask();
  }

  /** One call, and how its answer is read. */
  private static final class Sent<T> {
    private final String transaction;
    private final Element transdata;
    private final Reader<T> reader;

    Sent(String transaction, Element transdata, Reader<T> reader) {
      Exchange.check(transaction, transdata);
      this.transaction = transaction;
      this.transdata = transdata;
      this.reader = reader;
    }
  }

  /**
   * Pays.
   *
   * @param sentBefore whether a copy may be out already
   * @throws UnknownOutcome when all waits are used up
   */
  Answer<Payment> pay(PaymentOrder order, boolean sentBefore) throws UnknownOutcome {
    return follow(
        new Sent<>("ST007", order.transdata(institution), Resolution::payment),
        sentBefore,
        () -> ask(order.number(), order));
  }

  /** Pays an order that was prepared. */
  Answer<Payment> confirm(Confirmation order, boolean sentBefore) throws UnknownOutcome {
    return follow(
        new Sent<>("ST022", order.transdata(), Resolution::payment),
        sentBefore,
        () -> ask(order.orderNumber(), null));
  }

  /** Repeats what changes nothing when it is repeated. */
  <T> Answer<T> repeat(String transaction, Element transdata, Reader<T> reader)
      throws UnknownOutcome {
    return follow(new Sent<>(transaction, transdata, reader), false, () -> null);
  }

  private static Answer<Payment> payment(Form reply) throws UnreadableAnswer {
    return Answer.done(Payment.read(reply));
  }

  private <T> Answer<T> follow(Sent<T> call, boolean sentBefore, Inquiry<T> inquiry)
      throws UnknownOutcome {
    UnknownOutcome open;
    try {
      return send(call, sentBefore);
    } catch (UnknownOutcome e) {
      open = e;
    }
    for (Duration wait : waits) {
      waitFor(wait, open);
      Answer<T> found = inquiry.ask();
      if (found != null) {
        return found;
      }
      try {
        return send(call, true);
      } catch (UnknownOutcome e) {
        open = e;
      }
    }
    throw open;
  }

  private <T> Answer<T> send(Sent<T> call, boolean sentBefore) throws UnknownOutcome {
    Answer<T> answer = exchange.send(call.transaction, call.transdata, call.reader);
    if (!answer.isDone() && isOpen(answer.refusal(), sentBefore)) {
      throw new UnknownOutcome(call.transaction, answer.refusal().toString(), null);
    }
    return answer;
  }

  private static boolean isOpen(Refusal refusal, boolean sentBefore) {
    boolean turnedAway = refusal.stage() == Refusal.Stage.CALL;
    return refusal.leavesOutcomeOpen() || (turnedAway && sentBefore);
  }

  /**
   * What ST009 proves of a payment; null if nothing.
   *
   * @param order the order if all of it is known; a number alone may be another's
   */
  private @Nullable Answer<Payment> ask(String number, @Nullable PaymentOrder order) {
    try {
      Answer<OrderStatus> answer = query(number);
      if (!answer.isDone()) {
        return null;
      }
      OrderStatus status = answer.value();
      if (status.state() != PaymentState.CANCELLED && order != null && !status.isOf(order)) {
        return null;
      }
      if (status.state().isEndedUnpaid()) {
        return Answer.refused(Refusal.ended(status.state()));
      }
      Payment payment = status.payment();
      return status.state() == PaymentState.PAID && payment != null ? Answer.done(payment) : null;
    } catch (UnknownOutcome e) {
      return null;
    }
  }

  Answer<OrderStatus> query(String orderNumber) throws UnknownOutcome {
    return exchange.call(
        "ST009",
        Fields.of("ST009.request").put("orderid", orderNumber),
        reply -> Answer.done(OrderStatus.read(reply)));
  }

  private void waitFor(Duration wait, UnknownOutcome open) throws UnknownOutcome {
    try {
      pause.pause(wait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw open;
    }
  }
}
