package org.yima.protocol.spec;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * {@code spec/outline.tsv}: what the interface's text prints, drawn from it mechanically, and the
 * comparison of the tables with it. Everything in which the tables differ from the print on purpose
 * is listed here, by name.
 */
final class Outline {
  /** Rows that print the element around a table, which is not one of its fields. */
  private static final Map<String, String> CONTAINERS =
      Map.of("4.4 orderdata", "orderdata", "4.5 aptorderackdata", "aptorderackdata");

  /** Names that 4.5 prints a second time in the same block; they are written once. */
  private static final List<String> PRINTED_TWICE =
      List.of("4.5 registerret 67 BAC046", "4.5 registerret 68 BAA083");

  /** Type names that are spelled several ways. */
  private static final Map<String, String> TYPES =
      Map.of(
          "VARCHAR",
          "String",
          "VARHCHAR",
          "String",
          "STRING",
          "String",
          "NUMBER",
          "Number",
          "DATE",
          "Date");

  /** Elements that hold others: printed without type; and the prose that stands for their name. */
  private static final List<String> GROUPS = List.of("Table", "Rows");

  /** Signatures are written as the sample 1.1.5 spells them, not as the table 1.1.3 does. */
  private static final Map<String, String> AS_IN_THE_SAMPLE =
      Map.of("infosysysignature", "infosyssignature", "pltfirmsignature", "pltfmsignature");

  /** The reply of ST099 prints a sentence in place of the name. */
  private static final String UNNAMED_FILE = "ST099.reply file";

  /** One printed row. */
  record Printed(
      String table,
      String row,
      String name,
      String chinese,
      String type,
      String length,
      String required) {
    String place() {
      return table + " " + row + " " + name;
    }
  }

  private final Map<String, List<Printed>> tables;

  private Outline(Map<String, List<Printed>> tables) {
    this.tables = tables;
  }

  static Outline of(SpecFolder folder) {
    return new Outline(
        folder.lines("outline.tsv").stream()
            .skip(1)
            .map(line -> line.split("\t", -1))
            .map(c -> new Printed(c[0], c[1], c[2], c[3], c[4], c[5], c[6]))
            .collect(groupingBy(Printed::table, LinkedHashMap::new, toList())));
  }

  Map<String, List<Printed>> tables() {
    return tables;
  }

  /** In what the tables differ from the print; empty if in nothing. */
  List<String> differences(Spec spec) {
    List<String> differences = new ArrayList<>();
    for (String name : tables.keySet()) {
      if (isFieldTable(name)) {
        differences.addAll(differences(name, spec.table(idOf(name))));
      } else {
        differences.addAll(compare(name, lines(name), lines(name, spec)));
      }
    }
    return differences;
  }

  /** In what one table of fields differs from the print. */
  List<String> differences(String name, Table table) {
    List<String> actual =
        table.fields().stream()
            .filter(field -> !field.section().startsWith("decisions"))
            .map(Outline::field)
            .toList();
    return compare(name, fields(name, rows(name), table), actual);
  }

  /** Whether this is a table of fields: a transaction's, or one of 4.4 and 4.5. */
  static boolean isFieldTable(String name) {
    return name.matches("(ST|4\\.[45] ).*");
  }

  private List<Printed> rows(String name) {
    return tables.getOrDefault(name, List.of());
  }

  private static List<String> compare(String name, List<String> expected, List<String> actual) {
    if (expected.equals(actual)) {
      return List.of();
    }
    List<String> lost = new ArrayList<>(expected);
    lost.removeAll(actual);
    List<String> added = new ArrayList<>(actual);
    added.removeAll(expected);
    return List.of(
        name + ": printed but not in spec " + lost + ", in spec but not printed " + added);
  }

  /** What is printed in lists that are not tables of fields. */
  private List<String> lines(String name) {
    Stream<Printed> rows = rows(name).stream();
    return switch (name) {
      case "1.1.3" ->
          rows.map(r -> message(r, AS_IN_THE_SAMPLE.getOrDefault(r.name(), r.name())))
              .sorted()
              .toList();
      case "3.3.2.2" -> rows.map(Printed::chinese).toList();
      default -> rows.map(r -> r.name() + " " + plain(r.chinese())).toList();
    };
  }

  private static String message(Printed row, String name) {
    return name + " " + row.chinese() + " " + row.type() + " " + row.length();
  }

  private static List<String> fields(String name, List<Printed> rows, Table table) {
    return rows.stream()
        .filter(row -> !row.name().equals("transdata"))
        .filter(row -> !row.name().equals(CONTAINERS.get(name)))
        .filter(row -> !PRINTED_TWICE.contains(row.place()))
        .map(row -> printed(row, table))
        .toList();
  }

  private static String printed(Printed row, Table table) {
    String type = TYPES.getOrDefault(row.type(), row.type());
    String chinese =
        UNNAMED_FILE.equals(table.id() + " " + row.name()) ? "对账文件" : plain(row.chinese());
    return row.name() + " " + chinese + " " + type + " " + row.length() + " " + row.required();
  }

  /** What the tables say in the same lists. */
  private static List<String> lines(String name, Spec spec) {
    return switch (name) {
      case "1.1.3" -> messageFields(spec);
      case "1.1.4" ->
          spec.transactions().stream()
              .filter(t -> t.section().startsWith("3."))
              .map(t -> t.code() + " " + plain(t.chineseName()))
              .toList();
      case "3.3.2.2" -> spec.table("statement").fields().stream().map(Field::chineseName).toList();
      case "4.1" -> codes(spec.codes("ordertype"));
      case "4.2" -> codes(spec.codes("visittype"));
      case "4.3" -> codes(spec.codes("paystatus"));
      case "4.6" -> codes(spec.codes("medicaltype"));
      default -> throw new IllegalArgumentException("the outline has an unknown table " + name);
    };
  }

  private static List<String> messageFields(Spec spec) {
    List<Field> fields = new ArrayList<>(spec.table("message.request").fields());
    fields.addAll(spec.table("message.reply").fields());
    return fields.stream()
        .filter(field -> field.section().equals("1.1.3"))
        .map(f -> f.name() + " " + f.chineseName() + " " + typeOf(f) + " " + f.length())
        .sorted()
        .toList();
  }

  private static List<String> codes(CodeTable table) {
    return table.codes().stream().map(c -> c.code() + " " + plain(c.chineseName())).toList();
  }

  private static String field(Field field) {
    String required =
        switch (field.required()) {
          case YES -> "N";
          case NO -> "Y";
          case DEPENDS -> "Y/N";
          case NOT_PRINTED -> "";
        };
    return String.join(
        " ", field.name(), plain(field.chineseName()), typeOf(field), field.length(), required);
  }

  private static String typeOf(Field field) {
    return GROUPS.contains(field.printedType()) ? "" : field.printedType();
  }

  /** Blanks, slashes and the width of parentheses come from the page layout. */
  private static String plain(String chinese) {
    return chinese.replaceAll("[\\s/]", "").replace('（', '(').replace('）', ')');
  }

  /** {@code ST007 request} is ST007.request, {@code 4.5 balanceret} aptorderackdata.balanceret. */
  static String idOf(String name) {
    return switch (name) {
      case "4.4 orderdata" -> "orderdata";
      case "4.5 aptorderackdata" -> "aptorderackdata";
      default ->
          name.replace("4.4 ", "orderdata.").replace("4.5 ", "aptorderackdata.").replace(' ', '.');
    };
  }
}
