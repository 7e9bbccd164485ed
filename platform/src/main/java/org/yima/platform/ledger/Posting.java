package org.yima.platform.ledger;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yima.settlement.Money;
import org.yima.settlement.Share;

/**
 * Who pays an institution for one settlement.
 *
 * @param total what the institution is owed for it
 * @param payers what each fund, the account and cash contribute, and what the hospital bears itself
 */
public record Posting(
    long settlement,
    String orderNo,
    String personDistrict,
    String personNo,
    Money total,
    Map<Share, Money> payers) {

  /** Whether it is owed or given back. */
  public enum Kind {
    /** A payment. */
    POS,
    /** A refund: every sign is turned. Business of its own, in the cycle in which it happens. */
    NAG,
    /** A cancellation: every sign is turned. It and the payment count for nobody. */
    VOID
  }

  /**
   * A posting's place in the ledger.
   *
   * @param cycleNo whose business it is
   * @param reversal what turns the payment; null: it is the payment
   */
  public record Entry(long number, Kind kind, String cycleNo, @Nullable Long reversal) {
    public static Entry payment(long number, String cycleNo) {
      return new Entry(number, Kind.POS, cycleNo, null);
    }
  }

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");

  /**
   * @throws IllegalStateException if what is paid is not what is owed
   */
  public Posting {
    payers = Map.copyOf(payers);
    Money paid = payers.values().stream().reduce(Money.ZERO, Money::plus);
    if (!paid.equals(total)) {
      throw new IllegalStateException("a posting of " + total + " is paid with " + paid);
    }
  }

  /** 结算编号 as it is written everywhere: the day and the settlement's number. */
  public static String serial(ZonedDateTime at, long settlement) {
    return DAY.format(at) + String.format("%012d", settlement);
  }
}
