package org.yima.platform.transaction;

import org.yima.platform.store.Batch;
import org.yima.protocol.Element;

/**
 * One transaction of the interface. Each call goes through it in this order:
 *
 * <ol>
 *   <li>{@link #read}: wire fields, already checked one by one, become a request;
 *   <li>{@link #prepare}: what others have to be asked, before the database's transaction begins;
 *   <li>{@link #ask}: the statements that find, and lock, what the decision needs; they leave
 *       together, in one round trip;
 *   <li>{@link #decide}: guards in the order of {@link Reason}, then a pure decision, then the
 *       statements that make it so; they leave together with the commit;
 *   <li>{@link #write}: the answer becomes wire fields.
 * </ol>
 *
 * <p>Copies of a call never reach a handler: they are recognised around it, and {@link #recall}
 * rebuilds what was answered before.
 *
 * @param <Q> the request
 * @param <F> the facts: answers of the first batch, there once it has run
 * @param <A> the answer
 */
public interface Transaction<Q, F, A> {
  /** The code of section 1.1.4, such as {@code ST007}. */
  String code();

  /** What the request is known by for ever, if success is to be remembered. */
  default Memory memory() {
    return Memory.NONE;
  }

  /** The key of a remembered call: mostly the order's number. */
  default String key(Element transdata) {
    return transdata.textOf("orderid");
  }

  /** Reads checked wire fields. */
  Q read(Element transdata, Call call);

  /**
   * Asks whom this server does not command. It may take its time: no connection is held and no row
   * is locked. A copy of a call comes here too, so nothing is moved.
   *
   * @return the request with what was answered, or why it ends here; most ask nobody
   */
  default Outcome<Q> prepare(Q request, Call call) {
    return Outcome.done(request);
  }

  F ask(Q request, Call call, Batch reads);

  Outcome<A> decide(Q request, Call call, F facts, Batch writes);

  /** The answer again, for a copy of a call that succeeded, if it still holds. */
  default Outcome<A> recall(Q request, Call call, F facts) {
    throw new IllegalStateException(code() + " is not remembered");
  }

  /** Business elements of the reply, by the names of chapter 3. */
  void write(A answer, Reply reply);

  /** What a transaction remembers of a success. */
  enum Memory {
    /** Nothing; the handler locks nothing that matters and may be asked again at will. */
    NONE,
    /** Nothing, and it changes nothing either: a query. */
    QUERY,
    /** Its key, for ever. */
    ORDER
  }
}
