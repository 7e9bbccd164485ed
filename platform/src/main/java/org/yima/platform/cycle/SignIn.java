package org.yima.platform.cycle;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.yima.platform.store.Batch;
import org.yima.platform.store.Batch.Answer;
import org.yima.platform.transaction.Call;
import org.yima.platform.transaction.Outcome;
import org.yima.platform.transaction.Reason;
import org.yima.platform.transaction.Reply;
import org.yima.platform.transaction.Transaction;
import org.yima.protocol.Element;

/**
 * ST001 签到. Opens a business cycle, or answers with the one that is open. Section 3.1.1.
 *
 * <p>The number that the caller proposes is not used; the platform's answer counts.
 */
@Component
final class SignIn implements Transaction<SignIn.Request, SignIn.Facts, BusinessCycle> {
  private final Cycles cycles;

  SignIn(Cycles cycles) {
    this.cycles = cycles;
  }

  record Request(String operator, boolean outOfRegion) {}

  record Facts(Answer<BusinessCycle> open, Answer<String> nextNumber) {}

  @Override
  public String code() {
    return "ST001";
  }

  @Override
  public Request read(Element transdata, Call call) {
    return new Request(transdata.textOf("operatorid"), transdata.textOf("aae139").equals("1"));
  }

  @Override
  public Facts ask(Request request, Call call, Batch reads) {
    cycles.takeTurn(reads, call);
    return new Facts(
        cycles.openOf(reads, call, request.operator(), request.outOfRegion()),
        cycles.nextNumber(reads, call));
  }

  @Override
  public Outcome<BusinessCycle> decide(Request request, Call call, Facts facts, Batch writes) {
    if (facts.open().found().isPresent()) {
      BusinessCycle open = facts.open().found().get();
      return Outcome.unless(open.refusal(call), () -> Outcome.done(open));
    }
    if (facts.nextNumber().found().isEmpty()) {
      return Outcome.refuse(Reason.IN_PROGRESS);
    }
    var cycle =
        new BusinessCycle(
            facts.nextNumber().rows().getFirst(),
            call.institution().code(),
            call.system().code(),
            request.outOfRegion(),
            call.at().plus(Duration.ofHours(call.institution().pool().cycleHours())),
            false);
    cycles.insert(writes, call, request.operator(), cycle);
    return Outcome.done(cycle);
  }

  @Override
  public void write(BusinessCycle cycle, Reply reply) {
    reply.put("busicycleno", cycle.number());
  }
}
