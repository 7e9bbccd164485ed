package org.yima.platform.order;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yima.platform.order.Reversal.Approval;
import org.yima.platform.store.Batch;
import org.yima.platform.store.Batch.Answer;
import org.yima.platform.store.Vault;
import org.yima.platform.transaction.Call;

/** Table {@code reversal}: rows are written once and never changed. */
@Component
final class Reversals {
  private static final String INSERT =
      """
      insert into reversal (district, reversal_no, settlement_no, kind, cycle_no, reversed_at,
        reason_enc, proposed_by, approved_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String OF_ORDER =
      """
      select r.* from reversal r join settlement s using (district, settlement_no)
       where s.district = ? and s.hospcode = ? and s.order_no = ?
      """;
  private static final String REASON = "reversal.reason";

  private final Vault vault;

  Reversals(Vault vault) {
    this.vault = vault;
  }

  void insert(Batch batch, Call call, long settlement, Reversal reversal) {
    @Nullable Approval approval = reversal.approval().orElse(null);
    batch.tell(
        INSERT,
        call.district(),
        reversal.number(),
        settlement,
        kind(reversal.event()),
        reversal.cycleNo(),
        reversal.at().atOffset(ZoneOffset.UTC),
        reversal.reason().isEmpty() ? null : vault.seal(REASON, reversal.reason()),
        approval == null ? null : approval.proposedBy(),
        approval == null ? null : approval.approvedBy());
  }

  /** What undid an order of the calling institution; none: nothing did. */
  Answer<Reversal> find(Batch batch, Call call, String orderNo) {
    return batch.ask(OF_ORDER, this::reversal, call.district(), call.institution().code(), orderNo);
  }

  private Reversal reversal(ResultSet row) throws SQLException {
    byte @Nullable [] reason = row.getBytes("reason_enc");
    @Nullable String proposedBy = row.getString("proposed_by");
    return new Reversal(
        row.getLong("reversal_no"),
        event(row.getString("kind")),
        row.getString("cycle_no"),
        row.getObject("reversed_at", OffsetDateTime.class).toInstant(),
        reason == null ? "" : vault.open(REASON, reason),
        proposedBy == null
            ? Optional.empty()
            : Optional.of(new Approval(proposedBy, row.getString("approved_by"))));
  }

  private static String kind(OrderEvent event) {
    return switch (event) {
      case REFUND -> "REFUND";
      case CANCEL -> "CANCELLATION";
      case REVERSE -> "ADMINISTRATIVE";
      case PAY, EXPIRE -> throw new IllegalArgumentException(event + " undoes nothing");
    };
  }

  private static OrderEvent event(String kind) {
    return switch (kind) {
      case "REFUND" -> OrderEvent.REFUND;
      case "CANCELLATION" -> OrderEvent.CANCEL;
      default -> OrderEvent.REVERSE;
    };
  }
}
