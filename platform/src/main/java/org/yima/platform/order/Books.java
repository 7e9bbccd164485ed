package org.yima.platform.order;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yima.platform.bill.Holder;
import org.yima.platform.bill.Payment;
import org.yima.platform.bill.Result;
import org.yima.platform.bill.Settlements;
import org.yima.platform.ledger.Posting;
import org.yima.platform.ledger.Posting.Entry;
import org.yima.platform.ledger.Postings;
import org.yima.platform.order.Orders.Found;
import org.yima.platform.person.People;
import org.yima.platform.person.YearTotals;
import org.yima.platform.store.Batch;
import org.yima.platform.store.Batch.Answer;
import org.yima.platform.store.Numbers;
import org.yima.platform.store.RandomCodes;
import org.yima.platform.transaction.Call;
import org.yima.platform.transaction.Outcome;
import org.yima.platform.transaction.Reason;
import org.yima.platform.transaction.Refusal;
import org.yima.settlement.Share;

/** Everything that a payment changes, or the undoing of one, entered together or not at all. */
@Component
record Books(
    People people,
    YearTotals years,
    Orders orders,
    Settlements settlements,
    Reversals reversals,
    Proposals proposals,
    Stays stays,
    Postings postings,
    Numbers numbers,
    RandomCodes codes) {

  /** The settlement, its posting, and what it takes from the account and the year. */
  Found pay(Batch writes, Call call, PaymentOrder order, Payment payment) {
    Holder payer = payment.result().holder();
    if (!payment.of(Share.PERSONAL_ACCOUNT).isZero()) {
      people.setBalance(writes, payer.district(), payer.number(), payment.accountAfter());
    }
    Result result = payment.result();
    years.add(writes, payer.district(), payer.number(), result.benefitYear(), result.movements());
    settlements.insert(writes, call, order.number(), payment);
    order.stay().ifPresent(stay -> stays.settle(writes, call, order, stay));
    postings.insert(
        writes, call, posting(order, payment), Entry.payment(numbers.next(), order.cycleNo()));
    return new Found(order.number(), OrderState.PAID, Optional.of(order), Optional.of(payment));
  }

  /** An order that may be undone, locked after the stay that it settles. */
  Answer<Found> lock(Batch reads, Call call, String orderNo) {
    stays.books().admissions().hold(reads, call, orders.admission(call, orderNo));
    return orders.lock(reads, call, orderNo);
  }

  /**
   * Undoes the settlement of an order that this transaction has locked: what it moved goes back,
   * and its posting is turned. What came after it stands.
   */
  void undo(Batch writes, Call call, Found found, Reversal reversal) {
    PaymentOrder order = found.order().orElseThrow();
    Payment payment = found.payment().orElseThrow();
    Result result = payment.result();
    Holder payer = result.holder();
    orders.move(writes, call, found, reversal.event(), order.cycleNo());
    people.giveBack(writes, payer.district(), payer.number(), payment.of(Share.PERSONAL_ACCOUNT));
    years.takeBack(
        writes, payer.district(), payer.number(), result.benefitYear(), result.movements());
    reversals.insert(writes, call, payment.number(), reversal);
    order.stay().ifPresent(stay -> stays.release(writes, call, order, stay));
    postings.insert(writes, call, posting(order, payment), reversal.entry(numbers.next()));
  }

  private static Posting posting(PaymentOrder order, Payment payment) {
    Holder payer = payment.result().holder();
    return new Posting(
        payment.number(),
        order.number(),
        payer.district(),
        payer.number(),
        payment.total(),
        payment.payers());
  }

  /** "Paid" is said again only as long as it holds. */
  static Outcome<Found> paidOnly(Answer<Found> order) {
    Found found = order.rows().getFirst();
    return Outcome.unless(
        Refusal.unless(found.state() == OrderState.PAID, Reason.ORDER_STATE_FORBIDS, found.state()),
        () -> Outcome.done(found));
  }
}
