package org.yima.settlement;

import java.util.Arrays;
import java.util.Map;

/** An amount for every {@link Share}; immutable. */
public final class Shares {

  static final Shares NONE = new Shares(new long[Share.values().length]);

  private static final Share[] ALL = Share.values();

  /** By position: a settlement copies its shares at every step, and an array copies fastest. */
  private final long[] fen;

  private Shares(long[] fen) {
    this.fen = fen;
  }

  /** These parts; all others are zero. */
  public static Shares of(Map<Share, Money> parts) {
    Shares shares = NONE;
    for (var part : parts.entrySet()) {
      shares = shares.plus(part.getKey(), part.getValue());
    }
    return shares;
  }

  public Money of(Share share) {
    return Money.ofFen(fen[position(share)]);
  }

  /** The sum of all parts of a kind. */
  public Money sum(Share.Kind kind) {
    long sum = 0;
    for (Share share : ALL) {
      if (share.kind() == kind) {
        sum = Math.addExact(sum, fen[position(share)]);
      }
    }
    return Money.ofFen(sum);
  }

  Shares plus(Share share, Money amount) {
    if (amount.isZero()) {
      return this;
    }
    long[] sum = fen.clone();
    int at = position(share);
    sum[at] = Math.addExact(sum[at], amount.fen());
    return new Shares(sum);
  }

  /**
   * @throws IllegalStateException if there is not that much of it
   */
  Shares minus(Share share, Money amount) {
    if (amount.compareTo(of(share)) > 0) {
      throw new IllegalStateException(amount + " of " + share + " " + of(share));
    }
    return plus(share, Money.ofFen(-amount.fen()));
  }

  @SuppressWarnings("EnumOrdinal") // Only within this object; nothing stores or sends a position.
  private static int position(Share share) {
    return share.ordinal();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Shares shares && Arrays.equals(fen, shares.fen);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(fen);
  }

  /** The parts that are not zero: {@code DEDUCTIBLE=300.00 BASIC_FUND=455.00 CASH=300.00}. */
  @Override
  public String toString() {
    var text = new StringBuilder();
    for (Share share : ALL) {
      if (!of(share).isZero()) {
        text.append(text.isEmpty() ? "" : " ").append(share).append('=').append(of(share));
      }
    }
    return text.toString();
  }
}
