package org.yima.protocol.spec;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yima.protocol.Element;

/**
 * Holds an element against its table and names every bad field at once, so that a caller corrects a
 * message in one go. Blanks around a value do not count; elements that the table does not name are
 * ignored. One such object serves one check.
 */
public final class FieldCheck {
  /** Faults kept at most. A list of this length may not be complete. */
  public static final int MAX_FAULTS = 100;

  private final List<FieldFault> faults = new ArrayList<>();
  private final Map<Field, Integer> rowsSeen = new HashMap<>();

  private FieldCheck() {}

  /**
   * Everything that is wrong with this element, in the order of the tables; empty if nothing is.
   *
   * @param element what {@code transdata} (or a reply) holds; its own name does not matter
   */
  public static List<FieldFault> check(Table table, Element element) {
    FieldCheck check = new FieldCheck();
    check.table(table, element, "");
    return Collections.unmodifiableList(check.faults);
  }

  private void table(Table table, Element parent, String path) {
    if (faults.size() >= MAX_FAULTS) {
      return;
    }
    // By position in the table: a bill has thousands of fields, and every payment comes here.
    @Nullable Element[] given = new Element[table.fields().size()];
    boolean[] repeated = new boolean[given.length];
    for (Element child : parent.children()) {
      int position = table.position(child.name());
      if (position >= 0) {
        repeated[position] |= given[position] != null;
        given[position] = child;
      }
    }
    for (int i = 0; i < given.length; i++) {
      Field field = table.fields().get(i);
      if (repeated[i]) {
        fault(field, path, FaultKind.DUPLICATE);
      } else {
        field(field, given[i], path, madeUpFor(field, table, given));
      }
    }
  }

  /** Whether another field, that is there, excuses this one. */
  private static boolean madeUpFor(Field field, Table table, @Nullable Element[] given) {
    String other = field.blankIf();
    if (other == null) {
      return false;
    }
    Element element = given[table.position(other)];
    return element != null && !isBlank(element);
  }

  private void field(Field field, @Nullable Element element, String path, boolean excused) {
    if (element == null || isBlank(element)) {
      if (field.needed() && !excused) {
        fault(field, path, FaultKind.MISSING);
      }
      return;
    }
    boolean plain = field.type() != FieldType.TABLE && field.type() != FieldType.ROWS;
    if (plain != element.children().isEmpty()) {
      fault(field, path, FaultKind.WRONG_SHAPE);
    } else if (plain) {
      value(field, element.text().trim(), path);
    } else if (field.table() != null) {
      nested(field, field.table(), element, path);
    }
  }

  private void nested(Field field, Table table, Element element, String path) {
    if (field.type() == FieldType.TABLE) {
      table(table, element, path + field.name() + "/");
    } else {
      rows(field, table, element, path);
    }
  }

  private void rows(Field field, Table table, Element list, String path) {
    int number = 0;
    for (Element row : list.children()) {
      if (!row.name().equals("row")) {
        continue;
      }
      number++;
      int seen = rowsSeen.merge(field, 1, Integer::sum);
      if (seen > field.mostRows()) {
        // Said once per message, at the list where the limit was passed.
        if (seen == field.mostRows() + 1) {
          fault(field, path, FaultKind.TOO_MANY_ROWS);
        }
        return;
      }
      table(table, row, path + field.name() + "/row[" + number + "]/");
    }
    if (number == 0 && field.needed()) {
      fault(field, path, FaultKind.MISSING);
    }
  }

  private void value(Field field, String value, String path) {
    FaultKind kind;
    if (hasControlCharacter(value)) {
      kind = FaultKind.CONTROL_CHARACTER;
    } else if (value.codePointCount(0, value.length()) > field.maxLength()) {
      kind = FaultKind.TOO_LONG;
    } else {
      kind = field.rule().faultIn(value);
    }
    if (kind != null) {
      fault(field, path, kind);
    }
  }

  private static boolean hasControlCharacter(String value) {
    int point;
    for (int i = 0; i < value.length(); i += Character.charCount(point)) {
      point = value.codePointAt(i);
      if (!isPlain(point) && isControl(Character.getType(point))) {
        return true;
      }
    }
    return false;
  }

  /** Most characters by far: printable ASCII, of which nothing need be looked up. */
  private static boolean isPlain(int point) {
    return point >= ' ' && point <= '~';
  }

  /** Also line separators and halves of surrogate pairs: none can be stored or printed safely. */
  private static boolean isControl(int category) {
    return category == Character.CONTROL
        || category == Character.LINE_SEPARATOR
        || category == Character.PARAGRAPH_SEPARATOR
        || category == Character.SURROGATE;
  }

  /** Wide blanks (U+3000) are blanks too. */
  private static boolean isBlank(Element element) {
    if (!element.children().isEmpty()) {
      return false;
    }
    String text = element.text();
    int point;
    for (int i = 0; i < text.length(); i += Character.charCount(point)) {
      point = text.codePointAt(i);
      if (!Character.isWhitespace(point) && !Character.isSpaceChar(point)) {
        return false;
      }
    }
    return true;
  }

  private void fault(Field field, String path, FaultKind kind) {
    if (faults.size() < MAX_FAULTS) {
      faults.add(new FieldFault(field, path + field.name(), kind));
    }
  }
}
