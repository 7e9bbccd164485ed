package org.yima.client;

import org.yima.protocol.Element;

/** 删除后一条明细剩余的数量与金额（ST032 应答）。What is left of a line after a deletion. */
public final class RemainingCharge {
  private final String serial;
  private final String quantity;
  private final long amountFen;

  private RemainingCharge(Values row) throws UnreadableAnswer {
    serial = row.required("bkc028");
    quantity = row.required("remainnum");
    amountFen = row.fen("remainamt");
  }

  static RemainingCharge read(Element row) throws UnreadableAnswer {
    return new RemainingCharge(Values.of(row));
  }

  /** 记账流水号 {@code bkc028}。The line. */
  public String serial() {
    return serial;
  }

  /** 剩余数量 {@code remainnum}。The quantity that is left. */
  public String quantity() {
    return quantity;
  }

  /** 剩余金额 {@code remainamt}，单位分。The amount that is left, in fen. */
  public long amountFen() {
    return amountFen;
  }

  @Override
  public String toString() {
    return "charge " + serial + ", " + amountFen + " fen left";
  }
}
