package org.yima.policy.report;

import java.util.ArrayList;
import java.util.List;

/** Rows whose columns line up in a terminal, where a Chinese character is two columns wide. */
final class Table {

  private static final String GAP = "  ";

  /** A row of cells, or a note: a single text that takes the whole width. */
  private sealed interface Row {}

  private record Cells(List<String> cells) implements Row {}

  private record Note(String text) implements Row {}

  private final String indent;
  private final String columns;
  private final List<Row> rows = new ArrayList<>();

  /**
   * @param columns one letter for each: {@code l}, to the left, or {@code r}, to the right
   */
  Table(String indent, String columns) {
    this.indent = indent;
    this.columns = columns;
  }

  Table row(String... cells) {
    if (cells.length != columns.length()) {
      throw new IllegalArgumentException(cells.length + " cells for " + columns);
    }
    rows.add(new Cells(List.of(cells)));
    return this;
  }

  /** Below the row before. */
  Table note(String text) {
    rows.add(new Note(text));
    return this;
  }

  @Override
  public String toString() {
    int[] widths = widths();
    var text = new StringBuilder();
    for (Row row : rows) {
      text.append(indent).append(line(row, widths)).append('\n');
    }
    return text.toString();
  }

  private int[] widths() {
    int[] widths = new int[columns.length()];
    for (Row row : rows) {
      if (row instanceof Cells(List<String> cells)) {
        for (int i = 0; i < widths.length; i++) {
          widths[i] = Math.max(widths[i], width(cells.get(i)));
        }
      }
    }
    return widths;
  }

  private String line(Row row, int[] widths) {
    return switch (row) {
      case Note note -> GAP + note.text();
      case Cells(List<String> cells) -> {
        var line = new ArrayList<String>();
        for (int i = 0; i < widths.length; i++) {
          line.add(padded(cells.get(i), widths[i], columns.charAt(i) == 'r'));
        }
        yield String.join(GAP, line).stripTrailing();
      }
    };
  }

  private static String padded(String text, int width, boolean right) {
    String blanks = " ".repeat(width - width(text));
    return right ? blanks + text : text + blanks;
  }

  static int width(String text) {
    return text.codePoints().map(each -> each >= 0x2E80 ? 2 : 1).sum();
  }
}
