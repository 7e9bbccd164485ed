package org.yima.settlement;

import java.util.Optional;

/** The benefit category of a visit: sections 4.2 and 4.6, their codes already told apart. */
public enum MedicalType {
  OUTPATIENT("普通门诊"),
  SPECIAL_DISEASE("特殊病门诊"),
  CHRONIC_DISEASE("慢性病门诊"),
  PHARMACY("定点药店购药"),
  EMERGENCY("急诊抢救"),
  DIALYSIS("门诊透析"),
  BLOOD_AND_PERITONEAL_DIALYSIS("血腹透门诊"),
  REGISTRATION("门诊挂号"),
  ACCOUNT_ONLY("个人账户购买商业补充保险"),
  MATERNITY_OUTPATIENT("生育门诊"),
  INPATIENT("普通住院"),
  TRANSFER_INPATIENT("转入（外）住院"),
  SPECIAL_DISEASE_INPATIENT("特殊疾病住院"),
  SPECIAL_DISEASE_TRANSFER("特殊疾病转院"),
  TRANSFER_DISCHARGE("转院出院"),
  PSYCHIATRIC_INPATIENT("精神病住院"),
  FIXED_PRICE_INPATIENT("包干病种住院"),
  RESIDENT_MATERNITY_INPATIENT("生育保险住院"),
  MATERNITY_INPATIENT("生育住院");

  /** The kind of order a code arrives in; 14 and 16 mean different things in different orders. */
  public enum Order {
    /** {@code drugsscan}. */
    PHARMACY,
    /** {@code hissscan}. */
    OUTPATIENT,
    /** {@code hishospzed}. */
    INPATIENT
  }

  private final String chinese;

  MedicalType(String chinese) {
    this.chinese = chinese;
  }

  /** The category that a code means in an order of this kind; empty: no such code. */
  public static Optional<MedicalType> of(Order order, String code) {
    return Optional.ofNullable(
        switch (code) {
          case "11" -> OUTPATIENT;
          case "12", "15" -> SPECIAL_DISEASE;
          case "13", "18" -> CHRONIC_DISEASE;
          case "14" -> order == Order.PHARMACY ? PHARMACY : EMERGENCY;
          case "16" -> order == Order.INPATIENT ? RESIDENT_MATERNITY_INPATIENT : EMERGENCY;
          case "19" -> DIALYSIS;
          case "41" -> BLOOD_AND_PERITONEAL_DIALYSIS;
          case "111" -> REGISTRATION;
          case "141" -> ACCOUNT_ONLY;
          case "51" -> MATERNITY_OUTPATIENT;
          case "21" -> INPATIENT;
          case "23" -> TRANSFER_INPATIENT;
          case "25", "26" -> SPECIAL_DISEASE_INPATIENT;
          case "27" -> SPECIAL_DISEASE_TRANSFER;
          case "29" -> TRANSFER_DISCHARGE;
          case "22" -> PSYCHIATRIC_INPATIENT;
          case "24" -> FIXED_PRICE_INPATIENT;
          case "52" -> MATERNITY_INPATIENT;
          default -> null;
        });
  }

  /** Its code in 4.6, or in 4.2 where 4.6 has none. */
  public String code() {
    return switch (this) {
      case OUTPATIENT -> "11";
      case SPECIAL_DISEASE -> "12";
      case CHRONIC_DISEASE -> "13";
      case PHARMACY, EMERGENCY -> "14";
      case DIALYSIS -> "19";
      case BLOOD_AND_PERITONEAL_DIALYSIS -> "41";
      case REGISTRATION -> "111";
      case ACCOUNT_ONLY -> "141";
      case MATERNITY_OUTPATIENT -> "51";
      case INPATIENT -> "21";
      case TRANSFER_INPATIENT -> "23";
      case SPECIAL_DISEASE_INPATIENT -> "25";
      case SPECIAL_DISEASE_TRANSFER -> "27";
      case TRANSFER_DISCHARGE -> "29";
      case PSYCHIATRIC_INPATIENT -> "22";
      case FIXED_PRICE_INPATIENT -> "24";
      case RESIDENT_MATERNITY_INPATIENT -> "16";
      case MATERNITY_INPATIENT -> "52";
    };
  }

  /** Whether it needs an approval on file; without one the visit is charged as OUTPATIENT. */
  public boolean needsApproval() {
    return switch (this) {
      case SPECIAL_DISEASE, CHRONIC_DISEASE, DIALYSIS, BLOOD_AND_PERITONEAL_DIALYSIS -> true;
      default -> false;
    };
  }

  /** Whether it is a stay in hospital, which has its own order type, not a visit. */
  public boolean isStay() {
    return compareTo(INPATIENT) >= 0;
  }

  /** Whether people of this scheme may use it (4.6). */
  public boolean isFor(Member.Scheme scheme) {
    return switch (this) {
      case SPECIAL_DISEASE_INPATIENT, SPECIAL_DISEASE_TRANSFER -> scheme == Member.Scheme.EMPLOYEE;
      case RESIDENT_MATERNITY_INPATIENT -> scheme == Member.Scheme.RESIDENT;
      default -> true;
    };
  }

  /** Whether the diagnosis must be in the list of diseases, ka19 (4.6). */
  public boolean needsListedDisease() {
    return switch (this) {
      case PSYCHIATRIC_INPATIENT, FIXED_PRICE_INPATIENT, RESIDENT_MATERNITY_INPATIENT -> true;
      default -> false;
    };
  }

  /** Whether the personal account must pay all of it: nothing may be left for cash (4.2). */
  public boolean isAccountOnly() {
    return this == ACCOUNT_ONLY;
  }

  public String chinese() {
    return chinese;
  }
}
