package org.yima.settlement;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * For whom, where and when a figure, a step or a benefit holds: every test must. What is not tested
 * is open.
 */
public record Condition(Map<Dimension, Test> tests) {

  public static final Condition ALWAYS = new Condition(Map.of());

  /** One dimension's test. */
  public sealed interface Test {

    boolean holds(@Nullable Object value);
  }

  /** One of these values. */
  public record OneOf(Set<?> values) implements Test {

    public OneOf {
      values = Set.copyOf(values);
      if (values.isEmpty()) {
        throw new IllegalArgumentException("a test that nothing meets");
      }
    }

    public static OneOf of(Object... values) {
      return new OneOf(Set.of(values));
    }

    @Override
    public boolean holds(@Nullable Object value) {
      return value != null && values.contains(value);
    }
  }

  /**
   * A whole number, both ends included.
   *
   * @param to null: no end
   */
  public record Between(int from, @Nullable Integer to) implements Test {

    public Between {
      if (to != null && to < from) {
        throw new IllegalArgumentException("from " + from + " to " + to);
      }
    }

    @Override
    public boolean holds(@Nullable Object value) {
      return value instanceof Integer number && number >= from && (to == null || number <= to);
    }
  }

  /**
   * A day, both ends included.
   *
   * @param from null: no beginning
   * @param until null: no end
   */
  public record Days(@Nullable LocalDate from, @Nullable LocalDate until) implements Test {

    @Override
    public boolean holds(@Nullable Object value) {
      return value instanceof LocalDate day
          && (from == null || !day.isBefore(from))
          && (until == null || !day.isAfter(until));
    }
  }

  public Condition {
    tests = tests.isEmpty() ? Map.of() : new EnumMap<>(tests);
  }

  /** A single test. */
  public static Condition of(Dimension dimension, Test test) {
    return new Condition(Map.of(dimension, test));
  }

  /** Both this and another test. */
  public Condition and(Dimension dimension, Test test) {
    Map<Dimension, Test> both = new EnumMap<>(Dimension.class);
    both.putAll(tests);
    if (both.put(dimension, test) != null) {
      throw new IllegalArgumentException("two tests of " + dimension);
    }
    return new Condition(both);
  }

  public boolean holds(Situation situation) {
    for (Map.Entry<Dimension, Test> test : tests.entrySet()) {
      if (!test.getValue().holds(situation.of(test.getKey()))) {
        return false;
      }
    }
    return true;
  }

  public boolean tests(Dimension dimension) {
    return tests.containsKey(dimension);
  }
}
