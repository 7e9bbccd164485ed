package org.yima.platform.admission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yima.platform.bill.ChargeLine;
import org.yima.platform.person.Selection;
import org.yima.platform.store.Batch;
import org.yima.platform.store.Batch.Answer;
import org.yima.platform.store.Packed;
import org.yima.platform.store.Vault;
import org.yima.platform.transaction.Call;
import org.yima.settlement.Money;

/** Tables {@code charge} and {@code charge_deletion}; their lock is that of the admission. */
@Component
public final class Charges {
  private static final String PENDING = " and order_no is null and not deleted";
  private static final String OF_ADMISSION =
      "select * from charge where district = ? and admission_no = (";
  private static final String UNTIL = " and charged_at <= coalesce((";
  private static final String TO_THE_END = "), 'infinity') order by charge_no";
  private static final String BY_LINE =
      """
      select * from charge where district = ? and admission_no = ? and not deleted
         and (prescription_no, line_no) in (select p, l from unnest(?::text[], ?::text[]) as t(p, l))
      """;
  private static final String INSERT =
      """
      insert into charge (district, admission_no, entered_at, charge_no, prescription_no, line_no,
        charged_at, quantity, amount, content_digest, content_enc)
      select ?, ?, ?, * from unnest(?::bigint[], ?::text[], ?::text[], ?::timestamp[], ?::bigint[],
        ?::bigint[], ?::bytea[], ?::bytea[])
      """;
  private static final String SETTLE =
      "update charge set order_no = ? where district = ? and admission_no = ?"
          + PENDING
          + " and charged_at <= coalesce(?::timestamp, 'infinity')";
  private static final String RELEASE =
      "update charge set order_no = null where district = ? and admission_no = ? and order_no = ?";
  private static final String WITHDRAW =
      "update charge set deleted = true where district = ? and admission_no = ?" + PENDING;
  private static final String CUT =
      """
      update charge set quantity = ?, amount = ?, deleted = ?
       where district = ? and charge_no = ? and order_no is null
      """;
  private static final String RECORD =
      """
      insert into charge_deletion (district, admission_no, cancel_no, charge_no, deleted_at,
        quantity, amount, quantity_left, amount_left, upfront_left, self_paid_left)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String RECORDED =
      """
      select * from charge_deletion where district = ? and admission_no = ? and cancel_no = ?
       order by charge_no
      """;
  private static final String CONTENT = "charge.content";

  private final Vault vault;

  Charges(Vault vault) {
    this.vault = vault;
  }

  /** Selects the time after which charges are left out; null: none are. */
  public static Selection until(@Nullable LocalDateTime time) {
    return time == null
        ? Selection.of("select null::timestamp")
        : Selection.of("select ?::timestamp", time);
  }

  /**
   * All charges of an admission that are neither settled nor deleted.
   *
   * @param until selects a time after which charges are left out; selects null: none are
   */
  public Answer<Charge> pending(Batch batch, Call call, Selection admission, Selection until) {
    List<Object> keys = new ArrayList<>(List.of(call.district()));
    keys.addAll(admission.keys());
    keys.addAll(until.keys());
    String statement =
        OF_ADMISSION + admission.query() + ")" + PENDING + UNTIL + until.query() + TO_THE_END;
    return batch.ask(statement, this::charge, keys.toArray());
  }

  /** Charges of these lines, settled or not. */
  Answer<Charge> ofLines(Batch batch, Call call, String admission, List<ChargeLine> lines) {
    return batch.ask(
        BY_LINE,
        this::charge,
        call.district(),
        admission,
        lines.stream().map(ChargeLine::prescription).toArray(String[]::new),
        lines.stream().map(ChargeLine::number).toArray(String[]::new));
  }

  void insert(Batch batch, Call call, String admission, List<Charge> charges) {
    batch.tell(
        INSERT,
        call.district(),
        admission,
        call.at().atOffset(ZoneOffset.UTC),
        charges.stream().map(Charge::number).toArray(Long[]::new),
        texts(charges.stream().map(charge -> charge.entered().prescription())),
        texts(charges.stream().map(charge -> charge.entered().number())),
        texts(charges.stream().map(charge -> charge.at().toString())),
        charges.stream().map(charge -> charge.quantity().hundredths()).toArray(Long[]::new),
        charges.stream().map(charge -> charge.amount().fen()).toArray(Long[]::new),
        charges.stream()
            .map(charge -> HexFormat.of().parseHex(charge.digest()))
            .toArray(byte[][]::new),
        charges.stream().map(this::sealed).toArray(byte[][]::new));
  }

  private static String[] texts(Stream<String> texts) {
    return texts.toArray(String[]::new);
  }

  private byte[] sealed(Charge charge) {
    return vault.sealBytes(CONTENT, Packed.pack(List.of(charge.entered().pack())));
  }

  /** Gives the pending charges up to a time to the order that settles them. */
  public void settle(
      Batch batch, Call call, String admission, String orderNo, @Nullable LocalDateTime until) {
    batch.tell(SETTLE, orderNo, call.district(), admission, until);
  }

  /** Drops all pending charges of an admission that is withdrawn. */
  public void withdraw(Batch batch, Call call, String admission) {
    batch.tell(WITHDRAW, call.district(), admission);
  }

  /** Takes the charges back from an order whose settlement was undone. */
  public void release(Batch batch, Call call, String admission, String orderNo) {
    batch.tell(RELEASE, call.district(), admission, orderNo);
  }

  /** Enters what is left of a charge, and the deletion that left it. */
  void cut(Batch batch, Call call, String admission, String cancelNo, Deletion deletion) {
    Charge before = deletion.charge();
    batch.tell(
        CUT,
        deletion.quantityLeft().hundredths(),
        deletion.amountLeft().fen(),
        deletion.isWhole(),
        call.district(),
        before.number());
    batch.tell(
        RECORD,
        call.district(),
        admission,
        cancelNo,
        before.number(),
        call.at().atOffset(ZoneOffset.UTC),
        before.quantity().minus(deletion.quantityLeft()).hundredths(),
        before.amount().minus(deletion.amountLeft()).fen(),
        deletion.quantityLeft().hundredths(),
        deletion.amountLeft().fen(),
        deletion.upfrontLeft().fen(),
        deletion.selfPaidLeft().fen());
  }

  /** What a deletion answered. */
  Answer<Remainder> deleted(Batch batch, Call call, String admission, String cancelNo) {
    return batch.ask(RECORDED, Charges::remainder, call.district(), admission, cancelNo);
  }

  private static Remainder remainder(ResultSet row) throws SQLException {
    return new Remainder(
        Charge.serial(row.getLong("charge_no")),
        new Quantity(row.getLong("quantity_left")),
        Money.ofFen(row.getLong("amount_left")),
        Money.ofFen(row.getLong("upfront_left")),
        Money.ofFen(row.getLong("self_paid_left")));
  }

  private Charge charge(ResultSet row) throws SQLException {
    byte[] content = vault.openBytes(CONTENT, row.getBytes("content_enc"));
    return new Charge(
        row.getLong("charge_no"),
        ChargeLine.unpack(Packed.unpack(content).getFirst()),
        row.getObject("charged_at", LocalDateTime.class),
        new Quantity(row.getLong("quantity")),
        Money.ofFen(row.getLong("amount")),
        HexFormat.of().formatHex(row.getBytes("content_digest")));
  }
}
