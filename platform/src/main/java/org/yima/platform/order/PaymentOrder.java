package org.yima.platform.order;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yima.platform.bill.ChargeLine;
import org.yima.platform.bill.OrderContent;
import org.yima.platform.bill.OrderType;
import org.yima.platform.bill.Registration;
import org.yima.platform.transaction.Call;
import org.yima.settlement.Money;
import org.yima.settlement.YearSoFar;

/**
 * One payment order: what the hospital asked to be paid.
 *
 * @param number 订单号; one number is one order for ever
 * @param cycleNo of its payment, and until then of its registration
 * @param promise what was said of it before it is paid
 * @param stay of an order that settles a stay
 */
record PaymentOrder(
    String number,
    OrderType type,
    String cycleNo,
    Money amount,
    Times times,
    Codes codes,
    String callback,
    OrderContent content,
    Optional<Promise> promise,
    Optional<Stay> stay) {

  /** An order of a visit. */
  PaymentOrder(
      String number,
      OrderType type,
      String cycleNo,
      Money amount,
      Times times,
      Codes codes,
      String callback,
      OrderContent content,
      Optional<Promise> promise) {
    this(number, type, cycleNo, amount, times, codes, callback, content, promise, Optional.empty());
  }

  /**
   * How a stay is settled.
   *
   * @param admits whether the number is ST023's own
   * @param accountLimit the most that the account may pay; null: no limit
   * @param until charges after this are left for later; null: none are
   */
  record Stay(
      String admissionNo,
      boolean admits,
      @Nullable Money accountLimit,
      @Nullable LocalDateTime until) {}

  /**
   * When.
   *
   * @param sent 订单发送时间, by the hospital's clock
   * @param expires after this it is not paid any more
   * @param registered when it was accepted
   */
  record Times(LocalDateTime sent, Instant expires, Instant registered) {}

  /**
   * Random, never logged.
   *
   * @param valid 订单防伪码, asked for by a second step; empty where there is none
   * @param balance 支付验证码, asked for by a refund
   */
  record Codes(String valid, String balance) {

    /** In constant time. */
    static boolean same(String kept, String sent) {
      return MessageDigest.isEqual(
          kept.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
      return "codes";
    }
  }

  /** The same order, about to be paid in this cycle. */
  PaymentOrder in(String cycle) {
    return new PaymentOrder(
        number, type, cycle, amount, times, codes, callback, content, promise, stay);
  }

  /** The same order with the lines that it pays. */
  PaymentOrder charging(List<ChargeLine> lines) {
    OrderContent charged = content.charging(lines);
    return new PaymentOrder(
        number, type, cycleNo, amount, times, codes, callback, charged, promise, stay);
  }

  /** Whether its number is that of an admission. */
  boolean isAdmission() {
    return stay.filter(Stay::admits).isPresent();
  }

  /**
   * The visit as it is to be settled.
   *
   * @param admitted the day on which a stay began
   * @param earlier what other settlements of the same stay moved, by benefit year
   */
  Registration registration(Optional<LocalDate> admitted, Map<Integer, YearSoFar> earlier) {
    if (stay.isPresent()) {
      return new Registration(
          type,
          content,
          content.visitDate(),
          admitted.orElse(null),
          stay.get().accountLimit(),
          stay.get().until() != null,
          earlier);
    }
    LocalDate accepted = times.registered().atZone(Call.ZONE).toLocalDate();
    return new Registration(type, content, accepted);
  }

  @Override
  public String toString() {
    return "order " + number;
  }
}
