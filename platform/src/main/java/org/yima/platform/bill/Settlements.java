package org.yima.platform.bill;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yima.platform.store.Batch;
import org.yima.platform.store.Vault;
import org.yima.platform.transaction.Call;
import org.yima.settlement.Money;
import org.yima.settlement.Share;

/** Table {@code settlement}: rows are written once and never changed. */
@Component
public final class Settlements {
  /** Columns that are shares are named as the shares are. */
  private static final String SHARES =
      Arrays.stream(Share.values()).map(Settlements::column).collect(Collectors.joining(", "));

  /** What {@link #read} reads; none of the names occurs in {@code payment_order}. */
  public static final String COLUMNS =
      "settlement_no, settled_at, total, in_scope, account_before, result_enc, " + SHARES;

  private static final String INSERT =
      "insert into settlement (district, hospcode, order_no, "
          + COLUMNS
          + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?"
          + ", ?".repeat(Share.values().length)
          + ")";

  private final Vault vault;

  Settlements(Vault vault) {
    this.vault = vault;
  }

  public void insert(Batch batch, Call call, String orderNo, Payment payment) {
    List<@Nullable Object> values =
        new ArrayList<>(
            List.of(
                call.district(),
                call.institution().code(),
                orderNo,
                payment.number(),
                payment.at().atOffset(ZoneOffset.UTC),
                payment.total().fen(),
                payment.inScope().fen(),
                payment.accountBefore().fen(),
                vault.sealBytes("settlement.result", payment.result().pack())));
    for (Share share : Share.values()) {
      values.add(payment.of(share).fen());
    }
    batch.tell(INSERT, values.toArray());
  }

  /** The settlement in a row of an outer join, if there is one. */
  public Optional<Payment> read(String hospcode, ResultSet row) throws SQLException {
    long number = row.getLong("settlement_no");
    if (row.wasNull()) {
      return Optional.empty();
    }
    Map<Share, Money> shares = new EnumMap<>(Share.class);
    for (Share share : Share.values()) {
      shares.put(share, Money.ofFen(row.getLong(column(share))));
    }
    return Optional.of(
        new Payment(
            hospcode,
            number,
            row.getObject("settled_at", OffsetDateTime.class).toInstant(),
            Money.ofFen(row.getLong("total")),
            Money.ofFen(row.getLong("in_scope")),
            shares,
            Money.ofFen(row.getLong("account_before")),
            Result.unpack(vault.openBytes("settlement.result", row.getBytes("result_enc")))));
  }

  private static String column(Share share) {
    return share.name().toLowerCase(Locale.ROOT);
  }
}
