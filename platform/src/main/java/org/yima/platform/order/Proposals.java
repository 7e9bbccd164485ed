package org.yima.platform.order;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;
import org.yima.platform.store.Batch;
import org.yima.platform.store.Batch.Answer;
import org.yima.platform.store.Vault;
import org.yima.platform.transaction.Call;

/** Table {@code reversal_proposal}: what waits for a second person. */
@Component
final class Proposals {
  private static final String OF_ORDER = " where district = ? and hospcode = ? and order_no = ?";
  private static final String INSERT =
      """
      insert into reversal_proposal (district, hospcode, order_no, reason_enc, proposed_by,
        proposed_at) values (?, ?, ?, ?, ?, ?)
      """;
  private static final String FIND =
      "select reason_enc, proposed_by from reversal_proposal" + OF_ORDER + " for update";
  private static final String DELETE = "delete from reversal_proposal" + OF_ORDER;
  private static final String REASON = "reversal.reason";

  private final Vault vault;

  Proposals(Vault vault) {
    this.vault = vault;
  }

  record Proposal(String reason, String by) {}

  Answer<Proposal> lock(Batch batch, Call call, String orderNo) {
    return batch.ask(FIND, this::proposal, call.district(), call.institution().code(), orderNo);
  }

  void insert(Batch batch, Call call, String orderNo, Proposal proposal) {
    batch.tell(
        INSERT,
        call.district(),
        call.institution().code(),
        orderNo,
        vault.seal(REASON, proposal.reason()),
        proposal.by(),
        call.at().atOffset(ZoneOffset.UTC));
  }

  void delete(Batch batch, Call call, String orderNo) {
    batch.tell(DELETE, call.district(), call.institution().code(), orderNo);
  }

  private Proposal proposal(ResultSet row) throws SQLException {
    return new Proposal(
        vault.open(REASON, row.getBytes("reason_enc")), row.getString("proposed_by"));
  }
}
