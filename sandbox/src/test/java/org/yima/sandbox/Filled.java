package org.yima.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yima.protocol.Element;
import org.yima.protocol.spec.Field;
import org.yima.protocol.spec.FieldType;
import org.yima.protocol.spec.Spec;
import org.yima.protocol.spec.Table;

/** Adds to a message whatever fields its table has and it has not. */
final class Filled {
  /** What no rule of the tables would guess. */
  private static final Map<String, String> KNOWN =
      Map.of("outdate", "", "afterversion", "", "bkc028", "", "cancelnum", "", "cancelamt", "");

  private Filled() {}

  static Element all(Element sent, Table table) {
    List<Element> children = new ArrayList<>();
    for (Field field : table.fields()) {
      @Nullable Element child = child(sent, field);
      children.add(child == null ? sample(field) : nested(child, field));
    }
    return Element.of(sent.name(), children);
  }

  private static @Nullable Element child(Element sent, Field field) {
    return sent.children().stream()
        .filter(each -> each.name().equals(field.name()))
        .findFirst()
        .orElse(null);
  }

  private static Element nested(Element child, Field field) {
    Table inner = field.table();
    if (inner == null) {
      return child;
    }
    return field.type() == FieldType.ROWS
        ? Element.of(child.name(), child.children().stream().map(row -> all(row, inner)).toList())
        : all(child, inner);
  }

  private static Element sample(Field field) {
    Table inner = field.table();
    if (inner == null) {
      return Element.text(field.name(), text(field));
    }
    Element row = all(Element.of("row", List.of()), inner);
    return Element.of(field.name(), field.type() == FieldType.ROWS ? List.of(row) : row.children());
  }

  private static String text(Field field) {
    if (KNOWN.containsKey(field.name())) {
      return KNOWN.getOrDefault(field.name(), "");
    }
    String format = field.format();
    if (format.startsWith("code:")) {
      String codes = format.substring("code:".length()).split(",", -1)[0];
      return Spec.get().codes(codes).codes().getFirst().code();
    }
    boolean number = field.type() == FieldType.NUMBER;
    return switch (format) {
      case "date", "datetime" -> "2026-03-10 09:00:00";
      case "amount", "whole", "minutes" -> "1";
      default -> number || field.maxLength() == 1 ? "1" : "示例";
    };
  }
}
