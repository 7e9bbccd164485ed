package org.yima.client;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yima.protocol.Form;

/**
 * ST042 的一次下载：目录在某版本之后的变化。
 *
 * <p>What has changed in a catalogue. Rows are told apart by {@code code} and {@code from}; a row
 * that is here replaces the one that was known.
 */
public final class CatalogueUpdate {
  /** Longest text; the national catalogues together have about 60 MB. */
  private static final int MAX_TEXT = 256 << 20;

  private final String version;
  private final List<Map<String, String>> rows;

  CatalogueUpdate(String version, List<Map<String, String>> rows) {
    this.version = version;
    this.rows = Collections.unmodifiableList(rows);
  }

  static CatalogueUpdate read(Form reply) throws UnreadableAnswer {
    Values values = Values.of(reply);
    String text = StatementFile.unpack(values.required("file"), MAX_TEXT).text();
    return new CatalogueUpdate(values.required("version"), rows(text));
  }

  /** Lines ended by CR LF, cells separated by tabs; the first line names the columns. */
  static List<Map<String, String>> rows(String text) throws UnreadableAnswer {
    List<String> names = Collections.emptyList();
    List<Map<String, String>> rows = new ArrayList<>();
    for (int from = 0; from < text.length(); ) {
      int end = text.indexOf("\r\n", from);
      if (end < 0) {
        throw new UnreadableAnswer("file: the last line is cut off");
      }
      List<String> cells = Arrays.asList(text.substring(from, end).split("\t", -1));
      if (names.isEmpty()) {
        names = cells;
      } else {
        rows.add(row(names, cells, rows.size() + 2));
      }
      from = end + 2;
    }
    return rows;
  }

  private static Map<String, String> row(List<String> names, List<String> cells, int line)
      throws UnreadableAnswer {
    if (cells.size() != names.size() || !names.contains("code") || !names.contains("from")) {
      throw new UnreadableAnswer("file: line " + line + " does not fit its header");
    }
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      row.put(names.get(i), cells.get(i));
    }
    return Collections.unmodifiableMap(row);
  }

  /** 版本: give it as {@code afterVersion} next time. */
  public String version() {
    return version;
  }

  /** The changed rows by the names of their columns. */
  public List<Map<String, String>> rows() {
    return rows;
  }
}
