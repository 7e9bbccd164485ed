package org.yima.bench;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.yima.platform.store.Batch;
import org.yima.platform.store.Database;
import org.yima.sandbox.World.Place;
import org.yima.settlement.Money;

/**
 * What the database holds of a run, beside what the clients were told.
 *
 * @param told payments that were answered as paid
 * @param paid orders of the business cycle in state 2
 * @param postings of the cycle
 * @param institution fen owed to the institution
 * @param payers fen taken from funds, accounts and patients; negative
 */
public record Ledger(int told, long paid, long postings, long institution, long payers) {
  private static final String ORDERS =
      """
      select count(*) from payment_order
       where district = ? and hospcode = ? and cycle_no = ? and state = '2'
      """;
  private static final String POSTINGS =
      """
      select count(*) as postings, coalesce(sum(institution), 0)::bigint as institution,
             coalesce(sum(basic_fund + large_amount_fund + civil_servant_fund
               + special_care_fund + retired_cadre_fund + pensioner_fund + enterprise_fund
               + other_funds + medical_assistance + medical_relief + personal_account + cash
               + hospital_borne), 0)::bigint as payers
        from posting where district = ? and cycle_no = ?
      """;

  static Ledger of(Stage stage, Cashier cashier, int told) {
    Place place = cashier.place();
    String district = place.institution().district();
    var batch = new Batch();
    var orders =
        batch.ask(
            ORDERS, row -> row.getLong(1), district, place.institution().code(), cashier.cycle());
    var posted = batch.ask(POSTINGS, Sums::of, district, cashier.cycle());
    stage.part(Database.class).query(batch);
    Sums sums = posted.rows().getFirst();
    return new Ledger(
        told, orders.rows().getFirst(), sums.postings(), sums.institution(), sums.payers());
  }

  private record Sums(long postings, long institution, long payers) {
    static Sums of(ResultSet row) throws SQLException {
      return new Sums(row.getLong("postings"), row.getLong("institution"), row.getLong("payers"));
    }
  }

  /** Every payment that was told is there once, and nothing else; both sides sum to zero. */
  public boolean balanced() {
    return paid == told
        && postings == told
        && institution == told * TenLines.TOTAL.fen()
        && institution + payers == 0;
  }

  String text() {
    return "答复已支付 %d 笔，库中订单 %d、记账 %d；应付机构 %s = 基金、账户、现金 %s：%s"
        .formatted(
            told,
            paid,
            postings,
            Money.ofFen(institution),
            Money.ofFen(-payers),
            balanced() ? "平 balanced" : "不平 NOT BALANCED");
  }
}
