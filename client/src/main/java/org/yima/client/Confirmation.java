package org.yima.client;

import org.yima.protocol.Element;
import org.yima.protocol.spec.Amounts;

/**
 * 验码支付的请求（ST022，3.2.4 节）。
 *
 * <p>The payment of an order that was prepared: the request of ST022. Immutable.
 */
public final class Confirmation {
  private final String number;
  private final Fields fields;

  private Confirmation(String number, Fields fields) {
    this.number = number;
    this.fields = fields;
  }

  /**
   * 支付一个已预结算的订单。
   *
   * <p>Pays what was promised, or nothing.
   *
   * @param cycle 业务周期: any open local one; the payment belongs to it
   * @param shown 患者此刻出示的电子凭证: the payer's credential
   */
  public static Confirmation of(PreparedOrder order, BusinessCycle cycle, Credential shown) {
    return of(order.orderNumber(), order.validCode(), cycle, shown);
  }

  /** 按订单号与防伪码支付。The same by the order's number and valid code, as they were kept. */
  public static Confirmation of(
      String orderNumber, String validCode, BusinessCycle cycle, Credential shown) {
    Fields fields =
        Fields.of("ST022.request")
            .put("orderid", orderNumber)
            .put("ordervalidcode", validCode)
            .put("busicycleno", cycle.number());
    return new Confirmation(orderNumber, shown.into(fields, "ecqrcode"));
  }

  /**
   * 写明按此结果支付。平台以 E1507、E1506 拒绝并给出新金额后，须经收费员和患者确认再这样支付；住院结算必须写明。
   *
   * <p>Says which amounts are paid. Needed where the platform has refused with a new {@link
   * Refusal#split}, once somebody has looked at it, and for a stay in hospital.
   */
  public Confirmation agreeing(Split split) {
    Fields said =
        fields
            .copy()
            .put("akc264", Amounts.text(split.totalFen()))
            .put("akc255", Amounts.text(split.accountFen()));
    return new Confirmation(number, said);
  }

  /** 订单号 {@code orderid}。The order. */
  public String orderNumber() {
    return number;
  }

  Element transdata() {
    return fields.element("transdata");
  }

  @Override
  public String toString() {
    return "confirmation of order " + number;
  }
}
