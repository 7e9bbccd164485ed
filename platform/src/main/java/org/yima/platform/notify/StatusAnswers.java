package org.yima.platform.notify;

import java.util.SortedMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.yima.platform.store.Batch;
import org.yima.platform.store.Database;
import org.yima.platform.transaction.Call;
import org.yima.platform.transaction.Outcome;
import org.yima.platform.transaction.Reply;
import org.yima.platform.transaction.Transaction;
import org.yima.protocol.Element;

/** What ST009 would answer now: how the order stands when it is told, not when it happened. */
@Component
final class StatusAnswers {
  private final ObjectProvider<Transaction<?, ?, ?>> transactions;
  private final Database database;

  /** Asked for only when needed, because ST041 is one of them and needs this. */
  StatusAnswers(ObjectProvider<Transaction<?, ?, ?>> transactions, Database database) {
    this.transactions = transactions;
    this.database = database;
  }

  /** The business elements, with {@code respcode} and {@code aprcode}. */
  SortedMap<String, String> of(Call call, String orderNo) {
    Transaction<?, ?, ?> query =
        transactions.stream().filter(each -> each.code().equals("ST009")).findFirst().orElseThrow();
    Element asked = Element.of("transdata", java.util.List.of(Element.text("orderid", orderNo)));
    return answer(query, asked, call);
  }

  private <Q, F, A> SortedMap<String, String> answer(
      Transaction<Q, F, A> query, Element asked, Call call) {
    Q request = query.read(asked, call);
    var reads = new Batch();
    F facts = query.ask(request, call, reads);
    database.query(reads);
    var reply = new Reply().put("respcode", "00").put("respmsg", "调用成功");
    switch (query.decide(request, call, facts, new Batch())) {
      case Outcome.Done<A> done -> {
        reply.put("aprcode", "00").put("aprtmsg", "执行成功");
        query.write(done.answer(), reply);
      }
      case Outcome.NotDone<A> refused ->
          reply
              .put("orderid", asked.textOf("orderid"))
              .put("aprcode", refused.refusal().reason().code())
              .put("aprtmsg", refused.refusal().sentence());
    }
    return reply.elements();
  }
}
