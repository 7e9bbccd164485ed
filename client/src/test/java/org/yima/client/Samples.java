package org.yima.client;

import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.yima.protocol.Element;
import org.yima.protocol.ElementWriter;

/** One invented patient, one bill, and what a platform answers for it. */
final class Samples {
  static final LocalDateTime MORNING = LocalDateTime.of(2026, 3, 2, 9, 30);
  static final BusinessCycle CYCLE = BusinessCycle.local("9900990000012026030208000001", "OP1");

  private static final List<String> PAID_ONLY =
      List.of("sipno", "sicardno", "sidistrictcode", "balancecode", "aptorderackdata");

  private Samples() {}

  static Credential credential() {
    return new Credential(
        "9900010000000000000000000001", "990001TOKEN", "01", "990001199001010015", "测试甲");
  }

  /** 36.75 of tablets. */
  static ChargeLine tablets() {
    return ChargeLine.builder()
        .hospitalItem("H001", "示例片")
        .insuranceItem("XA01", "示例片")
        .category("01", "1")
        .unitPrice("12.2500")
        .quantity("3", "盒")
        .medicine("10mg*24", "片剂")
        .build();
  }

  /** 10.50 of a herb: 0.15 × 10 g × 7 doses. */
  static ChargeLine herb() {
    return ChargeLine.builder()
        .hospitalItem("H002", "示例草药")
        .insuranceItem("TA01", "示例草药")
        .category("03", "1")
        .unitPrice("0.15")
        .quantity("10", "g")
        .herbalDoses(7)
        .usage("煎服", "每日一付")
        .build();
  }

  static Prescription prescription(String number, ChargeLine... lines) {
    Prescription.Builder builder =
        Prescription.builder(number).prescribedAt(MORNING).department("K01", "示例科").doctor("测试医生");
    List.of(lines).forEach(builder::line);
    return builder.build();
  }

  /** 84.00: two prescriptions, three lines. */
  static Bill bill() {
    return Bill.builder()
        .medicalType("11")
        .visit("MZ0001", "BL0001")
        .visitedAt(MORNING)
        .department("K01", "示例科")
        .doctor("测试医生")
        .prescription(prescription("CF1", tablets(), herb()))
        .prescription(prescription("CF2", tablets()))
        .build();
  }

  static PaymentOrder.Builder orderBuilder() {
    return PaymentOrder.builder(OrderType.OUTPATIENT, "DD0001", Cast.NOW)
        .cycle(CYCLE)
        .credential(credential())
        .bill(bill());
  }

  static PaymentOrder order() {
    return orderBuilder().build();
  }

  /** The reply of ST007 and, with a state, of ST009. */
  static SortedMap<String, String> paid() {
    SortedMap<String, String> reply = ScriptedPlatform.done();
    reply.put("orderid", "DD0001");
    reply.put("orderamt", "84.00");
    reply.put("ordertime", "2026-03-02 10:00:00");
    reply.put("sipno", "9900000001");
    reply.put("sicardno", "K990000001");
    reply.put("sidistrictcode", "990001");
    reply.put("balancecode", "BC-SECRET");
    reply.put("aptorderackdata", settlement(balance()));
    return reply;
  }

  static SortedMap<String, String> state(String code) {
    SortedMap<String, String> reply = paid();
    reply.put("paystatus", code);
    if (!code.equals("2")) {
      for (String ofThePaid : PAID_ONLY) {
        reply.remove(ofThePaid);
      }
    }
    return reply;
  }

  /** Total 84.00 = funds 40.00 + account 30.00 + cash 14.00. */
  static Map<String, String> balance() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("balanceno", "JS0001");
    values.put("balancetime", "2026-03-02 10:00:01");
    values.put("akc264", "84.00");
    values.put("ckc120", "4.00");
    values.put("ckc121", "3.68");
    values.put("akc801", "76.32");
    values.put("bkc029", "10.00");
    values.put("akc255", "30.00");
    values.put("akc087after", "70.00");
    values.put("ckc155", "26.32");
    values.put("ake039", "40.00");
    values.put("ckc170", "0.00");
    values.put("bkc135", "0.00");
    values.put("akc260", "40.00");
    values.put("akc261", "14.00");
    values.put("AKC290", "10.00");
    return values;
  }

  static String settlement(Map<String, String> balance) {
    Map<String, String> line = new LinkedHashMap<>();
    line.put("hosChargeProname", "示例片");
    line.put("aae072", "CF1");
    line.put("bke067", "1");
    line.put("aae019", "36.75");
    line.put("aka069", "0.1000");
    line.put("bkc026", "2.00");
    line.put("akc268", "2.00");
    line.put("akc228", "3.48");
    line.put("bkc027", "31.27");
    line.put("akc065", "2");
    line.put("AKC228", "3.48");
    return ElementWriter.write(
        Element.of(
            "aptorderackdata",
            List.of(
                block("registerret", Map.of("bac048", "100.00", "akc190", "MZ990001")),
                Element.of("orderentryret", List.of(block("row", line))),
                block("balanceret", balance))));
  }

  private static Element block(String name, Map<String, String> values) {
    return Element.of(
        name,
        values.entrySet().stream()
            .map(value -> Element.text(value.getKey(), value.getValue()))
            .toList());
  }
}
