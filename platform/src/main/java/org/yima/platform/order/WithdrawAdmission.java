package org.yima.platform.order;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yima.platform.admission.Admission;
import org.yima.platform.admission.Admission.State;
import org.yima.platform.admission.AdmissionBooks;
import org.yima.platform.admission.Admissions;
import org.yima.platform.admission.Charges;
import org.yima.platform.credential.Scan;
import org.yima.platform.credential.Token;
import org.yima.platform.cycle.BusinessCycle;
import org.yima.platform.order.Orders.Found;
import org.yima.platform.order.PaymentOrder.Codes;
import org.yima.platform.person.Insured;
import org.yima.platform.person.Selection;
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
 * ST024 扫码无费退院. Takes an admission back that was registered in vain. Section 3.2.7.
 *
 * <p>Only while nothing of it is settled; charges that are pending go with it.
 */
@Component
final class WithdrawAdmission
    implements Transaction<
        WithdrawAdmission.Request, WithdrawAdmission.Facts, WithdrawAdmission.Withdrawn> {
  private final Front front;
  private final Books books;

  WithdrawAdmission(Front front, Books books) {
    this.front = front;
    this.books = books;
  }

  record Request(String orderNo, String validCode, String cycleNo, Scan scan) {
    @Override
    public String toString() {
      return "ST024 " + orderNo;
    }
  }

  record Facts(
      Answer<BusinessCycle> cycle,
      Stays.Facts stay,
      Answer<Found> waiting,
      Answer<Insured> person,
      Answer<Token> token) {

    Admission admission() {
      return stay.admission().rows().getFirst();
    }
  }

  /** Nothing is answered but that it is done. */
  record Withdrawn() {}

  @Override
  public String code() {
    return "ST024";
  }

  @Override
  public Memory memory() {
    return Memory.ORDER;
  }

  @Override
  public Request read(Element transdata, Call call) {
    return new Request(
        transdata.textOf("orderid"),
        transdata.textOf("ordervalidcode"),
        transdata.textOf("busicycleno"),
        Scan.of(transdata));
  }

  @Override
  public Outcome<Request> prepare(Request asked, Call call) {
    return Outcome.done(
        new Request(
            asked.orderNo(),
            asked.validCode(),
            asked.cycleNo(),
            front.credentials().route(asked.scan(), call)));
  }

  /** Locks in the fixed order: the cycle (shared), the stay, its orders, the account, the token. */
  @Override
  public Facts ask(Request request, Call call, Batch reads) {
    Scan scan = request.scan();
    Selection admission = Admissions.ofOrder(call, request.orderNo());
    return new Facts(
        front.cycles().share(reads, call.district(), request.cycleNo()),
        books.stays().lock(reads, call, admission, Charges.until(null)),
        books.orders().lockWaitingOfStay(reads, call, admission),
        books
            .people()
            .lock(reads, books.people().withDocument(scan.district(), scan.id(), call.today())),
        front.credentials().lock(reads, scan));
  }

  @Override
  public Outcome<Withdrawn> decide(Request request, Call call, Facts facts, Batch writes) {
    // Guards, in the order of Reason. The first that fails is the one reported.
    Optional<Refusal> refusal =
        Refusal.first(
            () -> front.cycles().refusal(call, facts.cycle()),
            () -> AdmissionBooks.refusal(facts.stay().admission(), facts.cycle()),
            () -> Refusal.unless(facts.stay().earlier().rows().isEmpty(), Reason.ADMISSION_SETTLED),
            () ->
                Refusal.unless(
                    Codes.same(facts.admission().validCode(), request.validCode()),
                    Reason.ORDER_CODE_WRONG),
            () -> front.credentials().refusal(call, request.scan(), facts.token(), facts.person()),
            () -> Refusal.unless(isInpatient(facts), Reason.PAYER_IS_NOT_HOLDER));
    return Outcome.unless(refusal, () -> withdraw(request, call, facts, writes));
  }

  private static boolean isInpatient(Facts facts) {
    Insured shown = facts.person().rows().getFirst();
    var inpatient = facts.admission().person();
    return shown.district().equals(inpatient.district())
        && shown.number().equals(inpatient.number());
  }

  private Outcome<Withdrawn> withdraw(Request request, Call call, Facts facts, Batch writes) {
    String number = facts.admission().number();
    front.credentials().use(writes, call, request.scan());
    books.stays().books().charges().withdraw(writes, call, number);
    books.stays().books().admissions().move(writes, call, number, State.WITHDRAWN);
    // ST023's number may have ended before, by the cancellation of a settlement; ST034 may have
    // named others, which nobody can pay any more.
    for (Found order : facts.waiting().rows()) {
      books.orders().move(writes, call, order, OrderEvent.CANCEL, request.cycleNo());
    }
    return Outcome.done(new Withdrawn());
  }

  @Override
  public Outcome<Withdrawn> recall(Request request, Call call, Facts facts) {
    return Outcome.done(new Withdrawn());
  }

  @Override
  public void write(Withdrawn withdrawn, Reply reply) {
    // Section 3.2.7 has no reply elements.
  }
}
