package org.yima.settlement;

import org.jspecify.annotations.Nullable;

/**
 * The member's personal account before the visit.
 *
 * @param limit the most that this payment may take from it; null: no limit
 */
public record PersonalAccount(Money balance, @Nullable Money limit) {

  /** For residents, and where the account may not be touched. */
  public static final PersonalAccount NONE = new PersonalAccount(Money.ZERO, null);

  public PersonalAccount {
    if (balance.isNegative() || (limit != null && limit.isNegative())) {
      throw new IllegalArgumentException("an account's balance and limit are not negative");
    }
  }

  Money available() {
    return limit == null ? balance : balance.min(limit);
  }
}
