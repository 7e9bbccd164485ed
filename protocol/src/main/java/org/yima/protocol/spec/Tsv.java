package org.yima.protocol.spec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One table of {@code spec/}: lines of cells separated by tabs, of which the first names them. */
final class Tsv {
  private Tsv() {}

  /** The rows below the first line, each by column name. */
  static List<Row> rows(String file, String content) {
    String[] lines = content.split("\r?\n", 0);
    List<String> columns = Arrays.asList(lines[0].split("\t", -1));
    List<Row> rows = new ArrayList<>();
    for (int line = 1; line < lines.length; line++) {
      rows.add(row(file + ":" + (line + 1), columns, lines[line].split("\t", -1)));
    }
    return rows;
  }

  private static Row row(String place, List<String> columns, String[] cells) {
    if (cells.length != columns.size()) {
      throw new IllegalStateException(
          place + " has " + cells.length + " cells instead of " + columns.size());
    }
    Map<String, String> byName = new HashMap<>();
    for (int column = 0; column < cells.length; column++) {
      byName.put(columns.get(column), cells[column]);
    }
    return new Row(place, byName);
  }

  /** One line of a table. Columns that the table does not have are empty. */
  static final class Row {
    private final String place;
    private final Map<String, String> cells;

    Row(String place, Map<String, String> cells) {
      this.place = place;
      this.cells = Collections.unmodifiableMap(cells);
    }

    String get(String column) {
      return cells.getOrDefault(column, "");
    }

    /** File and line, for error messages. */
    String place() {
      return place;
    }
  }
}
