package org.yima.sandbox;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.yima.sandbox.Refused.Attempt;

/** Calls that are refused because of the order they name. */
final class OrderCases {
  private OrderCases() {}

  static Stream<Refused> all() {
    return Stream.concat(inSteps(), atOnce());
  }

  private static Stream<Refused> atOnce() {
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
              steps(scene).cancel(paid.number());
              return Attempt.of(scene.hospital(), "ST007", paid.transdata());
            }),
        new Refused("账户正被另一笔支付锁住", "E1801 同一订单正在处理，请稍后查询支付状态", OrderCases::held));
  }

  /** Of orders that live on beyond one call. */
  private static Stream<Refused> inSteps() {
    return Stream.of(
        new Refused(
            "已支付的订单再预结算",
            "E1102 订单已处于状态2 支付成功，不能再办理本交易",
            scene -> prepare(scene, order -> order.with("orderid", paid(scene).number()))),
        new Refused(
            "预结算给参保地没有的人",
            "E1303 参保地没有此人的参保记录",
            scene -> prepare(scene, order -> order.with("pidno", "990000198001019999"))),
        new Refused(
            "预结算的姓名与证件不是同一人",
            "E1303 参保地没有此人的参保记录",
            scene -> prepare(scene, order -> order.with("pname", "测试某"))),
        new Refused(
            "预结算给异地参保人",
            "E1303 参保地没有此人的参保记录",
            scene ->
                Attempt.of(
                    scene.hospital(),
                    "ST021",
                    scene
                        .order(scene.hospital(), "外地退休职工")
                        .unscanned()
                        .line("XA0001", "1.00")
                        .xml())),
        new Refused(
            "在异地周期内预结算",
            "E1405 本地结算与异地结算须使用各自的业务周期",
            scene ->
                prepare(
                    scene, order -> order.with("busicycleno", scene.hospital().signIn("01", "1")))),
        new Refused("防伪码不符", "E1105 订单防伪码、结算编号或支付验证码与订单不符", OrderCases::unproven),
        new Refused(
            "在另一个周期内取消",
            "E1407 订单在另一业务周期内支付，不能取消，请用扫码退费",
            scene ->
                Attempt.of(
                    scene.hospital(),
                    "ST100",
                    Hospital.xml(
                        Map.of(
                            "busicycleno",
                            scene.hospital().signIn("OC", "0"),
                            "orderid",
                            paid(scene).number(),
                            "reason",
                            "测试")))));
  }

  private static Steps steps(Scene scene) {
    return new Steps(scene.hospital(), scene.localCycle(scene.hospital()));
  }

  private static Attempt prepare(Scene scene, UnaryOperator<Hospital.Order> change) {
    Hospital.Order order = scene.order(scene.hospital(), "在职职工").unscanned();
    return Attempt.of(scene.hospital(), "ST021", change.apply(order.line("XA0001", "1.00")).xml());
  }

  private static Attempt unproven(Scene scene) {
    Steps steps = steps(scene);
    Map<String, String> fields = steps.confirmation(steps.prepare("在职职工", "1.00"));
    fields.put("ordervalidcode", "aaaaaaaaaaaaaaaaaaaaaaaaaa");
    return Attempt.of(scene.hospital(), "ST022", Hospital.xml(fields));
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

  private static Refused repeated(String label, UnaryOperator<Hospital.Order> change) {
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
