package org.yima.client;

import org.yima.protocol.Form;

/**
 * 已预结算、等待验码支付的订单（ST021 应答，3.2.3 节；住院为 ST034 应答）。
 *
 * <p>An order that was prepared and waits for its payment: the reply of ST021, or of ST034. Keep
 * number and {@link #validCode} until it is paid or cancelled; nothing has been paid yet.
 * Immutable.
 */
public final class PreparedOrder {
  private final String number;
  private final String validCode;
  private final Split split;
  private final long balanceFen;

  private PreparedOrder(Values reply, Split split, long balanceFen) throws UnreadableAnswer {
    this.number = reply.required("orderid");
    this.validCode = reply.required("ordervalidcode");
    this.split = split;
    this.balanceFen = balanceFen;
  }

  static PreparedOrder read(Form reply) throws UnreadableAnswer {
    Values values = Values.of(reply);
    return new PreparedOrder(values, Split.read(values), values.fen("akc087"));
  }

  /** A stay's: the split stands in {@code balanceret}, which has the balance after it. */
  static PreparedOrder ofStay(Form reply) throws UnreadableAnswer {
    Values promised = Values.of(Rows.block(reply, "balanceret"));
    Split split = Split.read(promised);
    long before = promised.fen("akc087after") + split.accountFen();
    return new PreparedOrder(Values.of(reply), split, before);
  }

  /** 订单号 {@code orderid}。The order. */
  public String orderNumber() {
    return number;
  }

  /** 订单防伪码 {@code ordervalidcode}，验码支付时使用。Asked for by the payment. */
  public String validCode() {
    return validCode;
  }

  /** 预结算结果。What would be paid. */
  public Split split() {
    return split;
  }

  /** 支付前个人账户余额 {@code akc087}，单位分。The account's balance before it. */
  public long accountBalanceFen() {
    return balanceFen;
  }

  @Override
  public String toString() {
    return "order " + number + " prepared, " + split;
  }
}
