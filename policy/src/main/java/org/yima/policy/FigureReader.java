package org.yima.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yima.settlement.Bands;
import org.yima.settlement.Citation;
import org.yima.settlement.Condition;
import org.yima.settlement.Figure;
import org.yima.settlement.Hospital;
import org.yima.settlement.Member;
import org.yima.settlement.Money;

/**
 * Reads the dated figures of one file. A figure is a list of entries, each with {@code from},
 * {@code source}, and either {@code is} or {@code cases}; the entry with the latest {@code from}
 * holds.
 */
final class FigureReader {

  private final LocalDate policyStarts;
  private final Member.Scheme scheme;
  private final TreeSet<LocalDate> changes = new TreeSet<>();

  FigureReader(LocalDate policyStarts, Member.Scheme scheme) {
    this.policyStarts = policyStarts;
    this.scheme = scheme;
    changes.add(policyStarts);
  }

  /** The days on which any figure changes, and the day on which the policy starts. */
  Set<LocalDate> changes() {
    return changes;
  }

  Dated<Figure<Money>> money(Entry figure, Condition covered) {
    return figure(figure, covered, Entry::money);
  }

  Dated<Figure<Bands>> bands(Entry figure, Condition covered) {
    return figure(figure, covered, FigureReader::bands);
  }

  private <T> Dated<Figure<T>> figure(Entry figure, Condition covered, Function<Entry, T> value) {
    NavigableMap<LocalDate, Figure<T>> byDate = new TreeMap<>();
    for (Entry dated : figure.list()) {
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

  private <T> List<Figure.Case<T>> cases(
      Entry dated, Entry.Keys keys, Condition covered, Function<Entry, T> value) {
    if (keys.has("is") == keys.has("cases")) {
      throw dated.fail(
          "请写“is”（一个标准）或“cases”（分级别、人员），二者取一",
          "give either 'is' (one value) or 'cases' (by level, employment)");
    }
    if (keys.has("is")) {
      return List.of(new Figure.Case<>(Condition.ALWAYS, value.apply(keys.need("is"))));
    }
    var cases = new ArrayList<Figure.Case<T>>();
    for (Entry one : keys.need("cases").list()) {
      var parts = one.keys("level", "kind", "employment", "is");
      cases.add(new Figure.Case<>(condition(parts), value.apply(parts.need("is"))));
    }
    checkComplete(keys.need("cases"), cases, covered);
    return cases;
  }

  /** Employments that the scheme does not have would make a condition that holds for nobody. */
  Condition condition(Entry.Keys keys) {
    Set<Hospital.Level> levels = new HashSet<>();
    Set<Hospital.Kind> kinds = new HashSet<>();
    Set<Member.Employment> employments = new HashSet<>();
    keys.choices("level").forEach(e -> levels.add(e.oneOf(Words.LEVELS, Words::level)));
    keys.choices("kind").forEach(e -> kinds.add(e.oneOf(Hospital.Kind.class)));
    keys.choices("employment").forEach(e -> employments.add(e.oneOf(employments(), Words::of)));
    return new Condition(levels, kinds, employments);
  }

  /** Exactly one case for everyone whom the benefit covers: no gap, no overlap. */
  private <T> void checkComplete(Entry cases, List<Figure.Case<T>> read, Condition covered) {
    for (Hospital.Level level : Hospital.Level.values()) {
      for (Hospital.Kind kind : Hospital.Kind.values()) {
        for (Member.Employment employment : employments()) {
          var hospital = new Hospital(level, kind);
          if (covered.holds(hospital, employment)) {
            long held = read.stream().filter(c -> c.where().holds(hospital, employment)).count();
            checkOne(cases, held, hospital, employment);
          }
        }
      }
    }
  }

  private static void checkOne(
      Entry cases, long held, Hospital hospital, Member.Employment employment) {
    String who =
        "level %s, kind %s, employment %s"
            .formatted(
                Words.level(hospital.level()), Words.of(hospital.kind()), Words.of(employment));
    if (held == 0) {
      throw cases.fail(
          "没有规定此种情形的标准：" + who + "；请补上一条",
          "no case for " + who + "; add one, or narrow the benefit's 'where'");
    }
    if (held > 1) {
      throw cases.fail("此种情形有多条标准：" + who + "；请只留一条", held + " cases for " + who + "; keep one");
    }
  }

  private List<Member.Employment> employments() {
    return scheme == Member.Scheme.RESIDENT
        ? List.of(Member.Employment.NONE)
        : List.of(Member.Employment.ACTIVE, Member.Employment.RETIRED);
  }

  /** {@code 65%}, or a list of {@code {above, to, ratio}}. */
  private static Bands bands(Entry value) {
    if (value.isText()) {
      return Bands.flat(value.ratio());
    }
    var bands = new ArrayList<Bands.Band>();
    @Nullable Money end = Money.ZERO;
    for (Entry one : value.list()) {
      var keys = one.keys("above", "to", "ratio");
      var from = keys.need("above").money();
      checkAdjoins(one, from, end);
      Entry to = keys.find("to");
      end = to == null ? null : to.money();
      if (end != null && end.compareTo(from) <= 0) {
        throw one.fail("这一段的上限不高于下限；请更正", "the band ends at or below its start; correct it");
      }
      bands.add(new Bands.Band(from, end, keys.need("ratio").ratio()));
    }
    return new Bands(bands);
  }

  private static void checkAdjoins(Entry band, Money from, @Nullable Money end) {
    if (end == null) {
      throw band.fail("前一段没有上限，后面不能再有一段", "the band before has no end, so none can follow it");
    }
    int gap = from.compareTo(end);
    if (gap > 0) {
      throw band.fail(
          "两段之间有空档：" + end + " 至 " + from + "；各段应当首尾相接",
          "a gap between the bands: "
              + end
              + " to "
              + from
              + "; let each begin where the last ends");
    }
    if (gap < 0) {
      throw band.fail(
          "两段重叠：" + from + " 至 " + end + "；各段应当首尾相接",
          "bands overlap: " + from + " to " + end + "; let each begin where the last ends");
    }
  }
}
