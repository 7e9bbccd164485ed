package org.yima.platform.order;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.yima.platform.audit.OfficeAct;
import org.yima.platform.audit.Trail;
import org.yima.platform.institution.AccessSystem;
import org.yima.platform.institution.Registry;
import org.yima.platform.order.AdministrativeReversal.CannotReverse;
import org.yima.platform.store.Batch;
import org.yima.platform.transaction.Call;

/** Steps of administrative reversals as the audit trail keeps them. */
@Component
record ReversalTrail(Registry registry, Trail trail, InstantSource clock) {
  private static final AccessSystem OFFICE = new AccessSystem("office", "医保经办");

  /** A step that the office asks for, in the place of the institution that it is about. */
  record Step(Call call, OfficeAct act) {
    String orderNo() {
      return act.subject();
    }

    String operator() {
      return act.operator();
    }
  }

  /**
   * A step. The reason is no part of its digest: without a key, a digest of words can be guessed.
   *
   * @throws CannotReverse if there is no such institution
   */
  Step step(String name, String hospcode, String orderNo, String operator) {
    Call call =
        registry
            .institution(hospcode)
            .map(institution -> new Call(institution, OFFICE, clock.instant()))
            .orElseThrow(() -> new CannotReverse("没有此机构 (no such institution): " + hospcode));
    return new Step(
        call,
        new OfficeAct(
            call.district(),
            hospcode,
            call.at(),
            operator,
            "reverse " + name,
            orderNo,
            OfficeAct.digest(List.of(name, hospcode, orderNo, operator))));
  }

  /** Enters a step in the transaction of what it does. */
  void enter(Batch writes, Step step) {
    trail.enter(writes, step.act(), OfficeAct.DONE);
  }

  /** Takes a step that enters itself; if it is refused, that is entered. */
  <R> R take(Step step, Supplier<R> work) {
    try {
      return work.get();
    } catch (CannotReverse e) {
      trail.enter(step.act(), OfficeAct.REFUSED);
      throw e;
    }
  }
}
