package org.yima.platform.ledger;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yima.platform.ledger.Posting.Entry;
import org.yima.platform.ledger.Posting.Kind;
import org.yima.platform.store.Batch;
import org.yima.platform.transaction.Call;
import org.yima.settlement.Money;
import org.yima.settlement.Share;

/** Table {@code posting}. */
@Component
public final class Postings {
  /** Everyone who can pay; columns are named as the shares are. */
  private static final List<Share> PAYERS =
      Arrays.stream(Share.values()).filter(share -> share.kind() != Share.Kind.BORNE).toList();

  private static final String INSERT =
      "insert into posting (district, posting_no, settlement_no, reversal_no, kind, hospcode,"
          + " cycle_no, order_no, posted_at, person_district, person_no, institution, "
          + PAYERS.stream()
              .map(share -> share.name().toLowerCase(Locale.ROOT))
              .collect(Collectors.joining(", "))
          + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?"
          + ", ?".repeat(PAYERS.size())
          + ")";

  public void insert(Batch batch, Call call, Posting posting, Entry entry) {
    List<@Nullable Object> values =
        new ArrayList<>(
            Arrays.asList(
                call.district(),
                entry.number(),
                posting.settlement(),
                entry.reversal(),
                entry.kind().name().toLowerCase(Locale.ROOT),
                call.institution().code(),
                entry.cycleNo(),
                posting.orderNo(),
                call.at().atOffset(ZoneOffset.UTC),
                posting.personDistrict(),
                posting.personNo()));
    long sign = entry.kind() == Kind.POS ? 1 : -1;
    values.add(sign * posting.total().fen());
    for (Share payer : PAYERS) {
      values.add(-sign * posting.payers().getOrDefault(payer, Money.ZERO).fen());
    }
    batch.tell(INSERT, values.toArray());
  }
}
