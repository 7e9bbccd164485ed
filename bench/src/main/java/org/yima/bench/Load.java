package org.yima.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yima.bench.Cpu.Used;

/**
 * Makes so many calls at most, for so long at most.
 *
 * @param most calls; each has a number of its own, from 0
 */
record Load(Cpu cpu, int clients, int most, Duration duration) {
  private static final Logger LOG = LoggerFactory.getLogger(Load.class);

  /** One client; used by one thread. */
  interface Client extends AutoCloseable {
    /**
     * Makes one call.
     *
     * @return null if it succeeded, else why it was refused
     */
    @Nullable String call(int number) throws Exception;

    @Override
    default void close() {}
  }

  /** Closed loop: every client calls again as soon as it has its answer. */
  Measured atMost(Supplier<Client> clients) {
    return run(clients, 0);
  }

  /** Open loop: calls are due at an even pace, and a late answer does not hold up the next. */
  Measured paced(Supplier<Client> clients, long perSecond) {
    return run(clients, 1_000_000_000L / Math.max(1, perSecond));
  }

  private Measured run(Supplier<Client> supplier, long pace) {
    var round = new Round(most, pace, duration.toNanos());
    Used before = cpu.now();
    Crew.run(
        clients,
        () -> {
          try (Client client = supplier.get()) {
            round.take(client);
          }
        });
    return round.measured(cpu.now().since(before));
  }

  /** The state that all clients of one run share. */
  private static final class Round {
    private final long begin = System.nanoTime();
    private final long pace;
    private final long length;
    private final long[] latencies;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicReference<@Nullable String> firstRefusal = new AtomicReference<>();

    Round(int most, long pace, long length) {
      this.latencies = new long[most];
      this.pace = pace;
      this.length = length;
    }

    void take(Client client) throws Exception {
      for (int number = number(); number >= 0; number = number()) {
        long due = pace == 0 ? System.nanoTime() : awaited(begin + number * pace);
        String refusal = client.call(number);
        latencies[done.getAndIncrement()] = System.nanoTime() - due;
        if (refusal != null) {
          refused.incrementAndGet();
          firstRefusal.compareAndSet(null, refusal);
        }
      }
    }

    /** The next call's number; -1: no more. A paced call belongs to the run if it is due in it. */
    private int number() {
      long now = System.nanoTime() - begin;
      if (pace == 0 && now >= length) {
        return -1;
      }
      int number = next.getAndIncrement();
      return number >= latencies.length || number * pace >= length ? -1 : number;
    }

    private static long awaited(long due) {
      for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      return due;
    }

    Measured measured(Used used) {
      if (firstRefusal.get() != null) {
        LOG.warn("{} calls were refused, the first: {}", refused, firstRefusal);
      }
      return Measured.of(Arrays.copyOf(latencies, done.get()), refused.get(), used);
    }
  }
}
