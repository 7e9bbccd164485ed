package org.yima.platform.cycle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.yima.platform.store.Batch;
import org.yima.platform.store.Batch.Answer;
import org.yima.platform.transaction.Call;
import org.yima.platform.transaction.Reason;
import org.yima.platform.transaction.Refusal;

/** Table {@code business_cycle}. */
@Component
public final class Cycles {
  private static final String COLUMNS =
      "cycle_no, hospcode, infosyscode, out_of_region, expires_at, closed_at";
  private static final String FIND =
      "select " + COLUMNS + " from business_cycle where district = ? and cycle_no = ?";
  private static final String OPEN_OF =
      "select "
          + COLUMNS
          + """
           from business_cycle
           where district = ? and hospcode = ? and infosyscode = ? and operator = ?
             and out_of_region = ? and closed_at is null
          """;
  private static final String OPEN_OF_INSTITUTION =
      "select "
          + COLUMNS
          + """
           from business_cycle
           where district = ? and hospcode = ? and out_of_region = ? and closed_at is null
           order by opened_at desc limit 1 for share
          """;
  private static final String TAKE_TURN = "select pg_advisory_xact_lock(hashtextextended(?, 0))";
  private static final String NEXT_NUMBER =
      """
      select prefix || to_char(used + 1, 'FM00')
        from generate_series(0, 59) ahead
       cross join lateral (
         select ? || to_char(cast(? as timestamp) + make_interval(secs => ahead),
           'YYYYMMDDHH24MISS') as prefix) second
       cross join lateral (
         select coalesce(max(cast(right(cycle_no, 2) as int)), 0) as used from business_cycle
          where district = ? and cycle_no between prefix || '01' and prefix || '99') taken
       where used < 99 order by ahead limit 1
      """;
  private static final String INSERT =
      """
      insert into business_cycle (district, cycle_no, hospcode, infosyscode, operator,
        out_of_region, opened_at, expires_at) values (?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String CLOSE =
      "update business_cycle set closed_at = ? where district = ? and cycle_no = ?";

  /**
   * A stay lasts longer than a cycle: neither its registration nor what is promised of it counts.
   */
  private static final String OPEN_ORDERS =
      """
      select order_no from payment_order
       where district = ? and hospcode = ? and cycle_no = ? and state = '1'
         and admission_no is null order by order_no
      """;

  /** For a query: the cycle as it is. */
  public Answer<BusinessCycle> find(Batch batch, String district, String number) {
    return batch.ask(FIND, Cycles::cycle, district, number);
  }

  /** For new business: the cycle cannot be closed until this transaction ends. */
  public Answer<BusinessCycle> share(Batch batch, String district, String number) {
    return batch.ask(FIND + " for share", Cycles::cycle, district, number);
  }

  /** Why this call may not do new business in the cycle it names; empty: it may. */
  public Optional<Refusal> refusal(Call call, Answer<BusinessCycle> named) {
    return known(named, cycle -> cycle.refusal(call));
  }

  /** The same for undoing, which a cycle that has run out still allows. */
  public Optional<Refusal> correctionRefusal(Call call, Answer<BusinessCycle> named) {
    return known(named, cycle -> cycle.correctionRefusal(call));
  }

  private static Optional<Refusal> known(
      Answer<BusinessCycle> named, Function<BusinessCycle, Optional<Refusal>> refusal) {
    return named
        .found()
        .map(refusal)
        .orElseGet(() -> Optional.of(Refusal.of(Reason.CYCLE_UNKNOWN)));
  }

  /** Why a cycle is not for this business; its region was said when it was opened. */
  public Optional<Refusal> regionRefusal(Answer<BusinessCycle> cycle, boolean outOfRegion) {
    boolean matches = cycle.rows().getFirst().outOfRegion() == outOfRegion;
    return Refusal.unless(matches, Reason.CYCLE_REGION);
  }

  /** An institution's newest open cycle for business of this region, kept open. */
  public Answer<BusinessCycle> shareOpen(Batch batch, Call call, boolean outOfRegion) {
    return batch.ask(
        OPEN_OF_INSTITUTION,
        Cycles::cycle,
        call.district(),
        call.institution().code(),
        outOfRegion);
  }

  /** For closing: waits for all business under way in the cycle. */
  Answer<BusinessCycle> lock(Batch batch, String district, String number) {
    return batch.ask(FIND + " for update", Cycles::cycle, district, number);
  }

  Answer<BusinessCycle> openOf(Batch batch, Call call, String operator, boolean outOfRegion) {
    return batch.ask(
        OPEN_OF,
        Cycles::cycle,
        call.district(),
        call.institution().code(),
        call.system().code(),
        operator,
        outOfRegion);
  }

  /**
   * One sign-in of an institution at a time: numbers are given by counting, and in the morning
   * everybody signs in within one second.
   */
  void takeTurn(Batch batch, Call call) {
    batch.ask(
        TAKE_TURN,
        row -> row.getString(1),
        "business_cycle " + call.district() + " " + call.institution().code());
  }

  /**
   * The number of the institution's next cycle: of this second, and if its ninety-nine are given,
   * of the next one that has any. Empty if those of a whole minute are.
   */
  Answer<String> nextNumber(Batch batch, Call call) {
    return batch.ask(
        NEXT_NUMBER,
        row -> row.getString(1),
        call.district().substring(0, 4) + call.institution().code(),
        call.time(),
        call.district());
  }

  void insert(Batch batch, Call call, String operator, BusinessCycle cycle) {
    batch.tell(
        INSERT,
        call.district(),
        cycle.number(),
        cycle.hospcode(),
        cycle.infosyscode(),
        operator,
        cycle.outOfRegion(),
        timestamp(call.at()),
        timestamp(cycle.expiresAt()));
  }

  void close(Batch batch, Call call, BusinessCycle cycle) {
    batch.tell(CLOSE, timestamp(call.at()), call.district(), cycle.number());
  }

  /** Orders of the cycle that are still being paid. */
  Answer<String> openOrders(Batch batch, Call call, String number) {
    return batch.ask(
        OPEN_ORDERS, row -> row.getString(1), call.district(), call.institution().code(), number);
  }

  private static OffsetDateTime timestamp(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  private static BusinessCycle cycle(ResultSet row) throws SQLException {
    return new BusinessCycle(
        row.getString("cycle_no"),
        row.getString("hospcode"),
        row.getString("infosyscode"),
        row.getBoolean("out_of_region"),
        row.getObject("expires_at", OffsetDateTime.class).toInstant(),
        row.getObject("closed_at") != null);
  }
}
