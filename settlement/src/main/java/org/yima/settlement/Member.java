package org.yima.settlement;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The insured person as far as it decides a benefit, on the day of the bill.
 *
 * @param age completed years
 * @param enrolled periods of being insured in this scheme, also those that have ended
 * @param approvals for special and chronic disease, also those that have ended
 * @param filings for treatment elsewhere, also those that have ended
 */
public record Member(
    Scheme scheme,
    Employment employment,
    int age,
    Standing standing,
    List<Period> enrolled,
    List<Approval> approvals,
    List<Filing> filings) {

  /** 险种. */
  public enum Scheme {
    /** 职工基本医疗保险. */
    EMPLOYEE,
    /** 城乡居民基本医疗保险. */
    RESIDENT
  }

  /** 在职 or 退休. */
  public enum Employment {
    ACTIVE,
    RETIRED,
    /** Residents. */
    NONE
  }

  /** Groups that a scheme treats apart. */
  public enum Group {
    GENERAL,
    STUDENT,
    NEWBORN,
    /** 离休干部; their employment is RETIRED. */
    RETIRED_CADRE,
    /** 灵活就业人员. */
    FLEXIBLE
  }

  /** 医疗救助对象类别. */
  public enum Assistance {
    NONE,
    /** 特困人员. */
    EXTREME_POVERTY,
    /** 孤儿. */
    ORPHAN,
    /** 低保对象. */
    MINIMUM_LIVING,
    /** 低保边缘, 低收入. */
    LOW_INCOME,
    /** 建档立卡, 返贫致贫. */
    POVERTY_REGISTERED,
    /** 重度残疾. */
    SEVERELY_DISABLED,
    /** 优抚对象. */
    PREFERENTIAL
  }

  /** For the whole of time, never frozen. */
  public static final List<Period> ALWAYS = List.of(new Period(LocalDate.MIN, null, false));

  public Member {
    if ((scheme == Scheme.RESIDENT) != (employment == Employment.NONE)) {
      throw new IllegalArgumentException("residents, and only they, have no employment");
    }
    enrolled = List.copyOf(enrolled);
    approvals = List.copyOf(approvals);
    filings = List.copyOf(filings);
  }

  /** Nothing special about them, and enrolled for ever. */
  public Member(Scheme scheme, Employment employment, int age, List<Approval> approvals) {
    this(scheme, employment, age, Standing.PLAIN, ALWAYS, approvals, List.of());
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

  /** How many different diseases are approved for this kind of visit on the day. */
  int approvedDiseases(Bill bill) {
    if (approvals.isEmpty()) {
      return 0; // Nearly everybody, and a stream costs more than the question.
    }
    return (int)
        approvals.stream()
            .filter(approval -> approval.type() == bill.type() && approval.isOn(bill.date()))
            .map(Approval::disease)
            .distinct()
            .count();
  }

  /**
   * A period of being insured.
   *
   * @param until the last day; null: it has not ended
   * @param frozen benefits are suspended (封锁)
   */
  public record Period(LocalDate from, @Nullable LocalDate until, boolean frozen) {

    boolean isOn(LocalDate day) {
      return covers(from, until, day);
    }
  }

  /**
   * An approval on file, as ST035 lists it.
   *
   * @param until the last day
   */
  public record Approval(MedicalType type, String disease, LocalDate from, LocalDate until) {

    boolean allows(Bill bill) {
      return type == bill.type() && disease.equals(bill.disease()) && isOn(bill.date());
    }

    boolean isOn(LocalDate day) {
      return covers(from, until, day);
    }
  }

  /**
   * A filing for treatment elsewhere (异地就医备案).
   *
   * @param kind RESIDING, REFERRED or EMERGENCY
   * @param until the last day; null: until it is withdrawn
   * @param place the first digits of the districts it is for; empty: everywhere
   */
  public record Filing(Treated kind, LocalDate from, @Nullable LocalDate until, String place)
      implements Comparable<Filing> {
    private static final Comparator<Filing> WHICH_COUNTS =
        Comparator.comparingInt((Filing filing) -> -filing.place.length())
            .thenComparing(Filing::kind);

    public Filing {
      if (kind == Treated.LOCAL || kind == Treated.UNFILED) {
        throw new IllegalArgumentException("nothing is filed for " + kind);
      }
    }

    /** The one that counts first. */
    @Override
    public int compareTo(Filing other) {
      return WHICH_COUNTS.compare(this, other);
    }

    boolean allows(Bill bill) {
      String where = bill.place();
      return where != null && where.startsWith(place) && covers(from, until, bill.date());
    }
  }

  private static boolean covers(LocalDate from, @Nullable LocalDate until, LocalDate day) {
    return !day.isBefore(from) && (until == null || !day.isAfter(until));
  }
}
