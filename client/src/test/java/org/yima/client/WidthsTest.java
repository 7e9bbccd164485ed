package org.yima.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yima.protocol.Element;
import org.yima.protocol.spec.FieldCheck;
import org.yima.protocol.spec.FieldFault;
import org.yima.protocol.spec.Spec;
import org.yima.securitypkg.Suite;

/** Every setter of an order: the field that it fills, and how many characters go in. */
final class WidthsTest {
  private static final Institution HOSPITAL = new Institution("99000001", "测试医院");
  private static final String ROW = "orderdata/prescriptionlistinfo/row[1]/";
  private static final String ITEM = ROW + "prescriptionitemlistinfo/row[1]/";

  private static List<String> faults(PaymentOrder order) {
    return faults(order.transdata(HOSPITAL));
  }

  private static List<String> faults(Element transdata) {
    return FieldCheck.check(Spec.get().table("ST007.request"), transdata).stream()
        .map(FieldFault::toString)
        .toList();
  }

  private static Arguments order(
      String field, int most, Function<String, PaymentOrder.Builder> setter) {
    return Arguments.of(field, most, setter.andThen(PaymentOrder.Builder::build));
  }

  private static Arguments credential(String field, int most, Function<String, Credential> shown) {
    return order(field, most, text -> Samples.orderBuilder().credential(shown.apply(text)));
  }

  private static Bill.Builder bill() {
    return Bill.builder()
        .medicalType("11")
        .visit("MZ0001", "BL0001")
        .visitedAt(Samples.MORNING)
        .prescription(Samples.prescription("CF1", Samples.tablets()));
  }

  private static Arguments bill(String field, int most, Function<String, Bill.Builder> setter) {
    return order(
        "orderdata/" + field,
        most,
        text -> Samples.orderBuilder().bill(setter.apply(text).build()));
  }

  private static Prescription.Builder prescription(String number) {
    return Prescription.builder(number).prescribedAt(Samples.MORNING).department("K01", "示例科");
  }

  private static PaymentOrder.Builder with(Prescription.Builder prescription) {
    Bill bill =
        Bill.builder()
            .medicalType("11")
            .visit("MZ0001", "BL0001")
            .visitedAt(Samples.MORNING)
            .prescription(prescription.build())
            .build();
    return Samples.orderBuilder().bill(bill);
  }

  private static Arguments prescribed(
      String field, int most, Function<String, Prescription.Builder> setter) {
    return order(field, most, text -> with(setter.apply(text).line(Samples.tablets())));
  }

  private static ChargeLine.Builder line() {
    return ChargeLine.builder()
        .hospitalItem("H001", "示例片")
        .insuranceItem("XA01", "示例片")
        .category("01", "1")
        .unitPrice("12.25")
        .quantity("3", "盒");
  }

  private static Arguments line(
      String field, int most, Function<String, ChargeLine.Builder> setter) {
    return order(
        ITEM + field, most, text -> with(prescription("CF1").line(setter.apply(text).build())));
  }

  static Stream<Arguments> ofTheOrder() {
    var outpatient = OrderType.OUTPATIENT;
    return Stream.of(
        order(
            "orderid",
            64,
            text ->
                PaymentOrder.builder(outpatient, text, Cast.NOW)
                    .cycle(Samples.CYCLE)
                    .credential(Samples.credential())
                    .bill(Samples.bill())),
        order(
            "busicycleno",
            64,
            text -> Samples.orderBuilder().cycle(BusinessCycle.local(text, "OP1"))),
        order(
            "orderdata/operatorid",
            10,
            text -> Samples.orderBuilder().cycle(BusinessCycle.local("ZQ1", text))),
        order("backurl", 200, text -> Samples.orderBuilder().callback(text)),
        order("orderdesc", 300, text -> Samples.orderBuilder().description(text)),
        credential("ecqrcode", 64, text -> new Credential(text, "T", "01", "9900", "测试甲")),
        credential("ectoken", 100, text -> new Credential("1", text, "01", "9900", "测试甲")),
        credential("idtype", 2, text -> new Credential("1", "T", text, "9900", "测试甲")),
        credential("idno", 22, text -> new Credential("1", "T", "01", text, "测试甲")),
        credential("pidno", 32, text -> new Credential("1", "T", "01", text, "测试甲")),
        // The payer's name is narrower than the holder's, who is the same person.
        credential("pname", 32, text -> new Credential("1", "T", "01", "9900", text)),
        credential("username", 50, text -> new Credential("1", "T", "01", "9900", text)));
  }

  static Stream<Arguments> ofTheBill() {
    return Stream.of(
        bill("medicaltype", 3, text -> bill().medicalType(text)),
        bill("outpatientno", 18, text -> bill().visit(text, "BL0001")),
        bill("bkc012", 20, text -> bill().visit("MZ0001", text)),
        bill("diseasecode", 50, text -> bill().disease(text)),
        bill("akf001", 20, text -> bill().department(text, "示例科")),
        bill("deptname", 60, text -> bill().department("K01", text)),
        bill("doctorname", 20, text -> bill().doctor(text)),
        bill("bkf004", 20, text -> bill().field("bkf004", text)),
        bill("bkf005", 20, text -> bill().field("bkf005", text)));
  }

  static Stream<Arguments> ofThePrescription() {
    return Stream.of(
        prescribed(ROW + "prescriptionno", 16, text -> prescription(text)),
        prescribed(
            ITEM + "prescribedeptcode", 50, text -> prescription("CF1").department(text, "示例科")),
        prescribed(ITEM + "prescribedept", 50, text -> prescription("CF1").department("K01", text)),
        prescribed(ITEM + "prescribedoc", 20, text -> prescription("CF1").doctor(text)));
  }

  static Stream<Arguments> ofTheLine() {
    return Stream.of(
        line("hoschargeprocode", 20, text -> line().hospitalItem(text, "示例片")),
        line("hoschargeproname", 200, text -> line().hospitalItem("H001", text)),
        line("chargeprocode", 20, text -> line().insuranceItem(text, "示例片")),
        line("chargepromame", 200, text -> line().insuranceItem("XA01", text)),
        line("chargesort", 3, text -> line().category(text, "1")),
        line("chargesort111", 3, text -> line().category("01", text)),
        line("unit", 15, text -> line().quantity("3", text)),
        line("aka074", 50, text -> line().medicine(text, "片剂")),
        line("aka070", 50, text -> line().medicine("10mg", text)),
        line("bke011", 50, text -> line().usage(text, "一次一片")),
        line("bke012", 50, text -> line().usage("口服", text)),
        line("othercheckno", 18, text -> line().approval(text)),
        line("freq_code", 6, text -> line().field("freq_code", text)),
        line("proarea", 128, text -> line().field("proarea", text)));
  }

  /** Width counts characters, not bytes: a Chinese letter is one. */
  @ParameterizedTest(name = "{0} {1}")
  @MethodSource({"ofTheOrder", "ofTheBill", "ofThePrescription", "ofTheLine"})
  void aFieldTakesSoManyCharactersAndNotOneMore(
      String field, int most, Function<String, PaymentOrder> setter) {
    String fault = field + " TOO_LONG";
    assertThat(faults(setter.apply("长".repeat(most)))).doesNotContain(fault);
    assertThat(faults(setter.apply("长".repeat(most + 1)))).contains(fault);
  }

  @Test
  void everythingTooLongIsNamedAtOnceAndNothingIsSent() {
    String text = "长".repeat(301);
    ChargeLine line = line().hospitalItem(text, text).quantity("3", text).approval(text).build();
    Prescription prescription = prescription(text).doctor(text).line(line).build();
    Bill bill = bill().visit(text, text).disease(text).prescription(prescription).build();
    PaymentOrder order =
        Samples.orderBuilder()
            .credential(new Credential(text, text, text, text, text))
            .description(text)
            .bill(bill)
            .build();
    try (var platform = new ScriptedPlatform(Suite.SM)) {
      assertThatExceptionOfType(InvalidRequest.class)
          .isThrownBy(() -> platform.client().pay(order))
          .withMessageStartingWith("ST007 字段有误 (fields are wrong): ")
          .withMessageContaining("电子凭证二维码(ecqrcode)过长，请缩短到64个字符以内。")
          .withMessageEndingWith("/othercheckno)过长，请缩短到18个字符以内。")
          .satisfies(e -> assertThat(e.getMessage()).doesNotContain("长长"))
          .satisfies(e ->
              assertThat(e.faults().stream().map(FieldFault::toString))
                  .allMatch(fault -> fault.endsWith(" TOO_LONG"))
                  .hasSize(17));
      assertThat(platform.calls()).isEmpty();
    }
  }

  /** Doses multiply the amount and are sent as they are. */
  @ParameterizedTest
  @CsvSource({
    // price, grams a dose, doses → fen, faults
    "0.15,   10,   7,     1050, ''",
    "0.0312, 15,   1,     47,   ''", // 0.468
    "0.0312, 15,   30,    1404, ''", // 14.04, not 30 × 0.47
    "0.0333, 12.5, 14,    583,  ''", // 5.8275
    "0.15,   10,   9999,  1499850, ''",
    "0.15,   10,   10000, 1500000, days TOO_LONG",
  })
  void herbalDoses(String price, String grams, int doses, long fen, String fault) {
    ChargeLine herb = line().unitPrice(price).quantity(grams, "g").herbalDoses(doses).build();
    assertThat(herb.amountFen()).isEqualTo(fen);
    Element row = herb.row(1, Fields.of("orderdata.item"));
    assertThat(row.textOf("days")).isEqualTo(String.valueOf(doses));
    PaymentOrder order = with(prescription("CF1").line(herb)).build();
    assertThat(faults(order)).isEqualTo(fault.isEmpty() ? List.of() : List.of(ITEM + fault));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 99})
  void linesAreNumberedInTheOrderGiven(int count) {
    Prescription.Builder prescription = prescription("CF1");
    for (int i = 1; i <= count; i++) {
      prescription.line(line().hospitalItem("H" + i, "示例片").build());
    }
    Element row = prescription.build().row();
    List<Element> items =
        row.children().stream()
            .filter(child -> child.name().equals("prescriptionitemlistinfo"))
            .flatMap(list -> list.children().stream())
            .toList();
    assertThat(items).hasSize(count);
    for (int i = 1; i <= count; i++) {
      assertThat(items.get(i - 1).textOf("prescriptionorderno")).isEqualTo(String.valueOf(i));
      assertThat(items.get(i - 1).textOf("hoschargeprocode")).isEqualTo("H" + i);
    }
    assertThat(row.textOf("prescriptionfee")).isEqualTo(count == 2 ? "73.50" : "3638.25");
    assertThat(faults(with(prescription).build())).isEmpty();
  }

  @Test
  void whatWasBuiltDoesNotChangeWithItsBuilder() {
    Prescription.Builder prescription = prescription("CF1").line(Samples.tablets());
    Prescription one = prescription.build();
    Bill.Builder bills = bill();
    Bill bill = bills.build();
    PaymentOrder.Builder orders = Samples.orderBuilder().bill(bill).validMinutes(5);
    PaymentOrder order = orders.build();
    prescription.line(Samples.tablets());
    bills.prescription(one).doctor("测试乙");
    orders.validMinutes(60).description("改过");
    assertThat(one.amountFen()).isEqualTo(36_75);
    assertThat(bill.totalFen()).isEqualTo(36_75);
    Element sent = order.transdata(HOSPITAL);
    assertThat(sent.textOf("orderovertime")).isEqualTo("5");
    assertThat(sent.child("orderdesc")).isNull();
    assertThat(order).hasToString("order DD0001 of 3675 fen");
    assertThat(bill).hasToString("bill of 1 prescriptions, 3675 fen");
  }
}
