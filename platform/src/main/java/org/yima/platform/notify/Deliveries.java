package org.yima.platform.notify;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yima.platform.notify.Sequences.Receiver;
import org.yima.platform.store.Batch;
import org.yima.platform.store.Database;

/** Tables {@code outbox} and {@code delivery}, as events are delivered. */
@Component
final class Deliveries {
  /** Longer than an attempt can last: whoever took an event and died gives it back so. */
  static final Duration LEASE = Duration.ofSeconds(15);

  private static final String RECEIVERS =
      """
      select s.district, s.hospcode from event_sequence s
       where exists (select 1 from outbox o
                      where o.district = s.district and o.hospcode = s.hospcode
                        and o.state = 'DUE' and o.due_at <= ?)
      """;

  /** Materialized, or the planner may look for the limited rows more than once, and take others. */
  private static final String TAKE =
      """
      with taken as materialized (
        select event_no from outbox
         where district = ? and hospcode = ? and state = 'DUE' and due_at <= ?
         order by due_at limit ? for update skip locked)
      update outbox o set due_at = ?
        from taken t where o.district = ? and o.event_no = t.event_no
      returning o.event_no, o.event_seq, o.event, o.order_no, o.infosyscode, o.callback, o.attempts
      """;

  /** Accepted is accepted, whatever has become of the row since it was taken. */
  private static final String ACCEPTED =
      """
      update outbox set state = 'DELIVERED', due_at = null, attempts = attempts + 1
       where district = ? and event_no = ? and state in ('DUE', 'PARKED')
      """;

  private static final String FAILED =
      """
      update outbox set state = ?, due_at = ?, attempts = ?
       where district = ? and event_no = ? and state = 'DUE' and attempts = ?
      """;
  private static final String LOG =
      """
      insert into delivery (district, event_no, tried_at, millis, outcome, detail)
      values (?, ?, ?, ?, ?, ?)
      """;

  private final Database database;

  Deliveries(Database database) {
    this.database = database;
  }

  /** An event that is to be delivered now, by who has taken it. */
  record Due(
      Receiver to,
      long eventNo,
      long seq,
      String event,
      String orderNo,
      String system,
      String callback,
      int attempts) {
    String id() {
      return to.district() + "-" + eventNo;
    }
  }

  /** One attempt, ended. */
  record Attempt(Instant at, Duration took, Tried tried) {}

  /** Institutions to whom something is due. */
  List<Receiver> receivers(Instant now) {
    var batch = new Batch();
    var rows =
        batch.ask(
            RECEIVERS, row -> new Receiver(row.getString(1), row.getString(2)), timestamp(now));
    database.query(batch);
    return rows.rows();
  }

  /** Takes some of what is due to an institution; nobody else takes it within the lease. */
  List<Due> take(Receiver to, Instant now, int most) {
    return database.transaction(session -> {
      var batch = new Batch();
      var taken =
          batch.ask(
              TAKE,
              row -> due(row, to),
              to.district(),
              to.hospcode(),
              timestamp(now),
              most,
              timestamp(now.plus(LEASE)),
              to.district());
      session.runAndCommit(batch);
      return taken.rows();
    });
  }

  /**
   * Records an attempt.
   *
   * @param next when it is tried again if it was not accepted; nothing: it is parked
   */
  void end(Due due, Attempt attempt, Optional<Instant> next) {
    database.transaction(session -> {
      var batch = new Batch();
      if (attempt.tried().accepted()) {
        batch.tell(ACCEPTED, due.to().district(), due.eventNo());
      } else {
        batch.tell(
            FAILED,
            next.isPresent() ? "DUE" : "PARKED",
            next.map(Deliveries::timestamp).orElse(null),
            due.attempts() + 1,
            due.to().district(),
            due.eventNo(),
            due.attempts());
      }
      batch.tell(
          LOG,
          due.to().district(),
          due.eventNo(),
          timestamp(attempt.at()),
          Math.toIntExact(attempt.took().toMillis()),
          attempt.tried().outcome().name(),
          attempt.tried().detail());
      session.runAndCommit(batch);
      return due;
    });
  }

  private static Due due(ResultSet row, Receiver to) throws SQLException {
    @Nullable String system = row.getString("infosyscode");
    return new Due(
        to,
        row.getLong("event_no"),
        row.getLong("event_seq"),
        row.getString("event"),
        row.getString("order_no"),
        system == null ? "" : system,
        row.getString("callback"),
        row.getInt("attempts"));
  }

  private static OffsetDateTime timestamp(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
