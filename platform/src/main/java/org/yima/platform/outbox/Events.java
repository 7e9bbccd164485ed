package org.yima.platform.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yima.platform.store.Batch;
import org.yima.platform.store.Batch.Answer;
import org.yima.platform.store.Database;

/** Tables {@code outbox} and {@code delivery}, as an operator looks after them. */
@Component
public final class Events {
  /** How long an event can be sent once more (decisions §10). */
  public static final Duration REPLAYABLE = Duration.ofDays(30);

  /** Events are kept at least so long, whatever they are asked to be cleaned of. */
  public static final Duration KEPT = Duration.ofDays(90);

  private static final String STANDING =
      """
      select hospcode, state, count(*), min(happened_at), max(event_seq) from outbox
       group by hospcode, state order by hospcode, state
      """;
  private static final String OF =
      """
      select o.event_seq, o.event, o.order_no, o.happened_at, o.state, o.attempts, o.due_at,
             d.outcome, d.detail
        from outbox o
        left join lateral (
          select outcome, detail from delivery
           where district = o.district and event_no = o.event_no
           order by delivery_no desc limit 1) d on true
       where o.hospcode = ? and o.event_seq between ? and ?
       order by o.event_seq desc limit ?
      """;
  private static final String REPLAY =
      """
      update outbox set state = 'DUE', attempts = 0, due_at = ?
       where hospcode = ? and event_seq between ? and ? and state = any (?)
         and happened_at >= ? and callback <> ''
      """;
  private static final String CLEAN =
      """
      with old as (
        delete from outbox
         where state in ('DELIVERED', 'PULL') and happened_at < ?
        returning district, event_no)
      delete from delivery d using old o
       where d.district = o.district and d.event_no = o.event_no
      """;
  private static final String OLD =
      """
      select count(*) from outbox where state in ('DELIVERED', 'PULL') and happened_at < ?
      """;

  private final Database database;
  private final InstantSource clock;

  Events(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** How many events of an institution are in one state. */
  public record Standing(
      String hospcode, String state, long count, Instant oldest, long lastSequence) {}

  /**
   * One event.
   *
   * @param due when it is delivered next; null: it is not
   * @param outcome of the last attempt, with its detail; empty if there was none
   */
  public record Told(
      long sequence,
      String event,
      String order,
      Instant happened,
      String state,
      int attempts,
      @Nullable Instant due,
      String outcome) {}

  /**
   * Events of an institution by their numbers.
   *
   * @param first the first number, {@code last} the last
   */
  public record Range(String hospcode, long first, long last) {}

  /** Where all events stand, by institution. */
  public List<Standing> standing() {
    return ask(reads ->
        reads.ask(
            STANDING,
            row ->
                new Standing(
                    row.getString(1),
                    row.getString(2),
                    row.getLong(3),
                    row.getObject(4, OffsetDateTime.class).toInstant(),
                    row.getLong(5))));
  }

  /** The latest events, the newest first. */
  public List<Told> of(Range range, int most) {
    return ask(
        reads -> reads.ask(OF, Events::told, range.hospcode(), range.first(), range.last(), most));
  }

  /**
   * Has events delivered once more that were given up, at most 30 days old.
   *
   * @param delivered whether those too that were accepted, which a receiver may have lost
   * @return how many
   */
  public int replay(Range range, boolean delivered) {
    Instant now = clock.instant();
    String[] states = delivered ? new String[] {"PARKED", "DELIVERED"} : new String[] {"PARKED"};
    var writes = new Batch();
    var changed =
        writes.tell(
            REPLAY,
            timestamp(now),
            range.hospcode(),
            range.first(),
            range.last(),
            states,
            timestamp(now.minus(REPLAYABLE)));
    commit(writes);
    return changed.changed();
  }

  /**
   * Deletes events that were delivered, or fetched, and their attempts.
   *
   * @param before the day before which they happened; later ones than {@link #KEPT} allows stay
   * @return how many events
   */
  public long clean(Instant before) {
    Instant latest = clock.instant().minus(KEPT);
    OffsetDateTime end = timestamp(before.isBefore(latest) ? before : latest);
    var writes = new Batch();
    var count = writes.ask(OLD, row -> row.getLong(1), end);
    writes.tell(CLEAN, end);
    commit(writes);
    return count.rows().getFirst();
  }

  private void commit(Batch writes) {
    database.transaction(session -> {
      session.runAndCommit(writes);
      return writes;
    });
  }

  private <T> List<T> ask(Function<Batch, Answer<T>> question) {
    var reads = new Batch();
    Answer<T> answer = question.apply(reads);
    database.query(reads);
    return answer.rows();
  }

  private static Told told(ResultSet row) throws SQLException {
    @Nullable OffsetDateTime due = row.getObject("due_at", OffsetDateTime.class);
    @Nullable String outcome = row.getString("outcome");
    return new Told(
        row.getLong("event_seq"),
        row.getString("event"),
        row.getString("order_no"),
        row.getObject("happened_at", OffsetDateTime.class).toInstant(),
        row.getString("state"),
        row.getInt("attempts"),
        due == null ? null : due.toInstant(),
        outcome == null ? "" : (outcome + " " + row.getString("detail")).strip());
  }

  private static OffsetDateTime timestamp(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
