package org.yima.platform.order;

import java.time.Duration;
import java.time.InstantSource;
import org.springframework.stereotype.Component;
import org.yima.platform.background.Chore;
import org.yima.platform.outbox.OrderEvents;
import org.yima.platform.store.Batch;
import org.yima.platform.store.Database;

/** Ends orders that were prepared and not paid in their time; several servers may do it at once. */
@Component
final class OrderExpiry implements Chore {
  private static final int AT_ONCE = 100;

  private final ExpiringOrders orders;
  private final OrderEvents events;
  private final Database database;
  private final InstantSource clock;

  OrderExpiry(ExpiringOrders orders, OrderEvents events, Database database, InstantSource clock) {
    this.orders = orders;
    this.events = events;
    this.database = database;
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
    return database.transaction(session -> {
      var batch = new Batch();
      var expired = orders.expire(batch, clock.instant(), AT_ONCE);
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
}
