package org.yima.client;

import java.time.LocalDateTime;
import org.yima.protocol.Form;

/** 已完成的退费（ST010 应答，3.2.5 节）。A refund that has happened: the reply of ST010. */
public final class Refund {
  private final String number;
  private final String serial;
  private final LocalDateTime time;
  private final long totalFen;

  private Refund(Values reply) throws UnreadableAnswer {
    number = reply.required("reorderid");
    serial = reply.required("receiverserialno");
    time = reply.time("canceltime");
    totalFen = reply.fen("totalfee");
  }

  static Refund read(Form reply) throws UnreadableAnswer {
    return new Refund(Values.of(reply));
  }

  /** 退费订单号 {@code reorderid}。Its own order number. */
  public String number() {
    return number;
  }

  /** 反结算流水号 {@code receiverserialno}，对账文件 nag 行使用。As the statement names it. */
  public String serial() {
    return serial;
  }

  /** 退费时间 {@code canceltime}，北京时间。When, Shanghai time. */
  public LocalDateTime refundedAt() {
    return time;
  }

  /** 退费总额 {@code totalfee}，单位分。How much, in fen: the whole order. */
  public long totalFen() {
    return totalFen;
  }

  @Override
  public String toString() {
    return "refund " + serial + " of " + totalFen + " fen";
  }
}
