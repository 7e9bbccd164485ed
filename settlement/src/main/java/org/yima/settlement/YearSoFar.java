package org.yima.settlement;

import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The running totals of one person's benefit year, and equally what one settlement adds to them: a
 * refund is {@link #minus} of exactly what its own settlement had moved. A total of zero is the
 * same as none, so two years with the same history are equal.
 */
public final class YearSoFar {

  /** A year in which nothing has happened; also a settlement that moves nothing. */
  public static final YearSoFar EMPTY = new YearSoFar(Map.of());

  /** Bounds what {@link #parse} reads. */
  private static final int MAX_LENGTH = 16_000;

  /** Never changed once it is here, and without zeros. */
  private final NavigableMap<Counter, Long> totals;

  /**
   * @param totals fen; for {@link Counter#isNumber} how many
   */
  public YearSoFar(Map<Counter, Long> totals) {
    this.totals = new TreeMap<>(totals);
    this.totals.values().removeIf(total -> total == 0);
  }

  /**
   * Reads {@link #toString}, so that a year fits in one column of text.
   *
   * @throws IllegalArgumentException if it is not of that form
   */
  public static YearSoFar parse(String text) {
    if (text.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("a year of " + text.length() + " characters is no year");
    }
    var totals = new TreeMap<Counter, Long>();
    for (String entry : text.isEmpty() ? new String[0] : text.split(",", -1)) {
      int equals = entry.indexOf('=');
      if (equals < 0) {
        throw new IllegalArgumentException("a running total is written counter=yuan: " + entry);
      }
      Counter counter = Counter.of(entry.substring(0, equals));
      if (totals.put(counter, read(counter, entry.substring(equals + 1))) != null) {
        throw new IllegalArgumentException("a running total is given twice: " + entry);
      }
    }
    return new YearSoFar(totals);
  }

  /**
   * Reads one total as {@link #toString} writes it: yuan, or how many.
   *
   * @throws NumberFormatException if it is neither
   */
  public static long read(Counter counter, String text) {
    if (!counter.isNumber()) {
      return Money.of(text).fen();
    }
    if (!text.matches("-?[0-9]{1,9}")) {
      throw new NumberFormatException("not a number of visits");
    }
    return Long.parseLong(text);
  }

  /** The totals that are not zero: fen, or for {@link Counter#isNumber} how many. */
  public SortedMap<Counter, Long> totals() {
    return Collections.unmodifiableSortedMap(totals);
  }

  public Money of(Counter counter) {
    return Money.ofFen(totals.getOrDefault(counter, 0L));
  }

  /** How many visits were counted. */
  public int visits(String pool) {
    return Math.toIntExact(totals.getOrDefault(new Counter(Counter.Kind.VISITS, pool), 0L));
  }

  /** All deductible borne this year ({@code bkc016}). */
  public Money deductibleBorne() {
    return of(Counter.ALL_DEDUCTIBLE);
  }

  /** All that the basic fund paid this year ({@code bkc018}). */
  public Money basicFundPaid() {
    return of(Counter.ALL_FUND);
  }

  /** All that the large-amount fund paid this year ({@code bkc021}). */
  public Money largeAmountFundPaid() {
    return of(Counter.allPaidBy(Share.LARGE_AMOUNT_FUND));
  }

  /** All that the subsidy for civil servants paid this year ({@code bkc024}). */
  public Money civilServantFundPaid() {
    return of(Counter.allPaidBy(Share.CIVIL_SERVANT_FUND));
  }

  public YearSoFar plus(YearSoFar moved) {
    var sum = new TreeMap<>(totals);
    moved.totals.forEach((counter, amount) -> sum.merge(counter, amount, Math::addExact));
    return new YearSoFar(sum);
  }

  public YearSoFar minus(YearSoFar moved) {
    var rest = new TreeMap<>(totals);
    moved.totals.forEach((counter, amount) -> rest.merge(counter, -amount, Math::addExact));
    return new YearSoFar(rest);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof YearSoFar year && totals.equals(year.totals);
  }

  @Override
  public int hashCode() {
    return totals.hashCode();
  }

  /** One line, sorted: {@code deductible:all=300.00,fund:all=455.00,visits:inpatient=2}. */
  @Override
  public String toString() {
    var text = new StringBuilder();
    totals.forEach((counter, total) ->
        text.append(text.isEmpty() ? "" : ",")
            .append(counter)
            .append('=')
            .append(counter.isNumber() ? total.toString() : Money.ofFen(total).toString()));
    return text.toString();
  }
}
