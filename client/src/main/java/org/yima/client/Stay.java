package org.yima.client;

import org.yima.protocol.Form;

/**
 * 已登记的住院（ST023 应答）。
 *
 * <p>A stay that is registered: the reply of ST023. Keep {@link #number}, {@link #orderNumber} and
 * {@link #validCode} until it is settled or withdrawn. Immutable.
 */
public final class Stay {
  private final String number;
  private final String orderNumber;
  private final String validCode;
  private final long deductibleFen;
  private final String notice;

  private Stay(Values reply) throws UnreadableAnswer {
    number = reply.required("akc190");
    orderNumber = reply.required("orderid");
    validCode = reply.required("ordervalidcode");
    deductibleFen = reply.fenOrZero("akc290");
    notice = reply.text("aprtmsg");
  }

  static Stay read(Form reply) throws UnreadableAnswer {
    return new Stay(Values.of(reply));
  }

  /** 入院登记编号 {@code akc190}。The platform's number of the stay. */
  public String number() {
    return number;
  }

  /** 登记的订单号 {@code orderid}。The registration's order number. */
  public String orderNumber() {
    return orderNumber;
  }

  /** 订单防伪码 {@code ordervalidcode}，无费退院时使用。Asked for when it is withdrawn. */
  public String validCode() {
    return validCode;
  }

  /** 本次起付线 {@code akc290}，单位分。This stay's deductible as it stands now, in fen. */
  public long deductibleFen() {
    return deductibleFen;
  }

  /** 平台的提示 {@code aprtmsg}，如异地参保人暂不能验码结算。What the platform said beside. */
  public String notice() {
    return notice;
  }

  @Override
  public String toString() {
    return "stay " + number;
  }
}
