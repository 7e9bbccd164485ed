package org.yima.client;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.yima.protocol.Element;
import org.yima.protocol.spec.Amounts;
import org.yima.protocol.spec.DateTimes;

/**
 * 一笔待支付的订单（ST007、ST021 请求，3.2.1、3.2.3 节）。
 *
 * <p>One order to be paid: the request of ST007 and ST021, sections 3.2.1 and 3.2.3. Its number
 * stands for this order for ever; keep the order until its outcome is known. Immutable; {@code
 * toString} shows nothing personal.
 */
public final class PaymentOrder {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final BusinessCycle cycle;
  private final Bill bill;
  private final Fields fields;
  private final String number;
  private final LocalDateTime time;

  private PaymentOrder(Builder builder) {
    cycle = builder.cycle;
    bill = builder.bill;
    fields = builder.fields.copy();
    number = builder.number;
    time = builder.time;
  }

  /**
   * 开始填写订单。Starts an order.
   *
   * @param type 在哪里扫码: hospital or pharmacy
   * @param number 订单号 {@code orderid}, given by the institution, at most 64 characters
   * @param orderedAt 订单发送时间 {@code ordertime}: now; to the second
   */
  public static Builder builder(OrderType type, String number, Instant orderedAt) {
    return new Builder(type, number, orderedAt);
  }

  /** 订单号 {@code orderid}。Its number. */
  public String number() {
    return number;
  }

  /** 订单金额 {@code orderamt}，单位分。Its amount in fen: the bill's total. */
  public long amountFen() {
    return bill.totalFen();
  }

  /** {@code ordertime} as it is sent. */
  LocalDateTime time() {
    return time;
  }

  /** The request of ST007. */
  Element transdata(Institution institution) {
    return whole(fields.copy(), institution);
  }

  /** The request of ST021: the same without a credential. */
  Element preparation(Institution institution) {
    return whole(fields.as("ST021.request"), institution);
  }

  private Element whole(Fields said, Institution institution) {
    return said.put("busicycleno", cycle.number())
        .put("orderamt", Amounts.text(amountFen()))
        .put(bill.orderData(institution, cycle, time))
        .element("transdata");
  }

  @Override
  public String toString() {
    return "order " + number + " of " + amountFen() + " fen";
  }

  /** 填写订单。Collects an order. */
  public static final class Builder {
    private final String number;
    private final LocalDateTime time;
    private final Fields fields = Fields.of("ST007.request");
    private BusinessCycle cycle = BusinessCycle.local("", "");
    private Bill bill = Bill.builder().build();

    private Builder(OrderType type, String number, Instant orderedAt) {
      this.number = number;
      this.time = LocalDateTime.ofInstant(orderedAt, ZONE).withNano(0);
      fields
          .put("ordertype", type.code())
          .put("orderid", number)
          .put("ordertime", DateTimes.text(time))
          .put("backurl", "");
      validMinutes(30);
    }

    /** 业务周期。The cycle it belongs to; out-of-region people need an out-of-region cycle. */
    public Builder cycle(BusinessCycle open) {
      cycle = open;
      return this;
    }

    /** 患者出示的电子凭证；支付人即持有人本人。The patient's credential; the holder is the payer. */
    public Builder credential(Credential shown) {
      shown.into(fields, "ecqrcode").put("pname", shown.name()).put("pidno", shown.idNumber());
      return this;
    }

    /**
     * 支付人，用于预生成支付订单（ST021）：此时还没有人出示电子凭证。Who is to pay, for an order that is prepared before anybody
     * shows a code.
     */
    public Builder payer(String name, String idNumber) {
      fields.put("pname", name).put("pidno", idNumber);
      return this;
    }

    /** 费用单。What is to be paid for. */
    public Builder bill(Bill charges) {
      bill = charges;
      return this;
    }

    /** 订单超时时间 {@code orderovertime}，分钟，默认 30。After so many minutes it is not paid any more. */
    public Builder validMinutes(int minutes) {
      fields.put("orderovertime", String.valueOf(minutes));
      return this;
    }

    /** 结果通知地址 {@code backurl}，须已登记。Where the platform reports the outcome; optional. */
    public Builder callback(String url) {
      fields.put("backurl", url);
      return this;
    }

    /** 订单描述 {@code orderdesc}。A description; optional. */
    public Builder description(String text) {
      fields.put("orderdesc", text);
      return this;
    }

    /** 完成。The order; what is missing is named when it is sent. */
    public PaymentOrder build() {
      return new PaymentOrder(this);
    }
  }
}
