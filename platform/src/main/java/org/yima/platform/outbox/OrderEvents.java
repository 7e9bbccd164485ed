package org.yima.platform.outbox;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;
import org.yima.platform.store.Batch;
import org.yima.platform.transaction.Call;

/**
 * Table {@code outbox}, as features see it: an event leaves if, and only if, its cause is
 * committed.
 */
@Component
public final class OrderEvents {
  private static final String ENTER =
      """
      insert into outbox (district, hospcode, order_no, event, happened_at) values (?, ?, ?, ?, ?)
      """;

  /**
   * What happened without anybody calling, such as an expiry.
   *
   * @param district of the institution
   */
  public record Happened(
      String district, String hospcode, String orderNo, EventType event, Instant at) {}

  /** Enters what a call did to an order of the calling institution. */
  public void enter(Batch writes, Call call, EventType event, String orderNo) {
    enter(
        writes,
        new Happened(call.district(), call.institution().code(), orderNo, event, call.at()));
  }

  public void enter(Batch writes, Happened it) {
    writes.tell(
        ENTER,
        it.district(),
        it.hospcode(),
        it.orderNo(),
        it.event().wire(),
        it.at().atOffset(ZoneOffset.UTC));
  }
}
