package org.yima.platform.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yima.platform.store.Batch;
import org.yima.platform.store.Batch.Answer;
import org.yima.settlement.Counter;
import org.yima.settlement.YearSoFar;

/**
 * Table {@code year_total}: what a person's benefit years have used so far. Its rows have no lock
 * of their own; whoever changes them holds the lock of the person's account.
 */
@Component
public final class YearTotals {
  private static final String FIND = "select benefit_year, counter, amount from year_total";
  private static final String SINCE = " and benefit_year >= ?";
  private static final String ADD =
      """
      insert into year_total (district, person_no, benefit_year, counter, amount)
      select ?, ?, ?, c, a from unnest(?::text[], ?::bigint[]) as moved(c, a)
      on conflict (district, person_no, benefit_year, counter)
        do update set amount = year_total.amount + excluded.amount
      """;
  private static final String TAKE_BACK =
      """
      update year_total t set amount = t.amount - moved.a
        from unnest(?::text[], ?::bigint[]) as moved(c, a)
       where t.district = ? and t.person_no = ? and t.benefit_year = ? and t.counter = moved.c
      """;

  /**
   * One total of one year.
   *
   * @param amount fen, or how many
   */
  public record Total(int year, Counter counter, long amount) {}

  /** A person's totals of this year and all later ones. */
  public Answer<Total> since(Batch batch, Whom whom, int year) {
    List<Object> keys = whom.keys();
    keys.add(year);
    return batch.ask(FIND + whom.where() + SINCE, YearTotals::total, keys.toArray());
  }

  /** The state of one benefit year among what was read. */
  public static YearSoFar of(int year, List<Total> totals) {
    var amounts = new TreeMap<Counter, Long>();
    totals.stream()
        .filter(total -> total.year() == year)
        .forEach(total -> amounts.put(total.counter(), total.amount()));
    return new YearSoFar(amounts);
  }

  /** Adds what one settlement moved. */
  public void add(Batch batch, String district, String number, int year, YearSoFar moved) {
    if (!moved.totals().isEmpty()) {
      batch.tell(
          ADD,
          district,
          number,
          year,
          array(moved.totals().keySet()),
          array(moved.totals().values()));
    }
  }

  /** Takes back exactly what one settlement moved; all that came later stands. */
  public void takeBack(Batch batch, String district, String number, int year, YearSoFar moved) {
    if (!moved.totals().isEmpty()) {
      batch.tell(
          TAKE_BACK,
          array(moved.totals().keySet()),
          array(moved.totals().values()),
          district,
          number,
          year);
    }
  }

  /** A PostgreSQL array; counters and numbers need no quoting beyond this. */
  private static String array(Collection<?> values) {
    return values.stream().map(String::valueOf).collect(Collectors.joining("\",\"", "{\"", "\"}"));
  }

  private static Total total(ResultSet row) throws SQLException {
    return new Total(
        row.getInt("benefit_year"), Counter.of(row.getString("counter")), row.getLong("amount"));
  }
}
