package org.yima.platform.cycle;

import java.time.Duration;
import java.time.format.DateTimeFormatter;
import org.springframework.stereotype.Component;
import org.yima.platform.store.Batch;
import org.yima.platform.store.Batch.Answer;
import org.yima.platform.transaction.Call;
import org.yima.platform.transaction.Outcome;
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
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

  private final Cycles cycles;

  SignIn(Cycles cycles) {
    this.cycles = cycles;
  }

  record Request(String operator, boolean outOfRegion) {}

  record Facts(String prefix, Answer<BusinessCycle> open, Answer<String> lastNumber) {}

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
    String prefix =
        call.district().substring(0, 4) + call.institution().code() + STAMP.format(call.time());
    cycles.takeTurn(reads, call);
    return new Facts(
        prefix,
        cycles.openOf(reads, call, request.operator(), request.outOfRegion()),
        cycles.lastNumber(reads, call.district(), prefix));
  }

  @Override
  public Outcome<BusinessCycle> decide(Request request, Call call, Facts facts, Batch writes) {
    if (facts.open().found().isPresent()) {
      BusinessCycle open = facts.open().found().get();
      return Outcome.unless(open.refusal(call), () -> Outcome.done(open));
    }
    var cycle =
        new BusinessCycle(
            next(facts),
            call.institution().code(),
            call.system().code(),
            request.outOfRegion(),
            call.at().plus(Duration.ofHours(call.institution().pool().cycleHours())),
            false);
    cycles.insert(writes, call, request.operator(), cycle);
    return Outcome.done(cycle);
  }

  /** Two digits after the second; the hundredth sign-in of one second meets the first again. */
  private static String next(Facts facts) {
    String last = facts.lastNumber().rows().getFirst();
    int sequence = last.isEmpty() ? 1 : Integer.parseInt(last.substring(last.length() - 2)) + 1;
    return facts.prefix() + String.format("%02d", sequence % 100);
  }

  @Override
  public void write(BusinessCycle cycle, Reply reply) {
    reply.put("busicycleno", cycle.number());
  }
}
