package org.yima.platform.bill;

import java.util.List;
import org.yima.protocol.Element;
import org.yima.settlement.Money;

/**
 * One charge line as the hospital sent it, section 4.4. Texts are kept as they came, because 4.5
 * gives them back.
 *
 * @param prescription 处方号
 * @param number 处方内序号
 * @param days 付数; counts in the amount of herbal medicine alone
 * @param serial 记账流水号, where a line has one before it is settled; else empty
 */
public record ChargeLine(
    String prescription,
    String number,
    String hospitalCode,
    String hospitalName,
    String itemCode,
    String sort,
    String unitPrice,
    String quantity,
    Money amount,
    String unit,
    String days,
    String specification,
    String form,
    String frequency,
    String usage,
    String dose,
    String approval,
    String serial) {

  public static ChargeLine read(String prescription, Element row) {
    return new ChargeLine(
        prescription,
        row.textOf("prescriptionorderno"),
        row.textOf("hoschargeprocode"),
        row.textOf("hoschargeproname"),
        row.textOf("chargeprocode"),
        row.textOf("chargesort"),
        row.textOf("unitprice"),
        row.textOf("num"),
        Money.of(row.textOf("amount")),
        row.textOf("unit"),
        row.textOf("days"),
        row.textOf("aka074"),
        row.textOf("aka070"),
        row.textOf("freq_code"),
        row.textOf("usage_code"),
        row.textOf("bke012"),
        row.textOf("othercheckno"),
        "");
  }

  public List<String> pack() {
    return List.of(
        prescription,
        number,
        hospitalCode,
        hospitalName,
        itemCode,
        sort,
        unitPrice,
        quantity,
        amount.toString(),
        unit,
        days,
        specification,
        form,
        frequency,
        usage,
        dose,
        approval,
        serial);
  }

  public static ChargeLine unpack(List<String> cells) {
    return new ChargeLine(
        cells.get(0),
        cells.get(1),
        cells.get(2),
        cells.get(3),
        cells.get(4),
        cells.get(5),
        cells.get(6),
        cells.get(7),
        Money.of(cells.get(8)),
        cells.get(9),
        cells.get(10),
        cells.get(11),
        cells.get(12),
        cells.get(13),
        cells.get(14),
        cells.get(15),
        cells.get(16),
        cells.size() > 17 ? cells.get(17) : "");
  }

  /**
   * The line under its serial number, or what is left of it.
   *
   * @param left of the quantity, as written
   */
  public ChargeLine remaining(String left, Money cost, String serialNo) {
    return new ChargeLine(
        prescription,
        number,
        hospitalCode,
        hospitalName,
        itemCode,
        sort,
        unitPrice,
        left,
        cost,
        unit,
        days,
        specification,
        form,
        frequency,
        usage,
        dose,
        approval,
        serialNo);
  }
}
