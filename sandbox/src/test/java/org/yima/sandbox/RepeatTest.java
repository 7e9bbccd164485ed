package org.yima.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yima.protocol.Form;
import org.yima.sandbox.Hospital.Order;

/** The same order sent again, one copy after the other (decisions §5). */
@ExtendWith(Scene.Shared.class)
class RepeatTest {
  /** What a retry changes, and whether it is still the same order. */
  record Retry(String label, String outcome, Change change) {
    @Override
    public String toString() {
      return label + " → " + outcome;
    }
  }

  interface Change {
    Order of(Order order, Scene scene);
  }

  static Stream<Retry> retries() {
    return Stream.of(
        same("原样", (order, scene) -> order),
        same("新的二维码", (order, scene) -> rescanned(order, scene)),
        same(
            "旧的二维码早已过期",
            (order, scene) -> {
              scene.clock.advance(Duration.ofHours(1));
              return order;
            }),
        same("另一个操作员", (order, scene) -> order.visit("operatorid", "02")),
        same(
            "另一个周期",
            (order, scene) -> order.with("busicycleno", scene.hospital().signIn("02", "0"))),
        same("不存在的周期", (order, scene) -> order.with("busicycleno", "none")),
        same("另一个发送时间", (order, scene) -> order.with("ordertime", "2026-03-10 09:59:00")),
        same("另一个超时时间", (order, scene) -> order.with("orderovertime", "1")),
        same("另一个描述", (order, scene) -> order.with("orderdesc", "重发")),
        same(
            "新的二维码、操作员和周期",
            (order, scene) ->
                rescanned(order, scene)
                    .visit("operatorid", "02")
                    .with("busicycleno", scene.hospital().signIn("02", "0"))),
        other("另一个金额", (order, scene) -> order.with("orderamt", "7.01")),
        other("多一行", (order, scene) -> order.line("XA0002", "1.00")),
        other("另一个病历号", (order, scene) -> order.visit("bkc012", "BL2")),
        other("另一个支付人", (order, scene) -> order.with("pname", "测试乙")));
  }

  private static Retry same(String label, Change change) {
    return new Retry(label, "00", change);
  }

  private static Retry other(String label, Change change) {
    return new Retry(label, "E1701", change);
  }

  private static Order rescanned(Order order, Scene scene) {
    Map<String, String> scan = scene.hospital().scan(Hospital.person("在职职工"));
    scan.forEach(order::with);
    return order;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("retries")
  void aRetryGetsTheFirstAnswer(Retry retry, Scene scene) {
    Hospital at = scene.hospital();
    Order order = scene.order(at, "在职职工").line("XA0001", "7.00");
    Paid first = Paid.of(at.call("ST007", order.xml()));
    String again = retry.change().of(order, scene).xml();
    Map<String, String> before = scene.tables.contents();

    Form reply = at.call("ST007", again);

    assertThat(Hospital.outcome(reply)).isEqualTo(retry.outcome());
    if (retry.outcome().equals("00")) {
      assertThat(Paid.of(reply).business()).isEqualTo(first.business());
    }
    assertThat(scene.tables.contents()).isEqualTo(before);
  }

  @Test
  void aRefusedOrderIsCorrectedAndPaid(Scene scene) {
    Hospital at = scene.hospital();
    Order order = scene.order(at, "在职职工").line("XA0001", "7.00").with("orderamt", "7.50");
    assertThat(Hospital.outcome(at.call("ST007", order.xml()))).isEqualTo("E1501");
    assertThat(Hospital.outcome(at.call("ST007", order.xml()))).as("again").isEqualTo("E1501");
    assertThat(Hospital.outcome(at.call("ST007", order.with("orderamt", "7.00").xml())))
        .isEqualTo("00");
  }

  /** ST009 says the same of the payment as ST007 did, and {@code paystatus}. */
  @Test
  void aQueryRepeatsThePayment(Scene scene) {
    Hospital at = scene.hospital();
    String number = Scene.number();
    Order order = scene.order(at, "在职职工").with("orderid", number).line("XA0001", "7.00");
    Map<String, String> paid = Paid.of(at.call("ST007", order.xml())).business();
    Form reply = at.call("ST009", Hospital.xml(Map.of("orderid", number)));
    Map<String, String> asked = Paid.of(reply).business();
    assertThat(asked.remove("paystatus")).isEqualTo("2");
    assertThat(asked).isEqualTo(paid);
  }

  /** Two institutions may count their orders alike. */
  @Test
  void anOrderNumberIsTheInstitutionsOwn(Scene scene) {
    String number = Scene.number();
    for (String place : new String[] {Scene.HOSPITAL, Scene.TOWNSHIP_RSA}) {
      Hospital at = scene.at(place);
      Order order = scene.order(at, "在职职工").with("orderid", number).line("XA0001", "3.00");
      assertThat(Hospital.outcome(at.call("ST007", order.xml()))).as(place).isEqualTo("00");
    }
  }
}
