package org.yima.client;

import org.yima.protocol.Form;

/**
 * 支付成功的结果（ST007、ST009 应答）。
 *
 * <p>An order that is paid: what ST007 and ST009 answer, sections 3.2.1 and 3.2.2. {@code toString}
 * shows nothing personal.
 */
public final class Payment {
  private final Values values;
  private final long amountFen;
  private final Settlement settlement;

  private Payment(Values values) throws UnreadableAnswer {
    this.values = values;
    values.required("orderid");
    values.required("balancecode");
    amountFen = values.fen("orderamt");
    settlement = Settlement.read(values.required("aptorderackdata"));
    if (settlement.totalFen() != amountFen) {
      throw new UnreadableAnswer("akc264 ≠ orderamt");
    }
  }

  static Payment read(Form reply) throws UnreadableAnswer {
    return new Payment(Values.of(reply));
  }

  /** 订单号 {@code orderid}。The order. */
  public String orderNumber() {
    return field("orderid");
  }

  /** 支付验证码 {@code balancecode}，退费时使用，请妥善保存。Proof of payment; a refund asks for it. */
  public String balanceCode() {
    return field("balancecode");
  }

  /** 订单金额 {@code orderamt}，单位分。The order's amount in fen. */
  public long amountFen() {
    return amountFen;
  }

  /** 支付人医保个人编号 {@code sipno}。The payer's number in the insurance. */
  public String memberNumber() {
    return field("sipno");
  }

  /** 支付人医保卡号 {@code sicardno}。The payer's card. */
  public String cardNumber() {
    return field("sicardno");
  }

  /** 支付人所属统筹区 {@code sidistrictcode}。The payer's district; may be empty. */
  public String district() {
    return field("sidistrictcode");
  }

  /** 结算明细（4.5 节）。Who bears how much. */
  public Settlement settlement() {
    return settlement;
  }

  /** 按接口名取应答的任一字段。Any element of the reply by its wire name; empty if it is missing. */
  public String field(String wireName) {
    return values.text(wireName);
  }

  @Override
  public String toString() {
    return "order " + orderNumber() + " paid, " + settlement;
  }
}
