package org.yima.platform.notify;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.stereotype.Component;
import org.yima.platform.store.Batch;
import org.yima.platform.store.Batch.Answer;
import org.yima.platform.store.Database;
import org.yima.platform.transaction.Call;

/** Table {@code outbox}, as an institution follows it by number. */
@Component
final class PulledEvents {
  private static final String AFTER =
      """
      select event_no, event_seq, event, order_no from outbox
       where district = ? and hospcode = ? and event_seq > ? order by event_seq limit ?
      """;

  private final Database database;

  PulledEvents(Database database) {
    this.database = database;
  }

  /** One event that has its number. */
  record Numbered(String id, long seq, String event, String orderNo) {}

  /** The next events of the calling institution after a number. */
  Answer<Numbered> after(Batch reads, Call call, long seq, int most) {
    return reads.ask(
        AFTER,
        row -> numbered(row, call.district()),
        call.district(),
        call.institution().code(),
        seq,
        most);
  }

  boolean isAnyAfter(Call call, long seq) {
    var batch = new Batch();
    var found = after(batch, call, seq, 1);
    database.query(batch);
    return !found.rows().isEmpty();
  }

  private static Numbered numbered(ResultSet row, String district) throws SQLException {
    return new Numbered(
        district + "-" + row.getLong("event_no"),
        row.getLong("event_seq"),
        row.getString("event"),
        row.getString("order_no"));
  }
}
