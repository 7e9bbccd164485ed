package org.yima.settlement;

import org.jspecify.annotations.Nullable;

/**
 * The member's personal account before the visit.
 *
 * @param balance all of it
 * @param earlierYears the part of the balance that was left from earlier years
 * @param limit the most that this payment may take from it; null: no limit
 */
public record PersonalAccount(Money balance, Money earlierYears, @Nullable Money limit) {

  /** Which money of the account. */
  public enum Part {
    /** Of both; what is left from earlier years goes first. */
    WHOLE(""),
    EARLIER_YEARS("（历年结余）"),
    THIS_YEAR("（当年计入）");

    private final String chinese;

    Part(String chinese) {
      this.chinese = chinese;
    }

    /** As it follows the account's name. */
    String chinese() {
      return chinese;
    }
  }

  /** For residents, and where the account may not be touched. */
  public static final PersonalAccount NONE = new PersonalAccount(Money.ZERO, null);

  public PersonalAccount {
    if (earlierYears.isNegative()
        || earlierYears.compareTo(balance) > 0
        || (limit != null && limit.isNegative())) {
      throw new IllegalArgumentException("an account's balance and limit are not negative");
    }
  }

  /** Nothing is left from earlier years, or the district does not tell it apart. */
  public PersonalAccount(Money balance, @Nullable Money limit) {
    this(balance, Money.ZERO, limit);
  }

  /**
   * What can still be paid.
   *
   * @param paid what this settlement has taken already, in {@code earlier} from earlier years
   */
  Money available(Part part, Money paid, Money earlier) {
    Money left =
        switch (part) {
          case WHOLE -> balance.minus(paid);
          case EARLIER_YEARS -> earlierYears.minus(earlier);
          case THIS_YEAR -> balance.minus(earlierYears).minus(paid.minus(earlier));
        };
    return limit == null ? left : left.min(limit.minus(paid));
  }

  /**
   * How much of a payment is taken from what earlier years left.
   *
   * @param earlier what this settlement has taken from it already
   */
  Money fromEarlierYears(Part part, Money payment, Money earlier) {
    return switch (part) {
      case WHOLE -> payment.min(earlierYears.minus(earlier));
      case EARLIER_YEARS -> payment;
      case THIS_YEAR -> Money.ZERO;
    };
  }
}
