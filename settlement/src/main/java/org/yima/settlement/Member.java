package org.yima.settlement;

import java.time.LocalDate;
import java.util.List;

/**
 * The insured person as far as it decides a benefit, on the day of the bill.
 *
 * @param age completed years
 * @param approvals for special and chronic disease, also those that have ended
 */
public record Member(Scheme scheme, Employment employment, int age, List<Approval> approvals) {

  public enum Scheme {
    /** 职工基本医疗保险. */
    EMPLOYEE,
    /** 城乡居民基本医疗保险. */
    RESIDENT
  }

  public enum Employment {
    ACTIVE,
    RETIRED,
    /** Residents. */
    NONE
  }

  public Member {
    if ((scheme == Scheme.RESIDENT) != (employment == Employment.NONE)) {
      throw new IllegalArgumentException("residents, and only they, have no employment");
    }
    approvals = List.copyOf(approvals);
  }

  /** Whether a visit of this kind for this disease is approved on the day. */
  boolean isApprovedFor(Bill bill) {
    for (Approval approval : approvals) {
      if (approval.allows(bill)) {
        return true;
      }
    }
    return false;
  }

  /**
   * An approval on file, as ST035 lists it.
   *
   * @param until the last day
   */
  public record Approval(MedicalType type, String disease, LocalDate from, LocalDate until) {

    boolean allows(Bill bill) {
      return type == bill.type()
          && disease.equals(bill.disease())
          && !bill.date().isBefore(from)
          && !bill.date().isAfter(until);
    }
  }
}
