package org.yima.platform.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.yima.platform.store.StoreException.Kind;

/** What the database refused, by SQL state; and that its words about a row go no further. */
class StoreExceptionTest {
  private static final String ROW = "Key (district, order_no)=(990000, 测试甲) already exists.";

  @ParameterizedTest
  @CsvSource({
    "23505, DUPLICATE, the same key was inserted by another",
    "55P03, BUSY,      a lock was not to be had",
    "40P01, BUSY,      a deadlock was undone",
    "40001, BUSY,      a serialisation was undone",
    "23514, VIOLATION, a check",
    "23503, VIOLATION, a foreign key",
    "23502, VIOLATION, a null",
    "22003, BROKEN,    a number out of range",
    "08006, BROKEN,    no connection",
    "53100, BROKEN,    no disk",
    "42P01, BROKEN,    no such table",
    "57014, BROKEN,    cancelled",
  })
  void a_state_has_a_kind(String state, Kind kind, String because) {
    var exception = StoreException.of(new SQLException(because, state));
    assertThat(exception.kind()).isEqualTo(kind);
    assertThat(exception).hasMessage("database: " + kind + ", SQL state " + state);
  }

  @Test
  void an_error_without_a_state_is_broken() {
    assertThat(StoreException.of(new SQLException("the driver's own")).kind())
        .isEqualTo(Kind.BROKEN);
  }

  /** Classes 22 and 23 quote values of the row: from the server, and from the driver alone. */
  @ParameterizedTest
  @ValueSource(strings = {"22001", "22003", "22021", "22P02", "23502", "23505", "23514"})
  void a_quoted_row_is_never_in_the_trace(String state) {
    assertThat(trace(server(state))).doesNotContain("测试甲", "990000");
    assertThat(trace(new SQLException(ROW, state))).doesNotContain("测试甲", "990000");
  }

  /** The names of tables and constraints are ours and say what to look for. */
  @Test
  void the_broken_constraint_is_named() {
    assertThat(trace(server("23505")))
        .contains("table payment_order, constraint payment_order_pkey");
  }

  @Test
  void other_messages_say_what_happened() {
    var lost = new SQLException("connection refused", "08001");
    assertThat(trace(lost)).contains("connection refused");
  }

  private static PSQLException server(String state) {
    String fields =
        String.join(
            "\0",
            "SERROR",
            "C" + state,
            "Mduplicate key value: " + ROW,
            "D" + ROW,
            "tpayment_order",
            "npayment_order_pkey",
            "");
    return new PSQLException(new ServerErrorMessage(fields));
  }

  private static String trace(SQLException e) {
    var text = new StringWriter();
    StoreException.of(e).printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
