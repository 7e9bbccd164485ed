package org.yima.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yima.settlement.Amount;
import org.yima.settlement.Bands;
import org.yima.settlement.Citation;
import org.yima.settlement.Condition;
import org.yima.settlement.Figure;
import org.yima.settlement.FundTerms;
import org.yima.settlement.Ratio;

/**
 * Reads the dated figures of one file. A figure is a list of entries, each with {@code from},
 * {@code source}, and either {@code is} or {@code cases}; the entry with the latest {@code from}
 * holds.
 */
final class FigureReader {

  private final LocalDate policyStarts;
  private final ConditionReader conditions;
  private final Completeness completeness;
  private final TreeSet<LocalDate> changes = new TreeSet<>();

  FigureReader(LocalDate policyStarts, ConditionReader conditions) {
    this.policyStarts = policyStarts;
    this.conditions = conditions;
    this.completeness = new Completeness(conditions);
    changes.add(policyStarts);
  }

  /** The days on which any figure changes, and the day on which the policy starts. */
  Set<LocalDate> changes() {
    return changes;
  }

  /** Reads a condition that must be able to hold where all of these do. */
  Condition condition(@Nullable Entry where, List<Condition> covered) {
    Condition read = conditions.read(where);
    if (where != null) {
      List<Condition> all = new ArrayList<>(covered);
      all.add(read);
      completeness.checkPossible(where, all);
    }
    return read;
  }

  ConditionReader conditions() {
    return conditions;
  }

  Dated<Figure<Amount>> amount(Entry figure, List<Condition> covered) {
    return figure(figure, covered, ValueReader::amount, "300");
  }

  Dated<Figure<Bands>> bands(Entry figure, List<Condition> covered, FundTerms.Counts counts) {
    return figure(figure, covered, value -> ValueReader.bands(value, counts), "65%");
  }

  Dated<Figure<Ratio>> ratio(Entry figure, List<Condition> covered) {
    return figure(figure, covered, Entry::ratio, "50%");
  }

  Dated<Figure<Integer>> months(Entry figure, List<Condition> covered) {
    return figure(figure, covered, ValueReader::months, "3");
  }

  /**
   * @param example of a value, for messages
   */
  private <T> Dated<Figure<T>> figure(
      Entry figure, List<Condition> covered, Function<Entry, T> value, String example) {
    NavigableMap<LocalDate, Figure<T>> byDate = new TreeMap<>();
    for (Entry dated : entries(figure, example)) {
      var keys = dated.keys("from", "source", "is", "cases");
      var citation = new Citation(keys.need("from").date(), keys.need("source").text());
      var read = new Figure<>(citation, cases(dated, keys, covered, value));
      if (byDate.put(citation.from(), read) != null) {
        throw dated.fail(
            "“" + figure.key() + "”有两条都自 " + citation.from() + " 起；请只留一条",
            "two entries of '" + figure.key() + "' hold from " + citation.from() + "; keep one");
      }
    }
    LocalDate first = byDate.firstKey();
    if (first.isAfter(policyStarts)) {
      throw figure.fail(
          "政策自 " + policyStarts + " 起，“" + figure.key() + "”却自 " + first + " 起；请补上此前的标准",
          "the policy holds from %s but '%s' only from %s; add the figure that held before"
              .formatted(policyStarts, figure.key(), first));
    }
    changes.addAll(byDate.tailMap(policyStarts, false).keySet());
    return day -> byDate.floorEntry(day).getValue();
  }

  /** The one list that newcomers leave out: a bare figure has no day and no source. */
  private static List<Entry> entries(Entry figure, String example) {
    if (!figure.isList() || figure.items().isEmpty()) {
      String form = "[{from: 2024-01-01, source: %s, is: %s}]";
      throw figure.fail(
          "“%s”应当是非空的列表；请写成 ".formatted(figure.key()) + form.formatted("文件", example),
          "'%s' should be a list that is not empty; write it as ".formatted(figure.key())
              + form.formatted("document", example));
    }
    return figure.list();
  }

  private <T> List<Figure.Case<T>> cases(
      Entry dated, Entry.Keys keys, List<Condition> covered, Function<Entry, T> value) {
    if (keys.has("is") == keys.has("cases")) {
      throw dated.fail(
          "请写“is”（一个标准）或“cases”（分级别、人员），二者取一",
          "give either 'is' (one value) or 'cases' (by level, employment)");
    }
    if (keys.has("is")) {
      return List.of(new Figure.Case<>(Condition.ALWAYS, value.apply(keys.need("is"))));
    }
    Set<String> known = new LinkedHashSet<>(ConditionReader.KEYS);
    known.add("is");
    var cases = new ArrayList<Figure.Case<T>>();
    List<Entry> entries = keys.need("cases").list();
    for (Entry one : entries) {
      var parts = one.keys(known.toArray(String[]::new));
      Condition where = conditions.condition(parts);
      if (where.tests().isEmpty() && cases.size() < entries.size() - 1) {
        throw one.fail(
            "只写“is”的一条概括其余情形，须放在最后", "a case that has only 'is' is for all others: put it last");
      }
      cases.add(new Figure.Case<>(where, value.apply(parts.need("is"))));
    }
    completeness.check(keys.need("cases"), cases, covered);
    return cases;
  }
}
