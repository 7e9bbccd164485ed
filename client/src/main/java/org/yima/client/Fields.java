package org.yima.client;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yima.protocol.Element;
import org.yima.protocol.spec.Field;
import org.yima.protocol.spec.Spec;
import org.yima.protocol.spec.Table;

/** The fields of one table of a request being filled; they are written in the table's order. */
final class Fields {
  private final Table table;
  private final Map<String, Element> values;

  private Fields(Table table, Map<String, Element> values) {
    this.table = table;
    this.values = values;
  }

  /** The fields of a table of {@code spec/}, none filled. */
  static Fields of(String table) {
    return new Fields(Spec.get().table(table), new HashMap<>());
  }

  Fields copy() {
    return new Fields(table, new HashMap<>(values));
  }

  Fields put(String name, String value) {
    return put(Element.text(name, value));
  }

  Fields put(Element value) {
    if (table.field(value.name()) == null) {
      throw new IllegalArgumentException(table.id() + " has no field " + value.name());
    }
    values.put(value.name(), value);
    return this;
  }

  Fields putAll(Fields others) {
    values.putAll(others.values);
    return this;
  }

  /** What another table has of the fields that were filled. */
  Fields as(String other) {
    Table wanted = Spec.get().table(other);
    Fields shared = new Fields(wanted, new HashMap<>());
    values.forEach((name, value) -> {
      if (wanted.field(name) != null) {
        shared.values.put(name, value);
      }
    });
    return shared;
  }

  /** All fields that were filled, under this name. */
  Element element(String name) {
    List<Element> children = new ArrayList<>(values.size());
    for (Field field : table.fields()) {
      Element value = values.get(field.name());
      if (value != null) {
        children.add(value);
      }
    }
    return Element.of(name, children);
  }
}
