package org.yima.platform.order;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.yima.platform.credential.Scan;
import org.yima.platform.order.OrderContent.PrescriptionTotal;
import org.yima.platform.person.IdNumber;
import org.yima.platform.person.PersonName;
import org.yima.platform.transaction.Call;
import org.yima.protocol.Element;
import org.yima.protocol.spec.DateTimes;
import org.yima.settlement.Money;

/**
 * What ST007 asks, section 3.2.1.
 *
 * @param orderType 交易订单类型 as sent
 * @param payerId {@code pidno}
 * @param minutes {@code orderovertime}, from {@code time}
 */
record ScanPayRequest(
    String orderType,
    String orderNo,
    String cycleNo,
    Scan scan,
    IdNumber payerId,
    PersonName payerName,
    Money amount,
    LocalDateTime time,
    int minutes,
    String callback,
    OrderContent content,
    List<PrescriptionTotal> totals) {

  /** Bounds orderovertime to a year: the sum with a date must stay a date. */
  private static final int MOST_MINUTES = 366 * 24 * 60;

  static ScanPayRequest read(Element transdata) {
    Element data = Objects.requireNonNull(transdata.child("orderdata"), "orderdata was checked");
    return new ScanPayRequest(
        transdata.textOf("ordertype"),
        transdata.textOf("orderid"),
        transdata.textOf("busicycleno"),
        Scan.of(transdata),
        new IdNumber(transdata.textOf("idtype"), transdata.textOf("pidno")),
        new PersonName(transdata.textOf("pname")),
        Money.of(transdata.textOf("orderamt")),
        DateTimes.read(transdata.textOf("ordertime")),
        minutes(transdata.textOf("orderovertime")),
        transdata.textOf("backurl"),
        OrderContent.read(data),
        OrderContent.totals(data));
  }

  private static int minutes(String text) {
    return text.length() > 6 ? MOST_MINUTES : Math.min(Integer.parseInt(text), MOST_MINUTES);
  }

  /** The same request, of which more is known about the scan. */
  ScanPayRequest with(Scan found) {
    return new ScanPayRequest(
        orderType, orderNo, cycleNo, found, payerId, payerName, amount, time, minutes, callback,
        content, totals);
  }

  /** After this the order is not paid any more. */
  Instant expiresAt() {
    return time.plusMinutes(minutes).atZone(Call.ZONE).toInstant();
  }

  Instant sentAt() {
    return time.atZone(Call.ZONE).toInstant();
  }

  /** Whether whoever shows the code is who pays. */
  boolean payerIsHolder() {
    return payerId.value().equals(scan.id().value()) && payerName.sameAs(scan.name());
  }

  @Override
  public String toString() {
    return "ST007 " + orderNo;
  }
}
