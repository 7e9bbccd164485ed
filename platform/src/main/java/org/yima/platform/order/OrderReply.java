package org.yima.platform.order;

import org.yima.platform.bill.Details;
import org.yima.platform.bill.Holder;
import org.yima.platform.bill.Payment;
import org.yima.platform.order.Orders.Found;
import org.yima.platform.transaction.Reply;
import org.yima.protocol.spec.DateTimes;

/** The reply elements that ST007 and ST009 share (3.2.1, 3.2.2), and the frame of 4.5. */
final class OrderReply {
  private OrderReply() {}

  /** The order as far as it is known, and its payment if it has one that stands or was refunded. */
  static void write(Found found, Reply reply) {
    reply.put("orderid", found.number());
    found.order().ifPresent(order -> write(found, order, reply));
  }

  private static void write(Found found, PaymentOrder order, Reply reply) {
    reply
        .put("orderamt", order.amount().toString())
        .put("ordertime", DateTimes.text(order.times().sent()));
    if (found.state().showsSettlement()) {
      write(order, found.payment().orElseThrow(), reply);
    }
  }

  /** A payment as ST022 answers it (3.2.4). */
  static void writePaid(Found found, Reply reply) {
    PaymentOrder order = found.order().orElseThrow();
    reply.put("orderid", found.number()).put("orderamt", order.amount().toString());
    write(order, found.payment().orElseThrow(), reply);
  }

  private static void write(PaymentOrder order, Payment payment, Reply reply) {
    Holder holder = payment.result().holder();
    reply
        .put("sipno", holder.number())
        .put("sicardno", holder.card())
        .put("sidistrictcode", holder.district())
        .put("balancecode", order.codes().balance())
        .put(Details.of(order.content(), payment));
  }
}
