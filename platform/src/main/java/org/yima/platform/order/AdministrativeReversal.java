package org.yima.platform.order;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yima.platform.cycle.BusinessCycle;
import org.yima.platform.cycle.Cycles;
import org.yima.platform.order.Orders.Found;
import org.yima.platform.order.Proposals.Proposal;
import org.yima.platform.order.Reversal.Approval;
import org.yima.platform.order.ReversalTrail.Step;
import org.yima.platform.store.Batch;
import org.yima.platform.store.Database;
import org.yima.platform.store.Database.Session;
import org.yima.platform.transaction.Call;
import org.yima.settlement.Money;

/**
 * 经办冲正. The scheme undoes a payment whose patient is gone, so that nobody can show a code for a
 * refund, and whose cycle is closed, so that it cannot be cancelled. One person proposes it with a
 * reason, another approves it; it then is a refund in the institution's open cycle.
 */
@Component
public final class AdministrativeReversal {
  private static final int LONGEST_REASON = 500;
  private static final int LONGEST_NAME = 50;

  private final ReversalTrail trail;
  private final Cycles cycles;
  private final Books books;
  private final Database database;
  private final Proposals proposals;

  AdministrativeReversal(ReversalTrail trail, Cycles cycles, Books books, Database database) {
    this.trail = trail;
    this.cycles = cycles;
    this.books = books;
    this.database = database;
    this.proposals = books.proposals();
  }

  /** Why it is not done, for whoever asked for it; Chinese first. */
  public static final class CannotReverse extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CannotReverse(String sentence) {
      super(sentence);
    }
  }

  /**
   * A reversal that has happened.
   *
   * @param serial 反结算流水号, as the statement names it
   */
  public record Reversed(String serial, String cycleNo, Money total) {}

  /**
   * Asks for the reversal of a paid order.
   *
   * @param hospcode whose order it is
   * @param operator who asks
   * @throws CannotReverse if it cannot be asked for
   */
  public void propose(String hospcode, String orderNo, String reason, String operator) {
    require(isText(reason, LONGEST_REASON), "请写明原因，最多 500 字 (a reason is needed)");
    requireName(operator);
    Step step = trail.step("propose", hospcode, orderNo, operator);
    take(step, session -> propose(step, reason, session));
  }

  private boolean propose(Step step, String reason, Session session) {
    var reads = new Batch();
    var waiting = proposals.lock(reads, step.call(), step.orderNo());
    var order = books.orders().lock(reads, step.call(), step.orderNo());
    session.run(reads);
    requireReversible(order.found());
    require(waiting.found().isEmpty(), "此订单已有待复核的冲正 (already proposed)");
    var writes = new Batch();
    proposals.insert(writes, step.call(), step.orderNo(), new Proposal(reason, step.operator()));
    trail.enter(writes, step);
    session.runAndCommit(writes);
    return true;
  }

  /**
   * Drops what was proposed; the payment stands.
   *
   * @param operator who drops it
   * @throws CannotReverse if nothing was proposed
   */
  public void reject(String hospcode, String orderNo, String operator) {
    requireName(operator);
    Step step = trail.step("reject", hospcode, orderNo, operator);
    take(
        step,
        session -> {
          proposal(step, session);
          var writes = new Batch();
          proposals.delete(writes, step.call(), orderNo);
          trail.enter(writes, step);
          session.runAndCommit(writes);
          return true;
        });
  }

  /**
   * Carries out what somebody else has proposed.
   *
   * @param operator who approves; not who proposed
   * @throws CannotReverse if it is not theirs to approve, or cannot be done any more
   */
  public Reversed approve(String hospcode, String orderNo, String operator) {
    requireName(operator);
    Step step = trail.step("approve", hospcode, orderNo, operator);
    return take(step, session -> approve(step, session));
  }

  private <R> R take(Step step, Database.Work<R> work) {
    return trail.take(step, () -> database.transaction(work));
  }

  private Reversed approve(Step step, Session session) {
    Call call = step.call();
    Proposal proposal = proposal(step, session);
    require(!proposal.by().equals(step.operator()), "复核人不能是提出人 (who approves is not who proposed)");
    var reads = new Batch();
    var local = cycles.shareOpen(reads, call, false);
    var elsewhere = cycles.shareOpen(reads, call, true);
    var order = books.lock(reads, call, step.orderNo());
    session.run(reads);
    requireReversible(order.found());
    Found found = order.rows().getFirst();
    Optional<BusinessCycle> cycle = (isVisitor(call, found) ? elsewhere : local).found();
    require(cycle.isPresent(), "该机构没有未签退的业务周期，请其先签到 (the institution has no open cycle)");
    var reversal =
        new Reversal(
            books.numbers().next(),
            OrderEvent.REVERSE,
            cycle.orElseThrow().number(),
            call.at(),
            proposal.reason(),
            Optional.of(new Approval(proposal.by(), step.operator())));
    var writes = new Batch();
    proposals.delete(writes, call, step.orderNo());
    books.undo(writes, call, found, reversal);
    trail.enter(writes, step);
    session.runAndCommit(writes);
    Money total = found.payment().orElseThrow().total();
    return new Reversed(reversal.serial(), reversal.cycleNo(), total);
  }

  private Proposal proposal(Step step, Session session) {
    var reads = new Batch();
    var waiting = proposals.lock(reads, step.call(), step.orderNo());
    session.run(reads);
    require(waiting.found().isPresent(), "此订单没有待复核的冲正 (nothing was proposed)");
    return waiting.rows().getFirst();
  }

  private static boolean isVisitor(Call call, Found found) {
    return !found.payment().orElseThrow().result().holder().district().equals(call.district());
  }

  private static void requireReversible(Optional<Found> order) {
    require(order.isPresent(), "没有此订单 (no such order)");
    OrderState state = order.orElseThrow().state();
    require(
        state.next(OrderEvent.REVERSE).isPresent(),
        "订单处于状态" + state + "，不能冲正 (the order's state forbids it)");
  }

  private static void requireName(String operator) {
    require(isText(operator, LONGEST_NAME), "请给出操作员，最多 50 字 (an operator is needed)");
  }

  private static boolean isText(String text, int longest) {
    return !text.isBlank() && text.length() <= longest;
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new CannotReverse(otherwise);
    }
  }
}
