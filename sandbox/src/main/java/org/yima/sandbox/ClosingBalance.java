package org.yima.sandbox;

import java.util.ArrayList;
import java.util.List;
import org.yima.platform.store.Batch;
import org.yima.platform.store.Database;
import org.yima.settlement.Money;

/**
 * Whether the books agree: accounts with postings, postings with themselves, settlements with
 * postings. Read from the database, beside the program that wrote it.
 */
final class ClosingBalance {
  private static final String FUNDS =
      """
      basic_fund + large_amount_fund + civil_servant_fund + special_care_fund
      + retired_cadre_fund + pensioner_fund + enterprise_fund + other_funds
      + medical_assistance + medical_relief
      """;
  private static final String POSTED =
      "select coalesce(sum(institution), 0), coalesce(-sum("
          + FUNDS
          + "), 0), coalesce(-sum(personal_account), 0), coalesce(-sum(cash), 0) from posting";
  private static final String ACCOUNTS = "select sum(balance) from personal_account";
  private static final String CREDITED =
      "select coalesce(sum(personal_account), 0) from account_posting";
  private static final String SETTLED = "select coalesce(sum(total), 0) from settlement";
  private static final String UNDONE =
      """
      select coalesce(sum(total), 0) from settlement
        join reversal using (district, settlement_no)
      """;

  private ClosingBalance() {}

  /** Sums in fen over everything posted so far. */
  record Posted(Money institutions, Money funds, Money account, Money cash) {}

  /** One sum beside another that it must equal. */
  record Line(String what, Money left, Money right) {
    boolean agrees() {
      return left.equals(right);
    }
  }

  /**
   * All comparisons; the opening is what was posted to the accounts when the world began.
   *
   * @param paid what the tills added up in this run
   * @param statements what the statements of this run's cycles add up to
   */
  static List<Line> of(Database database, Money paid, Money statements) {
    var batch = new Batch();
    var posted =
        batch.ask(
            POSTED,
            row ->
                new Posted(
                    Money.ofFen(row.getLong(1)),
                    Money.ofFen(row.getLong(2)),
                    Money.ofFen(row.getLong(3)),
                    Money.ofFen(row.getLong(4))));
    var accounts = batch.ask(ACCOUNTS, row -> Money.ofFen(row.getLong(1)));
    var credited = batch.ask(CREDITED, row -> Money.ofFen(row.getLong(1)));
    var settled = batch.ask(SETTLED, row -> Money.ofFen(row.getLong(1)));
    var undone = batch.ask(UNDONE, row -> Money.ofFen(row.getLong(1)));
    database.query(batch);
    Posted sums = posted.rows().getFirst();
    Money opening = credited.rows().getFirst();
    List<Line> lines = new ArrayList<>();
    lines.add(
        new Line(
            "医疗机构应收 = 基金 + 个人账户 + 现金",
            sums.institutions(),
            sums.funds().plus(sums.account()).plus(sums.cash())));
    lines.add(
        new Line(
            "结算总额 − 退费、取消与冲正 = 过账总额",
            settled.rows().getFirst().minus(undone.rows().getFirst()),
            sums.institutions()));
    lines.add(
        new Line(
            "个人账户期初 − 支付 + 退回 = 现余额", opening.minus(sums.account()), accounts.rows().getFirst()));
    lines.add(new Line("收费窗口合计 = 各周期对账单合计", paid, statements));
    return lines;
  }
}
