package org.yima.bench.settle;

import java.util.EnumMap;
import java.util.Map;
import org.yima.settlement.Money;
import org.yima.settlement.Policy;
import org.yima.settlement.Settlement;
import org.yima.settlement.Share;
import org.yima.settlement.Visit;

/** One way of settling a bill. */
interface Settler {

  /** As fast as it goes; the result depends on all that was done. */
  Object settle(Visit visit);

  /** The same, as it can be compared: every share, also those that are zero or missing. */
  Map<Share, Money> shares(Visit visit);

  /** The benefit engine. */
  record Engine(Policy policy) implements Settler {

    @Override
    public Object settle(Visit visit) {
      return policy.settle(visit);
    }

    @Override
    public Map<Share, Money> shares(Visit visit) {
      Map<Share, Money> shares = new EnumMap<>(Share.class);
      if (policy.settle(visit) instanceof Settlement settlement) {
        for (Share share : Share.values()) {
          shares.put(share, settlement.of(share));
        }
      }
      return shares;
    }
  }
}
