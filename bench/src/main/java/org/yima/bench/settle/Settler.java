package org.yima.bench.settle;

import java.util.Map;
import org.yima.settlement.Policy;
import org.yima.settlement.Settlement;
import org.yima.settlement.Shares;
import org.yima.settlement.Visit;

/** One way of settling a bill. */
interface Settler {

  /** As fast as it goes; the result depends on all that was done. */
  Object settle(Visit visit);

  /** The same, as it can be compared. */
  Shares shares(Visit visit);

  /** The benefit engine. */
  record Engine(Policy policy) implements Settler {

    @Override
    public Object settle(Visit visit) {
      return policy.settle(visit);
    }

    @Override
    public Shares shares(Visit visit) {
      return policy.settle(visit) instanceof Settlement settlement
          ? settlement.shares()
          : Shares.of(Map.of());
    }
  }
}
