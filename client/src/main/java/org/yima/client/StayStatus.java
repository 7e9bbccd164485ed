package org.yima.client;

import org.yima.protocol.Form;

/** 住院登记的状态（ST036 应答）。Where a stay stands: the reply of ST036. */
public final class StayStatus {
  private final String number;
  private final String orderNumber;
  private final String state;
  private final int pending;
  private final long pendingFen;

  private StayStatus(Values reply) throws UnreadableAnswer {
    number = reply.required("akc190");
    orderNumber = reply.required("orderid");
    state = reply.required("admissionstate");
    pendingFen = reply.fen("amount");
    try {
      pending = Integer.parseInt(reply.required("count"));
    } catch (NumberFormatException e) {
      throw new UnreadableAnswer("count");
    }
  }

  static StayStatus read(Form reply) throws UnreadableAnswer {
    return new StayStatus(Values.of(reply));
  }

  /** 入院登记编号 {@code akc190}。The stay. */
  public String number() {
    return number;
  }

  /** 订单号 {@code orderid}：最近一次结算的，没有则为登记的。Of its last settlement, else its own. */
  public String orderNumber() {
    return orderNumber;
  }

  /** 登记状态 {@code admissionstate}：1 在院 2 已结算 3 已退院。1 open, 2 settled, 3 withdrawn. */
  public String state() {
    return state;
  }

  /** 未结算明细数 {@code count}。How many lines are pending. */
  public int pending() {
    return pending;
  }

  /** 未结算金额 {@code amount}，单位分。What they cost together, in fen. */
  public long pendingFen() {
    return pendingFen;
  }

  @Override
  public String toString() {
    return "stay " + number + " in state " + state + ", " + pendingFen + " fen pending";
  }
}
