package org.yima.platform.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * Lends connections in the order in which they are asked for. The pool alone lets whoever asks at
 * the right moment overtake those who have waited longer, so that under load one payment in a
 * hundred waits many times as long as the others.
 */
final class Turns {
  private final DataSource source;
  private final Semaphore free;
  private final Duration longest;

  /**
   * @param connections as many as the source has
   * @param longest after which waiting fails
   */
  Turns(DataSource source, int connections, Duration longest) {
    this.source = source;
    this.free = new Semaphore(connections, true);
    this.longest = longest;
  }

  /** A connection until it is closed. */
  record Lent(Connection connection, Semaphore free) implements AutoCloseable {
    @Override
    public void close() throws SQLException {
      try {
        connection.close();
      } finally {
        free.release();
      }
    }
  }

  /**
   * Waits for a connection.
   *
   * @throws SQLException if there was none in time
   */
  Lent next() throws SQLException {
    await();
    try {
      return new Lent(source.getConnection(), free);
    } catch (SQLException | RuntimeException e) {
      free.release();
      throw e;
    }
  }

  private void await() throws SQLException {
    try {
      if (!free.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new SQLTransientConnectionException("no connection became free in " + longest);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLTransientConnectionException("interrupted while waiting for a connection", e);
    }
  }
}
