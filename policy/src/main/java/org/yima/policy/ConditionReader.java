package org.yima.policy;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yima.settlement.Condition;
import org.yima.settlement.Dimension;
import org.yima.settlement.Hospital;
import org.yima.settlement.MedicalType;
import org.yima.settlement.Member;
import org.yima.settlement.Province;
import org.yima.settlement.Situation;
import org.yima.settlement.Treated;

/** Reads for whom, where and when something holds: the keys are the {@link Dimension}s. */
final class ConditionReader {

  /** The keys of a condition, as files write them. */
  static final Set<String> KEYS = keys();

  private static final Pattern NUMBERS = Pattern.compile("([0-9]{1,3})(\\+|-([0-9]{1,3}))?");
  private static final Pattern DAYS = Pattern.compile("(?:from (\\S+))?(?:(?:^| )until (\\S+))?");

  private final Member.Scheme scheme;
  private final Set<String> diseases;

  /**
   * @param diseases the groups that the policy names
   */
  ConditionReader(Member.Scheme scheme, Set<String> diseases) {
    this.scheme = scheme;
    this.diseases = diseases;
  }

  private static Set<String> keys() {
    Set<String> keys = new LinkedHashSet<>();
    for (Dimension dimension : Dimension.values()) {
      keys.add(Words.of(dimension));
    }
    return keys;
  }

  /** Where the mapping is missing, it holds always. */
  Condition read(@Nullable Entry entry) {
    return entry == null ? Condition.ALWAYS : condition(entry.keys(KEYS.toArray(String[]::new)));
  }

  /** From a mapping that holds other keys as well. */
  Condition condition(Entry.Keys keys) {
    Map<Dimension, Condition.Test> tests = new EnumMap<>(Dimension.class);
    for (Dimension dimension : Dimension.values()) {
      String key = Words.of(dimension);
      if (keys.has(key)) {
        tests.put(dimension, test(dimension, keys.need(key), keys.choices(key)));
      }
    }
    return new Condition(tests);
  }

  private Condition.Test test(Dimension dimension, Entry entry, List<Entry> choices) {
    return switch (dimension) {
      case AGE, INSURED_MONTHS, VISIT, VISIT_HERE, VISIT_HERE_FOR_DISEASE -> numbers(entry);
      case RETIRED_ON -> days(entry);
      default -> oneOf(dimension, choices);
    };
  }

  private Condition.OneOf oneOf(Dimension dimension, List<Entry> choices) {
    List<Object> known = domain(dimension);
    Set<Object> values = new LinkedHashSet<>();
    for (Entry choice : choices) {
      values.add(choice.oneOf(known, ConditionReader::word));
    }
    return new Condition.OneOf(values);
  }

  /** All values that a dimension can have under this policy; empty for numbers and days. */
  List<Object> domain(Dimension dimension) {
    return switch (dimension) {
      case LEVEL -> List.of((Object[]) Hospital.Level.values());
      case KIND -> List.of((Object[]) Hospital.Kind.values());
      case TIER -> List.of((Object[]) Hospital.Tier.values());
      case TREATED -> List.of((Object[]) Treated.values());
      case PROVINCE -> List.of((Object[]) Province.values());
      case TYPE -> List.of((Object[]) MedicalType.values());
      case EMPLOYMENT -> employments();
      case GROUP -> groups();
      case ASSISTANCE -> List.of((Object[]) Member.Assistance.values());
      case CIVIL_SERVANT, SPECIAL_CARE, ENTERPRISE -> List.of(true, false);
      case DISEASE ->
          Stream.concat(diseases.stream(), Stream.of(Situation.NO_GROUP))
              .<Object>map(group -> group)
              .toList();
      case AGE, INSURED_MONTHS, VISIT, VISIT_HERE, VISIT_HERE_FOR_DISEASE, RETIRED_ON -> List.of();
    };
  }

  /** Employments that the scheme does not have would make a condition that holds for nobody. */
  private List<Object> employments() {
    List<Object> all = new ArrayList<>(List.of((Object[]) Member.Employment.values()));
    all.removeIf(each -> (each == Member.Employment.NONE) != (scheme == Member.Scheme.RESIDENT));
    return all;
  }

  private List<Object> groups() {
    List<Object> all = new ArrayList<>(List.of((Object[]) Member.Group.values()));
    all.removeIf(each -> each == Member.Group.FLEXIBLE && scheme == Member.Scheme.RESIDENT);
    return all;
  }

  static String word(Object value) {
    return switch (value) {
      case Hospital.Level level -> Words.level(level);
      case Enum<?> constant -> Words.of(constant);
      default -> value.toString();
    };
  }

  private static Condition.Between numbers(Entry entry) {
    Matcher read = NUMBERS.matcher(entry.text());
    if (!read.matches()) {
      throw wrongNumbers(entry);
    }
    int from = Integer.parseInt(read.group(1));
    if (read.group(2) == null) {
      return new Condition.Between(from, from);
    }
    @Nullable Integer to = read.group(3) == null ? null : Integer.valueOf(read.group(3));
    if (to != null && to < from) {
      throw wrongNumbers(entry);
    }
    return new Condition.Between(from, to);
  }

  private static PolicyException wrongNumbers(Entry entry) {
    return entry.bad(
        "“" + entry.text() + "”不是数或范围；请写成 2、3+ 或 18-59",
        "'" + entry.text() + "' is no number or range; write it as 2, 3+ or 18-59");
  }

  private static Condition.Days days(Entry entry) {
    Matcher read = DAYS.matcher(entry.text());
    try {
      if (read.matches()) {
        return new Condition.Days(day(read.group(1)), day(read.group(2)));
      }
    } catch (DateTimeParseException e) {
      // Falls through to the one message that says what it looks like.
    }
    throw entry.bad(
        "“" + entry.text() + "”不是时段；请写成 until 2000-12-31、from 2001-01-01，或两者",
        "'"
            + entry.text()
            + "' is no span of days; write until 2000-12-31, from 2001-01-01, or both");
  }

  private static @Nullable LocalDate day(@Nullable String text) {
    return text == null ? null : LocalDate.parse(text);
  }
}
