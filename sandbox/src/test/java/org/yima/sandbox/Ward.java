package org.yima.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.yima.protocol.Form;
import org.yima.sandbox.World.Inhabitant;

/** What a ward does with a patient, from admission to discharge. */
record Ward(Hospital at, String cycle) {
  /** Of ST023, for what has a fixed price. */
  static final Map<String, String> CATARACT = Map.of("medicaltype", "24", "diseasecode", "H25.9");

  /** A patient in their bed. */
  record Patient(Inhabitant who, String order, String admission, String validCode) {}

  /** One charge line: one unit at this price. */
  record Line(String prescription, String number, String item, String price, String day) {

    Line(String prescription, String number, String price) {
      this(prescription, number, "XA0001", price, "2026-03-10 09:00:00");
    }

    private String xml() {
      Map<String, String> line = new LinkedHashMap<>();
      line.put("prescriptionorderno", number);
      line.put("hoschargeprocode", "H" + item);
      line.put("hoschargeproname", "院内" + item);
      line.put("chargeprocode", item);
      line.put("chargepromame", "目录" + item);
      line.put("chargesort", "01");
      line.put("chargesort111", "01");
      line.put("unitprice", price);
      line.put("num", "1");
      line.put("amount", price);
      line.put("unit", "盒");
      line.put("days", "1");
      line.put("prescribetime", day);
      line.put("prescribedeptcode", "01");
      return "<row>" + inner(line) + "</row>";
    }
  }

  private static String inner(Map<String, String> fields) {
    String all = Hospital.xml(fields);
    return all.substring("<transdata>".length(), all.length() - "</transdata>".length());
  }

  private String hospcode() {
    return at.place().institution().code();
  }

  /** The fields of ST023 as they are if nothing is wrong with them. */
  Map<String, String> admission(Inhabitant who, String order) {
    Map<String, String> fields = new LinkedHashMap<>(at.scan(who));
    fields.put("ordertype", "hishospzed");
    fields.put("orderid", order);
    fields.put("busicycleno", cycle);
    fields.put("medicaltype", "21");
    fields.put("outpatientno", "ZY1");
    fields.put("deptname", "内科");
    fields.put("diseasecode", "J18.9");
    fields.put("indate", at.now());
    fields.put("indiseasename", "测试诊断");
    return fields;
  }

  /** ST023. */
  Form admit(Map<String, String> fields) {
    return at.call("ST023", Hospital.xml(fields));
  }

  Patient admit(Inhabitant who) {
    return patient(who, admission(who, Scene.number()));
  }

  /** For a cataract, which has a fixed price. */
  Patient admitFixedPrice(Inhabitant who) {
    Map<String, String> fields = admission(who, Scene.number());
    fields.putAll(CATARACT);
    return patient(who, fields);
  }

  Patient patient(Inhabitant who, Map<String, String> fields) {
    Form reply = admit(fields);
    if (!Hospital.outcome(reply).equals("00")) {
      throw new AssertionError("not admitted: " + Hospital.message(reply));
    }
    return new Patient(
        who,
        Objects.requireNonNull(fields.get("orderid")),
        Objects.requireNonNull(reply.get("akc190")),
        Objects.requireNonNull(reply.get("ordervalidcode")));
  }

  /** ST031. */
  Form charge(Patient patient, List<Line> lines) {
    return at.call("ST031", charges(patient, lines));
  }

  /** The request of ST031. */
  String charges(Patient patient, List<Line> lines) {
    Map<String, List<Line>> prescriptions =
        lines.stream()
            .collect(
                Collectors.groupingBy(Line::prescription, LinkedHashMap::new, Collectors.toList()));
    var rows = new StringBuilder();
    prescriptions.forEach((number, own) ->
        rows.append("<row><prescriptionno>")
            .append(number)
            .append("</prescriptionno><prescriptionfee>")
            .append(sum(own))
            .append("</prescriptionfee><prescriptionitemlistinfo>")
            .append(own.stream().map(Line::xml).collect(Collectors.joining()))
            .append("</prescriptionitemlistinfo></row>"));
    return "<transdata>"
        + inner(common(patient, Map.of("orderid", patient.order(), "bkc012", "BL9")))
        + "<prescriptionlistinfo>"
        + rows
        + "</prescriptionlistinfo></transdata>";
  }

  private static String sum(List<Line> lines) {
    return lines.stream()
        .map(line -> new java.math.BigDecimal(line.price()))
        .reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add)
        .toPlainString();
  }

  private Map<String, String> common(Patient patient, Map<String, String> more) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("hospcode", hospcode());
    fields.put("operatorid", "01");
    fields.put("busicycleno", cycle);
    fields.put("akc190", patient.admission());
    fields.putAll(more);
    return fields;
  }

  /** Any of ST032, ST033, ST034, ST036 with these fields. */
  Form call(String transaction, Patient patient, Map<String, String> fields) {
    return at.call(transaction, xml(patient, fields));
  }

  /** The request of one of them. */
  String xml(Patient patient, Map<String, String> fields) {
    return Hospital.xml(common(patient, fields));
  }

  /** ST034 of everything. */
  Form presettle(Patient patient, String total) {
    return call("ST034", patient, Map.of("akc264", total));
  }

  /** The fields of ST022 after ST034, which must say what is paid and who pays. */
  Map<String, String> settlement(Patient patient, Form promise) {
    Map<String, String> fields = new LinkedHashMap<>(at.scan(patient.who()));
    fields.put(
        "orderid", Objects.requireNonNull(promise.get("orderid"), () -> Hospital.message(promise)));
    fields.put("ordervalidcode", Objects.requireNonNull(promise.get("ordervalidcode")));
    fields.put("busicycleno", cycle);
    fields.put("akc264", promised(promise, "akc264"));
    fields.put("akc255", promised(promise, "akc255"));
    return fields;
  }

  /** An amount of ST034's {@code balanceret}. */
  static String promised(Form promise, String name) {
    String block =
        Objects.requireNonNull(promise.get("balanceret"), () -> Hospital.message(promise));
    int from = block.indexOf("<" + name + ">") + name.length() + 2;
    return block.substring(from, block.indexOf("</" + name + ">", from));
  }

  /** ST022. */
  Form settle(Patient patient, Form promise) {
    return at.call("ST022", Hospital.xml(settlement(patient, promise)));
  }

  /** ST024. */
  Form withdraw(Patient patient) {
    return at.call("ST024", withdrawal(patient));
  }

  /** The request of ST024. */
  String withdrawal(Patient patient) {
    Map<String, String> fields = new LinkedHashMap<>(at.scan(patient.who()));
    fields.put("ecrcode", Objects.requireNonNull(fields.remove("ecqrcode")));
    fields.put("orderid", patient.order());
    fields.put("ordervalidcode", patient.validCode());
    fields.put("busicycleno", cycle);
    return Hospital.xml(fields);
  }
}
