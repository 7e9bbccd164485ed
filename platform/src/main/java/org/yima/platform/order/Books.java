package org.yima.platform.order;

import org.springframework.stereotype.Component;
import org.yima.platform.ledger.Posting;
import org.yima.platform.ledger.Postings;
import org.yima.platform.outbox.OrderEvent;
import org.yima.platform.outbox.OrderEvents;
import org.yima.platform.person.Files;
import org.yima.platform.person.Insured;
import org.yima.platform.person.People;
import org.yima.platform.person.YearTotals;
import org.yima.platform.store.Batch;
import org.yima.platform.store.Numbers;
import org.yima.platform.store.RandomCodes;
import org.yima.platform.transaction.Call;
import org.yima.settlement.Share;

/** Everything that one payment changes, entered together or not at all. */
@Component
record Books(
    People people,
    YearTotals years,
    Files files,
    Orders orders,
    Postings postings,
    OrderEvents events,
    Numbers numbers,
    RandomCodes codes) {

  PaymentOrder newOrder(ScanPayRequest request, OrderType type) {
    return new PaymentOrder(
        request.orderNo(),
        type,
        OrderState.PAID,
        request.cycleNo(),
        request.amount(),
        request.time(),
        request.expiresAt(),
        codes.next(),
        request.callback(),
        request.content());
  }

  /** The order, its settlement, its posting, and what it takes from the account and the year. */
  void enter(Batch writes, Call call, PaymentOrder order, Insured person, Payment payment) {
    Result result = payment.result();
    if (!payment.of(Share.PERSONAL_ACCOUNT).isZero()) {
      people.setBalance(writes, person, payment.accountAfter());
    }
    years.add(writes, person, result.benefitYear(), result.movements());
    orders.insert(writes, call, order, person);
    orders.insert(writes, call, order.number(), payment);
    postings.insert(
        writes,
        call,
        new Posting(
            numbers.next(),
            payment.number(),
            order.cycleNo(),
            order.number(),
            person.district(),
            person.number(),
            payment.total(),
            payment.payers()));
    events.enter(writes, call, OrderEvent.PAID, order.number());
  }
}
