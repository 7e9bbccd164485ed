package org.yima.platform.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Statements that leave for the database together and cost one round trip.
 *
 * <p>The statements are joined by {@code ;} into one prepared statement, which the driver sends as
 * one pipeline: parse, bind and execute of each, and a single sync. Two rules follow. A statement
 * sees what the ones before it did, since each takes its own snapshot. And the first that fails
 * ends the batch: the database skips all that follow, so a {@code COMMIT} at the end is reached
 * only if everything before it succeeded.
 *
 * <p>A joined text occurs once for each handler, not once for each call, because the parts never
 * depend on values. The driver therefore prepares it on the server once per connection.
 */
public final class Batch {
  private final StringBuilder sql = new StringBuilder();
  private final List<Object> parameters = new ArrayList<>();
  private final List<Answer<?>> answers = new ArrayList<>();

  /** Reads one row into a value. */
  @FunctionalInterface
  public interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Reads the one column of a statement that selects bytes. */
  public static final Row<byte[]> BYTES = row -> row.getBytes(1);

  /** What a statement will have returned once its batch has run. */
  public static final class Answer<T> {
    private final Row<T> reader;
    private @Nullable List<T> rows;
    private int changed;

    private Answer(Row<T> reader) {
      this.reader = reader;
    }

    /** All rows, in the statement's order. */
    public List<T> rows() {
      if (rows == null) {
        throw new IllegalStateException("the batch has not run yet");
      }
      return rows;
    }

    /** The row of a statement that finds at most one. */
    public Optional<T> found() {
      return rows().stream().findFirst();
    }

    /** How many rows an insert, update or delete changed. */
    public int changed() {
      rows();
      return changed;
    }
  }

  /** Adds a query; {@code reader} is called once for each row. */
  public <T> Answer<T> ask(String statement, Row<T> reader, @Nullable Object... values) {
    var answer = new Answer<>(reader);
    answers.add(answer);
    append(statement, values);
    return answer;
  }

  /** Adds a statement that changes rows. */
  public Answer<Void> tell(String statement, @Nullable Object... values) {
    return ask(
        statement,
        row -> {
          throw new SQLException("no rows were expected");
        },
        values);
  }

  public boolean isEmpty() {
    return answers.isEmpty();
  }

  private void append(String statement, @Nullable Object... values) {
    if (!sql.isEmpty()) {
      sql.append(";\n");
    }
    sql.append(statement.strip());
    for (Object value : values) {
      parameters.add(value == null ? Null.INSTANCE : value);
    }
  }

  /** Sends everything at once and fills the answers. */
  void run(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql.toString())) {
      for (int i = 0; i < parameters.size(); i++) {
        Object value = parameters.get(i);
        statement.setObject(i + 1, value == Null.INSTANCE ? null : value);
      }
      boolean hasRows = statement.execute();
      for (Answer<?> answer : answers) {
        take(statement, hasRows, answer);
        hasRows = statement.getMoreResults();
      }
    }
  }

  private static <T> void take(PreparedStatement statement, boolean hasRows, Answer<T> answer)
      throws SQLException {
    List<T> rows = new ArrayList<>();
    if (hasRows) {
      try (ResultSet result = statement.getResultSet()) {
        while (result.next()) {
          rows.add(answer.reader.read(result));
        }
      }
    } else {
      answer.changed = Math.max(0, statement.getUpdateCount());
    }
    answer.rows = rows;
  }

  private enum Null {
    INSTANCE
  }
}
