package org.yima.platform.store;

import java.io.Closeable;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

/**
 * One connection for work on many rows, which may take long and may commit more than once. Never
 * used on the paying path.
 */
public final class Bulk {
  private final Connection connection;

  Bulk(Connection connection) {
    this.connection = connection;
  }

  /** Runs one statement; returns how many rows it changed. */
  public long tell(String statement, @Nullable Object... values) {
    try (PreparedStatement prepared = prepared(statement, values)) {
      return prepared.execute() ? 0 : Math.max(0, prepared.getLargeUpdateCount());
    } catch (SQLException e) {
      throw StoreException.of(e);
    }
  }

  /**
   * Runs one statement; if it answers with a row, its numbers are added to {@code counts}, column
   * by column.
   */
  public void count(String statement, long[] counts, @Nullable Object... values) {
    try (PreparedStatement prepared = prepared(statement, values)) {
      if (prepared.execute()) {
        try (ResultSet row = prepared.getResultSet()) {
          row.next();
          for (int i = 0; i < counts.length; i++) {
            counts[i] += row.getLong(i + 1);
          }
        }
      }
    } catch (SQLException e) {
      throw StoreException.of(e);
    }
  }

  /** Runs statements that others write as well. */
  public void run(Batch batch) {
    try {
      batch.run(connection);
    } catch (SQLException e) {
      throw StoreException.of(e);
    }
  }

  public <T> List<T> ask(String statement, Batch.Row<T> reader, @Nullable Object... values) {
    try (PreparedStatement prepared = prepared(statement, values);
        ResultSet rows = prepared.executeQuery()) {
      List<T> all = new ArrayList<>();
      while (rows.next()) {
        all.add(reader.read(rows));
      }
      return all;
    } catch (SQLException e) {
      throw StoreException.of(e);
    }
  }

  private PreparedStatement prepared(String statement, @Nullable Object... values)
      throws SQLException {
    PreparedStatement prepared = connection.prepareStatement(statement);
    for (int i = 0; i < values.length; i++) {
      prepared.setObject(i + 1, values[i]);
    }
    return prepared;
  }

  public void commit() {
    try {
      connection.commit();
    } catch (SQLException e) {
      throw StoreException.of(e);
    }
  }

  public void rollback() {
    try {
      connection.rollback();
    } catch (SQLException e) {
      throw StoreException.of(e);
    }
  }

  /**
   * Begins to send rows into a table.
   *
   * @param into table and columns, such as {@code t (a, b)}
   */
  public Rows copy(String into) {
    try {
      var copies = new CopyManager(connection.unwrap(BaseConnection.class));
      return new Rows(copies.copyIn("copy " + into + " from stdin"));
    } catch (SQLException e) {
      throw StoreException.of(e);
    }
  }

  /** Rows on their way. Closed without {@link #finish}, none of them arrives. */
  public static final class Rows implements Closeable {
    private final CopyIn copy;
    private final StringBuilder line = new StringBuilder();

    private Rows(CopyIn copy) {
      this.copy = copy;
    }

    /** Sends one row; null is null. */
    public void add(List<@Nullable String> cells) {
      line.setLength(0);
      for (int i = 0; i < cells.size(); i++) {
        line.append(i == 0 ? "" : "\t");
        append(cells.get(i));
      }
      byte[] bytes = line.append('\n').toString().getBytes(StandardCharsets.UTF_8);
      try {
        copy.writeToCopy(bytes, 0, bytes.length);
      } catch (SQLException e) {
        throw StoreException.of(e);
      }
    }

    private void append(@Nullable String cell) {
      if (cell == null) {
        line.append("\\N");
        return;
      }
      for (int i = 0; i < cell.length(); i++) {
        char c = cell.charAt(i);
        switch (c) {
          case '\\' -> line.append("\\\\");
          case '\t' -> line.append("\\t");
          case '\n' -> line.append("\\n");
          case '\r' -> line.append("\\r");
          default -> line.append(c);
        }
      }
    }

    public void finish() {
      try {
        copy.endCopy();
      } catch (SQLException e) {
        throw StoreException.of(e);
      }
    }

    @Override
    public void close() {
      try {
        if (copy.isActive()) {
          copy.cancelCopy();
        }
      } catch (SQLException e) {
        throw StoreException.of(e);
      }
    }
  }
}
