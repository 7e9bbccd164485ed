package org.yima.sandbox;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.yima.client.ChargeLine;
import org.yima.client.Credential;
import org.yima.client.Payment;
import org.yima.client.PaymentOrder;
import org.yima.client.PreparedOrder;
import org.yima.client.SettledLine;
import org.yima.client.Stay;
import org.yima.client.UnknownOutcome;
import org.yima.sandbox.ClosingBalance.Line;
import org.yima.sandbox.World.Inhabitant;
import org.yima.sandbox.World.Place;
import org.yima.settlement.Money;

/**
 * A morning at seven tills and the next day, told through the real interface: signed and sealed
 * messages, a real database, real rules. It ends with the books, which must agree to the fen.
 */
public final class Demo {
  private final Sandbox sandbox;
  private final MovableClock clock;
  private final Narrator narrator;
  private final List<Payment> yesterday = new ArrayList<>();
  private Money paid = Money.ZERO;
  private Money statements = Money.ZERO;

  /**
   * @param clock the sandbox's
   */
  public Demo(Sandbox sandbox, MovableClock clock, PrintStream out, boolean verbose) {
    this.sandbox = sandbox;
    this.clock = clock;
    this.narrator = new Narrator(out, verbose);
  }

  /**
   * Tells the story.
   *
   * @return whether the books agree
   * @throws UnknownOutcome if a payment's outcome cannot be found out; here that is a defect
   */
  public boolean run() throws UnknownOutcome {
    narrator.chapter("虚构的人物（证件号以 990000 开头，均非真实）");
    for (Inhabitant each : World.people()) {
      narrator.say(
          "%s  %s  参保地 %s  个人账户 %s 元",
          each.person().name().value(),
          each.who(),
          each.person().district(),
          each.person().balance());
    }
    hospital(till("04010089"));
    clinic(till("04010002"));
    pharmacy(till("04020001"));
    afterThePayment(till("04010003"));
    chronic(till("44150001"), "汕尾的高血压职工");
    chronic(till("22020001"), "吉林的慢性病居民");
    stay(till("37130001"));
    clock.moveOn(Duration.ofDays(1));
    nextDay(till("04010089"));
    return balance();
  }

  private DemoTill till(String hospcode) {
    Place place =
        World.places().stream()
            .filter(each -> each.institution().code().equals(hospcode))
            .findFirst()
            .orElseThrow();
    narrator.chapter(
        place.institution().name() + "（" + hospcode + "，套件 " + place.suites().getFirst() + "）");
    return new DemoTill(sandbox, place, clock, narrator);
  }

  private void hospital(DemoTill till) throws UnknownOutcome {
    till.open();
    Inhabitant worker = person("在职职工");
    narrator.say("— 两次扫码：先识别身份，录入明细后再扫一次付款");
    till.identify(till.scan(worker));
    PaymentOrder order = till.order(worker, till.scan(worker), visit());
    till.pay(order);
    till.payAgain(order);
    till.query(order);
    narrator.say("— 同一个人今年的第二张单子：起付线只承担一次");
    yesterday.add(till.pay(till.order(worker, till.scan(worker), visit())).value());

    Inhabitant pensioner = person("退休职工");
    narrator.say("— 一次扫码：明细已录好，扫码即付款");
    Credential scanned = till.scan(pensioner);
    till.pay(till.order(pensioner, scanned, visit()));
    narrator.say("— 同一个 token 再付另一张订单");
    till.pay(till.order(pensioner, scanned, visit()));

    narrator.say("— 待遇冻结的人");
    Inhabitant frozen = person("待遇冻结的职工");
    till.pay(till.order(frozen, till.scan(frozen), visit()));
    close(till);
  }

  private void clinic(DemoTill till) throws UnknownOutcome {
    till.open();
    Inhabitant resident = person("城乡居民");
    till.pay(till.order(resident, till.scan(resident), visit()));
    Inhabitant empty = person("账户已空的职工");
    till.pay(till.order(empty, till.scan(empty), visit()));
    narrator.say("— 异地参保人：就医地目录，参保地政策，异地周期");
    Inhabitant visitor = person("外地退休职工");
    till.pay(till.order(visitor, till.scan(visitor), visit()));
    close(till);
  }

  private void pharmacy(DemoTill till) throws UnknownOutcome {
    till.open();
    Inhabitant worker = person("在职职工");
    List<ChargeLine> bought =
        List.of(line("XA0001", "阿莫西林胶囊", "18.50", "2"), line("XC0001", "某品牌钙片", "68.00", "1"));
    till.pay(till.order(worker, till.scan(worker), bought));
    close(till);
  }

  /** An order lives on: paid in two steps, refunded, cancelled, reversed. */
  private void afterThePayment(DemoTill till) throws UnknownOutcome {
    till.open();
    Inhabitant worker = person("在职职工");
    narrator.say("— 线上混合支付：先预结算，患者在线付清现金，再出示二维码支付医保部分");
    PreparedOrder prepared = till.prepare(till.unscanned(worker, visit()));
    till.confirm(prepared, worker);

    narrator.say("— 预结算以后，同一个人又付了另一张单子：原结果不再成立，按新结果确认才支付");
    PreparedOrder outdated = till.prepare(till.unscanned(worker, visit()));
    till.pay(till.order(worker, till.scan(worker), visit()));
    till.confirm(outdated, worker);

    narrator.say("— 收错了，患者还在：扫码退费");
    Payment wrong = till.pay(till.order(worker, till.scan(worker), visit())).value();
    till.refund(wrong, worker);

    narrator.say("— 收费机死机，不知道付没付成：取消，此订单号以后也不会被支付");
    PaymentOrder crashed = till.order(worker, till.scan(worker), visit());
    till.pay(crashed);
    till.cancel(crashed.number());
    narrator.say("— 取消比支付请求先到：迟到的支付被拒绝");
    PaymentOrder late = till.order(worker, till.scan(worker), visit());
    till.cancel(late.number());
    till.pay(late);

    narrator.say("— 患者已离开：经办机构两人冲正");
    Payment gone = till.pay(till.order(worker, till.scan(worker), visit())).value();
    till.reverse(gone);
    close(till);
  }

  /** Published rules of real districts: each visit explains itself with its source. */
  private void chronic(DemoTill till, String who) throws UnknownOutcome {
    till.open();
    Inhabitant patient = person(who);
    till.pay(
        till.chronic(
            patient, till.scan(patient), List.of(line("XA0002", "苯磺酸氨氯地平片", "24.80", "20"))));
    close(till);
  }

  /** From admission to discharge, and an admission that was a mistake. */
  private void stay(DemoTill till) throws UnknownOutcome {
    till.open();
    Inhabitant patient = person("临沂的住院职工");
    DemoWard ward = till.ward();
    narrator.say("— 登记错了：没有结算，扫码退院");
    Stay mistaken = ward.admit(patient);
    ward.charge(mistaken, List.of(line("F00002", "血常规", "25.00", "1")));
    ward.withdraw(mistaken, patient);

    narrator.say("— 入院、记账、更正、出院结算");
    Stay stay = ward.admit(patient);
    List<SettledLine> entered =
        ward.charge(
            stay,
            List.of(
                line("XB0001", "头孢克肟分散片", "42.80", "20"),
                line("F00003", "彩色多普勒超声", "160.00", "1"),
                line("F00003", "彩色多普勒超声", "160.00", "1")));
    ward.charge(stay, List.of(line("F00001", "普通门诊诊察费", "15.00", "60")));
    ward.takeBack(stay, entered.getLast());
    ward.discharge(stay, patient);
    close(till);
  }

  /** The cycle of yesterday is closed: a refund stands in today's. */
  private void nextDay(DemoTill till) throws UnknownOutcome {
    narrator.say("第二天。昨天的周期已签退，退费记入今天的周期");
    till.open();
    till.refund(yesterday.getFirst(), person("在职职工"));
    close(till);
  }

  private void close(DemoTill till) throws UnknownOutcome {
    statements = statements.plus(till.close());
    paid = paid.plus(till.taken());
  }

  private boolean balance() {
    narrator.chapter("结账");
    List<Line> lines = sandbox.balance(paid, statements);
    for (Line line : lines) {
      narrator.say(
          "%s %s：%s / %s", line.agrees() ? "✓" : "✗", line.what(), line.left(), line.right());
    }
    boolean agrees = lines.stream().allMatch(Line::agrees);
    narrator.say(agrees ? "账平，一分不差 (the books agree to the fen)" : "账不平！(the books differ)");
    return agrees;
  }

  /** A consultation, a test, an examination and two medicines: every class of the catalogue. */
  private static List<ChargeLine> visit() {
    return List.of(
        line("F00001", "普通门诊诊察费", "15.00", "1"),
        line("F00002", "血常规", "25.00", "1"),
        line("F00003", "彩色多普勒超声", "160.00", "1"),
        line("XB0001", "头孢克肟分散片", "42.80", "2"),
        line("XB0002", "二甲双胍缓释片", "2.80", "30"),
        line("XC0001", "某品牌钙片", "68.00", "1"));
  }

  private static ChargeLine line(String code, String name, String price, String quantity) {
    return ChargeLine.builder()
        .hospitalItem("H" + code, name)
        .insuranceItem(code, name)
        .category("01", "01")
        .unitPrice(price)
        .quantity(quantity, "份")
        .build();
  }

  private static Inhabitant person(String who) {
    return World.people().stream().filter(each -> each.who().equals(who)).findFirst().orElseThrow();
  }
}
