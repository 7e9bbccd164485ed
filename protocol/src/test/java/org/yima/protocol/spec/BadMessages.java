package org.yima.protocol.spec;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.yima.protocol.Element;

/**
 * Makes, from the tables alone, messages in which exactly one field is bad: for every field of a
 * table and of those nested in it, every way in which its row of the table says it can be bad.
 */
public final class BadMessages {
  /** A message, the one fault in it, and where it is. */
  public record Bad(String path, FaultKind kind, Element message) {
    @Override
    public String toString() {
      return path + " " + kind;
    }
  }

  private final Consumer<Bad> sink;

  private BadMessages(Consumer<Bad> sink) {
    this.sink = sink;
  }

  /** Hands over the bad messages one by one, since some of them are large. */
  public static void of(Table table, Consumer<Bad> sink) {
    new BadMessages(sink).table(table, GoodMessages.of(table), "", UnaryOperator.identity());
  }

  /**
   * @param good the good element of this table
   * @param whole puts a changed element of this table into the whole message
   */
  private void table(Table table, Element good, String path, UnaryOperator<Element> whole) {
    for (Field field : table.fields()) {
      Field at = field;
      String here = path + field.name();
      Place place =
          (kind, put) -> sink.accept(new Bad(here, kind, whole.apply(put(good, at, put))));
      presence(field, place);
      if (field.type() == FieldType.TABLE || field.type() == FieldType.ROWS) {
        place.bad(FaultKind.WRONG_SHAPE, List.of(Element.text(field.name(), "甲")));
        group(field, here, place, row -> whole.apply(put(good, at, List.of(row))));
      } else {
        values(field, place);
      }
    }
  }

  private static void presence(Field field, Place place) {
    Element element = GoodMessages.element(field);
    if (field.needed() && field.blankIf() == null) {
      place.bad(FaultKind.MISSING, List.of());
      place.bad(FaultKind.MISSING, List.of(Element.text(field.name(), " ")));
      place.bad(FaultKind.MISSING, List.of(Element.text(field.name(), "　")));
    }
    place.bad(FaultKind.DUPLICATE, List.of(element, element));
    for (String alias : field.aliases()) {
      place.bad(FaultKind.DUPLICATE, List.of(element, Element.text(alias, "甲")));
    }
  }

  private void group(Field field, String here, Place place, UnaryOperator<Element> whole) {
    Table nested = field.table();
    if (nested == null) {
      return;
    }
    Element good = GoodMessages.of(nested);
    if (field.type() == FieldType.TABLE) {
      table(nested, good, here + "/", e -> whole.apply(Element.of(field.name(), e.children())));
      return;
    }
    Element row = Element.of("row", good.children());
    if (field.needed()) {
      place.bad(
          FaultKind.MISSING, List.of(Element.of(field.name(), List.of(Element.text("item", "甲")))));
    }
    place.bad(
        FaultKind.TOO_MANY_ROWS,
        List.of(Element.of(field.name(), Collections.nCopies(field.mostRows() + 1, row))));
    table(
        nested,
        good,
        here + "/row[2]/",
        e -> whole.apply(Element.of(field.name(), List.of(row, Element.of("row", e.children())))));
  }

  private static void values(Field field, Place place) {
    place.bad(
        FaultKind.WRONG_SHAPE, List.of(Element.of(field.name(), List.of(Element.text("b", "甲")))));
    place.text(FaultKind.CONTROL_CHARACTER, field, "1\r\n2");
    place.text(FaultKind.CONTROL_CHARACTER, field, "1\u20282");
    place.text(FaultKind.CONTROL_CHARACTER, field, "1\ud8002");
    if (field.maxLength() < Integer.MAX_VALUE) {
      place.text(FaultKind.TOO_LONG, field, "𠮷".repeat(field.maxLength() + 1));
    }
    for (Wrong wrong : wrongs(field)) {
      if (wrong.value().length() <= field.maxLength()) {
        place.text(wrong.kind(), field, wrong.value());
      }
    }
  }

  private record Wrong(FaultKind kind, String value) {}

  private static List<Wrong> wrongs(Field field) {
    boolean signed = field.format().endsWith("signed");
    return switch (GoodMessages.word(field.format())) {
      case "amount" -> numbers(14, 2, signed);
      case "whole" -> numbers(Math.min(field.maxLength(), 18), 0, false);
      case "minutes" -> numbers(6, 0, false);
      case "date" ->
          all(
              FaultKind.NOT_A_DATE,
              "2026-02-29",
              "26-03-01",
              "2026/03/01",
              "20260301093",
              "18991231",
              "２０２６０３０１",
              "明天");
      case "datetime" ->
          all(
              FaultKind.NOT_A_DATE,
              "2026-03-01",
              "2026-02-29 09:30:00",
              "2026-03-01 24:00:00",
              "20260301093000");
      case "stamp" -> all(FaultKind.NOT_A_DATE, "20260301", "20260229093000", "20260301093060");
      case "url" ->
          all(
              FaultKind.NOT_A_URL,
              "his.example.cn",
              "ftp://a.cn/",
              "http://",
              "http://a b/",
              "http://u@a.cn/",
              "https://a.cn/#x",
              "https://医院.cn/");
      case "orderno" -> all(FaultKind.BAD_CHARACTER, "1|2", "1&2", "1=2", "1 2", "订单1", "１");
      case "flags" -> all(FaultKind.NOT_FLAGS, "0", "0000000002", "010101010");
      case "code" -> all(FaultKind.UNKNOWN_CODE, "x", "０");
      default -> plain(field, signed);
    };
  }

  private static List<Wrong> plain(Field field, boolean signed) {
    if (GoodMessages.isDecimal(field)) {
      return numbers(GoodMessages.integers(field), GoodMessages.scale(field), signed);
    }
    return field.type() == FieldType.DATE ? all(FaultKind.NOT_A_DATE, "2026-02-29") : List.of();
  }

  private static List<Wrong> numbers(int integers, int scale, boolean signed) {
    List<Wrong> wrongs =
        new ArrayList<>(
            all(
                FaultKind.NOT_A_NUMBER,
                "x",
                "1e3",
                "+1",
                "1,0",
                "１",
                "1.",
                ".5",
                "--1",
                "1 0",
                "0x1",
                "NaN",
                "-",
                "."));
    wrongs.add(new Wrong(FaultKind.TOO_MANY_DIGITS, "1" + "0".repeat(integers)));
    wrongs.add(new Wrong(FaultKind.TOO_MANY_DECIMALS, "0." + "0".repeat(scale) + "1"));
    if (!signed) {
      wrongs.addAll(all(FaultKind.NEGATIVE, "-1", "-0"));
    }
    return wrongs;
  }

  private static List<Wrong> all(FaultKind kind, String... values) {
    return List.of(values).stream().map(value -> new Wrong(kind, value)).toList();
  }

  /** The element with these in place of the one of this field. */
  private static Element put(Element parent, Field field, List<Element> instead) {
    List<Element> children = new ArrayList<>();
    for (Element child : parent.children()) {
      if (child.name().equals(field.name())) {
        children.addAll(instead);
      } else {
        children.add(child);
      }
    }
    return Element.of(parent.name(), children);
  }

  /** Where bad elements of one field go. */
  private interface Place {
    void bad(FaultKind kind, List<Element> instead);

    default void text(FaultKind kind, Field field, String value) {
      bad(kind, List.of(Element.text(field.name(), value)));
    }
  }
}
