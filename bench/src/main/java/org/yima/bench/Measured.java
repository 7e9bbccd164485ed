package org.yima.bench;

import java.util.Arrays;
import org.yima.bench.Cpu.Used;

/**
 * What a load of payments showed.
 *
 * @param perSecond how many were paid a second, rounded down
 * @param p50 nanoseconds that half of the payments took at most; under a paced load counted from
 *     when the payment was due
 * @param java nanoseconds of processor time a payment, client and server
 * @param database nanoseconds of processor time a payment, PostgreSQL
 * @param busyPermille of all processors' time, used for this load; what lacks to 1000 was idle or
 *     somebody else's
 */
public record Measured(
    int paid,
    int refused,
    long perSecond,
    long p50,
    long p90,
    long p99,
    long java,
    long database,
    long busyPermille) {

  static Measured of(long[] latencies, int refused, Used used) {
    long[] sorted = latencies.clone();
    Arrays.sort(sorted);
    int paid = sorted.length - refused;
    Used each = used.each(paid);
    return new Measured(
        paid,
        refused,
        paid * 1_000_000_000L / Math.max(1, used.wall()),
        percentile(sorted, 50),
        percentile(sorted, 90),
        percentile(sorted, 99),
        each.java(),
        each.database(),
        used.processors() * 1000 / Math.max(1, used.wall() * Cpu.cores()));
  }

  /** The smallest latency that so many percent do not exceed. */
  private static long percentile(long[] sorted, int percent) {
    if (sorted.length == 0) {
      return 0;
    }
    int rank = (sorted.length * percent + 99) / 100;
    return sorted[Math.max(0, rank - 1)];
  }

  /** Processor time a payment, everybody's. */
  long processors() {
    return java + database;
  }
}
