package org.yima.platform.cycle;

import java.time.Instant;
import java.util.Optional;
import org.yima.platform.transaction.Call;
import org.yima.platform.transaction.Reason;

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
  public Optional<Reason> refusal(Call call, boolean visitor) {
    if (!belongsTo(call)) {
      return Optional.of(Reason.CYCLE_NOT_YOURS);
    }
    if (closed) {
      return Optional.of(Reason.CYCLE_CLOSED);
    }
    if (!call.at().isBefore(expiresAt)) {
      return Optional.of(Reason.CYCLE_EXPIRED);
    }
    return outOfRegion == visitor ? Optional.empty() : Optional.of(Reason.CYCLE_REGION);
  }

  public boolean belongsTo(Call call) {
    return hospcode.equals(call.institution().code())
        && infosyscode.equals(call.system().code());
  }
}
