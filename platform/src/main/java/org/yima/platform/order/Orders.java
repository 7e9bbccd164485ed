package org.yima.platform.order;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yima.platform.bill.OrderContent;
import org.yima.platform.bill.OrderType;
import org.yima.platform.bill.Payment;
import org.yima.platform.bill.Settlements;
import org.yima.platform.order.PaymentOrder.Codes;
import org.yima.platform.order.PaymentOrder.Stay;
import org.yima.platform.order.PaymentOrder.Times;
import org.yima.platform.outbox.OrderEvents;
import org.yima.platform.person.Insured;
import org.yima.platform.person.Selection;
import org.yima.platform.person.Whom;
import org.yima.platform.store.Batch;
import org.yima.platform.store.Batch.Answer;
import org.yima.platform.store.Vault;
import org.yima.platform.transaction.Call;
import org.yima.platform.transaction.Reason;
import org.yima.platform.transaction.Refusal;
import org.yima.settlement.Money;

/** Table {@code payment_order}, read together with the settlement of each. */
@Component
final class Orders {
  private static final String OF_NUMBER =
      " where o.district = ? and o.hospcode = ? and o.order_no = ?";
  private static final String COLUMNS =
      "select o.*, "
          + Settlements.COLUMNS
          + """
             from payment_order o
             left join settlement s using (district, hospcode, order_no)
          """;
  private static final String FIND = COLUMNS + OF_NUMBER;
  private static final String LOCK = " for update of o";
  private static final String PAYER = "select person_no from payment_order o" + OF_NUMBER;
  private static final String PAYER_DISTRICT =
      "select person_district from payment_order o" + OF_NUMBER;
  private static final String ADMISSION = "select admission_no from payment_order o" + OF_NUMBER;
  private static final String UNTIL = "select charges_until from payment_order o" + OF_NUMBER;

  /** Of a stay also its first day, by which some districts judge. */
  private static final String BILL_DATES =
      """
      select unnest(array[o.bill_date, (select a.in_date from admission a
                where a.district = o.district and a.admission_no = o.admission_no)])
        from payment_order o
      """
          + OF_NUMBER;

  private static final String OF_STAY =
      """
       where o.district = ? and o.hospcode = ? and o.order_no = coalesce(nullif(?, ''),
         (select order_no from admission where district = ? and hospcode = ? and admission_no = ?))
      """;
  private static final String LAST_OF_STAY = " order by s.settlement_no desc limit 1";
  private static final String INSERT =
      """
      insert into payment_order (district, hospcode, order_no, order_type, state, cycle_no,
        infosyscode, person_district, person_no, amount, order_time, expires_at, registered_at,
        bill_date, valid_code_enc, balance_code_enc, callback, content_enc, promised_funds,
        promised_account, promised_cash, promised_balance, promise_renewed)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String TOMBSTONE =
      """
      insert into payment_order (district, hospcode, order_no, state, cycle_no, infosyscode,
        registered_at) values (?, ?, ?, '4', ?, ?, ?)
      """;
  private static final String MOVE =
      "update payment_order o set state = ?, cycle_no = ?" + OF_NUMBER + " and o.state = ?";
  private static final String PROMISE =
      """
      update payment_order o set amount = ?, promised_funds = ?, promised_account = ?, promised_cash = ?,
        promised_balance = ?, promise_renewed = true
      """
          + OF_NUMBER;

  private final Vault vault;
  private final Settlements settlements;
  private final OrderEvents events;

  Orders(Vault vault, Settlements settlements, OrderEvents events) {
    this.vault = vault;
    this.settlements = settlements;
    this.events = events;
  }

  /**
   * A number that was used.
   *
   * @param order empty for a tombstone: the number was cancelled before its order came
   * @param payment its settlement, if it ever had one
   */
  record Found(
      String number, OrderState state, Optional<PaymentOrder> order, Optional<Payment> payment) {

    /** Why an order does not take an event: it is not there, or its state forbids it. */
    static Optional<Refusal> refusal(Optional<Found> order, OrderEvent event) {
      if (order.isEmpty()) {
        return Optional.of(Refusal.of(Reason.ORDER_UNKNOWN));
      }
      OrderState state = order.get().state();
      return Refusal.unless(state.next(event).isPresent(), Reason.ORDER_STATE_FORBIDS, state);
    }
  }

  /** An order of the calling institution; another's is not found. */
  Answer<Found> find(Batch batch, Call call, String number) {
    return batch.ask(FIND, this::found, call.district(), call.institution().code(), number);
  }

  /** The same, and nobody else changes it until this transaction ends. */
  Answer<Found> lock(Batch batch, Call call, String number) {
    return batch.ask(FIND + LOCK, this::found, call.district(), call.institution().code(), number);
  }

  /** The order that a stay is to be settled by: the one that is named, or else ST023's. */
  Answer<Found> lockOfStay(Batch batch, Call call, String admission, String named) {
    String hospcode = call.institution().code();
    return batch.ask(
        COLUMNS + OF_STAY + LOCK,
        this::found,
        call.district(),
        hospcode,
        named,
        call.district(),
        hospcode,
        admission);
  }

  /** The order that has settled a stay last, and stands. */
  Answer<Found> lastOfStay(Batch batch, Call call, Selection admission) {
    return ofStay(batch, call, admission, OrderState.PAID, LAST_OF_STAY);
  }

  /** Orders of a stay that wait for their payment; locked, each by whoever holds the stay. */
  Answer<Found> lockWaitingOfStay(Batch batch, Call call, Selection admission) {
    return ofStay(batch, call, admission, OrderState.PAYING, LOCK);
  }

  private Answer<Found> ofStay(
      Batch batch, Call call, Selection admission, OrderState state, String end) {
    List<Object> keys =
        new ArrayList<>(List.of(call.district(), call.institution().code(), state.code()));
    keys.addAll(admission.keys());
    String which =
        " where o.district = ? and o.hospcode = ? and o.state = ? and o.admission_no = (";
    return batch.ask(COLUMNS + which + admission.query() + ")" + end, this::found, keys.toArray());
  }

  /** Who pays an order, on the day of its bill; see {@code Admissions.inpatient} for a stay. */
  Whom payer(Call call, String number) {
    return new Whom(
        column(PAYER_DISTRICT, call, number),
        column(PAYER, call, number),
        column(BILL_DATES, call, number));
  }

  /** The admission that an order settles, if it does. */
  Selection admission(Call call, String number) {
    return column(ADMISSION, call, number);
  }

  /** Until when an order settles the charges of its admission. */
  Selection until(Call call, String number) {
    return column(UNTIL, call, number);
  }

  private static Selection column(String query, Call call, String number) {
    return Selection.of(query, call.district(), call.institution().code(), number);
  }

  void insert(Batch batch, Call call, PaymentOrder order, OrderState state, Insured person) {
    @Nullable Promise promise = order.promise().orElse(null);
    String valid = order.codes().valid();
    batch.tell(
        INSERT,
        call.district(),
        call.institution().code(),
        order.number(),
        order.type().wire(),
        state.code(),
        order.cycleNo(),
        call.system().code(),
        person.district(),
        person.number(),
        order.amount().fen(),
        order.times().sent(),
        timestamp(order.times().expires()),
        timestamp(order.times().registered()),
        order.content().visitDate(),
        valid.isEmpty() ? null : vault.seal("order.valid_code", valid),
        vault.seal("order.balance_code", order.codes().balance()),
        order.callback(),
        vault.sealBytes("order.content", order.content().pack()),
        promise == null ? null : promise.funds().fen(),
        promise == null ? null : promise.account().fen(),
        promise == null ? null : promise.cash().fen(),
        promise == null ? null : promise.balance().fen(),
        promise != null && promise.renewed());
    if (state == OrderState.PAID) {
      events.enter(batch, call, OrderEvent.PAY.told(), order.number());
    }
  }

  /** Closes a number that no order has come with; one that comes with it later is refused. */
  void close(Batch batch, Call call, String number, String cycleNo) {
    batch.tell(
        TOMBSTONE,
        call.district(),
        call.institution().code(),
        number,
        cycleNo,
        call.system().code(),
        timestamp(call.at()));
  }

  /** Moves an order that this transaction has locked; its institution is told. */
  void move(Batch batch, Call call, Found found, OrderEvent event, String cycleNo) {
    OrderState next =
        found
            .state()
            .next(event)
            .orElseThrow(() -> new IllegalStateException(found.state() + " forbids " + event));
    batch.tell(
        MOVE,
        next.code(),
        cycleNo,
        call.district(),
        call.institution().code(),
        found.number(),
        found.state().code());
    events.enter(batch, call, event.told(), found.number());
  }

  /** Replaces the promise of an order that this transaction has locked. */
  void promise(Batch batch, Call call, String number, Promise promise) {
    batch.tell(
        PROMISE,
        promise.total().fen(),
        promise.funds().fen(),
        promise.account().fen(),
        promise.cash().fen(),
        promise.balance().fen(),
        call.district(),
        call.institution().code(),
        number);
  }

  private Found found(ResultSet row) throws SQLException {
    boolean tombstone = row.getBytes("content_enc") == null;
    return new Found(
        row.getString("order_no"),
        OrderState.of(row.getString("state")),
        tombstone ? Optional.empty() : Optional.of(order(row)),
        settlements.read(row.getString("hospcode"), row));
  }

  private static Optional<Stay> stay(ResultSet row) throws SQLException {
    @Nullable String admission = row.getString("admission_no");
    if (admission == null) {
      return Optional.empty();
    }
    long fen = row.getLong("account_limit");
    @Nullable Money limit = row.wasNull() ? null : Money.ofFen(fen);
    return Optional.of(
        new Stay(
            admission,
            row.getBoolean("admits"),
            limit,
            row.getObject("charges_until", LocalDateTime.class)));
  }

  private PaymentOrder order(ResultSet row) throws SQLException {
    byte @Nullable [] valid = row.getBytes("valid_code_enc");
    return new PaymentOrder(
        row.getString("order_no"),
        OrderType.of(row.getString("order_type")).orElseThrow(),
        row.getString("cycle_no"),
        Money.ofFen(row.getLong("amount")),
        new Times(
            row.getObject("order_time", LocalDateTime.class),
            row.getObject("expires_at") == null ? Instant.MAX : instant(row, "expires_at"),
            instant(row, "registered_at")),
        new Codes(
            valid == null ? "" : vault.open("order.valid_code", valid),
            vault.open("order.balance_code", row.getBytes("balance_code_enc"))),
        row.getString("callback"),
        OrderContent.unpack(vault.openBytes("order.content", row.getBytes("content_enc"))),
        promise(row),
        stay(row));
  }

  private static Optional<Promise> promise(ResultSet row) throws SQLException {
    long funds = row.getLong("promised_funds");
    return row.wasNull()
        ? Optional.empty()
        : Optional.of(
            new Promise(
                Money.ofFen(row.getLong("amount")),
                Money.ofFen(funds),
                Money.ofFen(row.getLong("promised_account")),
                Money.ofFen(row.getLong("promised_cash")),
                Money.ofFen(row.getLong("promised_balance")),
                row.getBoolean("promise_renewed")));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static OffsetDateTime timestamp(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
