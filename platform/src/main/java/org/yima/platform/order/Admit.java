package org.yima.platform.order;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yima.platform.admission.Admission;
import org.yima.platform.admission.Admission.Inpatient;
import org.yima.platform.admission.Admission.State;
import org.yima.platform.admission.Admissions;
import org.yima.platform.admission.Diseases;
import org.yima.platform.admission.StayContent;
import org.yima.platform.bill.Assessor;
import org.yima.platform.bill.OrderType;
import org.yima.platform.bill.Payment;
import org.yima.platform.bill.Registration;
import org.yima.platform.credential.Scan;
import org.yima.platform.credential.Token;
import org.yima.platform.cycle.BusinessCycle;
import org.yima.platform.ledger.Posting;
import org.yima.platform.order.Orders.Found;
import org.yima.platform.order.PaymentOrder.Codes;
import org.yima.platform.order.StayOrders.NewOrder;
import org.yima.platform.person.Insured;
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
 * ST023 扫码入院（就诊）登记. Registers a stay, for which charges are then entered day by day. Section 3.2.6.
 */
@Component
final class Admit implements Transaction<Admit.Request, Admit.Facts, Admit.Admitted> {
  private final Front front;
  private final Diseases diseases;
  private final Assessor assessor;
  private final Books books;

  Admit(Front front, Diseases diseases, Assessor assessor, Books books) {
    this.front = front;
    this.diseases = diseases;
    this.assessor = assessor;
    this.books = books;
  }

  record Request(
      String orderType,
      String orderNo,
      String cycleNo,
      Scan scan,
      LocalDate inDate,
      @Nullable LocalDate outDate,
      StayContent content) {

    @Override
    public String toString() {
      return "ST023 " + orderNo;
    }
  }

  record Facts(
      Answer<BusinessCycle> cycle,
      Answer<Found> order,
      Answer<Admission> known,
      Assessor.Facts assessed,
      Answer<Token> token,
      Answer<Integer> open,
      Answer<Boolean> listed) {

    Insured person() {
      return assessed.payer().rows().getFirst();
    }
  }

  /** A stay that was registered, and its standing in the year. */
  record Admitted(Admission stay, Payment standing) {}

  @Override
  public String code() {
    return "ST023";
  }

  @Override
  public Memory memory() {
    return Memory.ORDER;
  }

  @Override
  public Request read(Element transdata, Call call) {
    String out = transdata.textOf("outdate");
    return new Request(
        transdata.textOf("ordertype"),
        transdata.textOf("orderid"),
        transdata.textOf("busicycleno"),
        Scan.of(transdata),
        DateTimes.read(transdata.textOf("indate")).toLocalDate(),
        out.isBlank() ? null : DateTimes.read(out).toLocalDate(),
        new StayContent(
            transdata.textOf("medicaltype"),
            transdata.textOf("outpatientno"),
            "",
            transdata.textOf("deptname"),
            transdata.textOf("diseasecode"),
            transdata.textOf("indiseasename"),
            transdata.textOf("outdiseasename"),
            "",
            "",
            List.of()));
  }

  @Override
  public Outcome<Request> prepare(Request asked, Call call) {
    return Outcome.done(
        new Request(
            asked.orderType(),
            asked.orderNo(),
            asked.cycleNo(),
            front.credentials().route(asked.scan(), call),
            asked.inDate(),
            asked.outDate(),
            asked.content()));
  }

  /** Locks in the fixed order: the cycle (shared), the account, the token. */
  @Override
  public Facts ask(Request request, Call call, Batch reads) {
    Scan scan = request.scan();
    var person = books.people().withDocument(scan.district(), scan.id(), request.inDate());
    var stays = books.stays().books();
    return new Facts(
        front.cycles().share(reads, call.district(), request.cycleNo()),
        books.orders().find(reads, call, request.orderNo()),
        stays.admissions().find(reads, call, Admissions.ofOrder(call, request.orderNo())),
        assessor.lock(reads, person, request.inDate().getYear() - 1),
        front.credentials().lock(reads, scan),
        stays.admissions().open(reads, person, scan.district()),
        diseases.isListed(reads, call, request.content().disease(), request.inDate()));
  }

  @Override
  public Outcome<Admitted> decide(Request request, Call call, Facts facts, Batch writes) {
    boolean fits =
        OrderType.of(request.orderType())
            .filter(type -> type == OrderType.INPATIENT && type.fits(call.institution()))
            .isPresent();
    // Guards, in the order of Reason. The first that fails is the one reported.
    Optional<Refusal> refusal =
        Refusal.first(
            () -> Refusal.unless(isInOrder(request), Reason.FIELDS_WRONG, "outdate 早于 indate"),
            () -> Refusal.unless(fits, Reason.ORDER_TYPE_NOT_HERE, request.orderType()),
            () -> front.cycles().refusal(call, facts.cycle()),
            () -> OrderRequest.used(facts.order()),
            () ->
                front
                    .credentials()
                    .refusal(call, request.scan(), facts.token(), facts.assessed().payer()),
            () -> front.cycles().regionRefusal(facts.cycle(), isVisitor(request, call)));
    return Outcome.unless(refusal, () -> admit(request, call, facts, writes));
  }

  private static boolean isInOrder(Request request) {
    return request.outDate() == null || !request.outDate().isBefore(request.inDate());
  }

  private static boolean isVisitor(Request request, Call call) {
    return !request.scan().district().equals(call.district());
  }

  private Outcome<Admitted> admit(Request request, Call call, Facts facts, Batch writes) {
    Insured person = facts.person();
    String number = Posting.serial(call.at().atZone(Call.ZONE), books.numbers().next());
    var stay =
        new Admission(
            number,
            request.orderNo(),
            State.OPEN,
            isVisitor(request, call),
            new Inpatient(person.district(), person.number()),
            books.codes().next(),
            request.inDate(),
            request.outDate(),
            request.content());
    return visit(facts, stay, call.today())
        .then(visit ->
            standing(call, facts, visit)
                .then(standing ->
                    Outcome.unless(
                        alreadyAdmitted(call, facts, visit),
                        () -> register(request, call, new Admitted(stay, standing), writes))));
  }

  private Optional<Refusal> alreadyAdmitted(Call call, Facts facts, Registration visit) {
    int open = facts.open().rows().getFirst();
    int most = assessor.stays(call, visit, facts.assessed()).atOnce();
    return Refusal.unless(open < most, Reason.ALREADY_ADMITTED);
  }

  /** A stay of which nothing is charged yet. */
  private static Outcome<Registration> visit(Facts facts, Admission stay, LocalDate acceptedOn) {
    return Diseases.bill(stay, stay.inDate(), List.of(), !facts.listed().rows().getFirst())
        .then(bill -> Outcome.done(new Registration(OrderType.INPATIENT, bill, acceptedOn)));
  }

  /** What the rules say of it. */
  private Outcome<Payment> standing(Call call, Facts facts, Registration visit) {
    return assessor.settle(call, visit, List.of(), facts.assessed(), () -> 0);
  }

  private Outcome<Admitted> register(Request request, Call call, Admitted admitted, Batch writes) {
    Admission stay = admitted.stay();
    front.credentials().use(writes, call, request.scan());
    books.stays().books().admissions().insert(writes, call, stay, request.cycleNo());
    books
        .stays()
        .orders()
        .insert(
            writes,
            call,
            new NewOrder(
                request.orderNo(),
                request.cycleNo(),
                new Codes(stay.validCode(), books.codes().next()),
                stay));
    return Outcome.done(admitted);
  }

  /** As long as the stay is open. */
  @Override
  public Outcome<Admitted> recall(Request request, Call call, Facts facts) {
    return Outcome.unless(
        Admissions.refusal(facts.known()),
        () -> {
          Admission stay = facts.known().rows().getFirst();
          return visit(facts, stay, stay.inDate())
              .then(visit -> standing(call, facts, visit))
              .then(standing -> Outcome.done(new Admitted(stay, standing)));
        });
  }

  @Override
  public void write(Admitted admitted, Reply reply) {
    Admission stay = admitted.stay();
    reply
        .put("orderid", stay.orderNo())
        .put("ordervalidcode", stay.validCode())
        .put("akc190", stay.number())
        .put("sipno", stay.person().number())
        .put("sicardno", admitted.standing().result().holder().card());
    admitted.standing().standing().forEach(reply::put);
    if (stay.outOfRegion()) {
      reply.put("aprtmsg", "执行成功；异地参保人的住院费用暂不能由验码支付结算");
    }
  }
}
