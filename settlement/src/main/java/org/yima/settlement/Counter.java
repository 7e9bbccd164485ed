package org.yima.settlement;

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
    /** Paid by a fund. */
    FUND,
    /** Left to the patient where his own burden of a year has a limit. */
    BURDEN,
    /** Paid by the personal account. */
    ACCOUNT,
    /** Visits: a number, not an amount. */
    VISITS
  }

  /** The pool that everything of its kind is counted in, beside any pool of its own. */
  public static final String ALL = "all";

  static final Counter ALL_DEDUCTIBLE = new Counter(Kind.DEDUCTIBLE, ALL);
  static final Counter ALL_FUND = new Counter(Kind.FUND, ALL);

  /**
   * What the account paid out of what it was credited this year; counted where the policy tells
   * {@link PersonalAccount.Part}s apart.
   */
  public static final Counter ACCOUNT_THIS_YEAR = new Counter(Kind.ACCOUNT, "this-year");

  /** Room for a pool, an institution's code and a group of diseases. */
  private static final int MAX_LENGTH = 160;

  public Counter {
    if (pool.isEmpty() || pool.length() > MAX_LENGTH || !isName(pool)) {
      throw new IllegalArgumentException(
          "a pool is named by letters, digits, '-', '_' and '/': " + pool);
    }
  }

  /** Everything that is booked under this share; the basic fund's goes by {@link #ALL}. */
  static Counter allPaidBy(Share fund) {
    String name = fund.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return fund == Share.BASIC_FUND ? ALL_FUND : new Counter(Kind.FUND, name);
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
        "a counter is written KIND:POOL with deductible, cost, fund, burden, account or visits, not "
            + text);
  }

  /** Whether a number is counted, not an amount. */
  public boolean isNumber() {
    return kind == Kind.VISITS;
  }

  @Override
  public int compareTo(Counter other) {
    int byKind = kind.compareTo(other.kind);
    return byKind != 0 ? byKind : pool.compareTo(other.pool);
  }

  @Override
  public String toString() {
    return word(kind) + ":" + pool;
  }

  private static boolean isName(String pool) {
    for (int i = 0; i < pool.length(); i++) {
      if (!Character.isLetterOrDigit(pool.charAt(i)) && "/_-".indexOf(pool.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  private static String word(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
