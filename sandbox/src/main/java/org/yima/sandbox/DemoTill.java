package org.yima.sandbox;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yima.client.Answer;
import org.yima.client.Bill;
import org.yima.client.BusinessCycle;
import org.yima.client.BusinessType;
import org.yima.client.ChargeLine;
import org.yima.client.Confirmation;
import org.yima.client.Credential;
import org.yima.client.InsuredPerson;
import org.yima.client.OrderStatus;
import org.yima.client.OrderType;
import org.yima.client.Payment;
import org.yima.client.PaymentOrder;
import org.yima.client.PreparedOrder;
import org.yima.client.Prescription;
import org.yima.client.Refund;
import org.yima.client.Split;
import org.yima.client.Statement;
import org.yima.client.UnknownOutcome;
import org.yima.client.YimaClient;
import org.yima.platform.institution.Institution;
import org.yima.platform.transaction.Call;
import org.yima.sandbox.World.Inhabitant;
import org.yima.sandbox.World.Place;
import org.yima.settlement.MedicalType;
import org.yima.settlement.Money;

/** One till of the demo: signs in, scans, charges, reconciles, and keeps its own sum. */
final class DemoTill {
  private static final String OPERATOR = "01";

  private final Sandbox sandbox;
  private final Place place;
  private final Clock clock;
  private final Narrator narrator;
  private final YimaClient client;
  private final String run;
  private final List<BusinessCycle> cycles = new ArrayList<>();
  private Money taken = Money.ZERO;
  private int orders;

  DemoTill(Sandbox sandbox, Place place, Clock clock, Narrator narrator) {
    this.sandbox = sandbox;
    this.place = place;
    this.clock = clock;
    this.narrator = narrator;
    this.client = Branch.client(sandbox, place, clock, narrator);
    this.run = Long.toString(clock.instant().getEpochSecond(), 36);
  }

  /** ST001, for local and for out-of-region business. */
  void open() throws UnknownOutcome {
    cycles.add(client.signIn(OPERATOR).value());
    cycles.add(client.signInOutOfRegion(OPERATOR).value());
    narrator.say("ST001 签到：本地周期 %s，异地周期 %s", cycles.get(0).number(), cycles.get(1).number());
  }

  /** Shows a code and decodes it. */
  Credential scan(Inhabitant who) throws UnknownOutcome {
    String code = sandbox.showCode(who.person());
    Credential credential = client.decode(code, BusinessType.SETTLEMENT, OPERATOR).value();
    narrator.say("ec.query 扫码并解码：%s（%s）出示二维码，得到 token", who.person().name(), who.who());
    return credential;
  }

  /** ST020. */
  void identify(Credential credential) throws UnknownOutcome {
    Answer<InsuredPerson> answer = client.identify(credential);
    if (answer.isDone()) {
      InsuredPerson person = answer.value();
      narrator.say(
          "ST020 身份识别：%s，参保地 %s，个人账户 %s 元",
          person.category(), person.district(), Narrator.yuan(person.balanceFen()));
    } else {
      narrator.say("ST020 身份识别");
      narrator.refused(answer.refusal());
    }
  }

  /** Writes an order of one prescription; it is not sent yet. */
  PaymentOrder order(Inhabitant who, Credential credential, List<ChargeLine> lines) {
    boolean pharmacy = place.institution().kind() == Institution.Kind.PHARMACY;
    return order(who, credential, lines, pharmacy ? "14" : "11", "");
  }

  /** The same for a chronic disease that is approved. */
  PaymentOrder chronic(Inhabitant who, Credential credential, List<ChargeLine> lines) {
    String disease = who.approvals().getOrDefault(MedicalType.CHRONIC_DISEASE, "");
    return order(who, credential, lines, "13", disease);
  }

  /** An order for which nobody has shown a code yet. */
  PaymentOrder unscanned(Inhabitant who, List<ChargeLine> lines) {
    return builder(who, lines, "11", "")
        .payer(who.person().name().value(), who.person().id().value())
        .build();
  }

  private PaymentOrder order(
      Inhabitant who, Credential credential, List<ChargeLine> lines, String type, String disease) {
    return builder(who, lines, type, disease).credential(credential).build();
  }

  private PaymentOrder.Builder builder(
      Inhabitant who, List<ChargeLine> lines, String type, String disease) {
    LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), Call.ZONE);
    boolean pharmacy = place.institution().kind() == Institution.Kind.PHARMACY;
    Prescription.Builder prescription =
        Prescription.builder("CF" + orders).prescribedAt(now).department("01", "门诊");
    lines.forEach(prescription::line);
    Bill bill =
        Bill.builder()
            .medicalType(type)
            .disease(disease)
            .visit("MZ" + orders, "BL" + orders)
            .visitedAt(now)
            .prescription(prescription.build())
            .build();
    boolean visitor = !who.person().district().equals(place.institution().district());
    return PaymentOrder.builder(
            pharmacy ? OrderType.PHARMACY : OrderType.OUTPATIENT, number(), clock.instant())
        .cycle(cycles.get(visitor ? 1 : 0))
        .bill(bill);
  }

  /** A number that no other order of the demo has. */
  String number() {
    return run + "-" + place.institution().code().substring(4) + "-" + ++orders;
  }

  /** The ward of the same hospital. */
  DemoWard ward() {
    return new DemoWard(this, client.stays(), cycles.getFirst(), narrator, clock);
  }

  /** ST021. */
  PreparedOrder prepare(PaymentOrder order) throws UnknownOutcome {
    PreparedOrder prepared = client.prepare(order).value();
    narrator.say("ST021 预结算：订单 %s，%s，此时不动用基金和账户", order.number(), words(prepared.split()));
    return prepared;
  }

  static String words(Split split) {
    return "总额 %s = 基金 %s + 账户 %s + 现金 %s"
        .formatted(
            Narrator.yuan(split.totalFen()),
            Narrator.yuan(split.fundsFen()),
            Narrator.yuan(split.accountFen()),
            Narrator.yuan(split.cashFen()));
  }

  /** ST022; if the promise does not hold any more, what holds now is shown and confirmed. */
  void confirm(PreparedOrder order, Inhabitant who) throws UnknownOutcome {
    Confirmation confirmation = Confirmation.of(order, cycles.getFirst(), scan(who));
    Answer<Payment> answer = client.confirm(confirmation);
    if (!answer.isDone()) {
      narrator.refused(answer.refusal());
      Split now = Objects.requireNonNull(answer.refusal().split(), "no new split");
      narrator.say("ST022 按新结果确认：%s", words(now));
      settle(confirmation.agreeing(now));
    } else {
      booked(answer.value());
    }
  }

  /** ST022 of amounts that are agreed. */
  void settle(Confirmation confirmation) throws UnknownOutcome {
    booked(client.confirm(confirmation).value());
  }

  private void booked(Payment paid) {
    narrator.paid(paid, sandbox.explain(place.institution(), paid.orderNumber()));
    taken = taken.plus(Money.ofFen(paid.amountFen()));
  }

  /** ST010. */
  void refund(Payment payment, Inhabitant who) throws UnknownOutcome {
    Refund refund = client.refund(payment, cycles.getFirst(), scan(who)).value();
    narrator.say(
        "ST010 扫码退费：订单 %s 整笔退 %s 元，反结算流水号 %s，账户与年度累计退回",
        payment.orderNumber(), Narrator.yuan(refund.totalFen()), refund.serial());
    taken = taken.minus(Money.ofFen(refund.totalFen()));
  }

  /** ST100, and what ST009 says then. */
  void cancel(String number) throws UnknownOutcome {
    OrderStatus before = statusOf(number);
    client.cancel(number, cycles.getFirst(), "收费系统未能入账").value();
    narrator.say("ST100 取消 %s：查询为 %s", number, client.query(number).value().state());
    if (before != null && before.payment() != null) {
      taken = taken.minus(Money.ofFen(before.amountFen()));
    }
  }

  private @Nullable OrderStatus statusOf(String number) throws UnknownOutcome {
    Answer<OrderStatus> answer = client.query(number);
    return answer.isDone() ? answer.value() : null;
  }

  /** 经办冲正, by two people of the scheme. */
  void reverse(Payment payment) throws UnknownOutcome {
    String hospcode = place.institution().code();
    var office = sandbox.reversals();
    office.propose(hospcode, payment.orderNumber(), "患者已离院", "经办甲");
    var done = office.approve(hospcode, payment.orderNumber(), "经办乙");
    narrator.say(
        "经办冲正：订单 %s，%s 元，经办甲提出、经办乙复核，查询为 %s",
        payment.orderNumber(), done.total(), client.query(payment.orderNumber()).value().state());
    taken = taken.minus(done.total());
  }

  /** ST007; tells how it came out. */
  Answer<Payment> pay(PaymentOrder order) throws UnknownOutcome {
    narrator.say("ST007 被扫支付：订单 %s，%s 元", order.number(), Narrator.yuan(order.amountFen()));
    Answer<Payment> answer = client.pay(order);
    if (answer.isDone()) {
      booked(answer.value());
    } else {
      narrator.refused(answer.refusal());
    }
    return answer;
  }

  /** The same order sent again, as after a lost reply: no second payment. */
  void payAgain(PaymentOrder order) throws UnknownOutcome {
    Answer<Payment> again = client.pay(order);
    narrator.say("ST007 原样重发（假装没有收到应答）：结算编号 %s，没有第二次扣款", again.value().settlement().number());
  }

  /** ST009. */
  void query(PaymentOrder order) throws UnknownOutcome {
    narrator.say("ST009 查询 %s：%s", order.number(), client.query(order.number()).value().state());
  }

  /** ST099 and ST002 for both cycles; answers what the statements add up to. */
  Money close() throws UnknownOutcome {
    Money sum = Money.ZERO;
    for (BusinessCycle cycle : cycles) {
      Statement statement = client.statement(cycle).value();
      narrator.say("ST099 对账 %s（%s）", cycle.number(), cycle.isOutOfRegion() ? "异地" : "本地");
      narrator.statement(statement);
      sum = sum.plus(Money.ofFen(statement.totalFen()));
      client.signOut(cycle).value();
    }
    narrator.say("ST002 签退两个周期");
    return sum;
  }

  Money taken() {
    return taken;
  }

  String name() {
    return place.institution().name();
  }
}
