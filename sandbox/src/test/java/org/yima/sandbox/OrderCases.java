package org.yima.sandbox;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Stream;
import org.yima.sandbox.Refused.Attempt;

/** Calls that are refused because of the order they name. */
final class OrderCases {
  private OrderCases() {}

  static Stream<Refused> all() {
    return Stream.of(
        new Refused("查询没有的订单", "E1101 没有此订单", scene -> query(scene.hospital(), "NONE")),
        new Refused(
            "查询别家的订单",
            "E1101 没有此订单",
            scene -> query(scene.at(Scene.PHARMACY), paid(scene).number())),
        repeated("同一订单号换了金额", order -> order.line("XA0001", "2.00")),
        repeated("同一订单号换了项目", order -> order.line("XA0002", "1.00")),
        repeated("同一订单号换了医疗类别", order -> order.line("XA0001", "1.00").visit("medicaltype", "14")),
        new Refused(
            "已取消的订单再次支付",
            "E1102 订单已处于状态4 支付已取消，不能再办理本交易",
            scene -> {
              Paid paid = paid(scene);
              String state = "update payment_order set state = ? where order_no = ?";
              scene.tables.tell(state, "4", paid.number());
              return Attempt.of(scene.hospital(), "ST007", paid.transdata())
                  .undo(() -> scene.tables.tell(state, "2", paid.number()));
            }),
        new Refused("账户正被另一笔支付锁住", "E1801 同一订单正在处理，请稍后查询支付状态", OrderCases::held));
  }

  private record Paid(String number, String transdata) {}

  private static Paid paid(Scene scene) {
    String number = Scene.number();
    String transdata =
        scene.order(scene.hospital(), "在职职工").with("orderid", number).line("XA0001", "1.00").xml();
    scene.hospital().call("ST007", transdata);
    return new Paid(number, transdata);
  }

  private static Attempt query(Hospital at, String number) {
    return Attempt.of(at, "ST009", Hospital.xml(Map.of("orderid", number)));
  }

  private static Refused repeated(
      String label, java.util.function.UnaryOperator<Hospital.Order> change) {
    return new Refused(
        label,
        "E1701 订单号已用于内容不同的订单，请换新订单号",
        scene ->
            Attempt.pay(
                scene.hospital(),
                change.apply(
                    scene.order(scene.hospital(), "在职职工").with("orderid", paid(scene).number()))));
  }

  /** Holds the account's row in a transaction of its own, longer than the server waits. */
  private static Attempt held(Scene scene) {
    Attempt attempt =
        Attempt.pay(scene.hospital(), scene.order(scene.hospital(), "在职职工").line("XA0001", "1.00"));
    try {
      Connection other = DriverManager.getConnection(scene.sandbox.databaseUrl());
      other.setAutoCommit(false);
      try (var lock = other.createStatement()) {
        lock.execute("select 1 from personal_account where person_no = '5304000001' for update");
      }
      return attempt.undo(() -> close(other));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void close(Connection connection) {
    try {
      connection.rollback();
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
