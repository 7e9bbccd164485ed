package org.yima.platform.admission;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yima.platform.bill.Assessor;
import org.yima.platform.bill.ChargeLine;
import org.yima.platform.bill.OrderContent;
import org.yima.platform.bill.OrderType;
import org.yima.platform.bill.Payment;
import org.yima.platform.bill.PricedLine;
import org.yima.platform.bill.Registration;
import org.yima.platform.cycle.BusinessCycle;
import org.yima.platform.cycle.Cycles;
import org.yima.platform.store.Batch;
import org.yima.platform.store.Batch.Answer;
import org.yima.platform.transaction.Call;
import org.yima.platform.transaction.Outcome;
import org.yima.platform.transaction.Reason;
import org.yima.platform.transaction.Refusal;
import org.yima.platform.transaction.Reply;
import org.yima.platform.transaction.Transaction;
import org.yima.protocol.Element;
import org.yima.settlement.Money;

/**
 * ST032 处方明细删除. Takes back one charge line of a stay, a part of one, or all that are not settled.
 * Original interface.
 *
 * <p>{@code cancelno} is the hospital's number for the deletion; the same again answers as before.
 */
@Component
final class DeleteCharges
    implements Transaction<DeleteCharges.Request, DeleteCharges.Facts, List<Remainder>> {
  private final Cycles cycles;
  private final Admissions admissions;
  private final Charges charges;
  private final Assessor assessor;

  DeleteCharges(Cycles cycles, AdmissionBooks books, Assessor assessor) {
    this.cycles = cycles;
    this.admissions = books.admissions();
    this.charges = books.charges();
    this.assessor = assessor;
  }

  /**
   * What is asked.
   *
   * @param serial whose line; empty: all that are pending
   * @param quantity how many units to take away; empty, with amount: the whole line
   */
  record Request(
      String cycleNo,
      String admissionNo,
      String serial,
      String quantity,
      String amount,
      String cancelNo) {

    boolean isPartial() {
      return !quantity.isBlank() || !amount.isBlank();
    }

    /** A part is said in units and in money, and of one line. */
    boolean isWhole() {
      return quantity.isBlank() == amount.isBlank() && !(isPartial() && serial.isBlank());
    }
  }

  record Facts(
      Answer<BusinessCycle> cycle,
      Answer<Admission> admission,
      Answer<Charge> pending,
      Answer<Remainder> before,
      Assessor.Facts assessed) {}

  @Override
  public String code() {
    return "ST032";
  }

  @Override
  public Memory memory() {
    return Memory.ORDER;
  }

  @Override
  public String key(Element transdata) {
    return transdata.textOf("akc190") + '/' + transdata.textOf("cancelno");
  }

  @Override
  public Request read(Element transdata, Call call) {
    return new Request(
        transdata.textOf("busicycleno"),
        transdata.textOf("akc190"),
        transdata.textOf("bkc028"),
        transdata.textOf("cancelnum"),
        transdata.textOf("cancelamt"),
        transdata.textOf("cancelno"));
  }

  /** Locks the cycle (shared), then the admission. */
  @Override
  public Facts ask(Request request, Call call, Batch reads) {
    var number = Admissions.number(request.admissionNo());
    return new Facts(
        cycles.share(reads, call.district(), request.cycleNo()),
        admissions.lock(reads, call, number),
        charges.pending(reads, call, number, Charges.until(null)),
        charges.deleted(reads, call, request.admissionNo(), request.cancelNo()),
        assessor.ask(reads, admissions.inpatient(call, number), call.today().getYear() - 2));
  }

  @Override
  public Outcome<List<Remainder>> decide(Request request, Call call, Facts facts, Batch writes) {
    // Guards, in the order of Reason. The first that fails is the one reported.
    List<Charge> asked = asked(request, facts);
    boolean known = request.serial().isBlank() || !asked.isEmpty();
    Optional<Refusal> refusal =
        Refusal.first(
            () ->
                Refusal.unless(
                    request.isWhole(), Reason.FIELDS_WRONG, "cancelnum、cancelamt 须同时填写并指明 bkc028"),
            () -> cycles.refusal(call, facts.cycle()),
            () -> AdmissionBooks.refusal(facts.admission(), facts.cycle()),
            () -> Refusal.unless(known, Reason.CHARGE_UNKNOWN, request.serial()));
    return Outcome.unless(refusal, () -> delete(request, call, facts, asked, writes));
  }

  private static List<Charge> asked(Request request, Facts facts) {
    return facts.pending().rows().stream()
        .filter(charge -> request.serial().isBlank() || charge.serial().equals(request.serial()))
        .toList();
  }

  private Outcome<List<Remainder>> delete(
      Request request, Call call, Facts facts, List<Charge> asked, Batch writes) {
    Admission admission = facts.admission().rows().getFirst();
    if (!request.isPartial()) {
      return done(
          call,
          request,
          asked.stream()
              .map(charge ->
                  new Deletion(charge, new Quantity(0), Money.ZERO, Money.ZERO, Money.ZERO))
              .toList(),
          writes);
    }
    Charge charge = asked.getFirst();
    Quantity quantity = charge.quantity().minus(Quantity.of(request.quantity()));
    Money amount = charge.amount().minus(Money.of(request.amount()));
    if (quantity.isNegative() || amount.isNegative()) {
      return Outcome.refuse(Reason.DELETION_TOO_LARGE, charge.quantity(), charge.amount());
    }
    ChargeLine left = charge.entered().remaining(quantity.toString(), amount, charge.serial());
    return classified(call, admission, facts, left)
        .then(payment ->
            done(
                call,
                request,
                List.of(
                    new Deletion(
                        charge, quantity, amount, payment.upfront(0), payment.selfPaid(0))),
                writes));
  }

  /** What is left must still be a line: its amount its price times its quantity. */
  private Outcome<Payment> classified(
      Call call, Admission admission, Facts facts, ChargeLine left) {
    OrderContent bill = admission.bill(admission.inDate(), List.of(left));
    List<PricedLine> priced = assessor.price(call, bill);
    if (!priced.getFirst().agrees()) {
      return Outcome.refuse(Reason.LINE_AMOUNT_DIFFERS, left.prescription(), left.number());
    }
    var visit = new Registration(OrderType.INPATIENT, bill, admission.inDate());
    return assessor.settle(call, visit, priced, facts.assessed(), () -> 0);
  }

  private Outcome<List<Remainder>> done(
      Call call, Request request, List<Deletion> deletions, Batch writes) {
    deletions.forEach(
        deletion -> charges.cut(writes, call, request.admissionNo(), request.cancelNo(), deletion));
    return Outcome.done(deletions.stream().map(Deletion::remainder).toList());
  }

  @Override
  public Outcome<List<Remainder>> recall(Request request, Call call, Facts facts) {
    return Outcome.done(facts.before().rows());
  }

  @Override
  public void write(List<Remainder> left, Reply reply) {
    var rows = new ArrayList<Element>();
    for (Remainder each : left) {
      rows.add(
          Element.of(
              "row",
              List.of(
                  Element.text("bkc028", each.serial()),
                  Element.text("remainnum", each.quantity().toString()),
                  Element.text("remainamt", each.amount().toString()),
                  Element.text("remainakc228", each.upfront().toString()),
                  Element.text("remainbkc026", each.selfPaid().toString()))));
    }
    reply.put(Element.of("rows", rows));
  }
}
