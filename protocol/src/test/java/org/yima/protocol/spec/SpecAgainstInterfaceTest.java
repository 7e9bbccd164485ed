package org.yima.protocol.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables say what the interface prints: every transaction, row, name, type and length. */
class SpecAgainstInterfaceTest {
  private static final SpecFolder FOLDER = SpecFolder.read();
  private static final Outline OUTLINE = Outline.of(FOLDER);

  @Test
  void the_tables_agree_with_the_print() {
    assertThat(OUTLINE.differences(Spec.get())).isEmpty();
  }

  /** Counted by hand on the pages, the row of the element around the table included. */
  @Test
  void the_outline_has_as_many_rows_as_the_pages() {
    Map<String, Integer> counted = new LinkedHashMap<>();
    for (String line :
        """
        1.1.4=12
        1.1.3=13
        ST001 request=5
        ST001 reply=1
        ST002 request=4
        ST020 request=6
        ST020 reply=16
        ST007 request=17
        ST007 reply=8
        ST009 request=2
        ST009 reply=9
        ST021 request=12
        ST021 reply=7
        ST022 request=11
        ST022 reply=7
        ST010 request=10
        ST010 reply=4
        ST023 request=17
        ST023 reply=7
        ST024 request=9
        ST100 request=4
        ST099 request=4
        ST099 reply=1
        3.3.2.2=9
        4.1=3
        4.2=10
        4.3=5
        4.4 orderdata=17
        4.4 prescription=3
        4.4 item=26
        4.5 aptorderackdata=4
        4.5 registerret=68
        4.5 orderentryret=29
        4.5 balanceret=54
        4.6=16
        """
            .lines()
            .toList()) {
      counted.put(line.split("=", -1)[0], Integer.valueOf(line.split("=", -1)[1]));
    }
    Map<String, Integer> found = new LinkedHashMap<>();
    OUTLINE.tables().forEach((name, rows) -> found.put(name, rows.size()));
    assertThat(found).containsExactlyEntriesOf(counted);
  }

  @Test
  void three_replies_are_empty_in_print_and_in_the_tables() {
    assertThat(
            Stream.of("ST002", "ST024", "ST100").map(c -> Spec.get().table(c + ".reply").fields()))
        .allMatch(List::isEmpty);
  }

  @Test
  void a_code_or_transaction_renamed_is_noticed() {
    for (String file :
        List.of(
            "transactions",
            "codes/ordertype",
            "codes/visittype",
            "codes/paystatus",
            "codes/medicaltype")) {
      List<String> lines = new ArrayList<>(FOLDER.lines(file + ".tsv"));
      lines.set(1, changed(lines.get(1).split("\t", -1), 1, name -> name + "甲"));
      assertThat(OUTLINE.differences(FOLDER.with(file + ".tsv", lines).spec())).hasSize(1);
    }
  }

  /**
   * Every fact is held: without any one row, or with any one cell changed, the comparison fails.
   */
  @ParameterizedTest
  @MethodSource("fieldTables")
  void a_change_in_any_row_is_noticed(String name) {
    List<String> lines = FOLDER.lines(fileOf(name));
    List<String> unnoticed = new ArrayList<>();
    for (int row = 1; row < lines.size(); row++) {
      String line = lines.get(row);
      if (!line.contains("\tdecisions ")) {
        List<String> without = new ArrayList<>(lines);
        without.remove(row);
        noteIfUnnoticed(name, without, "deleted: " + line, unnoticed);
        for (String changed : changes(line)) {
          List<String> with = new ArrayList<>(lines);
          with.set(row, changed);
          noteIfUnnoticed(name, with, "changed: " + changed, unnoticed);
        }
      }
    }
    assertThat(unnoticed).isEmpty();
  }

  static Stream<String> fieldTables() {
    return OUTLINE.tables().keySet().stream().filter(Outline::isFieldTable);
  }

  private static String fileOf(String name) {
    return (name.startsWith("ST") ? "transactions/" : "") + Outline.idOf(name) + ".tsv";
  }

  /** The name renamed, and for plain fields another type, length and requiredness. */
  private static List<String> changes(String line) {
    String[] cells = line.split("\t", -1);
    List<String> changes = new ArrayList<>();
    changes.add(changed(cells, 0, name -> name + "x"));
    changes.add(changed(cells, 1, chinese -> chinese + "甲"));
    changes.add(changed(cells, 4, required -> required.equals("yes") ? "no" : "yes"));
    if (!cells[6].matches("(table|rows):.*")) {
      changes.add(changed(cells, 2, type -> type.equals("Date") ? "String" : "Date"));
      changes.add(changed(cells, 3, length -> length.isEmpty() ? "1" : "1" + length));
    }
    return changes;
  }

  private static String changed(String[] cells, int column, UnaryOperator<String> change) {
    String[] copy = cells.clone();
    copy[column] = change.apply(copy[column]);
    return String.join("\t", copy);
  }

  private static void noteIfUnnoticed(
      String name, List<String> lines, String what, List<String> unnoticed) {
    Table changed = FOLDER.with(fileOf(name), lines).table(Outline.idOf(name));
    if (OUTLINE.differences(name, changed).isEmpty()) {
      unnoticed.add(what);
    }
  }
}
