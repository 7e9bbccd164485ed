package org.yima.platform.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One kind of file: its columns, the table they go to, and what must hold. A new column of a table
 * is one line in {@link Kinds}.
 *
 * @param name of the kind, as the command takes it
 * @param keys the columns that tell rows apart
 * @param derived what is stored but does not stand in the file
 * @param checks tried on the whole file before anything is written
 * @param afterwards tried when all is written, before it is committed
 * @param merge the statements that write, each for a range of lines; one that answers with a row
 *     gives how many rows of the file were new and how many changed something
 * @param chunk lines that are committed together; 0: the whole file
 */
record Kind(
    String name,
    String chinese,
    String table,
    List<Column> columns,
    List<String> keys,
    List<Derived> derived,
    List<Check> checks,
    List<Check> afterwards,
    List<String> merge,
    int chunk) {

  /** A row of the file by its columns' names; an empty cell is null or its default. */
  @FunctionalInterface
  interface Cells {
    @Nullable String get(String column);
  }

  /**
   * A stored value made from others.
   *
   * @param compared whether a change of it makes the row changed
   */
  record Derived(
      String name, String sql, boolean compared, Function<Cells, @Nullable String> make) {}

  /**
   * What may not be.
   *
   * @param sentence for whoever must mend the file
   * @param query gives the numbers of the bad lines of {@code incoming i}
   */
  record Check(String sentence, String query) {}

  static Kind of(String name, String chinese, String table, List<String> keys, Column... columns) {
    var kind =
        new Kind(
            name,
            chinese,
            table,
            List.of(columns),
            keys,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            0);
    return kind.check(
        "与前面的行重复",
        "select line from (select line, row_number() over (partition by "
            + String.join(", ", keys)
            + " order by line) as nth from incoming) i where nth > 1");
  }

  Kind derive(Derived... more) {
    List<Derived> all = joined(derived, List.of(more));
    return new Kind(name, chinese, table, columns, keys, all, checks, afterwards, merge, chunk);
  }

  Kind check(String sentence, String query) {
    List<Check> all = joined(checks, List.of(new Check(sentence, query)));
    return new Kind(name, chinese, table, columns, keys, derived, all, afterwards, merge, chunk);
  }

  /** The row that a line names must be there, by the columns that both have. */
  Kind needs(String other, String sentence, String... by) {
    return check(
        sentence,
        "select line from incoming i where not exists (select from %s o where (%s) = (%s))"
            .formatted(other, "o." + String.join(", o.", by), "i." + String.join(", i.", by)));
  }

  Kind afterwards(String sentence, String query) {
    List<Check> all = joined(afterwards, List.of(new Check(sentence, query)));
    return new Kind(name, chinese, table, columns, keys, derived, checks, all, merge, chunk);
  }

  /** Periods of one thing may not overlap. */
  Kind withoutOverlap(String sentence, String... owner) {
    return afterwards(
        sentence,
        """
        select distinct i.line from incoming i join %s o on (%s) = (%s)
         where o.valid_from <> i.valid_from
           and daterange(o.valid_from, o.valid_to, '[]')
               && daterange(i.valid_from, i.valid_to, '[]')
        """
            .formatted(
                table, "o." + String.join(", o.", owner), "i." + String.join(", i.", owner)));
  }

  Kind merge(String... statements) {
    return new Kind(
        name,
        chinese,
        table,
        columns,
        keys,
        derived,
        checks,
        afterwards,
        joined(merge, List.of(statements)),
        chunk);
  }

  Kind inChunksOf(int lines) {
    return new Kind(name, chinese, table, columns, keys, derived, checks, afterwards, merge, lines);
  }

  /** Columns of the table {@code incoming} with their types, in order. */
  Map<String, String> stored() {
    var stored = new LinkedHashMap<String, String>();
    columns.stream()
        .filter(Column::stored)
        .forEach(column -> stored.put(column.name(), column.type().sql()));
    derived.forEach(each -> stored.put(each.name(), each.sql()));
    return stored;
  }

  /**
   * Inserts what is new and changes what differs; gives how many rows are new and how many changed.
   *
   * @param computed columns that the table has beside, with the expression they are set to
   */
  String upsert(Map<String, String> computed) {
    List<String> names = new ArrayList<>(stored().keySet());
    List<String> values = new ArrayList<>(names.stream().map(name -> "i." + name).toList());
    computed.forEach((name, expression) -> {
      names.add(name);
      values.add(expression);
    });
    List<String> others = names.stream().filter(name -> !keys.contains(name)).toList();
    List<String> compared = others.stream().filter(name -> isCompared(name, computed)).toList();
    return """
    with done as (
      insert into %1$s (%2$s) select %3$s from incoming i where i.line > ? and i.line <= ?
      on conflict (%4$s) do update set %5$s
       where (%6$s) is distinct from (%7$s)
      returning (xmax = 0) as fresh)
    select count(*) filter (where fresh), count(*) filter (where not fresh) from done
    """
        .formatted(
            table,
            String.join(", ", names),
            String.join(", ", values),
            String.join(", ", keys),
            others.stream()
                .map(name -> name + " = excluded." + name)
                .collect(Collectors.joining(", ")),
            table + "." + String.join(", " + table + ".", compared),
            "excluded." + String.join(", excluded.", compared));
  }

  private boolean isCompared(String name, Map<String, String> computed) {
    return !computed.containsKey(name)
        && derived.stream().noneMatch(each -> each.name().equals(name) && !each.compared());
  }

  private static <T> List<T> joined(List<T> some, List<T> more) {
    var all = new ArrayList<>(some);
    all.addAll(more);
    return List.copyOf(all);
  }
}
