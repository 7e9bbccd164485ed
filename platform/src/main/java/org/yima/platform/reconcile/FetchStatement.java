package org.yima.platform.reconcile;

import org.springframework.stereotype.Component;
import org.yima.platform.cycle.BusinessCycle;
import org.yima.platform.cycle.Cycles;
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
 * ST099 对账文件获取. Gives every payment and refund of a business cycle, also after it was signed out.
 * Section 3.3.2.
 *
 * <p>{@code count}, {@code amount} and {@code sm3} are extra elements by which the receiver can
 * check the file.
 */
@Component
final class FetchStatement
    implements Transaction<String, Answer<BusinessCycle>, StatementFile.Statement> {
  private final Cycles cycles;
  private final StatementLines lines;

  FetchStatement(Cycles cycles, StatementLines lines) {
    this.cycles = cycles;
    this.lines = lines;
  }

  @Override
  public String code() {
    return "ST099";
  }

  @Override
  public Memory memory() {
    return Memory.QUERY;
  }

  @Override
  public String read(Element transdata, Call call) {
    return transdata.textOf("busicycleno");
  }

  @Override
  public Answer<BusinessCycle> ask(String cycleNo, Call call, Batch reads) {
    return cycles.find(reads, call.district(), cycleNo);
  }

  @Override
  public Outcome<StatementFile.Statement> decide(
      String cycleNo, Call call, Answer<BusinessCycle> facts, Batch writes) {
    if (facts.found().isEmpty()) {
      return Outcome.refuse(Reason.CYCLE_UNKNOWN);
    }
    boolean own = facts.rows().getFirst().belongsTo(call);
    return Outcome.unless(Refusal.unless(own, Reason.CYCLE_NOT_YOURS), () -> file(cycleNo, call));
  }

  private Outcome<StatementFile.Statement> file(String cycleNo, Call call) {
    var file = new StatementFile(cycleNo, call.institution().separator());
    try {
      lines.ofCycle(call.district(), cycleNo, file::add);
    } catch (StatementFile.TooLarge e) {
      return Outcome.refuse(Reason.STATEMENT_TOO_LARGE, StatementFile.MOST_BYTES >> 20);
    }
    return Outcome.done(file.finish());
  }

  @Override
  public void write(StatementFile.Statement statement, Reply reply) {
    reply
        .put("file", statement.file())
        .put("count", String.valueOf(statement.count()))
        .put("amount", statement.amount().toString())
        .put("sm3", statement.sm3());
    if (!statement.hospitalBorne().isZero()) {
      reply.put("bkc135", statement.hospitalBorne().toString());
    }
  }
}
