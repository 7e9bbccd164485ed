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
  public static final YearSoFar EMPTY = new YearSoFar(new TreeMap<>());

  /** Bounds what {@link #parse} reads. */
  private static final int MAX_LENGTH = 8_000;

  /** Never changed once it is here, and without zeros. */
  private final NavigableMap<Counter, Money> totals;

  private YearSoFar(NavigableMap<Counter, Money> totals) {
    totals.values().removeIf(Money::isZero);
    this.totals = totals;
  }

  public static YearSoFar of(Map<Counter, Money> totals) {
    return new YearSoFar(new TreeMap<>(totals));
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
    var totals = new TreeMap<Counter, Money>();
    for (String entry : text.isEmpty() ? new String[0] : text.split(",", -1)) {
      int equals = entry.indexOf('=');
      if (equals < 0) {
        throw new IllegalArgumentException("a running total is written counter=yuan: " + entry);
      }
      Money total = Money.of(entry.substring(equals + 1));
      if (totals.put(Counter.of(entry.substring(0, equals)), total) != null) {
        throw new IllegalArgumentException("a running total is given twice: " + entry);
      }
    }
    return new YearSoFar(totals);
  }

  /** The totals that are not zero. */
  public SortedMap<Counter, Money> totals() {
    return Collections.unmodifiableSortedMap(totals);
  }

  public Money of(Counter counter) {
    return totals.getOrDefault(counter, Money.ZERO);
  }

  /** All deductible borne this year ({@code bkc016}). */
  public Money deductibleBorne() {
    return of(Counter.ALL_DEDUCTIBLE);
  }

  /** All that the basic fund paid this year ({@code bkc018}). */
  public Money basicFundPaid() {
    return of(Counter.ALL_FUND);
  }

  public YearSoFar plus(YearSoFar moved) {
    var sum = new TreeMap<>(totals);
    moved.totals.forEach((counter, amount) -> sum.put(counter, of(counter).plus(amount)));
    return new YearSoFar(sum);
  }

  public YearSoFar minus(YearSoFar moved) {
    var rest = new TreeMap<>(totals);
    moved.totals.forEach((counter, amount) -> rest.put(counter, of(counter).minus(amount)));
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

  /** One line, sorted: {@code deductible:all=300.00,fund:all=455.00}. */
  @Override
  public String toString() {
    var text = new StringBuilder();
    totals.forEach((counter, amount) ->
        text.append(text.isEmpty() ? "" : ",").append(counter).append('=').append(amount));
    return text.toString();
  }
}
