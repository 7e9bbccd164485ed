package org.yima.platform.bill;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yima.protocol.Element;
import org.yima.protocol.spec.Field;
import org.yima.protocol.spec.Spec;
import org.yima.protocol.spec.Table;
import org.yima.settlement.Money;

/**
 * One block of 4.5 being filled: every field of its table is written, in the table's order, and
 * what nobody filled is {@code 0.00} where it is an amount and empty elsewhere.
 */
final class Block {
  private final String element;
  private final Table table;
  private final Map<String, String> values = new HashMap<>();

  Block(String element, String table) {
    this.element = element;
    this.table = Spec.get().table(table);
  }

  /** The name as printed: an alias would be taken here and written nowhere. */
  Block put(String name, String value) {
    Field field = table.field(name);
    if (field == null || !field.name().equals(name)) {
      throw new IllegalStateException(table.id() + " has no field " + name);
    }
    values.put(name, value);
    return this;
  }

  Block put(String name, Money amount) {
    return put(name, amount.toString());
  }

  Element element() {
    List<Element> children = new ArrayList<>(table.fields().size());
    for (Field field : table.fields()) {
      String value = values.get(field.name());
      children.add(Element.text(field.name(), value == null ? empty(field) : value));
    }
    return Element.of(element, children);
  }

  private static String empty(Field field) {
    return field.length().contains(",") ? "0.00" : "";
  }
}
