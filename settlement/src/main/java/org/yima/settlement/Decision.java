package org.yima.settlement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The answer of {@link Policy#settle}: a settlement, or the reason why there is none. */
public sealed interface Decision permits Settlement, Decision.Refused {

  /**
   * Nothing of the bill can be settled, and why.
   *
   * @param sentence for the patient
   * @param citation the document that says so; null: it is no figure of the policy
   */
  record Refused(Why why, String sentence, @Nullable Citation citation) implements Decision {

    static Refused notEnrolled(LocalDate day) {
      return new Refused(Why.NOT_ENROLLED, day + " 不在参保期内，不能按医保结算", null);
    }

    static Refused frozen(LocalDate day) {
      return new Refused(Why.FROZEN, day + " 参保待遇处于冻结状态，请联系参保地医保经办机构", null);
    }

    static Refused waiting(LocalDate until, Citation citation) {
      return new Refused(Why.WAITING, "尚在待遇等待期，自 " + until + " 起享受待遇", citation);
    }

    static Refused notForScheme(MedicalType type) {
      return new Refused(Why.NOT_FOR_SCHEME, "“" + type.chinese() + "”不适用于该险种的参保人", null);
    }

    static Refused diseaseNeeded(MedicalType type) {
      String sentence = "“" + type.chinese() + "”须填写病种目录（ka19）中的确诊疾病编码";
      return new Refused(Why.DISEASE_NEEDED, sentence, null);
    }

    static Refused notCovered(String policy, MedicalType chargedAs) {
      String sentence = "《%s》没有适用于本次就诊的“%s”待遇，不能按医保结算".formatted(policy, chargedAs.chinese());
      return new Refused(Why.NOT_COVERED, sentence, null);
    }

    static Refused fixedPriceInParts(MedicalType type) {
      String sentence = "“%s”按整次住院定额结算：预结算时不要填截止时间；已有中途结算的，先退费或取消，再整次结算".formatted(type.chinese());
      return new Refused(Why.FIXED_PRICE_IN_PARTS, sentence, null);
    }

    static Refused accountTooSmall(MedicalType type, Money missing) {
      String sentence = "“" + type.chinese() + "”只能由个人账户支付，账户余额差 " + missing.plain() + " 元";
      return new Refused(Why.ACCOUNT_TOO_SMALL, sentence, null);
    }
  }

  /** The reasons, in the order in which they are looked at. */
  enum Why {
    NOT_ENROLLED,
    FROZEN,
    /** The medical type is for people of the other scheme. */
    NOT_FOR_SCHEME,
    /** The medical type needs a diagnosis from the list of diseases. */
    DISEASE_NEEDED,
    /** Enrolled, but the waiting period has not ended. */
    WAITING,
    /** The policy has no benefit for a visit of this kind at this institution. */
    NOT_COVERED,
    /** A fixed price (包干) is for the whole visit, and this is a part of one. */
    FIXED_PRICE_IN_PARTS,
    /** Only the personal account may pay, and it has not enough. */
    ACCOUNT_TOO_SMALL
  }
}
