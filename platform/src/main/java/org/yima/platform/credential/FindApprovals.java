package org.yima.platform.credential;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yima.platform.person.ApprovalRows;
import org.yima.platform.person.ApprovalRows.OnRecord;
import org.yima.platform.person.Insured;
import org.yima.platform.person.People;
import org.yima.platform.person.Whom;
import org.yima.platform.store.Batch;
import org.yima.platform.store.Batch.Answer;
import org.yima.platform.transaction.Call;
import org.yima.platform.transaction.Outcome;
import org.yima.platform.transaction.Reason;
import org.yima.platform.transaction.Refusal;
import org.yima.platform.transaction.Reply;
import org.yima.platform.transaction.Transaction;
import org.yima.protocol.Element;
import org.yima.settlement.MedicalType;

/**
 * ST035 慢特病审批查询. Lists a person's approvals for special and chronic disease. Original interface.
 *
 * <p>Asked for with a live code, wherever they are insured; or by their number, in the
 * institution's own district.
 */
@Component
final class FindApprovals
    implements Transaction<FindApprovals.Request, FindApprovals.Facts, List<OnRecord>> {
  private final Credentials credentials;
  private final People people;
  private final ApprovalRows approvals;

  FindApprovals(Credentials credentials, People people, ApprovalRows approvals) {
    this.credentials = credentials;
    this.people = people;
    this.approvals = approvals;
  }

  /**
   * What is asked.
   *
   * @param number 个人编码; empty: the scan says who
   * @param type only those of this medical type; null: all
   */
  record Request(String number, Scan scan, @Nullable MedicalType type) {
    Whom whom(People people, Call call) {
      return number.isBlank()
          ? people.withDocument(scan.district(), scan.id(), call.today())
          : people.numbered(call.district(), number, call.today());
    }
  }

  record Facts(Answer<Token> token, Answer<Insured> person, Answer<OnRecord> approvals) {}

  @Override
  public String code() {
    return "ST035";
  }

  @Override
  public Memory memory() {
    return Memory.QUERY;
  }

  @Override
  public Request read(Element transdata, Call call) {
    String type = transdata.textOf("medicaltype");
    return new Request(
        transdata.textOf("bac001"),
        Scan.of(transdata),
        MedicalType.of(MedicalType.Order.OUTPATIENT, type).orElse(null));
  }

  @Override
  public Outcome<Request> prepare(Request asked, Call call) {
    return Outcome.done(
        new Request(asked.number(), credentials.route(asked.scan(), call), asked.type()));
  }

  @Override
  public Facts ask(Request request, Call call, Batch reads) {
    Whom whom = request.whom(people, call);
    return new Facts(
        credentials.find(reads, request.scan()),
        people.find(reads, whom),
        approvals.of(reads, whom));
  }

  @Override
  public Outcome<List<OnRecord>> decide(Request request, Call call, Facts facts, Batch writes) {
    boolean known = facts.person().found().isPresent();
    Optional<Refusal> refusal =
        request.number().isBlank()
            ? credentials.refusal(call, request.scan(), facts.token(), facts.person())
            : Refusal.unless(known, Reason.NOT_INSURED);
    return Outcome.unless(
        refusal,
        () ->
            Outcome.done(
                facts.approvals().rows().stream()
                    .filter(each -> request.type() == null || request.type() == each.type())
                    .toList()));
  }

  @Override
  public void write(List<OnRecord> found, Reply reply) {
    var rows = new ArrayList<Element>();
    for (OnRecord each : found) {
      rows.add(
          Element.of(
              "row",
              List.of(
                  Element.text("othercheckno", each.number()),
                  Element.text("medicaltype", each.type().code()),
                  Element.text("diseasecode", each.disease()),
                  Element.text("diseasename", each.diseaseName()),
                  Element.text("startdate", each.from().toString()),
                  Element.text("enddate", text(each.until())),
                  Element.text("hospcode", ""))));
    }
    reply.put(Element.of("rows", rows));
  }

  private static String text(@Nullable LocalDate day) {
    return day == null ? "" : day.toString();
  }
}
