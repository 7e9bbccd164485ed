package org.yima.platform;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Calls under way in this server. A copy of one waits here for a short time, without a database
 * connection, so that copies cannot take all connections from everybody else.
 */
final class InFlight {
  private final ConcurrentHashMap<String, CountDownLatch> underway = new ConcurrentHashMap<>();
  private final Duration wait;

  /**
   * @param wait how long a copy waits for its turn
   */
  InFlight(Duration wait) {
    this.wait = wait;
  }

  /** Registers a call; null if another with this key did not end in time. */
  @Nullable Turn enter(String key) {
    long deadline = System.nanoTime() + wait.toNanos();
    var mine = new CountDownLatch(1);
    CountDownLatch other = underway.putIfAbsent(key, mine);
    while (other != null) {
      if (!await(other, deadline - System.nanoTime())) {
        return null;
      }
      other = underway.putIfAbsent(key, mine);
    }
    return () -> {
      underway.remove(key, mine);
      mine.countDown();
    };
  }

  private static boolean await(CountDownLatch other, long nanos) {
    try {
      return other.await(nanos, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** A call's turn; closing it lets the next copy in. */
  interface Turn extends AutoCloseable {
    @Override
    void close();
  }
}
