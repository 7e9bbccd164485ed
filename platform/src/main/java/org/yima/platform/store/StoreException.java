package org.yima.platform.store;

import java.sql.SQLException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * The database refused or failed. The message carries the SQL state and never a value: error texts
 * of a database quote the row that failed, and rows hold personal data.
 */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What the caller can do about it. */
  public enum Kind {
    /** Another transaction inserted the same key first: read again. */
    DUPLICATE,
    /** A lock was not to be had in time, or the server undid a deadlock: ask again later. */
    BUSY,
    /** An invariant held by the database would have been broken. */
    VIOLATION,
    /** Anything else: no connection, no disk, a defect of ours. */
    BROKEN
  }

  private final Kind kind;

  private StoreException(Kind kind, String state, Throwable cause) {
    super("database: " + kind + ", SQL state " + state, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }

  static StoreException of(SQLException e) {
    String state = e.getSQLState() == null ? "none" : e.getSQLState();
    Kind kind =
        switch (state) {
          case "23505" -> Kind.DUPLICATE;
          case "55P03", "40P01", "40001" -> Kind.BUSY;
          default -> state.startsWith("23") ? Kind.VIOLATION : Kind.BROKEN;
        };
    return new StoreException(kind, state, new SQLException(hint(e), state));
  }

  /**
   * For a broken constraint or a bad value the names of table and constraint, which are ours,
   * instead of the message, which quotes the row. Other messages quote no row.
   */
  private static String hint(SQLException e) {
    boolean quotesRows = e.getSQLState() != null && e.getSQLState().matches("2[23].*");
    if (!quotesRows) {
      return String.valueOf(e.getMessage());
    }
    if (e instanceof PSQLException p && p.getServerErrorMessage() != null) {
      ServerErrorMessage server = p.getServerErrorMessage();
      return "table " + server.getTable() + ", constraint " + server.getConstraint();
    }
    return e.getClass().getSimpleName();
  }
}
