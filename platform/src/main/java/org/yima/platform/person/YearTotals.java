package org.yima.platform.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
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
  private static final String FIND =
      """
      select benefit_year, counter, amount from year_total
       where district = ? and benefit_year between ? and ? and person_no =
         (select person_no from person where district = ? and id_digest = any (?))
      """;
  private static final String ADD =
      """
      insert into year_total (district, person_no, benefit_year, counter, amount)
      select ?, ?, ?, c, a from unnest(?::text[], ?::bigint[]) as moved(c, a)
      on conflict (district, person_no, benefit_year, counter)
        do update set amount = year_total.amount + excluded.amount
      """;

  private final People people;

  public YearTotals(People people) {
    this.people = people;
  }

  /**
   * One total of one year.
   *
   * @param amount fen, or how many
   */
  public record Total(int year, Counter counter, long amount) {}

  /**
   * The totals of the years that a bill of {@code year} may fall into: that one and its neighbours.
   */
  public Answer<Total> around(Batch batch, String district, IdNumber id, int year) {
    return batch.ask(
        FIND, YearTotals::total, district, year - 1, year + 1, district, people.digests(id));
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
  public void add(Batch batch, Insured person, int year, YearSoFar moved) {
    if (moved.totals().isEmpty()) {
      return;
    }
    var counters = new ArrayList<String>();
    var amounts = new ArrayList<String>();
    moved
        .totals()
        .forEach((counter, amount) -> {
          counters.add(counter.toString());
          amounts.add(String.valueOf(amount));
        });
    batch.tell(ADD, person.district(), person.number(), year, array(counters), array(amounts));
  }

  /** A PostgreSQL array; counters and numbers need no quoting beyond this. */
  private static String array(List<String> values) {
    return "{\"" + String.join("\",\"", values) + "\"}";
  }

  private static Total total(ResultSet row) throws SQLException {
    return new Total(
        row.getInt("benefit_year"), Counter.of(row.getString("counter")), row.getLong("amount"));
  }
}
