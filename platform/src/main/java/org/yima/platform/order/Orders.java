package org.yima.platform.order;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
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
import org.yima.platform.person.Insured;
import org.yima.platform.store.Batch;
import org.yima.platform.store.Batch.Answer;
import org.yima.platform.store.Vault;
import org.yima.platform.transaction.Call;
import org.yima.settlement.Money;
import org.yima.settlement.Share;

/** Tables {@code payment_order} and {@code settlement}. */
@Component
final class Orders {
  /** Columns of settlement that are shares are named as the shares are. */
  private static final String SHARES =
      Arrays.stream(Share.values()).map(Orders::column).collect(Collectors.joining(", "));

  private static final String FIND =
      """
      select o.hospcode, o.order_no, o.order_type, o.state, o.cycle_no, o.amount, o.order_time, o.expires_at,
             o.balance_code_enc, o.callback, o.content_enc,
             s.settlement_no, s.settled_at, s.total, s.in_scope, s.account_before, s.result_enc,
      """
          + SHARES
          + """

            from payment_order o
            left join settlement s on s.district = o.district and s.hospcode = o.hospcode
                 and s.order_no = o.order_no
           where o.district = ? and o.hospcode = ? and o.order_no = ?
          """;
  private static final String INSERT =
      """
      insert into payment_order (district, hospcode, order_no, order_type, state, cycle_no,
        infosyscode, person_district, person_no, amount, order_time, expires_at, balance_code_enc,
        callback, content_enc) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String INSERT_PAYMENT =
      "insert into settlement (district, settlement_no, hospcode, order_no, settled_at, total,"
          + " in_scope, account_before, result_enc, "
          + SHARES
          + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?"
          + ", ?".repeat(Share.values().length)
          + ")";

  private final Vault vault;

  Orders(Vault vault) {
    this.vault = vault;
  }

  /** An order with its settlement, if it has one. */
  record Found(PaymentOrder order, Optional<Payment> payment) {}

  /** An order of the calling institution; another's is not found. */
  Answer<Found> find(Batch batch, Call call, String orderNo) {
    return batch.ask(FIND, this::found, call.district(), call.institution().code(), orderNo);
  }

  void insert(Batch batch, Call call, PaymentOrder order, Insured person) {
    batch.tell(
        INSERT,
        call.district(),
        call.institution().code(),
        order.number(),
        order.type().wire(),
        order.state().code(),
        order.cycleNo(),
        call.system().code(),
        person.district(),
        person.number(),
        order.amount().fen(),
        order.time(),
        timestamp(order.expiresAt()),
        vault.seal("order.balance_code", order.balanceCode()),
        order.callback(),
        vault.sealBytes("order.content", order.content().pack()));
  }

  void insert(Batch batch, Call call, String orderNo, Payment payment) {
    List<@Nullable Object> values =
        new ArrayList<>(
            List.of(
                call.district(),
                payment.number(),
                call.institution().code(),
                orderNo,
                timestamp(payment.at()),
                payment.total().fen(),
                payment.inScope().fen(),
                payment.accountBefore().fen(),
                vault.sealBytes("settlement.result", payment.result().pack())));
    for (Share share : Share.values()) {
      values.add(payment.of(share).fen());
    }
    batch.tell(INSERT_PAYMENT, values.toArray());
  }

  private Found found(ResultSet row) throws SQLException {
    var order =
        new PaymentOrder(
            row.getString("order_no"),
            OrderType.of(row.getString("order_type")).orElseThrow(),
            OrderState.of(row.getString("state")),
            row.getString("cycle_no"),
            Money.ofFen(row.getLong("amount")),
            row.getObject("order_time", LocalDateTime.class),
            row.getObject("expires_at", OffsetDateTime.class).toInstant(),
            vault.open("order.balance_code", row.getBytes("balance_code_enc")),
            row.getString("callback"),
            OrderContent.unpack(vault.openBytes("order.content", row.getBytes("content_enc"))));
    return new Found(order, payment(row));
  }

  private Optional<Payment> payment(ResultSet row) throws SQLException {
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
            row.getString("hospcode"),
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

  private static OffsetDateTime timestamp(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
