package org.yima.platform.cycle;

import java.time.Instant;
import java.util.Optional;
import org.yima.platform.transaction.Call;
import org.yima.platform.transaction.Reason;
import org.yima.platform.transaction.Refusal;

/**
 * One business cycle of one operator at one access system.
 *
 * @param number 业务周期号
 * @param outOfRegion whether it is for out-of-region business ({@code aae139} = 1)
 * @param expiresAt after this it takes no new business and waits to be signed out
 */
public record BusinessCycle(
    String number,
    String hospcode,
    String infosyscode,
    boolean outOfRegion,
    Instant expiresAt,
    boolean closed) {

  /** Why this call may not do new business in this cycle; empty: it may. */
  Optional<Refusal> refusal(Call call) {
    return Refusal.first(
        () -> correctionRefusal(call),
        () -> Refusal.unless(call.at().isBefore(expiresAt), Reason.CYCLE_EXPIRED));
  }

  /** Why this call may not even undo what was done in this cycle; empty: it may. */
  Optional<Refusal> correctionRefusal(Call call) {
    return Refusal.first(
        () -> Refusal.unless(belongsTo(call), Reason.CYCLE_NOT_YOURS),
        () -> Refusal.unless(!closed, Reason.CYCLE_CLOSED));
  }

  public boolean belongsTo(Call call) {
    return hospcode.equals(call.institution().code()) && infosyscode.equals(call.system().code());
  }
}
