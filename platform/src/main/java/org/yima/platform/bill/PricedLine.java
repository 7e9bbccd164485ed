package org.yima.platform.bill;

import java.time.LocalDate;
import org.yima.platform.catalogue.Item;
import org.yima.platform.person.OnFile;
import org.yima.settlement.BillLine;
import org.yima.settlement.Charge;

/** A charge line with what the catalogue says of it. */
public record PricedLine(ChargeLine line, Item item, Charge charge) {

  static PricedLine of(ChargeLine line, Item item) {
    String days = item.herb() ? line.days() : "1";
    return new PricedLine(
        line, item, Charge.of(line.unitPrice(), line.quantity(), days, line.amount()));
  }

  /** Whether the amount is the price times the quantity, as far as rounding goes. */
  public boolean agrees() {
    return charge.agrees();
  }

  BillLine billLine(int number, OnFile onFile, LocalDate day) {
    boolean approved = onFile.approves(line.approval(), line.itemCode(), day);
    return charge.line(number, item.terms(), approved);
  }
}
