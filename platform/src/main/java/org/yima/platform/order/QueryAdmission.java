package org.yima.platform.order;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yima.platform.admission.Admission;
import org.yima.platform.admission.Admissions;
import org.yima.platform.admission.Charge;
import org.yima.platform.admission.Charges;
import org.yima.platform.bill.Details;
import org.yima.platform.person.Selection;
import org.yima.platform.store.Batch;
import org.yima.platform.store.Batch.Answer;
import org.yima.platform.transaction.Call;
import org.yima.platform.transaction.Outcome;
import org.yima.platform.transaction.Reason;
import org.yima.platform.transaction.Reply;
import org.yima.platform.transaction.Transaction;
import org.yima.protocol.Element;
import org.yima.settlement.Money;

/**
 * ST036 就诊查询. Says where a stay stands: what is charged and not settled, and the last settlement if
 * there is one. Original interface.
 */
@Component
final class QueryAdmission
    implements Transaction<QueryAdmission.Request, QueryAdmission.Facts, QueryAdmission.Shown> {
  private final Stays stays;
  private final Orders orders;

  QueryAdmission(Stays stays, Orders orders) {
    this.stays = stays;
    this.orders = orders;
  }

  /** By either number; the other is empty. */
  record Request(String admissionNo, String orderNo) {
    Selection admission(Call call) {
      return admissionNo.isBlank()
          ? Admissions.ofOrder(call, orderNo)
          : Admissions.number(admissionNo);
    }
  }

  record Facts(Answer<Admission> admission, Answer<Charge> pending, Answer<Orders.Found> last) {}

  /** A stay; its last settlement as a paid order. */
  record Shown(Admission stay, int count, Money amount, Optional<Orders.Found> last) {}

  @Override
  public String code() {
    return "ST036";
  }

  @Override
  public Memory memory() {
    return Memory.QUERY;
  }

  @Override
  public Request read(Element transdata, Call call) {
    return new Request(transdata.textOf("akc190"), transdata.textOf("orderid"));
  }

  @Override
  public Facts ask(Request request, Call call, Batch reads) {
    Selection number = request.admission(call);
    return new Facts(
        stays.books().admissions().find(reads, call, number),
        stays.books().charges().pending(reads, call, number, Charges.until(null)),
        orders.lastOfStay(reads, call, number));
  }

  @Override
  public Outcome<Shown> decide(Request request, Call call, Facts facts, Batch writes) {
    if (facts.admission().found().isEmpty()) {
      return Outcome.refuse(Reason.ADMISSION_UNKNOWN);
    }
    Money amount =
        facts.pending().rows().stream().map(Charge::amount).reduce(Money.ZERO, Money::plus);
    return Outcome.done(
        new Shown(
            facts.admission().rows().getFirst(),
            facts.pending().rows().size(),
            amount,
            facts.last().found()));
  }

  @Override
  public void write(Shown shown, Reply reply) {
    reply
        .put("akc190", shown.stay().number())
        .put("orderid", shown.stay().orderNo())
        .put("admissionstate", shown.stay().state().code())
        .put("count", String.valueOf(shown.count()))
        .put("amount", shown.amount().toString());
    shown
        .last()
        .ifPresent(last ->
            reply.put(
                Details.of(last.order().orElseThrow().content(), last.payment().orElseThrow())));
  }
}
