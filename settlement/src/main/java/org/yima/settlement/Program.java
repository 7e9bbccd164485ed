package org.yima.settlement;

/**
 * What pays out of the patient's part after the funds of the basic insurance: the programmes of
 * 4.5, each with the share that it is booked under.
 */
public enum Program {
  CRITICAL_ILLNESS("大病保险", Share.OTHER_FUNDS),
  CIVIL_SERVANTS("公务员医疗补助", Share.CIVIL_SERVANT_FUND),
  SPECIAL_CARE("医疗照顾人员补助", Share.SPECIAL_CARE_FUND),
  RETIRED_CADRES("退休干部补助", Share.RETIRED_CADRE_FUND),
  PENSIONERS("退休人员补助", Share.PENSIONER_FUND),
  ENTERPRISE("企业补充医疗保险", Share.ENTERPRISE_FUND),
  OTHER("其他补助", Share.OTHER_FUNDS),
  /** {@code akc803}; what it leaves is {@code akc802}. */
  SPECIAL_GROUPS("特殊人群专项补助", Share.OTHER_FUNDS),
  /** {@code BKC222}. */
  POVERTY_ASSISTANCE("建档立卡医疗救助", Share.OTHER_FUNDS),
  /** {@code BKC223}. */
  POVERTY_GUARANTEE("建档立卡兜底保障补助", Share.OTHER_FUNDS),
  /** {@code BKC224}. */
  CRITICAL_ILLNESS_ASSISTANCE("大病医疗救助", Share.OTHER_FUNDS),
  /** {@code BKC262}. */
  FISCAL_SUBSIDY("财政补助", Share.OTHER_FUNDS),
  ASSISTANCE("医疗救助", Share.MEDICAL_ASSISTANCE),
  RELIEF("民政救济", Share.MEDICAL_RELIEF);

  private final String chinese;
  private final Share share;

  Program(String chinese, Share share) {
    this.chinese = chinese;
    this.share = share;
  }

  public String chinese() {
    return chinese;
  }

  public Share share() {
    return share;
  }

  /** Medical assistance looks at what all others have left: it comes last. */
  boolean isLast() {
    return this == ASSISTANCE || this == RELIEF;
  }
}
