package org.yima.client;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yima.protocol.Element;

/**
 * Sends an ST007 until it is known whether the order is paid.
 *
 * <p>The same order under a fresh seal may be sent as often as one likes: the platform pays it once
 * and answers every copy alike (decisions §5). So after an open outcome we wait, ask ST009, and
 * send another copy. What ends it: "paid"; a refusal of the last copy by the transaction itself; or
 * a state 3, 4 or 5. What does not: ST009 knowing no such order, because a payment under way cannot
 * be seen; and a call not carried out ({@code respcode}) once another copy is out, because it was
 * turned away before anybody looked at the order.
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

  /**
   * Pays.
   *
   * @param sentBefore whether a copy may be out already
   * @throws UnknownOutcome when all waits are used up
   */
  Answer<Payment> pay(PaymentOrder order, boolean sentBefore) throws UnknownOutcome {
    Element transdata = order.transdata(institution);
    Exchange.check("ST007", transdata);
    UnknownOutcome open;
    try {
      return send(transdata, sentBefore);
    } catch (UnknownOutcome e) {
      open = e;
    }
    for (Duration wait : waits) {
      waitFor(wait, open);
      Answer<Payment> found = ask(order);
      if (found != null) {
        return found;
      }
      try {
        return send(transdata, true);
      } catch (UnknownOutcome e) {
        open = e;
      }
    }
    throw open;
  }

  private Answer<Payment> send(Element transdata, boolean sentBefore) throws UnknownOutcome {
    Answer<Payment> answer =
        exchange.send("ST007", transdata, reply -> Answer.done(Payment.read(reply)));
    if (!answer.isDone() && isOpen(answer.refusal(), sentBefore)) {
      throw new UnknownOutcome("ST007", answer.refusal().toString(), null);
    }
    return answer;
  }

  private static boolean isOpen(Refusal refusal, boolean sentBefore) {
    boolean turnedAway = refusal.stage() == Refusal.Stage.CALL;
    return refusal.leavesOutcomeOpen() || (turnedAway && sentBefore);
  }

  /** What ST009 proves; null if nothing. */
  private @Nullable Answer<Payment> ask(PaymentOrder order) {
    try {
      Answer<OrderStatus> answer = query(order.number());
      if (!answer.isDone() || !answer.value().isOf(order)) {
        return null;
      }
      OrderStatus status = answer.value();
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
