package org.yima.platform;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How often somebody may do something: so many times in any minute at once, and evenly after that.
 *
 * <p>Of each it keeps one moment: when all that was done would have been due, had it come evenly.
 * Whoever is more than a minute ahead of that is refused; being refused costs nothing more. Those
 * heard of longest ago are forgotten first, so that many names cannot fill the memory.
 */
final class RateLimit {
  static final int MOST_NAMES = 10_000;

  private static final Duration WINDOW = Duration.ofMinutes(1);

  private final int perMinute;
  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();

  /** Those heard of last stand last. */
  private final SequencedMap<String, Instant> dueBy = new LinkedHashMap<>();

  /**
   * @param perMinute 0: as often as they like
   */
  RateLimit(int perMinute, InstantSource clock) {
    if (perMinute < 0) {
      throw new IllegalArgumentException("a limit is 0 (none) or more, not " + perMinute);
    }
    this.perMinute = perMinute;
    this.clock = clock;
  }

  /** Counts one more; false if that is one too many. */
  boolean allows(String name) {
    if (perMinute == 0) {
      return true;
    }
    Instant now = clock.instant();
    lock.lock();
    try {
      Instant start = start(dueBy.getOrDefault(name, now), now);
      Instant due = start.plus(WINDOW.dividedBy(perMinute));
      boolean allowed = !due.isAfter(now.plus(WINDOW));
      dueBy.putLast(name, allowed ? due : start);
      if (dueBy.size() > MOST_NAMES) {
        dueBy.pollFirstEntry();
      }
      return allowed;
    } finally {
      lock.unlock();
    }
  }

  /** Nothing is saved up; and a clock that was set back does not shut anybody out for long. */
  private static Instant start(Instant due, Instant now) {
    Instant latest = now.plus(WINDOW);
    return due.isBefore(now) ? now : due.isAfter(latest) ? latest : due;
  }

  int names() {
    lock.lock();
    try {
      return dueBy.size();
    } finally {
      lock.unlock();
    }
  }
}
