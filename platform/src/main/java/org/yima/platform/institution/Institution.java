package org.yima.platform.institution;

import java.util.List;
import org.yima.settlement.Hospital;

/**
 * A designated hospital or pharmacy (定点医药机构).
 *
 * @param code 定点医药机构代码
 * @param merchantCode 商户代码; one institution has one
 * @param pool the district (统筹区) that pays it
 * @param level 0 for ungraded (community clinics, pharmacies), else 1 to 3
 * @param care what it is for, as the benefit rules tell places apart
 * @param tier whose institution it is
 * @param callbacks what {@code backurl} may begin with; none for those who pull
 * @param separator of its statements' columns
 */
public record Institution(
    String code,
    String merchantCode,
    District pool,
    String name,
    Kind kind,
    int level,
    Hospital.Kind care,
    Hospital.Tier tier,
    List<String> callbacks,
    char separator) {

  /** What may separate columns: nothing that occurs in the value of one. */
  public static final String SEPARATORS = "|,;!~^$\t";

  private static final char USUAL_SEPARATOR = '|';

  public Institution {
    if (SEPARATORS.indexOf(separator) < 0 || code.indexOf(separator) >= 0) {
      throw new IllegalArgumentException(
          "对账文件分隔符可能出现在列值中 this separator may occur in a value: U+%04X".formatted((int) separator));
    }
  }

  /** An institution with the usual statement. */
  public Institution(
      String code,
      String merchantCode,
      District pool,
      String name,
      Kind kind,
      int level,
      Hospital.Kind care,
      Hospital.Tier tier,
      List<String> callbacks) {
    this(code, merchantCode, pool, name, kind, level, care, tier, callbacks, USUAL_SEPARATOR);
  }

  /** What kind of place it is; decides which order types it may send. */
  public enum Kind {
    HOSPITAL,
    PHARMACY
  }

  /** Whether {@code backurl} is registered; blank is for those who pull their events. */
  public boolean mayCall(String backurl) {
    return backurl.isEmpty() || callbacks.stream().anyMatch(known -> isBelow(known, backurl));
  }

  /** Below, not merely beginning with: {@code https://his} does not stand for {@code his.evil}. */
  private static boolean isBelow(String known, String backurl) {
    String folder = known.endsWith("/") ? known : known + "/";
    return backurl.equals(known) || backurl.startsWith(folder);
  }

  /** The institution as the benefit engine sees it. */
  public Hospital asHospital() {
    Hospital.Level graded =
        switch (level) {
          case 1 -> Hospital.Level.ONE;
          case 2 -> Hospital.Level.TWO;
          case 3 -> Hospital.Level.THREE;
          default -> Hospital.Level.UNGRADED;
        };
    return new Hospital(code, graded, care, tier);
  }

  public String district() {
    return pool.code();
  }
}
