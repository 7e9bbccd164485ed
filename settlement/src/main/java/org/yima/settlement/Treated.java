package org.yima.settlement;

/** Where a visit takes place, seen from the place of enrolment, and with what leave. */
public enum Treated {
  /** In the district of enrolment. */
  LOCAL("本地就医"),
  /** Elsewhere, where the person lives by a filing (异地安置, 长期居住). */
  RESIDING("异地长期居住"),
  /** Elsewhere, referred by a filing (转诊转院). */
  REFERRED("异地转诊"),
  /** Elsewhere, in an emergency without a filing. */
  EMERGENCY("异地急诊"),
  /** Elsewhere, without a filing. */
  UNFILED("异地未备案");

  private final String chinese;

  Treated(String chinese) {
    this.chinese = chinese;
  }

  public String chinese() {
    return chinese;
  }

  /**
   * Where a bill of this member takes place. Of several filings the one for the smallest place
   * counts, then residing before referred before emergency, in whatever order they were made.
   */
  public static Treated of(Bill bill, Member member) {
    if (bill.place() == null) {
      return LOCAL;
    }
    Member.Filing best = null;
    for (Member.Filing filing : member.filings()) {
      if (filing.allows(bill) && (best == null || filing.compareTo(best) < 0)) {
        best = filing;
      }
    }
    if (best != null) {
      return best.kind();
    }
    return bill.type() == MedicalType.EMERGENCY ? EMERGENCY : UNFILED;
  }
}
