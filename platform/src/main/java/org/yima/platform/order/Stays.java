package org.yima.platform.order;

import org.springframework.stereotype.Component;
import org.yima.platform.admission.Admission;
import org.yima.platform.admission.Admission.State;
import org.yima.platform.admission.AdmissionBooks;
import org.yima.platform.admission.Charge;
import org.yima.platform.bill.Payment;
import org.yima.platform.order.PaymentOrder.Stay;
import org.yima.platform.person.Selection;
import org.yima.platform.store.Batch;
import org.yima.platform.store.Batch.Answer;
import org.yima.platform.transaction.Call;

/** What an order has to do with the stay that it settles. */
@Component
record Stays(AdmissionBooks books, StayOrders orders) {

  /** A stay as it is to be settled; all empty for an order that settles none. */
  record Facts(Answer<Admission> admission, Answer<Charge> pending, Answer<Payment> earlier) {}

  /**
   * Locks a stay.
   *
   * @param admission selects its number
   * @param until selects until when its charges are asked for
   */
  Facts lock(Batch reads, Call call, Selection admission, Selection until) {
    return new Facts(
        books.admissions().lock(reads, call, admission),
        books.charges().pending(reads, call, admission, until),
        orders.settled(reads, call, admission));
  }

  /** The charges are the order's, and a stay of which nothing is left for later has ended. */
  void settle(Batch writes, Call call, PaymentOrder order, Stay stay) {
    orders.keep(writes, call, order);
    books.charges().settle(writes, call, stay.admissionNo(), order.number(), stay.until());
    if (stay.until() == null) {
      books.admissions().move(writes, call, stay.admissionNo(), State.SETTLED);
    }
  }

  /** The settlement was undone: the charges are pending again, and the stay is open again. */
  void release(Batch writes, Call call, PaymentOrder order, Stay stay) {
    books.charges().release(writes, call, stay.admissionNo(), order.number());
    books.admissions().move(writes, call, stay.admissionNo(), State.OPEN);
  }
}
