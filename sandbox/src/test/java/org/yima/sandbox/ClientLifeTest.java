package org.yima.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yima.client.Answer;
import org.yima.client.Bill;
import org.yima.client.BusinessCycle;
import org.yima.client.BusinessType;
import org.yima.client.ChargeLine;
import org.yima.client.Confirmation;
import org.yima.client.Credential;
import org.yima.client.OrderType;
import org.yima.client.Payment;
import org.yima.client.PaymentOrder;
import org.yima.client.PaymentState;
import org.yima.client.PreparedOrder;
import org.yima.client.Prescription;
import org.yima.client.Refund;
import org.yima.client.Split;
import org.yima.client.Statement;
import org.yima.client.UnknownOutcome;
import org.yima.client.YimaClient;
import org.yima.client.YimaClientBuilder;
import org.yima.sandbox.LossyLine.Fate;
import org.yima.sandbox.World.Inhabitant;

/**
 * The client against the server over a line that loses requests and replies: hospital and platform
 * agree on every order, whatever was lost at whichever step.
 */
@ExtendWith(Scene.Shared.class)
class ClientLifeTest {
  private LossyLine line;
  private YimaClient client;
  private BusinessCycle cycle;
  private Scene scene;

  @BeforeEach
  void open(Scene shared) throws UnknownOutcome {
    scene = shared;
    line = new LossyLine(scene.sandbox.gateway());
    client =
        new YimaClientBuilder(
                line.uri(), scene.at(Scene.TOWNSHIP_RSA).kit(), Scene.TOWNSHIP_RSA, "示例镇卫生院")
            .backOff(Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofMillis(1))
            .build();
    cycle = client.signIn("CL" + Scene.number()).value();
  }

  @AfterEach
  void close() {
    line.close();
  }

  /** What is lost of the calls of one step, in their order. */
  static Stream<List<Fate>> losses() {
    return Stream.of(
        List.of(Fate.ARRIVES),
        List.of(Fate.REQUEST_LOST),
        List.of(Fate.REPLY_LOST),
        List.of(Fate.TWICE),
        List.of(Fate.REPLY_LOST, Fate.REQUEST_LOST),
        List.of(Fate.REPLY_LOST, Fate.REPLY_LOST, Fate.REPLY_LOST),
        List.of(Fate.REQUEST_LOST, Fate.REQUEST_LOST, Fate.REPLY_LOST));
  }

  private void lose(List<Fate> fates) {
    line.next(fates.toArray(Fate[]::new));
  }

  private Credential scan(Inhabitant who) throws UnknownOutcome {
    line.next();
    String code = scene.sandbox.showCode(who.person());
    return client.decode(code, BusinessType.SETTLEMENT, "01").value();
  }

  private PaymentOrder.Builder order(String number, String price) {
    LocalDateTime now = LocalDateTime.ofInstant(scene.clock.instant(), Hospital.ZONE);
    ChargeLine tablets =
        ChargeLine.builder()
            .hospitalItem("H1", "示例片")
            .insuranceItem("XA0001", "示例片")
            .category("01", "01")
            .unitPrice(price)
            .quantity("1", "盒")
            .build();
    Bill bill =
        Bill.builder()
            .medicalType("11")
            .visit("MZ1", "BL1")
            .visitedAt(now)
            .prescription(
                Prescription.builder("CF1")
                    .prescribedAt(now)
                    .department("01", "门诊")
                    .line(tablets)
                    .build())
            .build();
    return PaymentOrder.builder(OrderType.OUTPATIENT, number, scene.clock.instant())
        .cycle(cycle)
        .bill(bill);
  }

  private PreparedOrder prepared(Inhabitant who, String price) throws UnknownOutcome {
    line.next();
    return client
        .prepare(
            order(Scene.number(), price)
                .payer(who.person().name().value(), who.person().id().value())
                .build())
        .value();
  }

  private Payment paid(Inhabitant who, String price) throws UnknownOutcome {
    return client.pay(order(Scene.number(), price).credential(scan(who)).build()).value();
  }

  private long postings(String order) {
    return Long.parseLong(
        scene.tables.one("select count(*) from posting where order_no = ?", order));
  }

  private PaymentState state(String order) throws UnknownOutcome {
    line.next();
    return client.query(order).value().state();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("losses")
  void anOrderIsPaidOnce(List<Fate> fates) throws UnknownOutcome {
    Inhabitant who = scene.newcomer("20.00");
    PaymentOrder order = order(Scene.number(), "50.00").credential(scan(who)).build();
    lose(fates);
    Payment payment = client.pay(order).value();
    assertThat(payment.settlement().accountFen()).isEqualTo(20_00);
    assertThat(postings(order.number())).isEqualTo(1);
    assertThat(state(order.number())).isEqualTo(PaymentState.PAID);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("losses")
  void anOrderIsPreparedAndPaidOnce(List<Fate> fates) throws UnknownOutcome {
    Inhabitant who = scene.newcomer("20.00");
    PaymentOrder order =
        order(Scene.number(), "50.00")
            .payer(who.person().name().value(), who.person().id().value())
            .build();
    lose(fates);
    PreparedOrder prepared = client.prepare(order).value();
    Confirmation confirmation = Confirmation.of(prepared, cycle, scan(who));
    lose(fates);
    Payment payment = client.confirm(confirmation).value();
    assertThat(payment.settlement().cashFen()).isEqualTo(prepared.split().cashFen());
    assertThat(postings(order.number())).isEqualTo(1);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("losses")
  void anOrderIsRefundedOnce(List<Fate> fates) throws UnknownOutcome {
    Inhabitant who = scene.newcomer("20.00");
    Payment payment = paid(who, "50.00");
    Credential shown = scan(who);
    lose(fates);
    Refund refund = client.refund(payment, cycle, shown).value();
    assertThat(refund.totalFen()).isEqualTo(50_00);
    assertThat(postings(payment.orderNumber())).isEqualTo(2);
    assertThat(state(payment.orderNumber())).isEqualTo(PaymentState.REFUNDED);
    line.next();
    Statement statement = client.statement(cycle).value();
    assertThat(statement.totalFen()).as("paid and given back").isZero();
    assertThat(statement.lines()).hasSize(2);
    assertThat(statement.lines().getLast().isRefund()).isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("losses")
  void anOrderIsCancelledForCertain(List<Fate> fates) throws UnknownOutcome {
    Inhabitant who = scene.newcomer("20.00");
    Payment payment = paid(who, "50.00");
    lose(fates);
    assertThat(client.cancel(payment.orderNumber(), cycle, "未能入账").isDone()).isTrue();
    assertThat(state(payment.orderNumber())).isEqualTo(PaymentState.CANCELLED);
    line.next();
    assertThat(client.statement(cycle).value().lines()).isEmpty();
  }

  /** A till that does not know whether it was paid cancels; the payment then comes too late. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("losses")
  void whatIsCancelledStaysUnpaid(List<Fate> fates) throws UnknownOutcome {
    PaymentOrder order =
        order(Scene.number(), "50.00").credential(scan(scene.newcomer("0.00"))).build();
    lose(fates);
    assertThat(client.cancel(order.number(), cycle, "结果未知").isDone()).isTrue();
    line.next();
    Answer<Payment> late = client.pay(order);
    assertThat(late.refusal().reason()).isEqualTo("E1102");
    assertThat(state(order.number())).isEqualTo(PaymentState.CANCELLED);
    assertThat(postings(order.number())).isZero();
  }

  /** The account has been used meanwhile: the new split is shown, agreed to, and paid. */
  @Test
  void aNewSplitIsAgreedTo() throws UnknownOutcome {
    Inhabitant who = scene.newcomer("30.00");
    PreparedOrder prepared = prepared(who, "50.00");
    assertThat(prepared.split().accountFen()).isEqualTo(30_00);
    paid(who, "25.00");
    Confirmation confirmation = Confirmation.of(prepared, cycle, scan(who));
    Answer<Payment> refused = client.confirm(confirmation);
    Split now = Objects.requireNonNull(refused.refusal().split());
    assertThat(now.accountFen()).isEqualTo(5_00);
    assertThat(now.cashFen()).isEqualTo(45_00);
    Payment payment = client.confirm(confirmation.agreeing(now)).value();
    assertThat(payment.settlement().accountFen()).isEqualTo(5_00);
  }
}
