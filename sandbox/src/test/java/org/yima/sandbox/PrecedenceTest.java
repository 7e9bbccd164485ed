package org.yima.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yima.platform.transaction.Reason;
import org.yima.sandbox.Hospital.Order;

/** A bill with many faults is refused for the first of them in the order of {@link Reason}. */
@ExtendWith(Scene.Shared.class)
class PrecedenceTest {
  /** One thing wrong with a bill, and how it is refused for it. */
  private record Fault(String number, BiFunction<Order, Scene, Order> commit) {}

  /** Where two faults are in one field, the earlier one stands: faults are put in last first. */
  private static final List<Fault> FAULTS =
      List.of(
          new Fault("E1002", (order, scene) -> order.visit("hospcode", Scene.PHARMACY)),
          new Fault("E1701", (order, scene) -> order.with("orderid", anotherOrder(scene))),
          new Fault("E1003", (order, scene) -> order.with("backurl", "http://127.0.0.1:1/")),
          new Fault("E1004", (order, scene) -> order.with("ordertype", "drugsscan")),
          new Fault("E1401", (order, scene) -> order.with("busicycleno", "none")),
          new Fault("E1103", (order, scene) -> order.with("ordertime", "2026-03-09 10:00:00")),
          new Fault("E1201", (order, scene) -> order.with("ectoken", "none")),
          new Fault("E1301", (order, scene) -> order.with("username", "测试癸")),
          new Fault("E1302", (order, scene) -> order.with("pname", "测试壬")),
          new Fault(
              "E1405",
              (order, scene) -> order.with("busicycleno", scene.hospital().signIn("01", "1"))),
          new Fault("E1501", (order, scene) -> order.with("orderamt", "9.99")),
          new Fault(
              "E1502", (order, scene) -> order.prescriptionFee("9.98").with("orderamt", "9.98")),
          new Fault("E1503", (order, scene) -> order.line("XA0001", "5.00", Map.of("num", "2"))),
          new Fault("E1602", (order, scene) -> order),
          new Fault("E1603", (order, scene) -> order.visit("outpatienttime", "2026-03-11")),
          new Fault("E1606", (order, scene) -> order.visit("medicaltype", "21")));

  /** The number of an order that was paid with other content. */
  private static String anotherOrder(Scene scene) {
    String number = Scene.number();
    Order paid = scene.order(scene.hospital(), "退休职工").with("orderid", number);
    assertThat(Hospital.outcome(scene.hospital().call("ST007", paid.line("XA0001", "77.00").xml())))
        .isEqualTo("00");
    return number;
  }

  static Stream<Named<Integer>> faults() {
    return IntStream.range(0, FAULTS.size())
        .mapToObj(each -> Named.of(FAULTS.get(each).number(), each));
  }

  @ParameterizedTest(name = "{0} 先于其后各项")
  @MethodSource("faults")
  void theFirstFaultIsTheOneReported(int first, Scene scene) {
    // The frozen person is a fault like the others: behind it the bill is somebody else's.
    boolean frozen = first <= numbers().indexOf("E1602");
    Order order = scene.order(scene.hospital(), frozen ? "待遇冻结的职工" : "在职职工");
    order.line("XA0001", "5.00");
    for (Fault fault : FAULTS.subList(first, FAULTS.size()).reversed()) {
      order = fault.commit().apply(order, scene);
    }
    Map<String, String> before = scene.tables.contents();
    assertThat(Hospital.outcome(scene.hospital().call("ST007", order.xml())))
        .isEqualTo(FAULTS.get(first).number());
    assertThat(scene.tables.contents()).isEqualTo(before);
  }

  @Test
  void theListIsInTheOrderOfReason() {
    assertThat(numbers())
        .isEqualTo(
            Stream.of(Reason.values())
                .map(Reason::number)
                .filter(number -> numbers().contains(number))
                .toList());
  }

  private static List<String> numbers() {
    return FAULTS.stream().map(Fault::number).toList();
  }
}
