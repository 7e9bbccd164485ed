package org.yima.settlement;

import java.util.List;

/**
 * One figure of a policy on a given day: a value, perhaps by level and employment, and its source.
 *
 * @param cases exactly one of them holds for every visit that the benefit covers
 */
public record Figure<T>(Citation citation, List<Case<T>> cases) {

  /** The value where the condition holds. */
  public record Case<T>(Condition where, T value) {}

  public Figure {
    cases = List.copyOf(cases);
  }

  /** The same value for everyone. */
  public static <T> Figure<T> of(T value, Citation citation) {
    return new Figure<>(citation, List.of(new Case<>(Condition.ALWAYS, value)));
  }

  T in(Visit visit) {
    for (Case<T> one : cases) {
      if (one.where().holds(visit.bill().hospital(), visit.member().employment())) {
        return one.value();
      }
    }
    throw new IllegalStateException("no value for " + visit.bill().hospital() + ": " + citation);
  }
}
