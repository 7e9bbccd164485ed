package org.yima.protocol.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.yima.protocol.Element;

/**
 * Makes messages that the tables allow, from the tables alone, for tests of whatever reads them.
 * Every field is filled and every list has one row. The values have the right form and no meaning:
 * amounts do not add up and the people do not exist.
 */
public final class GoodMessages {
  private GoodMessages() {}

  /** A message in which every field has a short value. */
  public static Element of(Table table) {
    return message("transdata", table, GoodMessages::value);
  }

  /**
   * A message in which every text is as long as it may be, in characters that take two Java chars
   * and four bytes each, and every number as large as it may be.
   */
  public static Element widest(Table table) {
    return message("transdata", table, GoodMessages::widestValue);
  }

  /** The element of one field as it stands in {@link #of}. */
  public static Element element(Field field) {
    return element(field, GoodMessages::value);
  }

  private static Element message(String name, Table table, Function<Field, String> values) {
    List<Element> children = new ArrayList<>();
    for (Field field : table.fields()) {
      children.add(element(field, values));
    }
    return Element.of(name, children);
  }

  private static Element element(Field field, Function<Field, String> values) {
    Table nested = field.table();
    if (nested != null) {
      return field.type() == FieldType.TABLE
          ? message(field.name(), nested, values)
          : Element.of(field.name(), List.of(message("row", nested, values)));
    }
    return field.type() == FieldType.TABLE
        ? Element.of(field.name(), List.of(Element.text("any", "甲")))
        : Element.text(field.name(), values.apply(field));
  }

  /** A short value of the right form. */
  public static String value(Field field) {
    String format = field.format();
    return switch (word(format)) {
      case "amount" -> "12.50";
      case "whole", "minutes" -> "3";
      case "date" -> "2026-03-01";
      case "datetime" -> "2026-03-01 09:30:00";
      case "stamp" -> "20260301093000";
      case "url" -> "https://his.example.cn/notify";
      case "orderno" -> "O-1";
      case "flags" -> "0".repeat(argument(format));
      case "code" -> code(format);
      default -> plain(field);
    };
  }

  private static String plain(Field field) {
    if (isDecimal(field)) {
      return "1";
    }
    return field.type() == FieldType.DATE ? "2026-03-01" : "甲";
  }

  private static String widestValue(Field field) {
    String word = word(field.format());
    if (word.equals("amount")) {
      return "9".repeat(14) + ".99";
    }
    if (isDecimal(field)) {
      return "9".repeat(integers(field)) + (scale(field) > 0 ? "." + "9".repeat(scale(field)) : "");
    }
    boolean text = field.format().isEmpty() && field.type() == FieldType.TEXT;
    return text && field.maxLength() < Integer.MAX_VALUE
        ? "𠮷".repeat(field.maxLength())
        : value(field);
  }

  /** Whether the digits are counted rather than the characters. */
  static boolean isDecimal(Field field) {
    return read(field).contains(",")
        || (field.type() == FieldType.NUMBER && !read(field).isEmpty());
  }

  static int integers(Field field) {
    String[] parts = read(field).split(",", -1);
    return Integer.parseInt(parts[0]) - scale(field);
  }

  static int scale(Field field) {
    String[] parts = read(field).split(",", -1);
    return parts.length == 1 ? 0 : Integer.parseInt(parts[1]);
  }

  /** The length that is read: the printed one, unless the {@code accept} column widens it. */
  private static String read(Field field) {
    for (String word : field.accept().split(" ", -1)) {
      if (word.startsWith("length:")) {
        return word.substring("length:".length());
      }
    }
    return field.length();
  }

  private static String code(String format) {
    String table = format.substring("code:".length()).split(",", -1)[0];
    return Spec.get().codes(table).codes().getFirst().code();
  }

  /** The first word of a format, without its argument. */
  static String word(String format) {
    return format.split("[: ]", -1)[0];
  }

  static int argument(String format) {
    return Integer.parseInt(format.substring(format.indexOf(':') + 1));
  }
}
