package org.yima.platform.bill;

import org.jspecify.annotations.Nullable;
import org.yima.protocol.Element;
import org.yima.settlement.Money;

/** {@code registerret} of 4.5: the registration. */
final class RegisterRet {
  private RegisterRet() {}

  static Element of(OrderContent content, Payment payment) {
    var block = new Block("registerret", "aptorderackdata.registerret");
    visit(block, content, payment);
    holder(block, payment.result().holder());
    marks(block, payment.result().holder());
    year(block, payment.result().figures());
    return block.put("bac048", payment.accountBefore()).element();
  }

  private static void visit(Block block, OrderContent content, Payment payment) {
    block
        .put("bkc012", content.caseNo())
        .put("operatorid", content.operator())
        .put("outpatientno", content.outpatientNo())
        .put("medicaltype", content.medicalType())
        .put("hospcode", payment.hospcode())
        .put("akc190", content.admissionNo().isEmpty() ? payment.visitNo() : content.admissionNo());
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

  private static void year(Block block, Figures figures) {
    block
        .put("akc290", figures.deductible())
        .put("bkc016", figures.deductibleSoFar())
        .put("akc090", figures.visitNumber() + ".00");
    limits(block, figures);
  }

  private static void limits(Block block, Figures figures) {
    Figures.Fund basic = figures.basic();
    Figures.Fund large = figures.largeAmount();
    Figures.Fund civil = figures.civilServants();
    block
        .put("bkc017", orZero(basic.limit()))
        .put("bkc018", basic.soFar())
        .put("bkc019", basic.leftText())
        .put("bkc020", orZero(large.limit()))
        .put("bkc021", large.soFar())
        .put("bkc022", orZero(large.left()))
        .put("bkc023", orZero(civil.limit()))
        .put("bkc024", civil.soFar())
        .put("bkc025", orZero(civil.left()));
  }

  private static Money orZero(@Nullable Money amount) {
    return amount == null ? Money.ZERO : amount;
  }

  private static void marks(Block block, Holder holder) {
    Marks marks = holder.marks();
    block
        .put("bac019", marks.assisted())
        .put("bac015", marks.assistance())
        .put("BAC019", marks.assisted())
        .put("BAC015", marks.assistance())
        .put("BAC046", marks.povertyRegistered())
        .put("BAA083", marks.assisted().equals("1") ? holder.district() : "")
        .put("YKC999", marks.treated())
        .put("YKC002", marks.assisted())
        .put("YKC609", marks.civilServant())
        .put("AKC025", marks.civilServant())
        .put("SAC004", marks.minimumLiving())
        .put("SAC006", marks.severelyDisabled())
        .put("SAC008", marks.lowIncome())
        .put("SAC010", marks.aged());
  }
}
