package org.yima.settlement;

/**
 * The parts into which a bill falls. The first group says why the patient bears something, the
 * others who pays; {@link Settlement} holds the two identities between them.
 */
public enum Share {
  /** {@code ckc120}: no catalogue match, 丙, or above the price ceiling. */
  SELF_PAID("全自费", Kind.BORNE),
  /** {@code ckc121}. */
  UPFRONT_SELF_PAY("乙类等先自付", Kind.BORNE),
  /** {@code akc808}: the upfront share of a visitor from another region. */
  OUT_OF_REGION_UPFRONT("异地就医先自付", Kind.BORNE),
  /** {@code bkc029}. */
  DEDUCTIBLE("起付线自付", Kind.BORNE),
  /** {@code ckc155}: the patient's part of what the basic fund covers. */
  BAND_SELF_PAY("统筹段自付", Kind.BORNE),
  /** {@code bkc033}. */
  LARGE_AMOUNT_SELF_PAY("大额段自付", Kind.BORNE),
  /** {@code ckc170}: above every ceiling. */
  OVER_LIMIT("超限额自付", Kind.BORNE),

  /** {@code ake039}. */
  BASIC_FUND("基本医疗统筹基金", Kind.FUND),
  /** {@code ake029}. */
  LARGE_AMOUNT_FUND("大额医疗基金", Kind.FUND),

  /** {@code ake035}. */
  CIVIL_SERVANT_FUND("公务员补助基金", Kind.SUBSIDY),
  /** {@code bkc037}. */
  SPECIAL_CARE_FUND("医疗照顾人员补助基金", Kind.SUBSIDY),
  /** {@code bkc038}. */
  RETIRED_CADRE_FUND("退干补助基金", Kind.SUBSIDY),
  /** {@code bkc039}. */
  PENSIONER_FUND("退休补助基金", Kind.SUBSIDY),
  /** {@code ake026}. */
  ENTERPRISE_FUND("企业补充医疗基金", Kind.SUBSIDY),
  /** {@code akc806}: critical-illness insurance and all other funds. */
  OTHER_FUNDS("其他补助基金", Kind.SUBSIDY),
  /** {@code bkc075}. */
  MEDICAL_ASSISTANCE("民政医疗救助", Kind.SUBSIDY),
  /** {@code bkc076}. */
  MEDICAL_RELIEF("民政医疗救济", Kind.SUBSIDY),

  /** {@code akc255}. */
  PERSONAL_ACCOUNT("个人账户", Kind.PAYMENT),
  /** {@code akc261}. */
  CASH("现金", Kind.PAYMENT),

  /** {@code bkc135}: the one part that may be negative, when the hospital keeps a difference. */
  HOSPITAL_BORNE("医疗机构负担", Kind.HOSPITAL);

  /** On which side of the identities a part stands. */
  public enum Kind {
    /** Why the patient bears it. */
    BORNE,
    /** A fund that pays beside what the patient bears. */
    FUND,
    /** A fund that pays out of what the patient bears. */
    SUBSIDY,
    /** How the patient pays the rest. */
    PAYMENT,
    HOSPITAL
  }

  private final String chinese;
  private final Kind kind;

  Share(String chinese, Kind kind) {
    this.chinese = chinese;
    this.kind = kind;
  }

  public String chinese() {
    return chinese;
  }

  public Kind kind() {
    return kind;
  }
}
