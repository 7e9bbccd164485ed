package org.yima.platform.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.yima.platform.store.Turns.Lent;

/**
 * The one way to the database. Nothing here retries: what a failure means for the caller is for the
 * caller to decide, and {@link StoreException} says enough to do so.
 */
public final class Database {
  private static final int FETCH = 1000;

  private final Turns turns;

  /** The connection of the transaction that this thread is in. */
  private final ScopedValue<Connection> open = ScopedValue.newInstance();

  Database(Turns turns) {
    this.turns = turns;
  }

  /** Work inside one database transaction. */
  @FunctionalInterface
  public interface Work<R> {
    R run(Session session);
  }

  /** One open transaction. */
  public static final class Session {
    private final Connection connection;
    private boolean committed;

    private Session(Connection connection) {
      this.connection = connection;
    }

    /** Runs a batch: one round trip. */
    public void run(Batch batch) {
      try {
        batch.run(connection);
      } catch (SQLException e) {
        throw StoreException.of(e);
      }
    }

    /** Runs a batch and commits in the same round trip. Nothing may follow it. */
    public void runAndCommit(Batch batch) {
      batch.tell("COMMIT");
      run(batch);
      committed = true;
    }
  }

  /** Runs work in a transaction; whatever it did not commit itself is rolled back. */
  public <R> R transaction(Work<R> work) {
    try (Lent lent = turns.next()) {
      Connection connection = lent.connection();
      connection.setAutoCommit(false);
      var session = new Session(connection);
      try {
        return ScopedValue.where(open, connection).call(() -> work.run(session));
      } finally {
        if (!session.committed) {
          connection.rollback();
        }
      }
    } catch (SQLException e) {
      throw StoreException.of(e);
    }
  }

  /**
   * Runs a batch that changes nothing: one round trip, each statement on its own. Inside a
   * transaction it takes that one's connection: were a second one needed, payments that hold all
   * connections could wait for each other.
   */
  public void query(Batch batch) {
    if (open.isBound()) {
      new Session(open.get()).run(batch);
      return;
    }
    try (Lent lent = turns.next()) {
      Connection connection = lent.connection();
      connection.setAutoCommit(true);
      batch.run(connection);
    } catch (SQLException e) {
      throw StoreException.of(e);
    }
  }

  /** Work on many rows, on a connection of its own and without the paying path's time limits. */
  @FunctionalInterface
  public interface BulkWork<R> {
    R run(Bulk bulk);
  }

  /** Runs work on many rows; whatever it did not commit is rolled back. */
  public <R> R bulk(BulkWork<R> work) {
    try (Lent lent = turns.next()) {
      Connection connection = lent.connection();
      connection.setAutoCommit(false);
      var bulk = new Bulk(connection);
      try {
        bulk.tell("set statement_timeout = 0");
        bulk.tell("set lock_timeout = '60s'");
        bulk.commit();
        return work.run(bulk);
      } finally {
        connection.rollback();
        bulk.tell("discard temporary");
        bulk.tell("reset statement_timeout");
        bulk.tell("reset lock_timeout");
        bulk.commit();
      }
    } catch (SQLException e) {
      throw StoreException.of(e);
    }
  }

  /** Reads a long result row by row, in one snapshot. */
  public <T> void stream(
      String statement, Batch.Row<T> reader, Consumer<T> take, Object... values) {
    try (Lent lent = turns.next()) {
      Connection connection = lent.connection();
      connection.setAutoCommit(false);
      connection.setReadOnly(true);
      try (PreparedStatement query = connection.prepareStatement(statement)) {
        query.setFetchSize(FETCH);
        for (int i = 0; i < values.length; i++) {
          query.setObject(i + 1, values[i]);
        }
        try (ResultSet rows = query.executeQuery()) {
          while (rows.next()) {
            take.accept(reader.read(rows));
          }
        }
      } finally {
        connection.rollback();
      }
    } catch (SQLException e) {
      throw StoreException.of(e);
    }
  }
}
