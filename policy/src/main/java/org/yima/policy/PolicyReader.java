package org.yima.policy;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yima.settlement.Benefit;
import org.yima.settlement.Condition;
import org.yima.settlement.Coverage;
import org.yima.settlement.MedicalType;
import org.yima.settlement.Member;
import org.yima.settlement.Policy;
import org.yima.settlement.Step;

/** Reads one policy file: the same rules as they stand on each day on which a figure changes. */
final class PolicyReader {

  private final LocalDate starts;
  private final Member.Scheme scheme;
  private final FigureReader figures;

  private PolicyReader(LocalDate starts, Member.Scheme scheme) {
    this.starts = starts;
    this.scheme = scheme;
    this.figures = new FigureReader(starts, scheme);
  }

  /** By the day from which each holds; never empty. */
  static NavigableMap<LocalDate, Policy> read(SourceFile file) {
    var keys =
        Yaml.read(file)
            .keys("name", "district", "scheme", "from", "year-starts", "note", "benefits");
    LocalDate from = keys.need("from").date();
    var reader = new PolicyReader(from, keys.need("scheme").oneOf(Member.Scheme.class));
    return reader.policies(keys);
  }

  private NavigableMap<LocalDate, Policy> policies(Entry.Keys keys) {
    String name = keys.need("name").text();
    String district = district(keys.need("district"));
    MonthDay yearStarts = yearStarts(keys.find("year-starts"));
    var benefits = new ArrayList<Dated<Benefit>>();
    for (Entry benefit : keys.need("benefits").list()) {
      benefits.add(benefit(benefit));
    }
    NavigableMap<LocalDate, Policy> policies = new TreeMap<>();
    for (LocalDate day : figures.changes()) {
      var onThatDay = benefits.stream().map(benefit -> benefit.on(day)).toList();
      policies.put(day, new Policy(name, district, scheme, yearStarts, onThatDay));
    }
    return policies;
  }

  static String district(Entry entry) {
    if (!entry.text().matches("[0-9]{6}")) {
      throw entry.fail("统筹区是六位数字", "a district is six digits");
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
      throw entry.fail("年度起始日请写成 01-01", "write the first day of the benefit year as 01-01");
    }
  }

  private Dated<Benefit> benefit(Entry entry) {
    var keys = entry.keys("name", "types", "where", "diseases", "steps");
    String name = keys.need("name").text();
    Coverage coverage = coverage(keys);
    var steps = new ArrayList<Dated<? extends Step>>();
    var stepReader = new StepReader(figures, coverage);
    for (Entry step : keys.need("steps").list()) {
      steps.add(stepReader.read(step));
    }
    Dated<Benefit> benefit =
        day -> new Benefit(name, coverage, steps.stream().<Step>map(s -> s.on(day)).toList());
    try {
      var _ = benefit.on(starts);
    } catch (IllegalArgumentException e) {
      throw keys.need("steps")
          .fail(
              "步骤不全或顺序不对；顺序为 " + StepReader.ORDER,
              "the steps are incomplete or out of order (%s); the order is %s"
                  .formatted(e.getMessage(), StepReader.ORDER));
    }
    return benefit;
  }

  private Coverage coverage(Entry.Keys keys) {
    var types = new HashSet<MedicalType>();
    keys.need("types").list().forEach(type -> types.add(type.oneOf(MedicalType.class)));
    Entry where = keys.find("where");
    Condition condition =
        where == null
            ? Condition.ALWAYS
            : figures.condition(where.keys("level", "kind", "employment"));
    Entry diseases = keys.find("diseases");
    return new Coverage(types, condition, diseases == null ? Map.of() : diseases(diseases));
  }

  /** The file lists the codes of each category; the engine asks for the category of a code. */
  private static Map<String, String> diseases(Entry entry) {
    var categories = new HashMap<String, String>();
    entry
        .entries()
        .forEach((category, codes) -> {
          for (Entry code : codes.list()) {
            if (categories.put(code.text(), category) != null) {
              throw code.fail(
                  "病种编码“" + code.text() + "”出现了两次",
                  "disease code '" + code.text() + "' is listed twice");
            }
          }
        });
    return categories;
  }
}
