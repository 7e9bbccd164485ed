package org.yima.protocol.spec;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Reads {@code spec/}. A table may refer to others; those are read first, whatever the order of the
 * files, and a circle is refused. Every mistake is reported with file and line.
 */
final class SpecReader implements Field.Resolver {
  private final UnaryOperator<String> files;
  private final Map<String, Tsv.Row> listed = new LinkedHashMap<>();
  private final Map<String, Table> tables = new HashMap<>();
  private final Map<String, CodeTable> codes = new HashMap<>();
  private final Map<String, List<String>> aliases = new HashMap<>();
  private final Set<String> underway = new HashSet<>();

  /**
   * @param files gives the content of a file by its path below {@code spec/}
   */
  SpecReader(UnaryOperator<String> files) {
    this.files = files;
    for (Tsv.Row row : rows("tables")) {
      listed.put(row.get("file"), row);
    }
    for (Tsv.Row row : rows("aliases")) {
      // Spellings of one name stand for one another, whichever of them a table prints.
      alias(row.get("name"), row.get("alias"));
      alias(row.get("alias"), row.get("name"));
    }
  }

  private void alias(String name, String alias) {
    aliases.computeIfAbsent(name, key -> new ArrayList<>()).add(alias);
  }

  Spec read() {
    Map<String, Table> orderedTables = new LinkedHashMap<>();
    Map<String, CodeTable> orderedCodes = new LinkedHashMap<>();
    for (String file : listed.keySet()) {
      String id = Spec.idOf(file);
      if (file.startsWith("codes/")) {
        orderedCodes.put(id, codes(id));
      } else {
        orderedTables.put(id, table(id));
      }
    }
    return new Spec(readTransactions(), orderedTables, orderedCodes);
  }

  private Map<String, TransactionSpec> readTransactions() {
    Map<String, TransactionSpec> transactions = new LinkedHashMap<>();
    for (Tsv.Row row : rows("transactions")) {
      String code = row.get("code");
      transactions.put(
          code, new TransactionSpec(row, table(code + ".request"), table(code + ".reply")));
    }
    return transactions;
  }

  @Override
  public Table table(String id) {
    Table known = tables.get(id);
    if (known != null) {
      return known;
    }
    if (!underway.add(id)) {
      throw new IllegalStateException("table " + id + " holds itself");
    }
    Tsv.Row row = listing(id, "");
    Table table = new Table(row, fields(row.get("file")));
    tables.put(id, table);
    return table;
  }

  private List<Field> fields(String file) {
    List<Field> fields = new ArrayList<>();
    for (Tsv.Row row : rows(file)) {
      try {
        fields.add(
            new Field(
                row, aliases.getOrDefault(row.get("name"), Collections.<String>emptyList()), this));
      } catch (IllegalArgumentException mistake) {
        throw new IllegalStateException(row.place() + ": " + mistake.getMessage(), mistake);
      }
    }
    return fields;
  }

  @Override
  public CodeTable codes(String id) {
    CodeTable known = codes.get(id);
    if (known == null) {
      Tsv.Row row = listing(id, "codes/");
      known = new CodeTable(row, rows(row.get("file")));
      codes.put(id, known);
    }
    return known;
  }

  private Tsv.Row listing(String id, String folder) {
    for (String candidate : new String[] {folder + id, "transactions/" + id}) {
      Tsv.Row row = listed.get(candidate);
      if (row != null) {
        return row;
      }
    }
    throw new IllegalArgumentException("no table " + id + " in tables.tsv");
  }

  private List<Tsv.Row> rows(String file) {
    return Tsv.rows(file + ".tsv", files.apply(file + ".tsv"));
  }
}
