package org.yima.settlement;

import java.util.Set;

/**
 * For whom and where a figure or a benefit holds. An empty set leaves that side open.
 *
 * @param levels levels of the institution
 * @param kinds kinds of the institution
 * @param employments the member's employment
 */
public record Condition(
    Set<Hospital.Level> levels, Set<Hospital.Kind> kinds, Set<Member.Employment> employments) {

  public static final Condition ALWAYS = new Condition(Set.of(), Set.of(), Set.of());

  public Condition {
    levels = Set.copyOf(levels);
    kinds = Set.copyOf(kinds);
    employments = Set.copyOf(employments);
  }

  public boolean holds(Hospital hospital, Member.Employment employment) {
    return allows(levels, hospital.level())
        && allows(kinds, hospital.kind())
        && allows(employments, employment);
  }

  private static <T> boolean allows(Set<T> allowed, T value) {
    return allowed.isEmpty() || allowed.contains(value);
  }
}
