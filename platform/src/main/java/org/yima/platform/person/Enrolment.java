package org.yima.platform.person;

import java.time.LocalDate;
import java.time.Period;
import org.yima.settlement.Member;
import org.yima.settlement.Member.Employment;
import org.yima.settlement.Member.Scheme;
import org.yima.settlement.Standing;

/** One period of being insured, the one that covers the day asked for. */
public record Enrolment(Scheme scheme, boolean retired, boolean frozen, Standing standing) {

  /** Nothing special about the person. */
  public Enrolment(Scheme scheme, boolean retired, boolean frozen) {
    this(scheme, retired, frozen, Standing.PLAIN);
  }

  /** The person as the benefit engine sees them on a day. */
  public Member member(LocalDate birth, LocalDate day, OnFile onFile) {
    int age = Math.max(0, Period.between(birth, day).getYears());
    return new Member(
        scheme,
        employment(),
        age,
        standing,
        onFile.periods(scheme),
        onFile.approvals(),
        onFile.filings());
  }

  private Employment employment() {
    if (scheme == Scheme.RESIDENT) {
      return Employment.NONE;
    }
    return retired ? Employment.RETIRED : Employment.ACTIVE;
  }

  /** 险种类型: 310 employees, 390 residents, as in the national code table. */
  public String insuranceType() {
    return scheme == Scheme.EMPLOYEE ? "310" : "390";
  }

  /** 人群类别: 11 active, 21 retired, 41 resident. */
  public String group() {
    if (scheme == Scheme.RESIDENT) {
      return "41";
    }
    return retired ? "21" : "11";
  }

  /** 参保身份 as the cashier reads it. */
  public String description() {
    if (scheme == Scheme.RESIDENT) {
      return "居民";
    }
    return retired ? "退休" : "在职";
  }
}
