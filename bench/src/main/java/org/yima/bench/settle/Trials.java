package org.yima.bench.settle;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yima.settlement.Visit;

/** Settles the same bills again and again on this thread, in processor time. */
final class Trials {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** Results go here, so that the compiler cannot leave the work out. */
  @SuppressWarnings("UnusedVariable") // To be written is all it is for.
  private static volatile @Nullable Object sink;

  private final SettleBench.Options options;

  Trials(SettleBench.Options options) {
    this.options = options;
  }

  /** One trial. */
  private record Trial(long nanos, long bytes) {}

  SettleReport.Measured measure(Settler settler, List<Visit> visits) {
    run(settler, visits, options.warmUp());
    long[] nanos = new long[options.trials()];
    long[] bytes = new long[options.trials()];
    for (int i = 0; i < nanos.length; i++) {
      Trial trial = run(settler, visits, options.trial());
      nanos[i] = trial.nanos();
      bytes[i] = trial.bytes();
    }
    Arrays.sort(nanos);
    Arrays.sort(bytes);
    return new SettleReport.Measured(
        nanos[0], nanos[nanos.length / 2], nanos[nanos.length - 1], bytes[bytes.length / 2]);
  }

  private static Trial run(Settler settler, List<Visit> visits, Duration duration) {
    long begin = System.nanoTime();
    long processor = THREADS.getCurrentThreadCpuTime();
    long allocated = THREADS.getCurrentThreadAllocatedBytes();
    int times = 0;
    do {
      for (Visit visit : visits) {
        sink = settler.settle(visit);
      }
      times += visits.size();
    } while (System.nanoTime() - begin < duration.toNanos());
    return new Trial(
        (THREADS.getCurrentThreadCpuTime() - processor) / times,
        (THREADS.getCurrentThreadAllocatedBytes() - allocated) / times);
  }
}
