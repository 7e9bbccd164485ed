package org.yima.platform.order;

import org.yima.protocol.Element;
import org.yima.settlement.Money;

/**
 * {@code registerret} of 4.5: the registration. Of 大额 and 公务员 limits nothing is known before the
 * policies have them.
 */
final class RegisterRet {
  private RegisterRet() {}

  static Element of(PaymentOrder order, Payment payment) {
    var block = new Block("registerret", "aptorderackdata.registerret");
    visit(block, order, payment);
    holder(block, payment.result().holder());
    year(block, payment.result().figures());
    return block.put("bac048", payment.accountBefore()).element();
  }

  private static void visit(Block block, PaymentOrder order, Payment payment) {
    OrderContent content = order.content();
    block
        .put("bkc012", content.caseNo())
        .put("operatorid", content.operator())
        .put("outpatientno", content.outpatientNo())
        .put("medicaltype", content.medicalType())
        .put("hospcode", payment.hospcode())
        .put("akc190", payment.visitNo());
  }

  private static void holder(Block block, Holder holder) {
    block
        .put("aaz500", holder.card())
        .put("bac001", holder.number())
        .put("aac003", holder.name())
        .put("aac004", holder.sex())
        .put("aac006", holder.birth())
        .put("aac058", holder.idType())
        .put("aac002", holder.idNo())
        .put("aac066", holder.description())
        .put("akc023", holder.age())
        .put("aab999", holder.employerNo())
        .put("aab004", holder.employerName())
        .put("aac140", holder.insuranceType())
        .put("bac002", holder.group())
        .put("baa001", holder.district())
        .put("aaa027", holder.district())
        .put("aab301", holder.district());
  }

  private static void year(Block block, Result.Figures figures) {
    Money limit = figures.fundLimit();
    Money left = figures.fundLeft();
    block
        .put("akc290", figures.deductible())
        .put("bkc016", figures.deductibleSoFar())
        .put("akc090", "0.00")
        .put("bkc017", limit == null ? "" : limit.toString())
        .put("bkc018", figures.fundSoFar())
        .put("bkc019", left == null ? "" : left.toString());
  }
}
