package org.yima.settlement;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What sets a person apart from others of the same scheme and employment.
 *
 * @param assistance why medical assistance may be due; the strongest reason where there are several
 * @param retiredOn the day of retirement; null: not retired, or not known, which rules take for
 *     later than every day that they name
 */
public record Standing(
    Member.Group group,
    Member.Assistance assistance,
    boolean civilServant,
    boolean specialCare,
    boolean enterprise,
    @Nullable LocalDate retiredOn) {

  public static final Standing PLAIN =
      new Standing(Member.Group.GENERAL, Member.Assistance.NONE, false, false, false, null);

  void describe(Map<Dimension, Object> facts) {
    facts.put(Dimension.GROUP, group);
    facts.put(Dimension.ASSISTANCE, assistance);
    facts.put(Dimension.CIVIL_SERVANT, civilServant);
    facts.put(Dimension.SPECIAL_CARE, specialCare);
    facts.put(Dimension.ENTERPRISE, enterprise);
    facts.put(Dimension.RETIRED_ON, retiredOn == null ? LocalDate.MAX : retiredOn);
  }
}
