package org.yima.client;

import org.yima.protocol.Form;

/**
 * 订单事件：平台推送到 {@code backurl}，或由 ST041 拉取。
 *
 * <p>An event of an order, pushed to {@code backurl} or pulled with ST041. The same event may come
 * more than once ({@link #id}), and says how the order stands now, which may be later than what the
 * event is about.
 */
public final class OrderEvent {
  private final String id;
  private final long sequence;
  private final EventType type;
  private final OrderStatus order;

  private OrderEvent(Values event, Form answer) throws UnreadableAnswer {
    id = event.required("eventid");
    sequence = sequence(event.required("eventseq"));
    type = EventType.read(event);
    order = OrderStatus.read(answer);
  }

  private static long sequence(String text) throws UnreadableAnswer {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new UnreadableAnswer("eventseq");
    }
  }

  /**
   * @param event has the event's three elements
   * @param answer that of ST009
   */
  static OrderEvent read(Values event, Form answer) throws UnreadableAnswer {
    return new OrderEvent(event, answer);
  }

  /** 事件编号 {@code eventid}，重发时不变。The same each time it is told. */
  public String id() {
    return id;
  }

  /** 事件序号 {@code eventseq}，机构内连续递增。Counts within the institution, without gaps. */
  public long sequence() {
    return sequence;
  }

  /** 事件类型 {@code eventtype}。What happened. */
  public EventType type() {
    return type;
  }

  /** 订单现在的状态。How the order stands now. */
  public OrderStatus order() {
    return order;
  }

  @Override
  public String toString() {
    return "event " + sequence + " " + type + " of " + order;
  }
}
