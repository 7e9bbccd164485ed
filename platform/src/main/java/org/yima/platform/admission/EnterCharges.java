package org.yima.platform.admission;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yima.platform.bill.AmountCheck;
import org.yima.platform.bill.Assessor;
import org.yima.platform.bill.ChargeLine;
import org.yima.platform.bill.Details;
import org.yima.platform.bill.OrderContent;
import org.yima.platform.bill.OrderContent.PrescriptionTotal;
import org.yima.platform.bill.OrderType;
import org.yima.platform.bill.PricedLine;
import org.yima.platform.bill.Registration;
import org.yima.platform.cycle.BusinessCycle;
import org.yima.platform.cycle.Cycles;
import org.yima.platform.store.Batch;
import org.yima.platform.store.Batch.Answer;
import org.yima.platform.store.Numbers;
import org.yima.platform.transaction.Call;
import org.yima.platform.transaction.Outcome;
import org.yima.platform.transaction.Reason;
import org.yima.platform.transaction.Refusal;
import org.yima.platform.transaction.Reply;
import org.yima.platform.transaction.Transaction;
import org.yima.protocol.Element;
import org.yima.protocol.spec.DateTimes;

/**
 * ST031 处方明细录入. Enters charge lines of a stay, at most 300 in a call: all of them or none. Original
 * interface.
 *
 * <p>A line is known by its prescription and its number there. The same line again answers as
 * before; so a call may be repeated, or be made larger.
 */
@Component
final class EnterCharges
    implements Transaction<EnterCharges.Request, EnterCharges.Facts, EnterCharges.Entered> {
  private final Cycles cycles;
  private final Admissions admissions;
  private final Charges charges;
  private final Assessor assessor;
  private final LineDigest digest;
  private final Numbers numbers;

  EnterCharges(
      Cycles cycles, AdmissionBooks books, Assessor assessor, LineDigest digest, Numbers numbers) {
    this.cycles = cycles;
    this.admissions = books.admissions();
    this.charges = books.charges();
    this.assessor = assessor;
    this.digest = digest;
    this.numbers = numbers;
  }

  /** A line as it was sent. */
  record Sent(ChargeLine line, LocalDateTime at) {}

  record Request(
      String cycleNo,
      String admissionNo,
      String orderNo,
      String caseNo,
      String operator,
      List<PrescriptionTotal> totals,
      List<Sent> sent) {

    List<ChargeLine> lines() {
      return sent.stream().map(Sent::line).toList();
    }

    @Override
    public String toString() {
      return "ST031 " + admissionNo;
    }
  }

  record Facts(
      Answer<BusinessCycle> cycle,
      Answer<Admission> admission,
      Answer<Charge> known,
      Assessor.Facts assessed) {}

  /** The rows of the answer. */
  record Entered(Element rows) {}

  @Override
  public String code() {
    return "ST031";
  }

  @Override
  public Request read(Element transdata, Call call) {
    var sent = new ArrayList<Sent>();
    for (Element prescription : OrderContent.rows(transdata, "prescriptionlistinfo")) {
      for (Element item : OrderContent.rows(prescription, "prescriptionitemlistinfo")) {
        sent.add(
            new Sent(
                ChargeLine.read(prescription.textOf("prescriptionno"), item),
                DateTimes.read(item.textOf("prescribetime"))));
      }
    }
    return new Request(
        transdata.textOf("busicycleno"),
        transdata.textOf("akc190"),
        transdata.textOf("orderid"),
        transdata.textOf("bkc012"),
        transdata.textOf("operatorid"),
        OrderContent.totals(transdata),
        sent);
  }

  /** Locks the cycle (shared), then the admission. */
  @Override
  public Facts ask(Request request, Call call, Batch reads) {
    var number = Admissions.number(request.admissionNo());
    return new Facts(
        cycles.share(reads, call.district(), request.cycleNo()),
        admissions.lock(reads, call, number),
        charges.ofLines(reads, call, request.admissionNo(), request.lines()),
        assessor.ask(reads, admissions.inpatient(call, number), call.today().getYear() - 2));
  }

  @Override
  public Outcome<Entered> decide(Request request, Call call, Facts facts, Batch writes) {
    // Guards, in the order of Reason. The first that fails is the one reported.
    Optional<Refusal> refusal =
        Refusal.first(
            () -> cycles.refusal(call, facts.cycle()),
            () -> AdmissionBooks.refusal(facts.admission(), facts.cycle(), request.orderNo()));
    return Outcome.unless(
        refusal, () -> enter(request, call, facts.admission().rows().getFirst(), facts, writes));
  }

  private Outcome<Entered> enter(
      Request request, Call call, Admission admission, Facts facts, Batch writes) {
    OrderContent sent = admission.bill(admission.inDate(), request.lines());
    List<PricedLine> priced = assessor.price(call, sent);
    Map<List<String>, Charge> known = new HashMap<>();
    facts.known().rows().forEach(charge -> known.put(key(charge.entered()), charge));
    List<Refusal> faults = new ArrayList<>(AmountCheck.faults(request.totals(), priced));
    List<Charge> all = new ArrayList<>();
    List<Charge> added = new ArrayList<>();
    for (Sent line : request.sent()) {
      String content = digest.of(line.line(), line.at());
      Charge before = known.get(key(line.line()));
      if (before == null) {
        Charge charge = charge(line, content);
        added.add(charge);
        all.add(charge);
      } else if (digest.isSame(before.digest(), line.line(), line.at())) {
        all.add(before);
      } else {
        faults.add(
            Refusal.of(
                Reason.LINE_OTHER_CONTENT, line.line().prescription(), line.line().number()));
      }
    }
    if (!faults.isEmpty()) {
      return Outcome.refuse(faults);
    }
    return classified(call, admission, facts, all)
        .then(entered -> {
          book(request, call, admission, added, writes);
          return Outcome.done(entered);
        });
  }

  private static List<String> key(ChargeLine line) {
    return List.of(line.prescription(), line.number());
  }

  private Charge charge(Sent sent, String content) {
    ChargeLine line = sent.line();
    return new Charge(
        numbers.next(), line, sent.at(), Quantity.of(line.quantity()), line.amount(), content);
  }

  /** By the rules of the first day, under which the admission was accepted. */
  private Outcome<Entered> classified(
      Call call, Admission admission, Facts facts, List<Charge> all) {
    OrderContent bill =
        admission.bill(
            admission.inDate(),
            all.stream()
                .map(charge ->
                    charge
                        .entered()
                        .remaining(
                            charge.entered().quantity(),
                            charge.entered().amount(),
                            charge.serial()))
                .toList());
    var visit = new Registration(OrderType.INPATIENT, bill, admission.inDate());
    return assessor
        .settle(call, visit, assessor.price(call, bill), facts.assessed(), () -> 0)
        .then(payment -> Outcome.done(new Entered(Details.lines(bill, payment))));
  }

  private void book(
      Request request, Call call, Admission admission, List<Charge> added, Batch writes) {
    if (!added.isEmpty()) {
      charges.insert(writes, call, admission.number(), added);
      admissions.update(
          writes,
          call,
          admission.with(
              null,
              admission.outDate(),
              admission.content().filed(request.caseNo(), request.operator())));
    }
  }

  @Override
  public void write(Entered entered, Reply reply) {
    reply.put(entered.rows());
  }
}
