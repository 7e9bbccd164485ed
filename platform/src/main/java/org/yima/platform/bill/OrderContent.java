package org.yima.platform.bill;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yima.platform.store.Packed;
import org.yima.protocol.Element;
import org.yima.protocol.spec.DateTimes;
import org.yima.settlement.Money;

/**
 * What the hospital says of a visit: {@code orderdata}, section 4.4.
 *
 * @param medicalType 医疗类别 as sent; its meaning depends on the order type
 * @param disease 病种编码; empty where none was sent
 * @param admissionNo 登记编号 of a stay; empty for a visit
 */
public record OrderContent(
    String medicalType,
    String outpatientNo,
    String caseNo,
    String operator,
    LocalDate visitDate,
    String disease,
    String admissionNo,
    List<ChargeLine> lines) {

  /** Of a visit that is no stay. */
  public OrderContent(
      String medicalType,
      String outpatientNo,
      String caseNo,
      String operator,
      LocalDate visitDate,
      String disease,
      List<ChargeLine> lines) {
    this(medicalType, outpatientNo, caseNo, operator, visitDate, disease, "", lines);
  }

  /** The same visit with these lines. */
  public OrderContent charging(List<ChargeLine> charged) {
    return new OrderContent(
        medicalType, outpatientNo, caseNo, operator, visitDate, disease, admissionNo, charged);
  }

  /** The total that the hospital gives for one prescription. */
  public record PrescriptionTotal(String number, Money total) {}

  public static OrderContent read(Element data) {
    var lines = new ArrayList<ChargeLine>();
    for (Element prescription : rows(data, "prescriptionlistinfo")) {
      for (Element item : rows(prescription, "prescriptionitemlistinfo")) {
        lines.add(ChargeLine.read(prescription.textOf("prescriptionno"), item));
      }
    }
    return new OrderContent(
        data.textOf("medicaltype"),
        data.textOf("outpatientno"),
        data.textOf("bkc012"),
        data.textOf("operatorid"),
        DateTimes.read(data.textOf("outpatienttime")).toLocalDate(),
        data.textOf("diseasecode"),
        lines);
  }

  public static List<PrescriptionTotal> totals(Element data) {
    return rows(data, "prescriptionlistinfo").stream()
        .map(row ->
            new PrescriptionTotal(
                row.textOf("prescriptionno"), Money.of(row.textOf("prescriptionfee"))))
        .toList();
  }

  /** The rows of a list; none if it is missing. */
  public static List<Element> rows(Element parent, String name) {
    @Nullable Element list = parent.child(name);
    return list == null ? List.of() : list.children();
  }

  public byte[] pack() {
    var rows = new ArrayList<List<String>>();
    rows.add(
        List.of(
            medicalType,
            outpatientNo,
            caseNo,
            operator,
            visitDate.toString(),
            disease,
            admissionNo));
    lines.forEach(line -> rows.add(line.pack()));
    return Packed.pack(rows);
  }

  public static OrderContent unpack(byte[] packed) {
    List<List<String>> rows = Packed.unpack(packed);
    List<String> visit = rows.getFirst();
    return new OrderContent(
        visit.get(0),
        visit.get(1),
        visit.get(2),
        visit.get(3),
        LocalDate.parse(visit.get(4)),
        visit.get(5),
        visit.size() > 6 ? visit.get(6) : "", // none before there were stays
        rows.stream().skip(1).map(ChargeLine::unpack).toList());
  }

  @Override
  public String toString() {
    return "visit of " + visitDate + " with " + lines.size() + " lines";
  }
}
