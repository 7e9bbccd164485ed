package org.yima.platform.order;

import java.time.Instant;
import java.util.Optional;
import org.yima.platform.ledger.Posting;
import org.yima.platform.ledger.Posting.Entry;
import org.yima.platform.transaction.Call;

/**
 * What undid a settlement.
 *
 * @param number unique in the platform
 * @param event a cancellation, a refund or a reversal by the scheme
 * @param cycleNo where it belongs
 * @param reason as it was given; empty: none was asked for
 * @param approval of a reversal by the scheme
 */
record Reversal(
    long number,
    OrderEvent event,
    String cycleNo,
    Instant at,
    String reason,
    Optional<Approval> approval) {

  /** Two people of the scheme. */
  record Approval(String proposedBy, String approvedBy) {}

  /** 反结算流水号, as the statement names it. */
  String serial() {
    return Posting.serial(at.atZone(Call.ZONE), number);
  }

  /** 退费订单号: a new number, and not to be mistaken for one of the hospital's. */
  String orderNo() {
    return "TF" + serial();
  }

  /** Its place in the ledger. */
  Entry entry(long posting) {
    Posting.Kind kind = event == OrderEvent.CANCEL ? Posting.Kind.VOID : Posting.Kind.NAG;
    return new Entry(posting, kind, cycleNo, number);
  }

  @Override
  public String toString() {
    return "reversal " + number;
  }
}
