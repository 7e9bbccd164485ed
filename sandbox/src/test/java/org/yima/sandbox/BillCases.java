package org.yima.sandbox;

import static org.yima.sandbox.Refused.bill;

import java.time.LocalDateTime;
import java.util.Map;
import java.util.stream.Stream;
import org.yima.sandbox.Refused.Attempt;

/** Bills that are not paid because of what they say. */
final class BillCases {
  private static final String LINE =
      "orderdata/prescriptionlistinfo/row[1]/prescriptionitemlistinfo/row[1]/";
  private static final String FIELDS = "E1001 报文字段有误：";

  private BillCases() {}

  static Stream<Refused> all() {
    return Stream.of(amounts(), lines(), fields(), visits(), people(), places())
        .flatMap(cases -> cases);
  }

  private static Stream<Refused> amounts() {
    return Stream.of(
        bill(
            "订单金额比处方多一分",
            "E1501 订单金额与处方合计不符，差 0.01 元",
            order -> order.line("XA0001", "100.00").with("orderamt", "100.01")),
        bill(
            "订单金额比处方少一分",
            "E1501 订单金额与处方合计不符，差 -0.01 元",
            order -> order.line("XA0001", "100.00").with("orderamt", "99.99")),
        bill(
            "处方金额比明细多一分",
            "E1502 处方 CF1 的总金额与明细合计不符，差 0.01 元",
            order ->
                order.line("XA0001", "99.99").prescriptionFee("100.00").with("orderamt", "100")),
        bill(
            "处方金额比两行明细少一分",
            "E1502 处方 CF1 的总金额与明细合计不符，差 -0.01 元",
            order ->
                order
                    .line("XA0001", "50.00")
                    .line("XA0002", "50.01")
                    .prescriptionFee("100.00")
                    .with("orderamt", "100.00")),
        bill("订单金额为零", "E1504 订单金额须大于零且不超过一千万元", order -> order.line("XA0001", "0.00")),
        bill(
            "订单金额比一千万元多一分",
            "E1504 订单金额须大于零且不超过一千万元",
            order ->
                order
                    .line("XA0001", "9000000.00", Map.of("unitprice", "900000", "num", "10"))
                    .line("XA0002", "1000000.01", Map.of("unitprice", "500000.005", "num", "2"))),
        bill(
            "同一处方内序号重复",
            "E1505 处方 CF1 第 1 项重复",
            order ->
                order
                    .line("XA0001", "10.00")
                    .line("XA0002", "10.00", Map.of("prescriptionorderno", "1"))));
  }

  /** Off by more than one fen and 0.00005 yuan a unit; the accepted side is in AcceptedTest. */
  private static Stream<Refused> lines() {
    return Stream.of(
        line("1 盒差两分", "1.00", "1", "1", "1.02"),
        line("199 盒差两分", "1.00", "199", "1", "199.02"),
        line("200 盒差三分", "1.00", "200", "1", "200.03"),
        line("200 盒少三分", "1.00", "200", "1", "199.97"),
        line("西药不乘付数", "1.00", "1", "7", "7.00"),
        bill(
            "中草药须乘付数",
            "E1503 处方 CF1 第 1 项单价乘数量不等于金额",
            order ->
                order.line(
                    "ZA0001", "1.00", Map.of("unitprice", "0.10", "num", "10", "days", "7"))));
  }

  private static Refused line(
      String label, String price, String number, String days, String amount) {
    return bill(
        label,
        "E1503 处方 CF1 第 1 项单价乘数量不等于金额",
        order ->
            order.line("XA0001", amount, Map.of("unitprice", price, "num", number, "days", days)));
  }

  private static Stream<Refused> fields() {
    return Stream.of(
        bill(
            "订单号过长",
            FIELDS + "订单号(orderid)过长，请缩短到64个字符以内。",
            order -> order.line("XA0001", "1.00").with("orderid", "9".repeat(65))),
        bill(
            "订单金额为负",
            FIELDS + "订单金额(orderamt)不能为负数，应为半角数字，整数不超过14位，小数不超过2位，不带正负号，不用逗号和指数。",
            order -> order.line("XA0001", "1.00").with("orderamt", "-1.00")),
        bill(
            "订单金额十七位",
            FIELDS + "订单金额(orderamt)整数位数过多，应为半角数字，整数不超过14位，小数不超过2位，不带正负号，不用逗号和指数。",
            order -> order.line("XA0001", "1.00").with("orderamt", "12345678901234567.00")),
        bill(
            "订单金额三位小数",
            FIELDS + "订单金额(orderamt)小数位数过多，应为半角数字，整数不超过14位，小数不超过2位，不带正负号，不用逗号和指数。",
            order -> order.line("XA0001", "1.00").with("orderamt", "1.001")),
        bill(
            "数量不是数字",
            FIELDS + "数量(" + LINE + "num)不是数字，应为半角数字，整数不超过6位，小数不超过2位，不带正负号，不用逗号和指数。",
            order -> order.line("XA0001", "1.00", Map.of("num", "１"))),
        bill(
            "医疗类别不在代码表中",
            FIELDS
                + "医疗类别(orderdata/medicaltype)不在代码表中，应为11、12、13、14、15、19、41、21、23、25、26、27、29、22、24、16、18、111、141、51、52之一。",
            order -> order.line("XA0001", "1.00").visit("medicaltype", "99")),
        bill(
            "门诊日期不存在",
            FIELDS + "门诊日期(orderdata/outpatienttime)不是有效日期，应为真实日期，如2026-03-01或2026-03-01 09:30:00。",
            order -> order.line("XA0001", "1.00").visit("outpatienttime", "2026-02-30")),
        new Refused(
            "没有订单明细",
            FIELDS + "订单明细(orderdata)不能为空，请填写。",
            scene -> {
              String whole = scene.order(scene.hospital(), "在职职工").line("XA0001", "1.00").xml();
              return Attempt.of(
                  scene.hospital(), "ST007", whole.replaceAll("<orderdata>.*</orderdata>", ""));
            }));
  }

  private static Stream<Refused> visits() {
    return Stream.of(
        bill(
            "订单已过超时时间",
            "E1103 订单已超过其超时时间，请重新下单",
            order ->
                order
                    .line("XA0001", "1.00")
                    .with("ordertime", "2026-03-10 09:29:59")
                    .with("orderovertime", "30")),
        bill(
            "订单时间比平台晚五分零一秒",
            "E1104 订单发送时间晚于当前时间，请校准时钟",
            order -> order.line("XA0001", "1.00").with("ordertime", "2026-03-10 10:05:01")),
        bill(
            "门诊日期在明天",
            "E1603 门诊日期晚于今天",
            order -> order.line("XA0001", "1.00").visit("outpatienttime", "2026-03-11")),
        bill(
            "门诊日期在四天前",
            "E1604 门诊日期早于允许补结的 3 天",
            order -> order.line("XA0001", "1.00").visit("outpatienttime", "2026-03-06")),
        bill(
            "扫码就诊用住院的医疗类别",
            "E1606 医疗类别 21 不适用于本订单类型或参保人",
            order -> order.line("XA0001", "1.00").visit("medicaltype", "21")),
        bill(
            "政策没有生育门诊",
            "E1606 医疗类别 51 不适用于本订单类型或参保人",
            order -> order.line("XA0001", "1.00").visit("medicaltype", "51")));
  }

  private static Stream<Refused> people() {
    return Stream.of(
        bill(
            "待遇冻结的职工",
            "待遇已冻结",
            "E1602 参保待遇已冻结，请联系参保地医保经办机构",
            order -> order.line("XA0001", "1.00")),
        new Refused(
            "就诊时还没有参保",
            "E1601 就诊日期不在参保期内",
            scene -> {
              scene.clock.set(LocalDateTime.of(2023, 1, 2, 9, 0).atZone(Hospital.ZONE).toInstant());
              return Attempt.pay(
                  scene.hospital(),
                  scene
                      .order(scene.hospital(), "在职职工")
                      .line("XA0001", "1.00")
                      .visit("outpatienttime", "2022-12-31"));
            }),
        bill(
            "账户已空的职工",
            "只能由账户支付，而账户已空",
            "E1610 个人账户余额不足：“个人账户购买商业补充保险”只能由个人账户支付，账户余额差 300 元",
            order -> order.line("9999999999", "300.00").visit("medicaltype", "141")),
        new Refused("居民还在等待期", "E1607 待遇尚未生效：尚在待遇等待期，自 2026-05-01 起享受待遇", BillCases::waiting),
        new Refused("参保地那天没有政策", "E1605 参保地在该日期没有适用的待遇政策", BillCases::beforeAnyPolicy));
  }

  /** Enrolled since February; benefits begin three months later. */
  private static Attempt waiting(Scene scene) {
    String key = " where district = '530400' and person_no = '5304000003'";
    scene.tables.tell("update enrolment set valid_from = '2026-02-01'" + key);
    return Attempt.pay(
            scene.hospital(), scene.order(scene.hospital(), "城乡居民").line("XA0001", "1.00"))
        .undo(() -> scene.tables.tell("update enrolment set valid_from = '2023-01-01'" + key));
  }

  /** Enrolled before the district's first policy begins. */
  private static Attempt beforeAnyPolicy(Scene scene) {
    scene.clock.set(LocalDateTime.of(2023, 1, 2, 9, 0).atZone(Hospital.ZONE).toInstant());
    String key = " where district = '530400' and person_no = '5304000003'";
    scene.tables.tell("update enrolment set valid_from = '2020-01-01'" + key);
    return Attempt.pay(
            scene.hospital(),
            scene
                .order(scene.hospital(), "城乡居民")
                .line("XA0001", "1.00")
                .visit("outpatienttime", "2022-12-31"))
        .undo(() -> scene.tables.tell("update enrolment set valid_from = '2023-01-01'" + key));
  }

  private static Stream<Refused> places() {
    return Stream.of(
        bill(
            "定点代码是别家的",
            "E1002 定点代码与签名机构不符",
            order -> order.line("XA0001", "1.00").visit("hospcode", Scene.TOWNSHIP_RSA)),
        new Refused(
            "签到的定点代码是别家的",
            "E1002 定点代码与签名机构不符",
            scene ->
                Attempt.of(
                    scene.hospital(),
                    "ST001",
                    Hospital.xml(Map.of("hospcode", Scene.PHARMACY, "operatorid", "01")))),
        bill(
            "通知地址未登记",
            "E1003 通知地址未登记，请登记后使用或留空改为拉取",
            order -> order.line("XA0001", "1.00").with("backurl", "http://127.0.0.1:8089/other")),
        bill(
            "医院用药店的订单类型",
            "E1004 订单类型 drugsscan 不能用于本交易或本机构",
            order -> order.line("XA0001", "1.00").with("ordertype", "drugsscan")),
        bill(
            "被扫支付用住院的订单类型",
            "E1004 订单类型 hishospzed 不能用于本交易或本机构",
            order -> order.line("XA0001", "1.00").with("ordertype", "hishospzed")),
        new Refused(
            "药店用医院的订单类型",
            "E1004 订单类型 hissscan 不能用于本交易或本机构",
            scene -> {
              Hospital pharmacy = scene.at(Scene.PHARMACY);
              return Attempt.pay(pharmacy, scene.order(pharmacy, "在职职工").line("XA0001", "1.00"));
            }),
        new Refused(
            "平台出错时不说支付失败",
            "E9901 系统异常，结果未知，请查询支付状态，勿重复收费",
            scene -> {
              Attempt attempt =
                  Attempt.pay(
                      scene.hospital(),
                      scene.order(scene.hospital(), "在职职工").line("XA0001", "1.00"));
              scene.tables.tell(
                  "alter table posting add constraint sabotage check (kind = 'nag') not valid");
              return attempt.undo(
                  () -> scene.tables.tell("alter table posting drop constraint sabotage"));
            }));
  }
}
