package org.yima.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yima.settlement.Adjustment;
import org.yima.settlement.Amount;
import org.yima.settlement.Anew;
import org.yima.settlement.Ceiling;
import org.yima.settlement.Condition;
import org.yima.settlement.Counter;
import org.yima.settlement.Dimension;
import org.yima.settlement.Figure;
import org.yima.settlement.FundTerms;
import org.yima.settlement.Ratio;
import org.yima.settlement.Step;

/** Reads what several kinds of steps have in common: deductibles, bands, ceilings, adjustments. */
final class TermsReader {

  /** The keys of fund terms; a step adds its own. */
  static final Set<String> KEYS = Set.of("pool", "counts", "running", "pays", "adjust", "ceilings");

  private static final List<Adjustment.How> FOR_RATIOS = Adjustment.How.forRatios();
  private static final List<Adjustment.How> FOR_AMOUNTS = Adjustment.How.forAmounts();

  private final FigureReader figures;
  private final List<Condition> covered;

  /**
   * @param covered where the step that is read is taken
   */
  TermsReader(FigureReader figures, List<Condition> covered) {
    this.figures = figures;
    this.covered = covered;
  }

  /** The same under a further condition. */
  TermsReader where(Condition condition) {
    List<Condition> both = new ArrayList<>(covered);
    both.add(condition);
    return new TermsReader(figures, both);
  }

  /** For whom, among those for whom the step is taken. */
  Condition condition(@Nullable Entry where) {
    return figures.condition(where, covered);
  }

  Dated<Figure<Amount>> amount(Entry entry) {
    return figures.amount(entry, covered);
  }

  Dated<Figure<Ratio>> ratio(Entry entry) {
    return figures.ratio(entry, covered);
  }

  Dated<FundTerms> fund(Entry.Keys keys) {
    String pool = pool(keys.need("pool"));
    var counts = keys.oneOf("counts", FundTerms.Counts.class, FundTerms.Counts.ABOVE_DEDUCTIBLE);
    Anew running = keys.oneOf("running", Anew.class, Anew.EACH_YEAR);
    var pays = figures.bands(keys.need("pays"), covered, counts);
    var adjust = adjustments(keys, FOR_RATIOS);
    var ceilings = keys.items("ceilings").stream().map(this::ceiling).toList();
    return day ->
        new FundTerms(pool, counts, running, pays.on(day), on(adjust, day), on(ceilings, day));
  }

  Dated<Step.Deductible> deductible(Entry body, @Nullable String defaultPool) {
    var keys = body.keys("pool", "due", "amount", "adjust");
    Entry named = keys.find("pool");
    String pool = named == null && defaultPool != null ? defaultPool : pool(keys.need("pool"));
    Anew due = keys.need("due").oneOf(Anew.class);
    var amount = amount(keys.need("amount"));
    var adjust = adjustments(keys, FOR_AMOUNTS);
    return day -> new Step.Deductible(pool, due, amount.on(day), on(adjust, day));
  }

  private Dated<Ceiling> ceiling(Entry entry) {
    var keys = entry.keys("on", "pool", "reach", "per", "amount", "adjust");
    var on = keys.oneOf("on", Ceiling.On.class, Ceiling.On.FUND);
    String pool = pool(keys.need("pool"));
    var reach = keys.oneOf("reach", Ceiling.Reach.class, Ceiling.Reach.WHOLE_POOL);
    var per = keys.oneOf("per", Ceiling.Per.class, Ceiling.Per.YEAR);
    if (reach == Ceiling.Reach.EACH_DISEASE) {
      checkEachDisease(entry, keys.need("pool"), pool);
    }
    var amount = amount(keys.need("amount"));
    var adjust = adjustments(keys, FOR_AMOUNTS);
    return day -> new Ceiling(on, pool, reach, per, amount.on(day), on(adjust, day));
  }

  /** Each group is counted in a pool of its own, which must not turn out nameless in a visit. */
  private void checkEachDisease(Entry entry, Entry named, String pool) {
    boolean bounded = covered.stream().anyMatch(each -> each.tests(Dimension.DISEASE));
    if (!bounded) {
      throw entry.fail(
          "按病种限额（each-disease）要求待遇的 where 列出 disease",
          "a limit for each-disease needs 'disease' in the benefit's 'where'");
    }
    for (Object group : new TreeSet<>(figures.conditions().domain(Dimension.DISEASE))) {
      if (!isPool(pool + "/" + group)) {
        throw named.fail(
            "病种“%s”不能按病种累计：“%s/%s”须不超过 60 个字，只含字母、数字、“-”“_”“/”".formatted(group, pool, group),
            "disease '%s' cannot be counted: '%s/%s' needs up to 60 letters, digits, '-', '_' or '/'"
                .formatted(group, pool, group));
      }
    }
  }

  private List<Dated<Adjustment>> adjustments(Entry.Keys keys, List<Adjustment.How> allowed) {
    var adjustments = new ArrayList<Dated<Adjustment>>();
    for (Entry entry : keys.items("adjust")) {
      adjustments.add(adjustment(entry, allowed));
    }
    return adjustments;
  }

  private Dated<Adjustment> adjustment(Entry entry, List<Adjustment.How> allowed) {
    var known = new ArrayList<>(List.of("name", "where"));
    allowed.forEach(how -> known.add(Words.of(how)));
    var keys = entry.keys(known.toArray(String[]::new));
    List<Adjustment.How> given = allowed.stream().filter(h -> keys.has(Words.of(h))).toList();
    if (given.size() != 1) {
      String choice = String.join(", ", allowed.stream().map(Words::of).toList());
      throw entry.fail("每项调整写且只写其中之一：" + choice, "an adjustment has exactly one of: " + choice);
    }
    String name = keys.need("name").text();
    Condition where = condition(keys.find("where"));
    var how = given.getFirst();
    TermsReader here = where(where);
    Entry by = keys.need(Words.of(how));
    if (how.isByAmount()) {
      var amount = here.amount(by);
      return day -> new Adjustment(name, where, how, null, amount.on(day));
    }
    var ratio = here.ratio(by);
    return day -> new Adjustment(name, where, how, ratio.on(day));
  }

  static String pool(Entry entry) {
    if (!isPool(entry.text())) {
      throw entry.fail(
          "统计口径（pool）的名称最多 60 个字，只含字母、数字、“-”“_”“/”",
          "a pool is named by up to 60 letters, digits, '-', '_' or '/'");
    }
    return entry.text();
  }

  private static boolean isPool(String name) {
    try {
      return name.length() <= 60 && new Counter(Counter.Kind.COST, name).pool().equals(name);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static <T> List<T> on(List<Dated<T>> dated, LocalDate day) {
    return dated.stream().map(each -> each.on(day)).toList();
  }
}
