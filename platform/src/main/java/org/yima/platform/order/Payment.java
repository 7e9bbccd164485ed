package org.yima.platform.order;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.yima.settlement.Money;
import org.yima.settlement.Settlement;
import org.yima.settlement.Share;

/**
 * An order's settlement as it is stored; answers are written from it the first time and every time
 * after.
 *
 * @param number 结算编号, unique in the platform
 * @param accountBefore balance of the personal account before it
 */
record Payment(
    long number,
    Instant at,
    Money total,
    Money inScope,
    Map<Share, Money> shares,
    Money accountBefore,
    Result result) {

  static Payment of(long number, Instant at, Settlement settlement, Money before, Result result) {
    Map<Share, Money> shares = new EnumMap<>(Share.class);
    for (Share share : Share.values()) {
      shares.put(share, settlement.of(share));
    }
    return new Payment(
        number, at, settlement.total(), settlement.inScope(), shares, before, result);
  }

  Money of(Share share) {
    return shares.getOrDefault(share, Money.ZERO);
  }

  /** All funds together: {@code akc260}. */
  Money funds() {
    return sum(Share.Kind.FUND).plus(sum(Share.Kind.SUBSIDY));
  }

  private Money sum(Share.Kind kind) {
    return shares.entrySet().stream()
        .filter(part -> part.getKey().kind() == kind)
        .map(Map.Entry::getValue)
        .reduce(Money.ZERO, Money::plus);
  }

  Money accountAfter() {
    return accountBefore.minus(of(Share.PERSONAL_ACCOUNT));
  }
}
