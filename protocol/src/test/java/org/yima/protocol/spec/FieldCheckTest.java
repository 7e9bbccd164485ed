package org.yima.protocol.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yima.protocol.Element;

/** What the field check lets pass, what it refuses, and in which words. */
class FieldCheckTest {
  private static final Spec SPEC = Spec.get();

  @ParameterizedTest(name = "{0} {1} = \"{2}\": {3}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          ST007.request   | orderamt   | 0000.00              | -
          ST007.request   | orderamt   | 0012.50              | -
          ST007.request   | orderamt   | 12.5                 | -
          ST007.request   | orderamt   | 12                   | -
          ST007.request   | orderamt   | 12.5000              | -
          ST007.request   | orderamt   | 99999999999999.99    | -
          ST007.request   | orderamt   | 100000000000000.00   | TOO_MANY_DIGITS
          ST007.request   | orderamt   | 12345678901234567    | TOO_MANY_DIGITS
          ST007.request   | orderamt   | 12.501               | TOO_MANY_DECIMALS
          ST007.request   | orderamt   | -12.50               | NEGATIVE
          ST007.request   | orderamt   | 12.50元              | NOT_A_NUMBER
          ST007.request   | orderamt   | １２.５０               | NOT_A_NUMBER
          ST007.request   | ordertime  | 2026-03-01 09:30:00  | -
          ST007.request   | ordertime  | 2026-03-01           | NOT_A_DATE
          ST007.request   | ordertime  | 2026-02-30 09:30:00  | NOT_A_DATE
          ST007.request   | ordertype  | hissscan             | -
          ST007.request   | ordertype  | hisscan              | -
          ST007.request   | ordertype  | HISSSCAN             | UNKNOWN_CODE
          ST007.request   | backurl    | ''                   | -
          ST007.request   | backurl    | http://10.0.0.8:9000/cb?a=1&b=2 | -
          ST007.request   | backurl    | javascript:alert(1)  | NOT_A_URL
          ST007.request   | orderovertime | 30                | -
          ST007.request   | orderovertime | 0.5               | TOO_MANY_DECIMALS
          ST007.request   | orderovertime | 1000000           | TOO_MANY_DIGITS
          ST007.request   | pidno      | 军字第990000号         | -
          ST007.request   | pidno      | ''                   | MISSING
          ST001.request   | busicycleno| ''                   | -
          ST001.request   | aae139     | ''                   | -
          ST001.request   | aae139     | 1                    | -
          ST001.request   | aae139     | 2                    | UNKNOWN_CODE
          ST022.request   | username   | ''                   | -
          ST022.request   | akc264     | 1234567.89           | -
          ST002.request   | busicycleno| ''                   | MISSING
          orderdata       | ake010     | 20260301             | -
          orderdata       | ake010     | 20260301093000       | -
          orderdata       | ake010     | 2026-03-01 09:30:00  | -
          orderdata       | ake010     | 2026-13-01           | NOT_A_DATE
          orderdata       | medicaltype| 111                  | -
          orderdata       | medicaltype| 29                   | -
          orderdata       | medicaltype| 99                   | UNKNOWN_CODE
          orderdata.item  | unitprice  | 999999.9999          | -
          orderdata.item  | unitprice  | 1000000              | TOO_MANY_DIGITS
          orderdata.item  | unitprice  | 0.00001              | TOO_MANY_DECIMALS
          orderdata.item  | num        | 999999.99            | -
          orderdata.item  | amount     | 9999999999.99        | -
          orderdata.item  | amount     | 10000000000          | TOO_MANY_DIGITS
          orderdata.item  | prescriptionorderno | 100         | TOO_LONG
          ST031.item      | prescriptionorderno | 12345678901234567890  | -
          ST031.item      | prescriptionorderno | 123456789012345678901 | TOO_LONG
          statement       | akc264     | -12.50               | -
          aptorderackdata.orderentryret | aae019 | 12345678901.12345 | -
          aptorderackdata.balanceret | ckc120 | 1234567.89     | -
          aptorderackdata.balanceret | bkc135 | -3.00          | -
          aptorderackdata.balanceret | AKC090 | 12             | -
          """)
  void a_value_in_a_good_message(String table, String field, String value, FaultKind fault) {
    Element message = with(GoodMessages.of(SPEC.table(table)), field, value);
    List<FaultKind> expected = fault == null ? List.of() : List.of(fault);
    assertThat(FieldCheck.check(SPEC.table(table), message))
        .extracting(FieldFault::kind)
        .isEqualTo(expected);
  }

  @Test
  void the_printed_sample_of_ST001_is_accepted_with_its_extra_element() {
    Element transdata =
        Element.of(
            "transdata",
            List.of(
                Element.text("hospcode", "04010089"),
                Element.text("operatorid", "0401008999"),
                Element.text("busicycleno", "5304040100892019052700325802"),
                Element.text("infosyscode", " ")));
    assertThat(FieldCheck.check(SPEC.table("ST001.request"), transdata)).isEmpty();
  }

  @Test
  void every_bad_field_is_named_at_once_with_its_place_and_the_way_out() {
    Table table = SPEC.table("ST007.request");
    Element good = GoodMessages.of(table);
    Element item = rowOf(SPEC.table("orderdata.item"));
    Element badItem = with(with(item, "amount", "12,50"), "days", "");
    Element first = withItems(rowOf(SPEC.table("orderdata.prescription")), List.of(item));
    Element second = withItems(first, List.of(badItem, item, badItem));
    Element orderdata =
        replace(
            GoodMessages.of(SPEC.table("orderdata")),
            Element.of("prescriptionlistinfo", List.of(first, second)));
    Element message =
        replace(with(good, "pname", ""), Element.of("orderdata", orderdata.children()));

    assertThat(FieldCheck.check(table, message))
        .extracting(FieldFault::message)
        .containsExactly(
            "支付人姓名(pname)不能为空，请填写。",
            "金额(orderdata/prescriptionlistinfo/row[2]/prescriptionitemlistinfo/row[1]/amount)"
                + "不是数字，应为半角数字，整数不超过10位，小数不超过2位，不带正负号，不用逗号和指数。",
            "付数(orderdata/prescriptionlistinfo/row[2]/prescriptionitemlistinfo/row[1]/days)"
                + "不能为空，请填写。",
            "金额(orderdata/prescriptionlistinfo/row[2]/prescriptionitemlistinfo/row[3]/amount)"
                + "不是数字，应为半角数字，整数不超过10位，小数不超过2位，不带正负号，不用逗号和指数。",
            "付数(orderdata/prescriptionlistinfo/row[2]/prescriptionitemlistinfo/row[3]/days)"
                + "不能为空，请填写。");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          orderid   | 1&2     | 订单号(orderid)含有不允许的字符，只能用半角字母、数字和 . _ : / # @ + * -。
          ordertype | x       | 交易订单类型(ordertype)不在代码表中，应为drugsscan、hissscan、hishospzed之一。
          idtype    | 001     | 证件类型(idtype)过长，请缩短到2个字符以内。
          ordertime | today   | 订单发送时间(ordertime)不是有效日期，应为真实时间，如2026-03-01 09:30:00。
          orderdata | x       | 订单明细(orderdata)结构不对，应含下级元素，不能直接填值。
          backurl   | x       | 交易结果通知地址(backurl)不是有效地址，应为http或https地址，如https://his.example.cn/notify。
          """)
  void the_sentence_for_a_cashier(String field, String value, String sentence) {
    Table table = SPEC.table("ST007.request");
    Element message = with(GoodMessages.of(table), field, value);
    assertThat(FieldCheck.check(table, message))
        .extracting(FieldFault::message)
        .containsExactly(sentence);
  }

  @ParameterizedTest(name = "akc190 \"{0}\", orderid \"{1}\": {2}")
  @CsvSource({"A1, O1, 0", "A1, '', 0", "'', O1, 0", "'', '', 2"})
  void one_of_two_fields_is_enough_for_ST036(String akc190, String orderid, int faults) {
    Element transdata =
        Element.of(
            "transdata", List.of(Element.text("akc190", akc190), Element.text("orderid", orderid)));
    assertThat(FieldCheck.check(SPEC.table("ST036.request"), transdata)).hasSize(faults);
  }

  @Test
  void rows_are_counted_over_the_whole_message() {
    Element item = rowOf(SPEC.table("orderdata.item"));
    Element prescription =
        withItems(rowOf(SPEC.table("orderdata.prescription")), Collections.nCopies(100, item));
    assertThat(checkOrder(Collections.nCopies(30, prescription))).isEmpty();
    assertThat(checkOrder(Collections.nCopies(32, prescription)))
        .hasToString("[prescriptionlistinfo/row[31]/prescriptionitemlistinfo TOO_MANY_ROWS]");
  }

  @Test
  void no_more_than_a_hundred_faults_are_kept() {
    Element empty = Element.of("row", List.of());
    assertThat(checkOrder(Collections.nCopies(300, empty))).hasSize(FieldCheck.MAX_FAULTS);
  }

  @Test
  void other_spellings_are_read_as_the_printed_name() {
    Table table = SPEC.table("ST020.request");
    Element good = GoodMessages.of(table);
    Element respelled =
        Element.of(
            "transdata",
            good.children().stream()
                .map(e -> e.name().equals("ecrcode") ? Element.text("ecqrcode", e.text()) : e)
                .toList());
    assertThat(FieldCheck.check(table, respelled)).isEmpty();
    assertThat(table.canonical(respelled)).isEqualTo(good);
  }

  @Test
  void canonical_reaches_into_rows_and_keeps_what_it_does_not_know() {
    Element read = orderWithItem(Element.text("chargeproname", "阿莫西林"));
    Element printed = orderWithItem(Element.text("chargepromame", "阿莫西林"));
    assertThat(read).isNotEqualTo(printed);
    assertThat(SPEC.table("orderdata").canonical(read)).isEqualTo(printed);
  }

  /** An order with elements that the interface does not name at every depth. */
  private static Element orderWithItem(Element name) {
    Element unknown = Element.text("tracecode", "8100");
    Element row = Element.of("row", List.of(name, unknown));
    Element items = Element.of("prescriptionitemlistinfo", List.of(row, unknown));
    return order(List.of(Element.of("row", List.of(items, unknown)), unknown));
  }

  private static List<FieldFault> checkOrder(List<Element> prescriptions) {
    return FieldCheck.check(SPEC.table("orderdata"), order(prescriptions));
  }

  private static Element order(List<Element> prescriptions) {
    return replace(
        GoodMessages.of(SPEC.table("orderdata")),
        Element.of("prescriptionlistinfo", prescriptions));
  }

  private static Element rowOf(Table table) {
    return Element.of("row", GoodMessages.of(table).children());
  }

  private static Element withItems(Element prescription, List<Element> items) {
    return replace(prescription, Element.of("prescriptionitemlistinfo", items));
  }

  private static Element with(Element parent, String name, String value) {
    return replace(parent, Element.text(name, value));
  }

  private static Element replace(Element parent, Element instead) {
    List<Element> children = new ArrayList<>(parent.children());
    children.replaceAll(child -> child.name().equals(instead.name()) ? instead : child);
    if (!children.contains(instead)) {
      children.add(instead);
    }
    return Element.of(parent.name(), children);
  }
}
