package org.yima.policy;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.yima.settlement.Money;
import org.yima.settlement.Ratio;

/**
 * One value in a file, which knows its key and its line. Every way of reading it either answers or
 * says, with file and line, what should stand there.
 *
 * @param key under which it stands, for messages
 */
record Entry(String file, String key, Node node) {

  int line() {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }

  PolicyException fail(String chinese, String english) {
    return new PolicyException(file, line(), chinese, english);
  }

  /** The same for a value of the wrong form, which may only have been typed full-width. */
  PolicyException bad(String chinese, String english) {
    return node instanceof ScalarNode scalar
        ? bad(scalar.getValue(), chinese, english)
        : fail(chinese, english);
  }

  /** The same for another text that stands here: a key. */
  PolicyException bad(String text, String chinese, String english) {
    FullWidth wide = FullWidth.in(text);
    return wide == null
        ? fail(chinese, english)
        : fail(wide.chinese() + "；" + chinese, wide.english() + "; " + english);
  }

  boolean isText() {
    return node instanceof ScalarNode;
  }

  boolean isList() {
    return node instanceof SequenceNode;
  }

  String text() {
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue().strip();
    }
    throw fail("“" + key + "”应当是一个值", "'" + key + "' should be a single value");
  }

  /** The items of a list; a single value is a list of one. */
  List<Entry> items() {
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue().stream().map(item -> new Entry(file, key, item)).toList();
    }
    return List.of(this);
  }

  /** Reads every item, also after one that is wrong, so that all errors are told at once. */
  <T> List<T> each(Function<Entry, T> read) {
    var wrong = new ArrayList<PolicyException>();
    List<T> good = each(read, wrong);
    PolicyException.throwAll(wrong);
    return good;
  }

  /** The items that can be read; what is wrong with the others is added to {@code wrong}. */
  <T> List<T> each(Function<Entry, T> read, List<PolicyException> wrong) {
    var good = new ArrayList<T>();
    for (Entry item : list()) {
      try {
        good.add(read.apply(item));
      } catch (PolicyException e) {
        wrong.add(e);
      }
    }
    return good;
  }

  /** A list with at least one item. */
  List<Entry> list() {
    if (node instanceof SequenceNode sequence && !sequence.getValue().isEmpty()) {
      return items();
    }
    throw fail("“" + key + "”应当是非空的列表", "'" + key + "' should be a list that is not empty");
  }

  /** The values of a mapping with exactly these keys, some of which may be missing. */
  Keys keys(String... known) {
    Map<String, Entry> entries = entries();
    for (Entry entry : entries.values()) {
      if (!Set.of(known).contains(entry.key)) {
        throw unknownKey(entry, List.of(known));
      }
    }
    return new Keys(this, entries);
  }

  private PolicyException unknownKey(Entry entry, List<String> known) {
    String choice = String.join(", ", known);
    PolicyException cutOff =
        node instanceof MappingNode mapping ? Commas.text(mapping, entry) : null;
    return cutOff != null
        ? cutOff
        : entry.bad(
            entry.key,
            "不认识的键“" + entry.key + "”；" + Nearest.chinese(entry.key, known) + "可用的键：" + choice,
            "unknown key '%s'; %sknown here: %s"
                .formatted(entry.key, Nearest.english(entry.key, known), choice));
  }

  /** The values of a mapping with any keys, in the order of the file. */
  Map<String, Entry> entries() {
    if (!(node instanceof MappingNode mapping)) {
      throw bad("“" + key + "”下面应当是“键: 值”", "'" + key + "' should hold keys with values");
    }
    Commas.checkNumbers(this, mapping);
    var entries = new LinkedHashMap<String, Entry>();
    for (var tuple : mapping.getValue()) {
      String name = new Entry(file, key, tuple.getKeyNode()).text();
      var value = new Entry(file, name, tuple.getValueNode());
      if (entries.put(name, value) != null) {
        throw value.fail("键“" + name + "”写了两次", "key '" + name + "' is given twice");
      }
    }
    return entries;
  }

  /** Whether a key of this name stands anywhere below. */
  boolean mentions(String name) {
    return switch (node) {
      case SequenceNode _ -> items().stream().anyMatch(item -> item.mentions(name));
      case MappingNode _ ->
          entries().values().stream()
              .anyMatch(value -> value.key.equals(name) || value.mentions(name));
      default -> false;
    };
  }

  /** How often a key of this name stands below. */
  int count(String name) {
    return switch (node) {
      case SequenceNode _ -> items().stream().mapToInt(item -> item.count(name)).sum();
      case MappingNode _ ->
          entries().values().stream()
              .mapToInt(value -> value.count(name) + (value.key.equals(name) ? 1 : 0))
              .sum();
      default -> 0;
    };
  }

  LocalDate date() {
    try {
      return LocalDate.parse(text());
    } catch (DateTimeParseException e) {
      throw bad(
          "“" + text() + "”不是日期；请写成 2024-01-31",
          "'" + text() + "' is not a date; write it as 2024-01-31");
    }
  }

  Money money() {
    try {
      Money amount = Money.of(text());
      if (!amount.isNegative()) {
        return amount;
      }
    } catch (NumberFormatException e) {
      // Falls through to the one message that says what an amount looks like.
    }
    if (Commas.isThousands(text())) {
      throw fail(Commas.chinese(text()), Commas.english(text()));
    }
    throw bad(
        "“" + text() + "”不是金额；请写成元，最多两位小数，如 500 或 500.00",
        "'" + text() + "' is not an amount; write yuan with up to two decimals, as 500 or 500.00");
  }

  /** An amount that may be below zero, as a settlement prints it. */
  String signedMoney() {
    boolean negative = text().startsWith("-");
    if (!negative) {
      return money().toString();
    }
    try {
      return Money.of(text()).toString();
    } catch (NumberFormatException e) {
      throw bad(
          "“" + text() + "”不是金额；请写成元，如 -500.00",
          "'" + text() + "' is not an amount; write yuan, as -500.00");
    }
  }

  Ratio ratio() {
    String text = text();
    if (!text.endsWith("%")) {
      throw bad(
          "“" + text + "”不是比例；请写成百分数，如 65%",
          "'" + text + "' is not a ratio; write a percentage, as 65%");
    }
    try {
      return Ratio.of(text);
    } catch (IllegalArgumentException e) {
      throw fail(
          "比例“" + text + "”不在 0% 至 100% 之间，或小数过长",
          "ratio '" + text + "' is not between 0% and 100%, or has too many decimals");
    }
  }

  /** The one of these values that goes by this name. */
  <E> E oneOf(List<E> values, Function<E, String> name) {
    String text = text();
    for (E value : values) {
      if (name.apply(value).equals(text)) {
        return value;
      }
    }
    String choice = String.join(", ", values.stream().map(name).toList());
    String chinese = "“" + key + "”不能是“" + text + "”；可用的值：" + choice;
    String english = "'" + key + "' cannot be '" + text + "'; known: " + choice;
    // Where no known value is in it, typing it otherwise would not make it one.
    boolean near = values.stream().map(name).anyMatch(FullWidth.narrowed(text)::contains);
    throw near ? bad(chinese, english) : fail(chinese, english);
  }

  /** {@code true} or {@code false}. */
  boolean yesOrNo() {
    return oneOf(List.of(true, false), String::valueOf);
  }

  /** The constant of an enum whose name is written {@code lower-case-with-hyphens}. */
  <E extends Enum<E>> E oneOf(Class<E> type) {
    return oneOf(Stream.of(type.getEnumConstants()).toList(), Words::of);
  }

  /** The entries of a mapping whose keys are known. */
  record Keys(Entry parent, Map<String, Entry> entries) {

    Entry need(String name) {
      Entry entry = entries.get(name);
      if (entry == null) {
        throw parent.fail("缺少“" + name + "”；请补上", "'" + name + "' is missing; add it");
      }
      return entry;
    }

    @Nullable Entry find(String name) {
      return entries.get(name);
    }

    boolean has(String name) {
      return entries.containsKey(name);
    }

    /** A constant under a key that may be missing. */
    <E extends Enum<E>> E oneOf(String name, Class<E> type, E otherwise) {
      Entry entry = entries.get(name);
      return entry == null ? otherwise : entry.oneOf(type);
    }

    /** {@code true} or {@code false} under a key; false where it is missing. */
    boolean yes(String name) {
      Entry entry = entries.get(name);
      return entry != null && entry.yesOrNo();
    }

    /** The items under a key that may be missing. */
    List<Entry> items(String name) {
      Entry entry = entries.get(name);
      return entry == null ? List.of() : entry.items();
    }

    /** The same, but a list that is there is not empty: it would hold for everyone. */
    List<Entry> choices(String name) {
      Entry entry = entries.get(name);
      return entry == null || entry.isText() ? items(name) : entry.list();
    }
  }
}
