package org.yima.sandbox;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The database behind a sandbox, looked at past the server. */
final class Tables implements AutoCloseable {
  private final Connection connection;
  private final String everything;

  Tables(Sandbox sandbox) {
    try {
      connection = DriverManager.getConnection(sandbox.databaseUrl());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    // Failed openings are counted, events numbered and delivered, and exchanges entered in the
    // audit
    // trail and sealed, beside or some time later.
    everything =
        ask(
                """
                select table_name from information_schema.tables
                 where table_schema = 'public' and table_name not in
                   ('failed_opening', 'outbox', 'event_sequence', 'delivery')
                   and table_name not like 'audit%'
                """)
            .stream()
            .map(row -> row.getFirst())
            .map(Tables::digest)
            .collect(Collectors.joining(" union all "));
  }

  /** A prepared order may expire at any moment, which is not what a test looks at. */
  private static String digest(String table) {
    String row =
        table.equals("payment_order")
            ? "(to_jsonb(t) || jsonb_build_object('state', replace(t.state, '3', '1')))::text"
            : "t::text";
    return """
    select '%1$s', count(*) || ' rows ' || coalesce(md5(string_agg(%2$s, '' order by %2$s)), '')
      from %1$s t
    """
        .formatted(table, row);
  }

  /** Every table with its number of rows and a digest of what they hold. */
  Map<String, String> contents() {
    Map<String, String> contents = new TreeMap<>();
    ask(everything).forEach(row -> contents.put(row.get(0), row.get(1)));
    return contents;
  }

  /** Rows as texts. */
  List<List<String>> ask(String query, Object... values) {
    try (PreparedStatement statement = prepared(query, values);
        ResultSet found = statement.executeQuery()) {
      List<List<String>> rows = new ArrayList<>();
      while (found.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
          row.add(String.valueOf(found.getString(i)));
        }
        rows.add(row);
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
  }

  /** The one value of a query. */
  String one(String query, Object... values) {
    return ask(query, values).getFirst().getFirst();
  }

  /** Changes something that no transaction of the interface can change yet, or never may. */
  void tell(String change, Object... values) {
    try (PreparedStatement statement = prepared(change, values)) {
      statement.execute();
    } catch (SQLException e) {
      throw new IllegalStateException(change, e);
    }
  }

  private PreparedStatement prepared(String text, Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(text);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
