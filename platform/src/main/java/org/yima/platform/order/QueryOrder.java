package org.yima.platform.order;

import org.springframework.stereotype.Component;
import org.yima.platform.order.Orders.Found;
import org.yima.platform.store.Batch;
import org.yima.platform.store.Batch.Answer;
import org.yima.platform.transaction.Call;
import org.yima.platform.transaction.Outcome;
import org.yima.platform.transaction.Reason;
import org.yima.platform.transaction.Reply;
import org.yima.platform.transaction.Transaction;
import org.yima.protocol.Element;

/**
 * ST009 查询支付状态. Says where an order of the caller stands, with its settlement if it has one.
 * Section 3.2.2.
 *
 * <p>A payment that is still under way is invisible, so "no such order" is no proof that it will
 * not be paid.
 */
@Component
final class QueryOrder implements Transaction<String, Answer<Found>, Found> {
  private final Orders orders;

  QueryOrder(Orders orders) {
    this.orders = orders;
  }

  @Override
  public String code() {
    return "ST009";
  }

  @Override
  public Memory memory() {
    return Memory.QUERY;
  }

  @Override
  public String read(Element transdata, Call call) {
    return transdata.textOf("orderid");
  }

  @Override
  public Answer<Found> ask(String orderNo, Call call, Batch reads) {
    return orders.find(reads, call, orderNo);
  }

  @Override
  public Outcome<Found> decide(String orderNo, Call call, Answer<Found> facts, Batch writes) {
    return facts.found().map(Outcome::done).orElseGet(() -> Outcome.refuse(Reason.ORDER_UNKNOWN));
  }

  @Override
  public void write(Found found, Reply reply) {
    reply.put("paystatus", found.state().code());
    OrderReply.write(found, reply);
  }
}
