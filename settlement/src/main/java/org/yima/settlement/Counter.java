package org.yima.settlement;

import java.util.Comparator;
import java.util.Locale;

/**
 * One running total of a person's benefit year.
 *
 * @param pool the name under which a policy counts; rules that share a limit name the same pool
 */
public record Counter(Kind kind, String pool) implements Comparable<Counter> {

  /** What is counted. */
  public enum Kind {
    /** Deductible borne. */
    DEDUCTIBLE,
    /** Cost as the bands of the pool count it. */
    COST,
    /** Paid by the basic fund. */
    FUND
  }

  /** The pool that everything of its kind is counted in, beside any pool of its own. */
  public static final String ALL = "all";

  static final Counter ALL_DEDUCTIBLE = new Counter(Kind.DEDUCTIBLE, ALL);
  static final Counter ALL_FUND = new Counter(Kind.FUND, ALL);

  private static final Comparator<Counter> ORDER =
      Comparator.comparing(Counter::kind).thenComparing(Counter::pool);

  public Counter {
    if (pool.isEmpty() || pool.length() > 60 || !pool.chars().allMatch(Counter::mayName)) {
      throw new IllegalArgumentException(
          "a pool is named by up to 60 letters, digits, '-', '_' and '/': " + pool);
    }
  }

  /** Reads {@code fund:outpatient}. */
  public static Counter of(String text) {
    int colon = text.indexOf(':');
    for (Kind kind : Kind.values()) {
      if (colon > 0 && text.substring(0, colon).equals(word(kind))) {
        return new Counter(kind, text.substring(colon + 1));
      }
    }
    throw new IllegalArgumentException(
        "a counter is written deductible:POOL, cost:POOL or fund:POOL, not " + text);
  }

  @Override
  public int compareTo(Counter other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return word(kind) + ":" + pool;
  }

  private static boolean mayName(int character) {
    return Character.isLetterOrDigit(character) || "/_-".indexOf(character) >= 0;
  }

  private static String word(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
