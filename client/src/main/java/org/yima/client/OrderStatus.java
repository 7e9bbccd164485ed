package org.yima.client;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.yima.protocol.Form;

/** 订单的支付状态（ST009 应答，3.2.2 节）。Where an order stands: the reply of ST009, section 3.2.2. */
public final class OrderStatus {
  private final String number;
  private final PaymentState state;
  private final long amountFen;
  private final @Nullable LocalDateTime time;
  private final @Nullable Payment payment;

  private OrderStatus(Form reply) throws UnreadableAnswer {
    Values values = Values.of(reply);
    number = values.required("orderid");
    state = PaymentState.read(values);
    amountFen = values.fenOrZero("orderamt");
    time = values.text("ordertime").isEmpty() ? null : values.time("ordertime");
    if (time == null && state != PaymentState.CANCELLED) {
      throw new UnreadableAnswer("ordertime");
    }
    boolean settled = !values.text("aptorderackdata").isEmpty();
    if (state == PaymentState.PAID && !settled) {
      throw new UnreadableAnswer("aptorderackdata");
    }
    payment = settled ? Payment.read(reply) : null;
  }

  static OrderStatus read(Form reply) throws UnreadableAnswer {
    return new OrderStatus(reply);
  }

  /** 订单号 {@code orderid}。The order. */
  public String orderNumber() {
    return number;
  }

  /** 支付状态 {@code paystatus}。Its state. */
  public PaymentState state() {
    return state;
  }

  /**
   * 订单金额 {@code orderamt}，单位分。Its amount in fen; 0 if the number was cancelled before its order
   * came.
   */
  public long amountFen() {
    return amountFen;
  }

  /**
   * 订单发送时间 {@code ordertime}，北京时间；订单到达之前已被取消的为 null。When it was ordered, Shanghai time; null if the
   * number was cancelled before its order came.
   */
  public @Nullable LocalDateTime orderedAt() {
    return time;
  }

  /** 支付结果；没有结算时为 null。The payment, if the order has a settlement that stands. */
  public @Nullable Payment payment() {
    return payment;
  }

  /** Whether the platform speaks of this very order, and not of another one of the same number. */
  boolean isOf(PaymentOrder order) {
    return number.equals(order.number())
        && amountFen == order.amountFen()
        && order.time().equals(time);
  }

  @Override
  public String toString() {
    return "order " + number + ", state " + state;
  }
}
