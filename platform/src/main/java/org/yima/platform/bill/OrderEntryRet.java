package org.yima.platform.bill;

import org.yima.protocol.Element;
import org.yima.settlement.Money;

/**
 * One row of {@code orderentryret} of 4.5: how a charge line was classified, under the local and
 * the out-of-region names.
 */
final class OrderEntryRet {
  private OrderEntryRet() {}

  static Element of(OrderContent content, Payment payment, int index) {
    ChargeLine line = content.lines().get(index);
    Result.Line result = payment.result().lines().get(index);
    var block = new Block("row", "aptorderackdata.orderentryret");
    echo(block, content, payment, line);
    classified(block, line, result);
    return block
        .put("bkc028", line.serial().isEmpty() ? payment.lineNo(index) : line.serial())
        .element();
  }

  private static void echo(Block block, OrderContent content, Payment payment, ChargeLine line) {
    block
        .put("bkc012", content.caseNo())
        .put("hoschargeprocode", line.hospitalCode())
        .put("hosChargeProname", line.hospitalName())
        .put("unitprice", line.unitPrice())
        .put("num", line.quantity())
        .put("unit", line.unit())
        .put("chargeprocode", line.itemCode())
        .put("aka074", line.specification())
        .put("aka070", line.form())
        .put("chargesort", line.sort())
        .put("hospcode", payment.hospcode())
        .put("usage_code", line.usage())
        .put("freq_code", line.frequency())
        .put("bke012", line.dose())
        .put("aae072", line.prescription())
        .put("bke067", line.number())
        .put("AAE073", line.approval());
  }

  private static void classified(Block block, ChargeLine line, Result.Line result) {
    Money inScope = line.amount().minus(result.selfPaid()).minus(result.upfront());
    block
        .put("aae019", line.amount())
        .put("akc065", result.itemClass())
        .put("akc268", result.overCeiling())
        .put("aka069", result.ratio())
        .put("AKC229", result.ratio())
        .put("bkc026", result.selfPaid())
        .put("AKC253", result.selfPaid())
        .put("akc228", result.upfront())
        .put("AKC228", result.upfront())
        .put("bkc027", inScope)
        .put("AKC800", inScope);
  }
}
