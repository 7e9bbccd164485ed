package org.yima.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yima.protocol.Element;
import org.yima.protocol.Form;
import org.yima.sandbox.Hospital.Order;

/** The paid side of every limit whose refused side is in {@link BillCases}. */
@ExtendWith(Scene.Shared.class)
class AcceptedTest {
  record Accepted(String label, String total, UnaryOperator<Order> change) {
    @Override
    public String toString() {
      return label;
    }
  }

  static Stream<Accepted> bills() {
    return Stream.of(
        line("1 盒多一分", "1.00", "1", "1.01"),
        line("1 盒少一分", "1.00", "1", "0.99"),
        line("199 盒多一分", "1.00", "199", "199.01"),
        line("200 盒多两分", "1.00", "200", "200.02"),
        line("200 盒少两分", "1.00", "200", "199.98"),
        line("四位小数的单价", "0.3333", "3", "1.00"),
        line("金额前面补零", "0001.00", "1", "0001.00"),
        new Accepted(
            "中草药乘付数",
            "7.00",
            order ->
                order.line(
                    "ZA0001", "7.00", Map.of("unitprice", "0.10", "num", "10", "days", "7"))),
        new Accepted("西药的付数不算", "1.00", order -> order.line("XA0001", "1.00", Map.of("days", "7"))),
        one("订单时间早二十九分五十九秒", order -> order.with("ordertime", "2026-03-10 09:30:01")),
        one("订单时间正好三十分钟前", order -> order.with("ordertime", "2026-03-10 09:30:00")),
        one("订单时间正好晚五分钟", order -> order.with("ordertime", "2026-03-10 10:05:00")),
        one("门诊日期在三天前", order -> order.visit("outpatienttime", "2026-03-07")),
        one("没有横线的门诊日期", order -> order.visit("outpatienttime", "20260310")),
        one("登记过的通知地址", order -> order.with("backurl", "http://127.0.0.1:8089/callback/st007")),
        one("旧的订单类型写法", order -> order.with("ordertype", "hisscan")),
        one("急诊", order -> order.visit("medicaltype", "14")),
        one("门诊挂号", order -> order.visit("medicaltype", "111")));
  }

  private static Accepted line(String label, String price, String number, String amount) {
    return new Accepted(
        label,
        new BigDecimal(amount).toPlainString(),
        order -> order.line("XA0001", amount, Map.of("unitprice", price, "num", number)));
  }

  private static Accepted one(String label, UnaryOperator<Order> change) {
    return new Accepted(label, "1.00", order -> change.apply(order).line("XA0001", "1.00"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bills")
  void isPaid(Accepted bill, Scene scene) {
    Hospital at = scene.hospital();
    Order order = bill.change().apply(scene.order(at, "在职职工"));
    Paid paid = Paid.of(at.call("ST007", order.xml()));
    assertThat(paid.balance().textOf("akc264")).isEqualTo(bill.total());
  }

  /** Shows too that the tests of refusals would notice a write. */
  @Test
  void aPaymentWritesTheseTablesAndNoOthers(Scene scene) {
    Hospital at = scene.hospital();
    String order = scene.order(at, "退休职工").line("XA0001", "8.00").xml();
    Map<String, String> before = scene.tables.contents();
    Paid.of(at.call("ST007", order));
    Map<String, String> after = scene.tables.contents();
    assertThat(
            after.keySet().stream()
                .filter(table -> !Objects.equals(after.get(table), before.get(table))))
        .containsExactly(
            "ec_token",
            "payment_order",
            "personal_account",
            "posting",
            "remembered",
            "settlement",
            "year_total");
  }

  @ParameterizedTest(name = "目录外项目 {0}")
  @ValueSource(strings = {"9999999999", "NOSUCH"})
  void anUnknownItemIsWhollySelfPaidAndSaysSo(String item, Scene scene) {
    Hospital at = scene.hospital();
    Order order = scene.order(at, "退休职工").line(item, "12.34").line("XA0001", "5.00");
    Paid paid = Paid.of(at.call("ST007", order.xml()));
    Element line = paid.lines().getFirst();
    assertThat(line.textOf("akc065")).as("自费").isEqualTo("3");
    assertThat(line.textOf("aae019")).isEqualTo("12.34");
    assertThat(line.textOf("bkc026")).isEqualTo("12.34");
    assertThat(line.textOf("akc228")).isEqualTo("0.00");
    assertThat(line.textOf("bkc027")).isEqualTo("0.00");
    assertThat(line.textOf("aka069")).startsWith("1.0");
    assertThat(paid.lines().get(1).textOf("bkc026")).isEqualTo("0.00");
    assertThat(paid.balance().textOf("ckc120")).isEqualTo("12.34");
    assertThat(paid.balance().textOf("akc801")).isEqualTo("5.00");
  }

  /** One answer names them all: the first in {@code aprtmsg}, all of them in {@code aprdetail}. */
  @Test
  void everyBadFieldIsNamedAtOnce(Scene scene) {
    Hospital at = scene.hospital();
    Order order =
        scene
            .order(at, "在职职工")
            .line("XA0001", "1.00", Map.of("num", "-1", "unit", "盒".repeat(16)))
            .with("orderid", "")
            .with("ordertime", "yesterday")
            .visit("medicaltype", "99");
    Map<String, String> before = scene.tables.contents();
    Form reply = at.call("ST007", order.xml());
    String line = "orderdata/prescriptionlistinfo/row[1]/prescriptionitemlistinfo/row[1]/";
    assertThat(reply.get("aprcode")).isEqualTo("10");
    assertThat(reply.get("aprtmsg")).isEqualTo("E1001 报文字段有误：订单号(orderid)不能为空，请填写。");
    assertThat(reply.get("aprdetail"))
        .isEqualTo(
            String.join(
                "；",
                "订单号(orderid)不能为空，请填写。",
                "订单发送时间(ordertime)不是有效日期，应为真实时间，如2026-03-01 09:30:00。",
                "医疗类别(orderdata/medicaltype)不在代码表中，应为11、12、13、14、15、19、41、21、23、25、26、27、29、22、24、16、18、111、141、51、52之一。",
                "数量(" + line + "num)不能为负数，应为半角数字，整数不超过6位，小数不超过2位，不带正负号，不用逗号和指数。",
                "单位(" + line + "unit)过长，请缩短到15个字符以内。"));
    assertThat(scene.tables.contents()).isEqualTo(before);
  }
}
