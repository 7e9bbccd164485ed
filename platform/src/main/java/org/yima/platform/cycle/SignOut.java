package org.yima.platform.cycle;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yima.platform.store.Batch;
import org.yima.platform.store.Batch.Answer;
import org.yima.platform.transaction.Call;
import org.yima.platform.transaction.Outcome;
import org.yima.platform.transaction.Reason;
import org.yima.platform.transaction.Refusal;
import org.yima.platform.transaction.Reply;
import org.yima.platform.transaction.Transaction;
import org.yima.protocol.Element;

/**
 * ST002 签退. Ends a business cycle after it has been reconciled. Section 3.1.2.
 *
 * <p>Refused while an order of the cycle is still being paid. A closed cycle answers as before.
 */
@Component
final class SignOut implements Transaction<SignOut.Request, SignOut.Facts, BusinessCycle> {
  private final Cycles cycles;

  SignOut(Cycles cycles) {
    this.cycles = cycles;
  }

  record Request(String cycleNo) {}

  record Facts(Answer<BusinessCycle> cycle, Answer<String> openOrders) {}

  @Override
  public String code() {
    return "ST002";
  }

  @Override
  public Request read(Element transdata, Call call) {
    return new Request(transdata.textOf("busicycleno"));
  }

  @Override
  public Facts ask(Request request, Call call, Batch reads) {
    return new Facts(
        cycles.lock(reads, call.district(), request.cycleNo()),
        cycles.openOrders(reads, call, request.cycleNo()));
  }

  @Override
  public Outcome<BusinessCycle> decide(Request request, Call call, Facts facts, Batch writes) {
    if (facts.cycle().found().isEmpty()) {
      return Outcome.refuse(Reason.CYCLE_UNKNOWN);
    }
    BusinessCycle cycle = facts.cycle().rows().getFirst();
    List<String> open = facts.openOrders().rows();
    Optional<Refusal> refusal =
        Refusal.first(
            () -> Refusal.unless(cycle.belongsTo(call), Reason.CYCLE_NOT_YOURS),
            () ->
                Refusal.unless(
                    open.isEmpty(), Reason.CYCLE_HAS_OPEN_ORDERS, String.join(",", open)));
    return Outcome.unless(refusal, () -> close(call, cycle, writes));
  }

  private Outcome<BusinessCycle> close(Call call, BusinessCycle cycle, Batch writes) {
    if (!cycle.closed()) {
      cycles.close(writes, call, cycle);
    }
    return Outcome.done(cycle);
  }

  @Override
  public void write(BusinessCycle cycle, Reply reply) {
    // Section 3.1.2 has no reply elements.
  }
}
