package org.yima.platform.notify;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yima.platform.store.Batch;
import org.yima.platform.store.Database;

/**
 * Table {@code event_sequence}: numbers events in the order in which they can be seen, which is not
 * the order in which they were begun. Whoever numbers an institution's events holds its row until
 * commit, so that who sees a number sees all smaller ones; several servers take turns.
 */
@Component
final class Sequences {
  private static final int MOST = 500;

  private static final String WAITING =
      "select distinct district, hospcode from outbox where state = 'NEW'";

  /** Asks first: an insert waits for whoever is just changing the row. */
  private static final String BEGIN =
      """
      insert into event_sequence (district, hospcode) select w.district, w.hospcode
        from (values (?, ?)) w (district, hospcode)
       where not exists (select from event_sequence s
         where s.district = w.district and s.hospcode = w.hospcode)
      on conflict do nothing
      """;

  private static final String LOCK =
      """
      select last from event_sequence where district = ? and hospcode = ? for update skip locked
      """;
  private static final String NUMBER =
      """
      with given as (
        select n.event_no, ?::bigint + row_number() over (order by n.event_no) as seq,
               p.infosyscode, coalesce(p.callback, '') as callback
          from (select event_no, order_no, district, hospcode from outbox
                 where district = ? and hospcode = ? and state = 'NEW'
                 order by event_no limit ?) n
          left join payment_order p using (district, hospcode, order_no))
      update outbox o
         set event_seq = g.seq, infosyscode = g.infosyscode, callback = g.callback,
             state = case when g.callback = '' then 'PULL' else 'DUE' end,
             due_at = case when g.callback = '' then null else ?::timestamptz end
        from given g where o.district = ? and o.event_no = g.event_no
      """;
  private static final String LAST =
      """
      update event_sequence s
         set last = (select max(event_seq) from outbox o
                      where o.district = s.district and o.hospcode = s.hospcode)
       where district = ? and hospcode = ?
      """;

  private final Database database;

  Sequences(Database database) {
    this.database = database;
  }

  /** An institution, as the tables know it. */
  record Receiver(String district, String hospcode) {}

  /** Those with events that have no number yet. */
  List<Receiver> waiting() {
    var batch = new Batch();
    var rows = batch.ask(WAITING, row -> new Receiver(row.getString(1), row.getString(2)));
    database.query(batch);
    return rows.rows();
  }

  /** Numbers what is committed of one institution; nothing if another server is at it. */
  void number(Receiver of, Instant now) {
    OffsetDateTime due = now.atOffset(ZoneOffset.UTC);
    database.transaction(session -> {
      var lock = new Batch();
      lock.tell(BEGIN, of.district(), of.hospcode());
      var last = lock.ask(LOCK, row -> row.getLong(1), of.district(), of.hospcode());
      session.run(lock);
      if (last.rows().isEmpty()) {
        return false;
      }
      var writes = new Batch();
      writes.tell(
          NUMBER, last.rows().getFirst(), of.district(), of.hospcode(), MOST, due, of.district());
      writes.tell(LAST, of.district(), of.hospcode());
      session.runAndCommit(writes);
      return true;
    });
  }
}
