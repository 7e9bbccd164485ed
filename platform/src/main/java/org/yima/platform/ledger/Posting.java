package org.yima.platform.ledger;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.yima.settlement.Money;
import org.yima.settlement.Share;

/**
 * Who pays an institution for one settlement.
 *
 * @param total what the institution is owed for it
 * @param payers what each fund, the account and cash contribute, and what the hospital bears itself
 */
public record Posting(
    long number,
    long settlement,
    String cycleNo,
    String orderNo,
    String personDistrict,
    String personNo,
    Money total,
    Map<Share, Money> payers) {

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
