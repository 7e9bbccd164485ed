package org.yima.protocol.spec;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yima.protocol.Element;

/** The fields of one group of elements, in the order of the interface. */
public final class Table {
  private final Tsv.Row listed;
  private final List<Field> fields;
  private final Map<String, Integer> bySpelling = new HashMap<>();

  Table(Tsv.Row listed, List<Field> fields) {
    this.listed = listed;
    this.fields = Collections.unmodifiableList(new ArrayList<>(fields));
    for (int i = 0; i < fields.size(); i++) {
      if (bySpelling.put(fields.get(i).name(), i) != null) {
        throw new IllegalStateException(id() + " names " + fields.get(i).name() + " twice");
      }
    }
    for (int i = 0; i < fields.size(); i++) {
      for (String alias : fields.get(i).aliases()) {
        bySpelling.putIfAbsent(alias, i);
      }
    }
  }

  /** The file name without its folder, such as {@code ST007.request} or {@code orderdata.item}. */
  public String id() {
    return Spec.idOf(listed.get("file"));
  }

  public String chineseName() {
    return listed.get("chinese");
  }

  public String section() {
    return listed.get("section");
  }

  public String remark() {
    return listed.get("remark");
  }

  public List<Field> fields() {
    return fields;
  }

  /** The field of this name, or of one of the spellings that clients in the field use; or null. */
  public @Nullable Field field(String spelling) {
    int position = position(spelling);
    return position < 0 ? null : fields.get(position);
  }

  /** Where that field stands in {@link #fields()}; -1 if there is none. */
  int position(String spelling) {
    return bySpelling.getOrDefault(spelling, -1);
  }

  /**
   * The same element with every name spelled as this table (and those nested in it) prints it, so
   * that a reader need not know the other spellings. Elements that the table does not name stay.
   */
  public Element canonical(Element element) {
    List<Element> children = new ArrayList<>(element.children().size());
    for (Element child : element.children()) {
      Field field = field(child.name());
      children.add(field == null ? child : canonical(field, child));
    }
    return Element.of(element.name(), children);
  }

  private static Element canonical(Field field, Element element) {
    if (element.children().isEmpty()) {
      boolean printed = element.name().equals(field.name());
      return printed ? element : Element.text(field.name(), element.text());
    }
    Table nested = field.table();
    if (nested == null) {
      return element;
    }
    return field.type() == FieldType.TABLE
        ? nested.canonical(element)
        : Element.of(field.name(), nested.canonicalRows(element.children()));
  }

  private List<Element> canonicalRows(List<Element> rows) {
    List<Element> canonical = new ArrayList<>(rows.size());
    for (Element row : rows) {
      canonical.add(row.name().equals("row") ? canonical(row) : row);
    }
    return canonical;
  }

  @Override
  public String toString() {
    return id();
  }
}
