package org.yima.settlement;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** An amount for every {@link Share}; a part that is not in the map is zero. */
public record Shares(Map<Share, Money> parts) {

  static final Shares NONE = new Shares(Map.of());

  public Shares {
    var kept = new EnumMap<Share, Money>(Share.class);
    parts.forEach(
        (share, amount) -> {
          if (!amount.isZero()) {
            kept.put(share, amount);
          }
        });
    parts = Collections.unmodifiableMap(kept);
  }

  public Money of(Share share) {
    return parts.getOrDefault(share, Money.ZERO);
  }

  /** The sum of all parts of a kind. */
  public Money sum(Share.Kind kind) {
    Money sum = Money.ZERO;
    for (var part : parts.entrySet()) {
      if (part.getKey().kind() == kind) {
        sum = sum.plus(part.getValue());
      }
    }
    return sum;
  }

  Shares plus(Share share, Money amount) {
    var sum = new EnumMap<Share, Money>(Share.class);
    sum.putAll(parts);
    sum.merge(share, amount, Money::plus);
    return new Shares(sum);
  }
}
