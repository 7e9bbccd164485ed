package org.yima.platform.order;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;
import org.yima.platform.background.Chore;
import org.yima.platform.outbox.OrderEvents;
import org.yima.platform.outbox.OrderEvents.Happened;
import org.yima.platform.store.Batch;
import org.yima.platform.store.Database;

/**
 * Ends orders that were prepared and not paid in their time. Several servers may do it at once: an
 * order that one of them, or a payment, holds is left to it.
 */
@Component
final class OrderExpiry implements Chore {
  private static final int AT_ONCE = 100;

  private static final String EXPIRE =
      """
      update payment_order o set state = '3'
        from (select district, hospcode, order_no from payment_order
               where state = '1' and expires_at < ?
               order by expires_at limit ? for update skip locked) late
       where o.district = late.district and o.hospcode = late.hospcode
         and o.order_no = late.order_no
      returning o.district, o.hospcode, o.order_no
      """;

  private final Database database;
  private final OrderEvents events;
  private final InstantSource clock;

  OrderExpiry(Database database, OrderEvents events, InstantSource clock) {
    this.database = database;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "order expiry";
  }

  @Override
  public Duration every() {
    return Duration.ofSeconds(2);
  }

  @Override
  public void run() {
    while (expire() == AT_ONCE) {
      // There may be more.
    }
  }

  private int expire() {
    Instant now = clock.instant();
    return database.transaction(session -> {
      var batch = new Batch();
      var expired =
          batch.ask(EXPIRE, row -> happened(row, now), now.atOffset(ZoneOffset.UTC), AT_ONCE);
      session.run(batch);
      if (expired.rows().isEmpty()) {
        return 0;
      }
      var told = new Batch();
      expired.rows().forEach(each -> events.enter(told, each));
      session.runAndCommit(told);
      return expired.rows().size();
    });
  }

  private static Happened happened(ResultSet row, Instant now) throws SQLException {
    return new Happened(
        row.getString(1), row.getString(2), row.getString(3), OrderEvent.EXPIRE.told(), now);
  }
}
