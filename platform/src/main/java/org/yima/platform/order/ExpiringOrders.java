package org.yima.platform.order;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;
import org.yima.platform.outbox.OrderEvents.Happened;
import org.yima.platform.store.Batch;
import org.yima.platform.store.Batch.Answer;

/** Table {@code payment_order}: those that were prepared and whose time is over. */
@Component
final class ExpiringOrders {
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

  /** Ends some of them; one that a payment or another server holds is left to it. */
  Answer<Happened> expire(Batch batch, Instant now, int most) {
    return batch.ask(EXPIRE, row -> happened(row, now), now.atOffset(ZoneOffset.UTC), most);
  }

  private static Happened happened(ResultSet row, Instant now) throws SQLException {
    return new Happened(
        row.getString(1), row.getString(2), row.getString(3), OrderEvent.EXPIRE.told(), now);
  }
}
