package org.yima.platform.admission;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yima.platform.bill.Assessor;
import org.yima.platform.bill.OrderContent;
import org.yima.platform.bill.OrderType;
import org.yima.platform.bill.Payment;
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
import org.yima.protocol.spec.DateTimes;

/**
 * ST033 更新就诊信息. Changes what was said of a stay: only the fields that {@code updateflag} marks.
 * Original interface.
 */
@Component
final class UpdateAdmission
    implements Transaction<
        UpdateAdmission.Request, UpdateAdmission.Facts, UpdateAdmission.Updated> {
  private final Cycles cycles;
  private final Admissions admissions;
  private final Diseases diseases;
  private final Assessor assessor;

  UpdateAdmission(Cycles cycles, Admissions admissions, Diseases diseases, Assessor assessor) {
    this.cycles = cycles;
    this.admissions = admissions;
    this.diseases = diseases;
    this.assessor = assessor;
  }

  /** The ten fields of {@code updateflag}, each with its place there. */
  enum Field {
    MEDICALTYPE(0),
    DEPTNAME(1),
    AAZ500(2),
    INDATE(3),
    OUTDATE(4),
    DISEASECODE(5),
    INDISEASENAME(6),
    OUTDISEASENAME(7),
    OPERATORNAME(8),
    OUTREASON(9);

    private final int place;

    Field(int place) {
      this.place = place;
    }
  }

  record Request(String cycleNo, String admissionNo, Element sent) {
    boolean changes(Field field) {
      return sent.textOf("updateflag").charAt(field.place) == '1';
    }

    String text(Field field) {
      return sent.textOf(field.name().toLowerCase(java.util.Locale.ROOT));
    }

    String changed(Field field, String before) {
      return changes(field) ? text(field) : before;
    }

    /** A date that is marked and empty is not known any more. */
    @Nullable LocalDate changed(Field field, @Nullable LocalDate before) {
      if (!changes(field)) {
        return before;
      }
      return text(field).isBlank() ? null : DateTimes.read(text(field)).toLocalDate();
    }
  }

  record Facts(
      Answer<BusinessCycle> cycle,
      Answer<Admission> admission,
      Answer<Boolean> listed,
      Assessor.Facts assessed) {}

  record Updated(String number, Payment standing) {}

  @Override
  public String code() {
    return "ST033";
  }

  @Override
  public Request read(Element transdata, Call call) {
    return new Request(transdata.textOf("busicycleno"), transdata.textOf("akc190"), transdata);
  }

  /** Locks the cycle (shared), then the admission. */
  @Override
  public Facts ask(Request request, Call call, Batch reads) {
    var number = Admissions.number(request.admissionNo());
    return new Facts(
        cycles.share(reads, call.district(), request.cycleNo()),
        admissions.lock(reads, call, number),
        diseases.isListed(reads, call, request.text(Field.DISEASECODE), call.today()),
        assessor.ask(reads, admissions.inpatient(call, number), call.today().getYear() - 2));
  }

  @Override
  public Outcome<Updated> decide(Request request, Call call, Facts facts, Batch writes) {
    // Guards, in the order of Reason. The first that fails is the one reported.
    Optional<Refusal> refusal =
        Refusal.first(
            () -> cycles.refusal(call, facts.cycle()),
            () -> AdmissionBooks.refusal(facts.admission(), facts.cycle()),
            () -> Refusal.unless(isOwnCard(request, facts), Reason.HOLDER_DIFFERS));
    return Outcome.unless(refusal, () -> update(request, call, facts, writes));
  }

  /** The card may be said again; who is in hospital does not change by it. */
  private static boolean isOwnCard(Request request, Facts facts) {
    return !request.changes(Field.AAZ500)
        || facts
            .assessed()
            .payer()
            .found()
            .filter(person -> person.card().value().equals(request.text(Field.AAZ500)))
            .isPresent();
  }

  private Outcome<Updated> update(Request request, Call call, Facts facts, Batch writes) {
    Admission before = facts.admission().rows().getFirst();
    LocalDate in = request.changed(Field.INDATE, before.inDate());
    LocalDate out = request.changed(Field.OUTDATE, before.outDate());
    if (in == null || (out != null && out.isBefore(in))) {
      return Outcome.refuse(Reason.FIELDS_WRONG, "outdate 出院日期早于 indate 入院日期，或 indate 为空");
    }
    Admission after = before.with(in, out, content(request, before.content()));
    boolean unlisted = request.changes(Field.DISEASECODE) && !facts.listed().rows().getFirst();
    return Diseases.bill(after, in, List.of(), unlisted)
        .then(bill -> standing(call, bill, facts))
        .then(payment -> {
          admissions.update(writes, call, after);
          return Outcome.done(new Updated(after.number(), payment));
        });
  }

  private Outcome<Payment> standing(Call call, OrderContent bill, Facts facts) {
    var visit = new Registration(OrderType.INPATIENT, bill, bill.visitDate());
    return assessor.settle(call, visit, List.of(), facts.assessed(), () -> 0);
  }

  private static StayContent content(Request request, StayContent before) {
    List<List<String>> diagnoses =
        OrderContent.rows(request.sent(), "diagnosislistinfo").stream()
            .map(row -> List.of(row.textOf("diseasecode"), row.textOf("diseasename")))
            .toList();
    return new StayContent(
        request.changed(Field.MEDICALTYPE, before.medicalType()),
        before.inpatientNo(),
        before.caseNo(),
        request.changed(Field.DEPTNAME, before.department()),
        request.changed(Field.DISEASECODE, before.disease()),
        request.changed(Field.INDISEASENAME, before.inDiagnosis()),
        request.changed(Field.OUTDISEASENAME, before.outDiagnosis()),
        request.changed(Field.OPERATORNAME, before.operator()),
        request.changed(Field.OUTREASON, before.outReason()),
        diagnoses.isEmpty() ? before.diagnoses() : diagnoses);
  }

  @Override
  public void write(Updated updated, Reply reply) {
    reply.put("akc190", updated.number());
    updated.standing().standing().forEach(reply::put);
  }
}
