package org.yima.client;

import org.jspecify.annotations.Nullable;

/**
 * 结果未知：没有收到可信的应答。付款请查询，勿重复收费。
 *
 * <p>No answer came that can be trusted: the connection failed, time ran out, the reply was not the
 * platform's, could not be read, or said itself that the outcome is open. The transaction may have
 * happened. Every transaction of this SDK may be sent again, except {@link YimaClient#decode},
 * which needs a new code from the patient; for a payment see {@link YimaClient#resume}.
 */
public final class UnknownOutcome extends Exception {
  private static final long serialVersionUID = 1L;

  private final String transaction;

  UnknownOutcome(String transaction, String why, @Nullable Throwable cause) {
    super(sentence(transaction) + " " + why, cause);
    this.transaction = transaction;
  }

  private static String sentence(String transaction) {
    return transaction.equals("ST007")
        ? "支付结果未知：请查询，勿重复收费 (payment outcome unknown: query, do not charge again):"
        : transaction + " 未收到可信的应答 (no answer that can be trusted):";
  }

  /** 交易编号。The transaction's number, such as {@code ST007}. */
  public String transaction() {
    return transaction;
  }
}
