package org.yima.sandbox;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yima.sandbox.Cashier.Scan;
import org.yima.settlement.Money;

/**
 * A good ST007. However often it is sent, it says the same.
 *
 * @param type {@code hissscan} at a hospital, {@code drugsscan} at a pharmacy
 * @param time when it was written
 * @param prices of its lines, in yuan; each is one unit of an item that is wholly in scope
 */
record Bill(
    String order,
    String cycle,
    Scan scan,
    String hospcode,
    String type,
    String time,
    String callback,
    List<String> prices) {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  /** A bill at a hospital. */
  static Bill of(Cashier cashier, String order, String cycle, Scan scan, String... prices) {
    String now = TIME.format(LocalDateTime.now(ZoneId.of("Asia/Shanghai")));
    return new Bill(order, cycle, scan, cashier.hospcode(), "hissscan", now, "", List.of(prices));
  }

  Bill atPharmacy() {
    return new Bill(order, cycle, scan, hospcode, "drugsscan", time, callback, prices);
  }

  /** The same bill after the patient's code was scanned again. */
  Bill scannedAgain(Scan again) {
    return new Bill(order, cycle, again, hospcode, type, time, callback, prices);
  }

  /** The same bill, whose outcome is also told to this address. */
  Bill told(String url) {
    return new Bill(order, cycle, scan, hospcode, type, time, url, prices);
  }

  Money total() {
    return prices.stream().map(Money::of).reduce(Money.ZERO, Money::plus);
  }

  String xml() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("ordertype", type);
    fields.put("orderid", order);
    fields.put("busicycleno", cycle);
    fields.put("ecqrcode", scan.code());
    fields.put("ectoken", scan.token());
    fields.put("idtype", "01");
    fields.put("idno", scan.who().person().id().value());
    fields.put("username", scan.who().person().name().value());
    fields.put("orderamt", total().toString());
    fields.put("ordertime", time);
    fields.put("orderovertime", "30");
    fields.put("backurl", callback);
    fields.put("pname", scan.who().person().name().value());
    fields.put("pidno", scan.who().person().id().value());
    fields.put("orderdata", visit());
    return Hospital.xml(fields);
  }

  private String visit() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("hospname", "示例");
    fields.put("hospcode", hospcode);
    fields.put("operatorid", "01");
    fields.put("medicaltype", type.equals("drugsscan") ? "14" : "11");
    fields.put("outpatientno", "MZ" + order);
    fields.put("bkc012", "BL" + order);
    fields.put("ake010", time);
    fields.put("outpatienttime", time);
    fields.put("prescriptionlistinfo", "<row>" + prescription() + "</row>");
    return elements(fields);
  }

  private String prescription() {
    var rows = new StringBuilder();
    for (int i = 0; i < prices.size(); i++) {
      rows.append("<row>").append(line(i)).append("</row>");
    }
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("prescriptionno", "CF" + order);
    fields.put("prescriptionfee", total().toString());
    fields.put("prescriptionitemlistinfo", rows.toString());
    return elements(fields);
  }

  private String line(int index) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("prescriptionorderno", String.valueOf(index + 1));
    fields.put("hoschargeprocode", "HIS-%06d".formatted(index));
    fields.put("hoschargeproname", "阿莫西林胶囊0.25g×24粒");
    fields.put("chargeprocode", "XA0001");
    fields.put("chargepromame", "阿莫西林胶囊");
    fields.put("chargesort", "01");
    fields.put("chargesort111", "01");
    fields.put("unitprice", prices.get(index));
    fields.put("num", "1");
    fields.put("amount", prices.get(index));
    fields.put("unit", "盒");
    fields.put("days", "1");
    fields.put("prescribetime", time);
    fields.put("prescribedeptcode", "01");
    return elements(fields);
  }

  private static String elements(Map<String, String> fields) {
    String all = Hospital.xml(fields);
    return all.substring("<transdata>".length(), all.length() - "</transdata>".length());
  }
}
