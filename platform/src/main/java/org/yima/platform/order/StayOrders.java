package org.yima.platform.order;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.yima.platform.admission.Admission;
import org.yima.platform.admission.Charge;
import org.yima.platform.bill.ChargeLine;
import org.yima.platform.bill.OrderType;
import org.yima.platform.bill.Payment;
import org.yima.platform.bill.Settlements;
import org.yima.platform.order.PaymentOrder.Codes;
import org.yima.platform.order.PaymentOrder.Stay;
import org.yima.platform.person.Selection;
import org.yima.platform.store.Batch;
import org.yima.platform.store.Batch.Answer;
import org.yima.platform.store.Vault;
import org.yima.platform.transaction.Call;
import org.yima.settlement.YearSoFar;

/**
 * Table {@code payment_order} where it settles stays: an admission takes its number like an order
 * and has no amount before it is pre-settled, and it may be settled in parts by further orders.
 */
@Component
final class StayOrders {
  private static final String INSERT =
      """
      insert into payment_order (district, hospcode, order_no, order_type, state, cycle_no,
        infosyscode, person_district, person_no, order_time, registered_at, bill_date,
        valid_code_enc, balance_code_enc, callback, content_enc, admission_no, admits)
      values (?, ?, ?, ?, '1', ?, ?, ?, ?, ?, ?, ?, ?, ?, '', ?, ?, ?)
      """;
  private static final String PROMISE =
      """
      update payment_order set amount = ?, bill_date = ?, content_enc = ?, promised_funds = ?,
        promised_account = ?, promised_cash = ?, promised_balance = ?, promise_renewed = true,
        account_limit = ?, charges_until = ?
       where district = ? and hospcode = ? and order_no = ? and state = '1'
      """;
  private static final String CONTENT =
      """
      update payment_order set content_enc = ?
       where district = ? and hospcode = ? and order_no = ?
      """;
  private static final String SETTLED =
      "select s.hospcode, "
          + Settlements.COLUMNS
          + """
             from payment_order o join settlement s using (district, hospcode, order_no)
            where o.district = ? and o.state = '2' and o.admission_no = (
          """;
  private static final String IN_ORDER = ") order by settlement_no";

  private final Vault vault;
  private final Settlements settlements;

  StayOrders(Vault vault, Settlements settlements) {
    this.vault = vault;
    this.settlements = settlements;
  }

  /** The number of a new order of a stay; ST023's own if it admits. */
  void insert(Batch batch, Call call, NewOrder order) {
    Admission stay = order.stay();
    LocalDate day = stay.billDate(call.today());
    batch.tell(
        INSERT,
        call.district(),
        call.institution().code(),
        order.number(),
        OrderType.INPATIENT.wire(),
        order.cycleNo(),
        call.system().code(),
        stay.person().district(),
        stay.person().number(),
        call.time().withNano(0),
        call.at().atOffset(ZoneOffset.UTC),
        day,
        vault.seal("order.valid_code", order.codes().valid()),
        vault.seal("order.balance_code", order.codes().balance()),
        vault.sealBytes("order.content", stay.bill(day, List.of()).pack()),
        stay.number(),
        order.number().equals(stay.orderNo()));
  }

  /** An order of a stay that is not yet pre-settled. */
  record NewOrder(String number, String cycleNo, Codes codes, Admission stay) {}

  /** What ST034 said would be paid by which order, with its limits. */
  record Presettled(String number, Stay terms, Admission stay, LocalDate day, Payment payment) {}

  /** The last pre-settlement of an order is what its payment settles. */
  void promise(Batch batch, Call call, Presettled said) {
    Promise promise = Promise.of(said.payment());
    var limit = said.terms().accountLimit();
    batch.tell(
        PROMISE,
        said.payment().total().fen(),
        said.day(),
        vault.sealBytes("order.content", said.stay().bill(said.day(), List.of()).pack()),
        promise.funds().fen(),
        promise.account().fen(),
        promise.cash().fen(),
        promise.balance().fen(),
        limit == null ? null : limit.fen(),
        said.terms().until(),
        call.district(),
        call.institution().code(),
        said.number());
  }

  /** Keeps the lines that were paid: they may be settled anew by another order one day. */
  void keep(Batch batch, Call call, PaymentOrder order) {
    batch.tell(
        CONTENT,
        vault.sealBytes("order.content", order.content().pack()),
        call.district(),
        call.institution().code(),
        order.number());
  }

  /** All settlements of a stay that stand, in their order. */
  Answer<Payment> settled(Batch batch, Call call, Selection admission) {
    var keys = new ArrayList<Object>();
    keys.add(call.district());
    keys.addAll(admission.keys());
    return batch.ask(SETTLED + admission.query() + IN_ORDER, this::settled, keys.toArray());
  }

  private Payment settled(ResultSet row) throws SQLException {
    return settlements.read(row.getString("hospcode"), row).orElseThrow();
  }

  /** What they moved, by benefit year. */
  static Map<Integer, YearSoFar> moved(Answer<Payment> settled) {
    Map<Integer, YearSoFar> moved = new TreeMap<>();
    for (Payment each : settled.rows()) {
      var result = each.result();
      moved.merge(result.benefitYear(), result.movements(), YearSoFar::plus);
    }
    return moved;
  }

  /** The pending charges of a stay as lines of a bill. */
  static List<ChargeLine> lines(Answer<Charge> pending) {
    return pending.rows().stream().map(Charge::line).toList();
  }
}
