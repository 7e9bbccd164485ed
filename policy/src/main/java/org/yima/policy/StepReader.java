package org.yima.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.yima.settlement.Counter;
import org.yima.settlement.Coverage;
import org.yima.settlement.Figure;
import org.yima.settlement.Money;
import org.yima.settlement.Share;
import org.yima.settlement.Step;

/** Reads the steps of one benefit. A step is a name, or a name with its figures under it. */
final class StepReader {

  /** The closed set, in the order in which steps may stand. */
  static final String ORDER =
      "classify-lines, deductible, basic-fund, patient-bears, from-account, in-cash";

  private static final List<Share> BORNE = List.of(Share.BAND_SELF_PAY, Share.OVER_LIMIT);

  private final FigureReader figures;
  private final Coverage coverage;

  StepReader(FigureReader figures, Coverage coverage) {
    this.figures = figures;
    this.coverage = coverage;
  }

  Dated<? extends Step> read(Entry step) {
    return step.isText() ? plain(step) : withFigures(step);
  }

  private static Dated<? extends Step> plain(Entry step) {
    return switch (step.text()) {
      case "classify-lines" -> day -> new Step.ClassifyLines();
      case "from-account" -> day -> new Step.FromAccount();
      case "in-cash" -> day -> new Step.InCash();
      default -> throw unknown(step, step.text());
    };
  }

  private Dated<? extends Step> withFigures(Entry step) {
    Map<String, Entry> entries = step.entries();
    if (entries.size() != 1) {
      throw step.fail("每一步只写一个名称", "write one step under each '-'");
    }
    Entry body = entries.values().iterator().next();
    return switch (body.key()) {
      case "deductible" -> deductible(body);
      case "basic-fund" -> basicFund(body);
      case "patient-bears" -> patientBears(body);
      default -> throw unknown(body, body.key());
    };
  }

  private static PolicyException unknown(Entry at, String name) {
    return at.fail(
        "不认识的步骤“" + name + "”；可用的步骤：" + ORDER, "unknown step '" + name + "'; known: " + ORDER);
  }

  private Dated<Step.Deductible> deductible(Entry body) {
    var keys = body.keys("pool", "due", "amount");
    String pool = pool(keys.need("pool"));
    var due = keys.need("due").oneOf(Step.Deductible.Due.class);
    var amount = figures.money(keys.need("amount"), coverage.where());
    return day -> new Step.Deductible(pool, due, amount.on(day));
  }

  private Dated<Step.BasicFund> basicFund(Entry body) {
    var keys = body.keys("pool", "counts", "pays", "ceilings");
    String pool = pool(keys.need("pool"));
    var counts = keys.need("counts").oneOf(Step.BasicFund.Counts.class);
    var pays = figures.bands(keys.need("pays"), coverage.where());
    var ceilings = new ArrayList<Dated<Step.Ceiling>>();
    for (Entry ceiling : keys.items("ceilings")) {
      ceilings.add(ceiling(ceiling));
    }
    return day ->
        new Step.BasicFund(
            pool, counts, pays.on(day), ceilings.stream().map(c -> c.on(day)).toList());
  }

  private Dated<Step.Ceiling> ceiling(Entry entry) {
    var keys = entry.keys("pool", "reach", "amount");
    String pool = pool(keys.need("pool"));
    var reach = keys.need("reach").oneOf(Step.Ceiling.Reach.class);
    if (reach == Step.Ceiling.Reach.EACH_DISEASE && coverage.diseases().isEmpty()) {
      throw entry.fail(
          "按病种限额（each-disease）要求待遇列出 diseases",
          "a limit for each-disease needs 'diseases' in the benefit");
    }
    if (reach == Step.Ceiling.Reach.EACH_DISEASE) {
      checkPoolOfEachDisease(keys.need("pool"), pool);
    }
    Dated<Figure<Money>> amount = figures.money(keys.need("amount"), coverage.where());
    return day -> new Step.Ceiling(pool, reach, amount.on(day));
  }

  /** Each category is counted in a pool of its own, which must not turn out nameless in a visit. */
  private void checkPoolOfEachDisease(Entry entry, String pool) {
    for (String category : new TreeSet<>(coverage.diseases().values())) {
      if (!isPool(pool + "/" + category)) {
        throw entry.fail(
            "病种“"
                + category
                + "”不能按病种累计：“"
                + pool
                + "/"
                + category
                + "”须不超过 60 个字，只含字母、数字、“-”“_”“/”",
            "disease '%s' cannot be counted: '%s/%s' needs up to 60 letters, digits, '-', '_' or '/'"
                .formatted(category, pool, category));
      }
    }
  }

  private static Dated<Step.PatientBears> patientBears(Entry body) {
    Share as = body.oneOf(BORNE, Words::of);
    return day -> new Step.PatientBears(as);
  }

  private static String pool(Entry entry) {
    if (!isPool(entry.text())) {
      throw entry.fail(
          "统计口径（pool）的名称最多 60 个字，只含字母、数字、“-”“_”“/”",
          "a pool is named by up to 60 letters, digits, '-', '_' or '/'");
    }
    return entry.text();
  }

  private static boolean isPool(String name) {
    try {
      return new Counter(Counter.Kind.COST, name).pool().equals(name);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
