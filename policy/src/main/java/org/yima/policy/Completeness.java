package org.yima.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.yima.settlement.Condition;
import org.yima.settlement.Dimension;
import org.yima.settlement.Figure;
import org.yima.settlement.Situation;

/**
 * Whether a figure has one value in every situation in which it is asked for. All situations that
 * its conditions can tell apart are tried: of numbers and days only those beside an edge.
 */
final class Completeness {

  /** Far above what a readable table tells apart. */
  private static final int MAX_SITUATIONS = 500_000;

  private final ConditionReader conditions;

  Completeness(ConditionReader conditions) {
    this.conditions = conditions;
  }

  /**
   * Fails with the situation that has no value, or two.
   *
   * @param covered where the figure is asked for; all of them hold
   */
  <T> void check(Entry at, List<Figure.Case<T>> cases, List<Condition> covered) {
    List<Condition> all = new ArrayList<>(covered);
    cases.forEach(one -> all.add(one.where()));
    Map<Dimension, List<Object>> values = values(all);
    long count = values.values().stream().mapToLong(List::size).reduce(1, Math::multiplyExact);
    if (count > MAX_SITUATIONS) {
      throw at.fail("条件组合过多，请拆分为多个待遇", "too many combinations; split the benefit");
    }
    tryAll(at, cases, covered, new EnumMap<>(Dimension.class), new ArrayList<>(values.entrySet()));
  }

  /** Fails if no situation meets all of these. */
  void checkPossible(Entry at, List<Condition> all) {
    if (!anyHolds(all, new EnumMap<>(Dimension.class), List.copyOf(values(all).entrySet()))) {
      throw at.fail("在待遇的适用范围内，这个条件永远不成立", "under the benefit's 'where' this never holds");
    }
  }

  private static boolean anyHolds(
      List<Condition> all,
      Map<Dimension, Object> chosen,
      List<Map.Entry<Dimension, List<Object>>> open) {
    if (open.isEmpty()) {
      Situation situation = Situation.of(chosen);
      return all.stream().allMatch(condition -> condition.holds(situation));
    }
    var next = open.getFirst();
    for (Object value : next.getValue()) {
      chosen.put(next.getKey(), value);
      if (anyHolds(all, chosen, open.subList(1, open.size()))) {
        return true;
      }
    }
    return false;
  }

  private <T> void tryAll(
      Entry at,
      List<Figure.Case<T>> cases,
      List<Condition> covered,
      Map<Dimension, Object> chosen,
      List<Map.Entry<Dimension, List<Object>>> open) {
    if (open.isEmpty()) {
      Situation situation = Situation.of(chosen);
      if (covered.stream().allMatch(condition -> condition.holds(situation))) {
        checkOne(at, cases, situation, chosen);
      }
      return;
    }
    var next = open.getFirst();
    for (Object value : next.getValue()) {
      chosen.put(next.getKey(), value);
      tryAll(at, cases, covered, chosen, open.subList(1, open.size()));
    }
  }

  /** A last case without a condition is for all others and clashes with none. */
  private static <T> void checkOne(
      Entry at, List<Figure.Case<T>> cases, Situation situation, Map<Dimension, Object> chosen) {
    boolean others = cases.getLast().where().tests().isEmpty();
    var stated = others ? cases.subList(0, cases.size() - 1) : cases;
    long held = stated.stream().filter(one -> one.where().holds(situation)).count();
    if (held == 0 && !others) {
      throw at.fail(
          "没有规定此种情形的标准：" + describe(chosen) + "；请补上一条，或以只写 is 的一条概括其余",
          "no case for %s; add one, end with one that has only 'is', or narrow the benefit's 'where'"
              .formatted(describe(chosen)));
    }
    if (held > 1) {
      throw at.fail(
          "此种情形有多条标准：" + describe(chosen) + "；请只留一条",
          held + " cases for " + describe(chosen) + "; keep one");
    }
  }

  private static String describe(Map<Dimension, Object> chosen) {
    return chosen.entrySet().stream()
        .map(fact -> Words.of(fact.getKey()) + " " + ConditionReader.word(fact.getValue()))
        .collect(Collectors.joining(", "));
  }

  private Map<Dimension, List<Object>> values(List<Condition> all) {
    Map<Dimension, List<Object>> values = new EnumMap<>(Dimension.class);
    for (Dimension dimension : Dimension.values()) {
      List<Condition.Test> tests =
          all.stream()
              .filter(condition -> condition.tests(dimension))
              .map(condition -> condition.tests().get(dimension))
              .toList();
      if (!tests.isEmpty()) {
        List<Object> domain = conditions.domain(dimension);
        values.put(dimension, domain.isEmpty() ? edges(dimension, tests) : domain);
      }
    }
    return values;
  }

  private static List<Object> edges(Dimension dimension, List<Condition.Test> tests) {
    Set<Object> edges = new LinkedHashSet<>();
    if (dimension == Dimension.RETIRED_ON) {
      edges.addAll(days(tests));
    } else {
      edges.addAll(numbers(tests, dimension == Dimension.AGE ? 0 : 1));
    }
    return List.copyOf(edges);
  }

  private static Set<Integer> numbers(List<Condition.Test> tests, int least) {
    Set<Integer> edges = new TreeSet<>(Set.of(least));
    for (Condition.Test test : tests) {
      if (test instanceof Condition.Between between) {
        edges.add(Math.max(least, between.from() - 1));
        edges.add(between.from());
        Integer to = between.to();
        edges.add(to == null ? between.from() + 1 : to);
        edges.add(to == null ? between.from() + 1 : to + 1);
      }
    }
    edges.removeIf(edge -> edge < least);
    return edges;
  }

  private static Set<LocalDate> days(List<Condition.Test> tests) {
    Set<LocalDate> edges = new TreeSet<>(Set.of(LocalDate.MAX));
    for (Condition.Test test : tests) {
      if (test instanceof Condition.Days days) {
        LocalDate from = days.from();
        LocalDate until = days.until();
        if (from != null) {
          edges.add(from.minusDays(1));
          edges.add(from);
        }
        if (until != null) {
          edges.add(until);
          edges.add(until.plusDays(1));
        }
      }
    }
    return edges;
  }
}
