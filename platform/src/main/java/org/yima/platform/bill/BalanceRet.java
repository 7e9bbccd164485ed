package org.yima.platform.bill;

import org.yima.platform.transaction.Call;
import org.yima.protocol.Element;
import org.yima.protocol.spec.DateTimes;
import org.yima.settlement.Money;
import org.yima.settlement.Program;
import org.yima.settlement.Share;

/** {@code balanceret} of 4.5: the settlement. */
final class BalanceRet {
  private BalanceRet() {}

  static Element of(OrderContent content, Payment payment) {
    return block(content, payment)
        .put("balanceno", payment.balanceNo())
        .put("bke088", payment.balanceNo())
        .element();
  }

  /** What would be paid: without a settlement's number. */
  static Element promised(OrderContent content, Payment payment) {
    return block(content, payment).element();
  }

  private static Block block(OrderContent content, Payment payment) {
    var block = new Block("balanceret", "aptorderackdata.balanceret");
    block
        .put("bkc012", content.caseNo())
        .put("aac003", payment.result().holder().name())
        .put("hosrcode", payment.hospcode())
        .put("balancetime", DateTimes.text(payment.at().atZone(Call.ZONE).toLocalDateTime()));
    borne(block, payment);
    paid(block, payment);
    programmes(block, payment);
    marks(block, payment);
    return block;
  }

  private static void borne(Block block, Payment payment) {
    block
        .put("akc264", payment.total())
        .put("ckc120", payment.of(Share.SELF_PAID))
        .put("ckc121", payment.of(Share.UPFRONT_SELF_PAY))
        .put("akc808", payment.of(Share.OUT_OF_REGION_UPFRONT))
        .put("akc801", payment.inScope())
        .put("bkc029", payment.of(Share.DEDUCTIBLE))
        .put("ckc155", payment.of(Share.BAND_SELF_PAY))
        .put("bkc033", payment.of(Share.LARGE_AMOUNT_SELF_PAY))
        .put("ckc170", payment.of(Share.OVER_LIMIT))
        .put("AKC290", payment.result().figures().deductible())
        .put("AKC090", String.valueOf(payment.result().figures().visitNumber()));
  }

  private static void paid(Block block, Payment payment) {
    block
        .put("akc255", payment.of(Share.PERSONAL_ACCOUNT))
        .put("akc087after", payment.accountAfter())
        .put("bkc030", payment.result().figures().basic().ratio())
        .put("bkc032", payment.result().figures().largeAmount().ratio())
        .put("ake039", payment.of(Share.BASIC_FUND))
        .put("ake029", payment.of(Share.LARGE_AMOUNT_FUND))
        .put("ake035", payment.of(Share.CIVIL_SERVANT_FUND))
        .put("bkc037", payment.of(Share.SPECIAL_CARE_FUND))
        .put("bkc038", payment.of(Share.RETIRED_CADRE_FUND))
        .put("bkc039", payment.of(Share.PENSIONER_FUND))
        .put("ake026", payment.of(Share.ENTERPRISE_FUND))
        .put("akc806", payment.of(Share.OTHER_FUNDS))
        .put("bkc075", payment.of(Share.MEDICAL_ASSISTANCE))
        .put("bkc076", payment.of(Share.MEDICAL_RELIEF))
        .put("bkc135", payment.of(Share.HOSPITAL_BORNE))
        .put("akc260", payment.funds())
        .put("akc261", payment.of(Share.CASH));
  }

  /** Once more: the subsidy for civil servants by what it was paid of, other funds by programme. */
  private static void programmes(Block block, Payment payment) {
    Money large = civilServants(payment, Share.LARGE_AMOUNT_SELF_PAY);
    Money above = civilServants(payment, Share.OVER_LIMIT);
    block
        .put("akc802", payment.result().leftBy(Program.SPECIAL_GROUPS))
        .put("akc803", payment.result().subsidised(Program.SPECIAL_GROUPS))
        .put("BKC222", payment.result().subsidised(Program.POVERTY_ASSISTANCE))
        .put("BKC223", payment.result().subsidised(Program.POVERTY_GUARANTEE))
        .put("BKC224", payment.result().subsidised(Program.CRITICAL_ILLNESS_ASSISTANCE))
        .put("BKC262", payment.result().subsidised(Program.FISCAL_SUBSIDY))
        .put("akc804", payment.of(Share.CIVIL_SERVANT_FUND).minus(large).minus(above))
        .put("ckc103", large)
        .put("akc805", above);
  }

  private static Money civilServants(Payment payment, Share part) {
    return payment.result().subsidised(Program.CIVIL_SERVANTS, part);
  }

  private static void marks(Block block, Payment payment) {
    Marks marks = payment.result().holder().marks();
    block
        .put("BAC046", marks.povertyRegistered())
        .put("BAC019", marks.assisted())
        .put("BAC015", marks.assistance())
        .put(
            "PRINT",
            "医保统筹支付 %s 个人账户支付 %s 现金支付 %s"
                .formatted(
                    payment.funds(), payment.of(Share.PERSONAL_ACCOUNT), payment.of(Share.CASH)));
  }
}
