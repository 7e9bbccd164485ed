package org.yima.settlement;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that a rule may depend on, on the day of a visit. A dimension without a value meets no
 * condition on it.
 */
public final class Situation {

  /** The value of {@link Dimension#DISEASE} where the bill's disease is in no group. */
  public static final String NO_GROUP = "none";

  private final Map<Dimension, Object> facts;

  private Situation(Map<Dimension, Object> facts) {
    this.facts = facts;
  }

  /** These facts; used by who checks that a policy covers every situation. */
  public static Situation of(Map<Dimension, Object> facts) {
    Map<Dimension, Object> copy = new EnumMap<>(Dimension.class);
    copy.putAll(facts);
    return new Situation(copy);
  }

  /**
   * @param district six digits of the place of enrolment
   */
  static Situation of(
      Bill bill, Member member, MedicalType chargedAs, String diseaseGroup, String district) {
    Map<Dimension, Object> facts = new EnumMap<>(Dimension.class);
    facts.put(Dimension.LEVEL, bill.hospital().level());
    facts.put(Dimension.KIND, bill.hospital().kind());
    facts.put(Dimension.TIER, bill.hospital().tier());
    facts.put(Dimension.TREATED, Treated.of(bill, member));
    facts.put(Dimension.PROVINCE, Province.of(district, bill.place()));
    facts.put(Dimension.TYPE, chargedAs);
    facts.put(Dimension.DISEASE, diseaseGroup);
    facts.put(Dimension.EMPLOYMENT, member.employment());
    facts.put(Dimension.AGE, member.age());
    member.standing().describe(facts);
    return new Situation(facts);
  }

  /** The same with more numbers, such as how visits are counted. */
  Situation with(Map<Dimension, Integer> ordinals) {
    Map<Dimension, Object> more = new EnumMap<>(facts);
    more.putAll(ordinals);
    return new Situation(more);
  }

  public @Nullable Object of(Dimension dimension) {
    return facts.get(dimension);
  }

  @Override
  public String toString() {
    return facts.toString();
  }
}
