package org.yima.platform.notify;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** When an event that was not accepted is delivered again; decisions §10. */
final class Schedule {
  private static final List<Duration> WAITS =
      Stream.of("15s 15s 30s 3m 10m 20m 30m 30m 30m 60m 3h 3h 3h 6h 6h".split(" ", -1))
          .map(wait -> Duration.parse("PT" + wait))
          .toList();

  private static final int JITTER_PERCENT = 20;

  private final RandomGenerator random;

  Schedule(RandomGenerator random) {
    this.random = random;
  }

  /**
   * How long to wait, a fifth more or less, so that what failed together does not come together.
   *
   * @param failed how many attempts have failed
   * @return nothing: it is given up
   */
  Optional<Duration> after(int failed) {
    if (failed > WAITS.size()) {
      return Optional.empty();
    }
    Duration wait = WAITS.get(failed - 1);
    int percent = 100 - JITTER_PERCENT + random.nextInt(2 * JITTER_PERCENT + 1);
    return Optional.of(wait.multipliedBy(percent).dividedBy(100));
  }
}
