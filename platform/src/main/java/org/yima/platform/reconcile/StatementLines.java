package org.yima.platform.reconcile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.yima.platform.ledger.Posting;
import org.yima.platform.store.Database;
import org.yima.platform.transaction.Call;
import org.yima.settlement.Money;

/**
 * The statement as a view of table {@code posting}, read row by row. A payment that was cancelled
 * is in the ledger twice, and here not at all.
 */
@Component
final class StatementLines {
  private static final String OF_CYCLE =
      """
      select cycle_no, kind, order_no, coalesce(reversal_no, settlement_no) as serial_no,
             posted_at, institution,
             institution + personal_account + cash + hospital_borne as funds,
             personal_account, cash
        from posting
       where district = ? and cycle_no = ? and settlement_no not in (
         select settlement_no from posting where district = ? and cycle_no = ? and kind = 'void')
       order by posting_no
      """;

  private final Database database;

  StatementLines(Database database) {
    this.database = database;
  }

  /** Hands every line over, in the order of posting; memory does not grow with their number. */
  void ofCycle(String district, String cycleNo, Consumer<StatementLine> take) {
    database.stream(OF_CYCLE, StatementLines::line, take, district, cycleNo, district, cycleNo);
  }

  private static StatementLine line(ResultSet row) throws SQLException {
    ZonedDateTime at =
        row.getObject("posted_at", OffsetDateTime.class).atZoneSameInstant(Call.ZONE);
    return new StatementLine(
        row.getString("cycle_no"),
        row.getString("kind"),
        row.getString("order_no"),
        Posting.serial(at, row.getLong("serial_no")),
        at.toLocalDate(),
        Money.ofFen(row.getLong("institution")),
        Money.ofFen(row.getLong("funds")),
        Money.ofFen(-row.getLong("personal_account")),
        Money.ofFen(-row.getLong("cash")));
  }
}
