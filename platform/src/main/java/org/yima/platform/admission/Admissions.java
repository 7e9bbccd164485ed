package org.yima.platform.admission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yima.platform.admission.Admission.Inpatient;
import org.yima.platform.admission.Admission.State;
import org.yima.platform.person.Selection;
import org.yima.platform.person.Whom;
import org.yima.platform.store.Batch;
import org.yima.platform.store.Batch.Answer;
import org.yima.platform.store.Vault;
import org.yima.platform.transaction.Call;
import org.yima.platform.transaction.Reason;
import org.yima.platform.transaction.Refusal;

/** Table {@code admission}. Whoever changes an admission or its charges holds its row's lock. */
@Component
public final class Admissions {
  private static final String INSERT =
      """
      insert into admission (district, admission_no, hospcode, order_no, state, cycle_no,
        out_of_region, person_district, person_no, in_date, out_date, registered_at,
        valid_code_enc, content_enc) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String OF =
      " from admission where district = ? and hospcode = ? and admission_no = (";
  private static final String LOCK = ") for update";
  private static final String OF_ORDER =
      "select admission_no from admission where district = ? and hospcode = ? and order_no = ?";
  private static final String UPDATE =
      """
      update admission set in_date = ?, out_date = ?, content_enc = ?
       where district = ? and admission_no = ?
      """;
  private static final String MOVE =
      "update admission set state = ? where district = ? and admission_no = ?";
  private static final String OPEN =
      """
      select count(*) from admission
       where state = '1' and person_district = ? and person_no = (
      """;

  private final Vault vault;

  Admissions(Vault vault) {
    this.vault = vault;
  }

  /** An admission by its number. */
  public static Selection number(String admissionNo) {
    return Selection.of("?", admissionNo);
  }

  /** The number of the admission that ST023 registered under an order number. */
  public static Selection ofOrder(Call call, String orderNo) {
    return Selection.of(OF_ORDER, call.district(), call.institution().code(), orderNo);
  }

  public void insert(Batch batch, Call call, Admission admission, String cycleNo) {
    batch.tell(
        INSERT,
        call.district(),
        admission.number(),
        call.institution().code(),
        admission.orderNo(),
        admission.state().code(),
        cycleNo,
        admission.outOfRegion(),
        admission.person().district(),
        admission.person().number(),
        admission.inDate(),
        admission.outDate(),
        call.at().atOffset(ZoneOffset.UTC),
        vault.seal("admission.valid_code", admission.validCode()),
        vault.sealBytes("admission.content", admission.content().pack()));
  }

  /** An admission of the calling institution; another's is not found. */
  public Answer<Admission> find(Batch batch, Call call, Selection number) {
    return ask(batch, call, number, ")");
  }

  /** The same, and nobody else changes it or its charges until this transaction ends. */
  public Answer<Admission> lock(Batch batch, Call call, Selection number) {
    return ask(batch, call, number, LOCK);
  }

  /** The same for what is not looked at. */
  public void hold(Batch batch, Call call, Selection number) {
    batch.ask("select" + OF + number.query() + LOCK, row -> true, keys(call, number).toArray());
  }

  private Answer<Admission> ask(Batch batch, Call call, Selection number, String end) {
    String statement = "select *" + OF + number.query() + end;
    return batch.ask(statement, this::admission, keys(call, number).toArray());
  }

  /** Of {@link #OF}. */
  private static List<Object> keys(Call call, Selection number) {
    List<Object> keys = new ArrayList<>(List.of(call.district(), call.institution().code()));
    keys.addAll(number.keys());
    return keys;
  }

  /**
   * Whose stay it is, on the last day that is known of it; who was not insured then, on its first,
   * by which some districts judge.
   */
  public Whom inpatient(Call call, Selection number) {
    return new Whom(
        column("person_district", List.of(), call, number),
        column("person_no", List.of(), call, number),
        column(
            "unnest(array[coalesce(out_date, ?), in_date])", List.of(call.today()), call, number));
  }

  private static Selection column(String column, List<Object> before, Call call, Selection number) {
    List<Object> keys = new ArrayList<>(before);
    keys.addAll(keys(call, number));
    return new Selection("select " + column + OF + number.query() + ")", keys);
  }

  /** How many admissions a person has open, wherever. */
  public Answer<Integer> open(Batch batch, Whom person, String district) {
    List<Object> keys = new ArrayList<>(List.of(district));
    keys.addAll(person.number().keys());
    return batch.ask(OPEN + person.number().query() + ")", row -> row.getInt(1), keys.toArray());
  }

  /** Why nothing can be done with what was asked for; empty: it is open. */
  public static Optional<Refusal> refusal(Answer<Admission> asked) {
    return asked
        .found()
        .map(found -> Refusal.unless(found.isOpen(), Reason.ADMISSION_STATE_FORBIDS, found.state()))
        .orElseGet(() -> Optional.of(Refusal.of(Reason.ADMISSION_UNKNOWN)));
  }

  void update(Batch batch, Call call, Admission admission) {
    batch.tell(
        UPDATE,
        admission.inDate(),
        admission.outDate(),
        vault.sealBytes("admission.content", admission.content().pack()),
        call.district(),
        admission.number());
  }

  public void move(Batch batch, Call call, String number, State state) {
    batch.tell(MOVE, state.code(), call.district(), number);
  }

  private Admission admission(ResultSet row) throws SQLException {
    return new Admission(
        row.getString("admission_no"),
        row.getString("order_no"),
        State.of(row.getString("state")),
        row.getBoolean("out_of_region"),
        new Inpatient(row.getString("person_district"), row.getString("person_no")),
        vault.open("admission.valid_code", row.getBytes("valid_code_enc")),
        row.getObject("in_date", LocalDate.class),
        row.getObject("out_date", LocalDate.class),
        StayContent.unpack(vault.openBytes("admission.content", row.getBytes("content_enc"))));
  }
}
