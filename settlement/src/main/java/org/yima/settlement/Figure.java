package org.yima.settlement;

import java.util.List;

/**
 * One figure of a policy on a given day: a value, perhaps by level, employment and more, and its
 * source.
 *
 * @param cases exactly one of them holds in every situation that the figure is asked for
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

  T in(Claim claim) {
    return in(claim.situation());
  }

  T in(Situation situation) {
    for (Case<T> one : cases) {
      if (one.where().holds(situation)) {
        return one.value();
      }
    }
    throw new IllegalStateException("no value for " + situation + ": " + citation);
  }
}
