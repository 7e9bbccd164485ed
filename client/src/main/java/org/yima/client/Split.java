package org.yima.client;

import org.jspecify.annotations.Nullable;

/**
 * 一笔订单将如何支付：总额、基金、个人账户、现金，单位分（ST021 应答，或 ST022 被拒时的新结果）。
 *
 * <p>How an order would be paid: total, all funds, account and cash, in fen. What ST021 promises,
 * and what ST022 answers when that does not hold any more. Immutable.
 */
public final class Split {
  private final long totalFen;
  private final long fundsFen;
  private final long accountFen;
  private final long cashFen;
  private final long hospitalFen;

  private Split(Values reply) throws UnreadableAnswer {
    totalFen = reply.fen("akc264");
    fundsFen = reply.fen("akc260");
    accountFen = reply.fen("akc255");
    cashFen = reply.fen("akc261");
    hospitalFen = reply.fenOrZero("bkc135");
    if (totalFen != fundsFen + accountFen + cashFen + hospitalFen) {
      throw new UnreadableAnswer("akc264 ≠ akc260 + akc255 + akc261 + bkc135");
    }
  }

  static Split read(Values reply) throws UnreadableAnswer {
    return new Split(reply);
  }

  /** What a refusal carries; null if it carries none that can be read. */
  static @Nullable Split ofRefusal(Values reply) {
    try {
      return reply.text("akc264").isEmpty() ? null : read(reply);
    } catch (UnreadableAnswer e) {
      return null;
    }
  }

  /** 医疗费总额 {@code akc264}。The total. */
  public long totalFen() {
    return totalFen;
  }

  /** 医保统筹支付金额 {@code akc260}。What all funds pay together. */
  public long fundsFen() {
    return fundsFen;
  }

  /** 个人账户支出 {@code akc255}。What the personal account pays. */
  public long accountFen() {
    return accountFen;
  }

  /** 现金支付金额 {@code akc261}。What is left for the patient to pay in cash. */
  public long cashFen() {
    return cashFen;
  }

  /**
   * 医疗机构负担金额 {@code bkc135}：包干病种超出（负数为结余）的部分，其他为零。
   *
   * <p>What the hospital bears, or keeps if below zero, under a fixed price; else nothing.
   */
  public long hospitalFen() {
    return hospitalFen;
  }

  @Override
  public String toString() {
    return totalFen + " = " + fundsFen + " + " + accountFen + " + " + cashFen + " fen";
  }
}
