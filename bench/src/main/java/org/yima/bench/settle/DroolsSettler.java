package org.yima.bench.settle;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.KieSession;
import org.kie.internal.utils.KieHelper;
import org.yima.settlement.BillLine;
import org.yima.settlement.Money;
import org.yima.settlement.Share;
import org.yima.settlement.Shares;
import org.yima.settlement.Visit;

/** Settles by the same rules in Drools: the rules are compiled once, each bill is a session. */
final class DroolsSettler implements Settler {

  private final KieBase rules;

  private DroolsSettler(KieBase rules) {
    this.rules = rules;
  }

  static DroolsSettler of(String drl) {
    return new DroolsSettler(new KieHelper().addContent(drl, ResourceType.DRL).build());
  }

  /** As its jar says; null: the jar does not. */
  static @Nullable String version() {
    return KieBase.class.getPackage().getImplementationVersion();
  }

  @Override
  public Object settle(Visit visit) {
    return stay(visit);
  }

  private DroolsFacts.Stay stay(Visit visit) {
    var stay = new DroolsFacts.Stay(visit);
    KieSession session = rules.newKieSession();
    try {
      for (BillLine line : visit.bill().lines()) {
        session.insert(new DroolsFacts.Line(line));
      }
      session.insert(stay);
      session.insert(new DroolsFacts.Stage());
      session.fireAllRules();
    } finally {
      session.dispose();
    }
    return stay;
  }

  @Override
  public Shares shares(Visit visit) {
    var stay = stay(visit);
    Map<Share, Money> shares = new EnumMap<>(Share.class);
    shares.put(Share.SELF_PAID, Money.ofFen(stay.selfPaid));
    shares.put(Share.UPFRONT_SELF_PAY, Money.ofFen(stay.upfront));
    shares.put(Share.DEDUCTIBLE, Money.ofFen(stay.deductible));
    shares.put(Share.BAND_SELF_PAY, Money.ofFen(stay.bandSelfPay));
    shares.put(Share.LARGE_AMOUNT_SELF_PAY, Money.ofFen(stay.largeSelfPay));
    shares.put(Share.OVER_LIMIT, Money.ofFen(stay.overLimit));
    shares.put(Share.BASIC_FUND, Money.ofFen(stay.basicFund));
    shares.put(Share.LARGE_AMOUNT_FUND, Money.ofFen(stay.largeFund));
    shares.put(Share.OTHER_FUNDS, Money.ofFen(stay.illnessFund));
    shares.put(Share.CIVIL_SERVANT_FUND, Money.ofFen(stay.civilFund));
    shares.put(Share.PERSONAL_ACCOUNT, Money.ofFen(stay.account));
    shares.put(Share.CASH, Money.ofFen(stay.cash));
    return Shares.of(shares);
  }
}
