package org.yima.platform.order;

import java.util.Map;
import org.yima.platform.bill.Payment;
import org.yima.settlement.Money;
import org.yima.settlement.Share;

/**
 * What a pre-settlement said would be paid, and by whom. Nothing has moved for it: the payment
 * reckons again, and pays exactly this or nothing.
 *
 * @param total of a stay as it was charged at the time
 * @param balance of the account at the time
 * @param renewed whether it replaced one that did not hold any more; whoever pays must then say
 *     which amounts they pay
 */
record Promise(
    Money total, Money funds, Money account, Money cash, Money balance, boolean renewed) {

  static Promise of(Payment payment) {
    return new Promise(
        payment.total(),
        payment.funds(),
        payment.of(Share.PERSONAL_ACCOUNT),
        payment.of(Share.CASH),
        payment.accountBefore(),
        false);
  }

  /** As they are sent: {@code akc264, akc260, akc255, akc261}. */
  Map<String, String> amounts() {
    return Map.of(
        "akc264", total.toString(),
        "akc260", funds.toString(),
        "akc255", account.toString(),
        "akc261", cash.toString());
  }

  boolean isKeptBy(Payment payment) {
    Promise now = of(payment);
    return total.equals(now.total)
        && funds.equals(now.funds)
        && account.equals(now.account)
        && cash.equals(now.cash);
  }

  Promise renew() {
    return new Promise(total, funds, account, cash, balance, true);
  }
}
