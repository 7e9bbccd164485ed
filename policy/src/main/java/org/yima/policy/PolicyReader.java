package org.yima.policy;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yima.settlement.Benefit;
import org.yima.settlement.Condition;
import org.yima.settlement.Dimension;
import org.yima.settlement.MedicalType;
import org.yima.settlement.Member;
import org.yima.settlement.Policy;
import org.yima.settlement.Stays;
import org.yima.settlement.StaysBy;
import org.yima.settlement.Step;
import org.yima.settlement.Waiting;

/** Reads one policy file: the same rules as they stand on each day on which a figure changes. */
final class PolicyReader {

  private static final List<Dimension> ORDINALS =
      List.of(Dimension.VISIT, Dimension.VISIT_HERE, Dimension.VISIT_HERE_FOR_DISEASE);

  private final LocalDate starts;
  private final FigureReader figures;
  private final Map<String, String> diseases;

  private PolicyReader(LocalDate starts, Member.Scheme scheme, Map<String, String> diseases) {
    this.starts = starts;
    this.diseases = diseases;
    var conditions = new ConditionReader(scheme, new TreeSet<>(diseases.values()));
    this.figures = new FigureReader(starts, conditions);
  }

  /** By the day from which each holds; never empty. */
  static NavigableMap<LocalDate, Policy> read(SourceFile file) {
    Entry root = Yaml.read(file);
    if (root.entries().containsKey("cases") && !root.entries().containsKey("benefits")) {
      throw root.fail(
          "这是算例文件，不是政策；请把它放进旁边的 cases 文件夹",
          "this is a case file, not a policy: it belongs into the folder 'cases' beside the policy");
    }
    var keys =
        root.keys(
            "name",
            "district",
            "scheme",
            "from",
            "year-starts",
            "stays-by",
            "admissions-at-once",
            "note",
            "diseases",
            "waiting",
            "benefits");
    LocalDate from = keys.need("from").date();
    Member.Scheme scheme = keys.need("scheme").oneOf(Member.Scheme.class);
    Entry groups = keys.find("diseases");
    var reader = new PolicyReader(from, scheme, groups == null ? Map.of() : diseases(groups));
    return reader.policies(keys, scheme);
  }

  private NavigableMap<LocalDate, Policy> policies(Entry.Keys keys, Member.Scheme scheme) {
    String name = keys.need("name").text();
    String district = district(keys.need("district"));
    MonthDay yearStarts = yearStarts(keys.find("year-starts"));
    Stays stays = stays(keys);
    Entry wait = keys.find("waiting");
    @Nullable Dated<Waiting> waiting = wait == null ? null : waiting(wait);
    List<Dated<Benefit>> benefits = keys.need("benefits").each(this::benefit);
    NavigableMap<LocalDate, Policy> policies = new TreeMap<>();
    for (LocalDate day : figures.changes()) {
      var onThatDay = benefits.stream().map(benefit -> benefit.on(day)).toList();
      @Nullable Waiting stands = waiting == null ? null : waiting.on(day);
      policies.put(
          day, new Policy(name, district, scheme, yearStarts, stays, diseases, stands, onThatDay));
    }
    return policies;
  }

  static String district(Entry entry) {
    if (!entry.text().matches("[0-9]{6}")) {
      throw entry.bad("统筹区是六位数字", "a district is six digits");
    }
    return entry.text();
  }

  private static MonthDay yearStarts(@Nullable Entry entry) {
    if (entry == null) {
      return MonthDay.of(1, 1);
    }
    try {
      return MonthDay.parse("--" + entry.text());
    } catch (DateTimeParseException e) {
      throw entry.bad("年度起始日请写成 01-01", "write the first day of the benefit year as 01-01");
    }
  }

  private static Stays stays(Entry.Keys keys) {
    StaysBy by = keys.oneOf("stays-by", StaysBy.class, Stays.USUAL.by());
    Entry atOnce = keys.find("admissions-at-once");
    return new Stays(by, atOnce == null ? Stays.USUAL.atOnce() : atOnce(atOnce));
  }

  private static int atOnce(Entry entry) {
    if (!entry.text().matches("[1-9]")) {
      throw entry.bad("同时在院的登记数是 1 到 9 的整数", "admissions at once are a number from 1 to 9");
    }
    return Integer.parseInt(entry.text());
  }

  private Dated<Waiting> waiting(Entry entry) {
    var keys = entry.keys("months", "gap");
    var months = figures.months(keys.need("months"), List.of());
    var gap = figures.months(keys.need("gap"), List.of());
    return day -> new Waiting(months.on(day), gap.on(day));
  }

  private Dated<Benefit> benefit(Entry entry) {
    var keys = entry.keys("name", "types", "where", "in-waiting", "visits", "steps");
    String name = keys.need("name").text();
    Condition covers = covers(keys);
    Entry counted = keys.find("visits");
    @Nullable String visits = counted == null ? null : TermsReader.pool(counted);
    var stepReader = new StepReader(figures, covers);
    List<Dated<? extends Step>> steps = keys.need("steps").each(stepReader::read);
    if (visits == null) {
      checkNotCounted(keys.need("steps"));
    }
    return checked(
        keys, day -> new Benefit(name, covers, keys.yes("in-waiting"), visits, on(steps, day)));
  }

  private Dated<Benefit> checked(Entry.Keys keys, Dated<Benefit> benefit) {
    try {
      var _ = benefit.on(starts);
    } catch (IllegalArgumentException e) {
      throw keys.need("steps")
          .fail(
              "步骤不全或顺序不对（%s）；顺序为 %s"
                  .formatted(chinese(String.valueOf(e.getMessage())), StepReader.ORDER),
              "the steps are incomplete or out of order (%s); the order is %s"
                  .formatted(e.getMessage(), StepReader.ORDER));
    }
    return benefit;
  }

  /** What {@link Benefit} says is wrong with the order, in which it names the step. */
  private static String chinese(String reason) {
    return reason
        .replaceFirst("^(\\S+) comes too late$", "$1 排得太后")
        .replaceFirst("^there is exactly one (.+)$", "须有且只有一个 $1")
        .replace(" or ", " 或 ");
  }

  private static List<Step> on(List<Dated<? extends Step>> steps, LocalDate day) {
    return steps.stream().<Step>map(step -> step.on(day)).toList();
  }

  /** A condition on the number of the visit holds for nobody where visits are not counted. */
  private static void checkNotCounted(Entry steps) {
    for (Dimension ordinal : ORDINALS) {
      if (steps.mentions(Words.of(ordinal))) {
        throw steps.fail(
            "条件“" + Words.of(ordinal) + "”要求待遇写明 visits（按什么口径计次）",
            "a condition on '" + Words.of(ordinal) + "' needs 'visits' in the benefit");
      }
    }
  }

  private Condition covers(Entry.Keys keys) {
    Set<Object> types = new HashSet<>();
    keys.need("types").list().forEach(type -> types.add(type.oneOf(MedicalType.class)));
    Entry where = keys.find("where");
    Condition condition = figures.conditions().read(where);
    for (Dimension dimension : condition.tests().keySet()) {
      if (where != null && (dimension == Dimension.TYPE || ORDINALS.contains(dimension))) {
        throw where.fail(
            "待遇的适用范围不能按“" + Words.of(dimension) + "”写",
            "whom a benefit is for cannot depend on '" + Words.of(dimension) + "'");
      }
    }
    return condition.and(Dimension.TYPE, new Condition.OneOf(types));
  }

  /** The file lists the codes of each group; the engine asks for the group of a code. */
  private static Map<String, String> diseases(Entry entry) {
    var groups = new HashMap<String, String>();
    entry
        .entries()
        .forEach((group, codes) -> {
          for (Entry code : codes.list()) {
            if (groups.put(code.text(), group) != null) {
              throw code.fail(
                  "病种编码“" + code.text() + "”出现了两次",
                  "disease code '" + code.text() + "' is listed twice");
            }
          }
        });
    return groups;
  }
}
