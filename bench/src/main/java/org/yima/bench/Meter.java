package org.yima.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Times one kind of work on the calling thread, again and again, after a warm-up of half as long.
 */
final class Meter {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** Results go here, so that the compiler cannot leave the work out. */
  @SuppressWarnings("UnusedVariable") // To be written is all it is for.
  private static volatile @Nullable Object sink;

  private final Duration duration;

  Meter(Duration duration) {
    this.duration = duration;
  }

  /** One piece of work; its result must depend on all that is to be timed. */
  @FunctionalInterface
  interface Work {
    Object run() throws Exception;
  }

  /** Nanoseconds of processor time that one run costs; what the collector does later is not in. */
  long nanos(Work work) {
    run(work, duration.toNanos() / 2);
    long before = THREADS.getCurrentThreadCpuTime();
    int times = run(work, duration.toNanos());
    return (THREADS.getCurrentThreadCpuTime() - before) / times;
  }

  private static int run(Work work, long nanos) {
    long begin = System.nanoTime();
    int times = 0;
    try {
      do {
        sink = work.run();
        times++;
      } while (System.nanoTime() - begin < nanos);
    } catch (Exception e) {
      throw new IllegalStateException("what is measured must succeed", e);
    }
    return times;
  }
}
