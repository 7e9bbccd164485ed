package org.yima.bench;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.yima.platform.credential.Scan;
import org.yima.platform.transaction.Call;
import org.yima.sandbox.World.Place;
import org.yima.settlement.Money;

/** The bill that is paid, always the same ten lines with every field of 4.4, as ST007 sends it. */
final class TenLines {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(Call.ZONE);

  /** Of the sandbox's catalogue: all classes, one above its price ceiling, one unknown item. */
  static final List<Line> LINES =
      List.of(
          new Line("F00001", "普通门诊诊察费", "次", 1200, 1),
          new Line("F00002", "血常规", "次", 2000, 1),
          new Line("F00003", "彩色多普勒超声", "次", 12000, 1),
          new Line("XA0001", "阿莫西林胶囊", "盒", 1250, 2),
          new Line("XA0002", "苯磺酸氨氯地平片", "盒", 1875, 3),
          new Line("XB0001", "头孢克肟分散片", "盒", 3240, 2),
          new Line("XB0002", "二甲双胍缓释片", "片", 315, 30),
          new Line("XC0001", "某品牌钙片", "瓶", 4990, 1),
          new Line("XA0001", "阿莫西林胶囊", "粒", 52, 24),
          new Line("N00001", "院内自制合剂", "瓶", 1800, 2));

  static final Money TOTAL = LINES.stream().map(Line::amount).reduce(Money.ZERO, Money::plus);

  private static final String SAME_ON_EVERY_LINE =
      """
      <chargesort>01</chargesort><chargesort111>01</chargesort111><days>1</days>\
      <aka074>0.25g*24</aka074><aka070>胶囊</aka070><freq_code>TID</freq_code>\
      <usage_code>PO</usage_code><pack_qty>1</pack_qty><bke011>口服</bke011><bke012>1</bke012>\
      <prescribedeptcode>0101</prescribedeptcode><prescribedept>内科</prescribedept>\
      <prescribedoc>测试医生</prescribedoc><othercheckno></othercheckno><proarea>国产</proarea>\
      <prescriptionoperator>测试员</prescriptionoperator>\
      """;

  private TenLines() {}

  /** One charge line; the price in fen. */
  record Line(String item, String name, String unit, int price, int quantity) {
    Money amount() {
      return Money.ofFen((long) price * quantity);
    }

    String unitPrice() {
      return Money.ofFen(price).toString();
    }
  }

  /** The {@code transdata} of one payment. */
  static String transdata(Place place, String cycle, String order, Scan scan, Instant at) {
    String time = TIME.format(at);
    var xml = new StringBuilder(16_384).append("<transdata>");
    put(xml, "ordertype", "hissscan");
    put(xml, "orderid", order);
    put(xml, "busicycleno", cycle);
    put(xml, "ecqrcode", scan.code());
    put(xml, "ectoken", scan.token());
    put(xml, "idtype", scan.id().type());
    put(xml, "idno", scan.id().value());
    put(xml, "username", scan.name().value());
    put(xml, "orderamt", TOTAL.toString());
    put(xml, "ordertime", time);
    put(xml, "orderovertime", "30");
    put(xml, "backurl", "");
    put(xml, "orderdesc", "门诊缴费");
    put(xml, "pname", scan.name().value());
    put(xml, "pidno", scan.id().value());
    visit(xml, place, time);
    return xml.append("</transdata>").toString();
  }

  private static void visit(StringBuilder xml, Place place, String time) {
    xml.append("<orderdata>");
    put(xml, "hospname", place.institution().name());
    put(xml, "hospcode", place.institution().code());
    put(xml, "operatorid", "01");
    put(xml, "aae139", "0");
    put(xml, "medicaltype", "11");
    put(xml, "outpatientno", "MZ20250101001");
    put(xml, "bkc012", "BL20250101001");
    put(xml, "ake010", time);
    put(xml, "outpatienttime", time);
    put(xml, "diseasecode", "");
    put(xml, "akf001", "0101");
    put(xml, "deptname", "内科");
    put(xml, "doctorname", "测试医生");
    xml.append("<prescriptionlistinfo><row>");
    put(xml, "prescriptionno", "CF1");
    put(xml, "prescriptionfee", TOTAL.toString());
    xml.append("<prescriptionitemlistinfo>");
    int number = 1;
    for (Line line : LINES) {
      row(xml, number++, line, time);
    }
    xml.append("</prescriptionitemlistinfo></row></prescriptionlistinfo></orderdata>");
  }

  private static void row(StringBuilder xml, int number, Line line, String time) {
    xml.append("<row>");
    put(xml, "prescriptionorderno", String.valueOf(number));
    put(xml, "hoschargeprocode", "H" + line.item());
    put(xml, "hoschargeproname", line.name());
    put(xml, "chargeprocode", line.item());
    put(xml, "chargepromame", line.name());
    put(xml, "unitprice", line.unitPrice());
    put(xml, "num", String.valueOf(line.quantity()));
    put(xml, "amount", line.amount().toString());
    put(xml, "unit", line.unit());
    put(xml, "prescribetime", time);
    xml.append(SAME_ON_EVERY_LINE).append("</row>");
  }

  private static void put(StringBuilder xml, String name, String value) {
    xml.append('<').append(name).append('>').append(value);
    xml.append("</").append(name).append('>');
  }
}
