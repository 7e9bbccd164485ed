package org.yima.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** So many a minute: when somebody is refused, and when no longer. */
class RateLimitTest {
  /** A clock that the test sets. */
  private static final class Hand implements InstantSource {
    private Instant at = Places.NOON;

    @Override
    public Instant instant() {
      return at;
    }
  }

  /**
   * Calls as {@code second x count}; told is how many of each were allowed. A limit of 6 a minute
   * allows six at once, and after that one in ten seconds.
   */
  @ParameterizedTest
  @CsvSource({
    "6, 0x6,               6,         six at once",
    "6, 0x9,               6,         the seventh is one too many",
    "6, 0x6 9x1 10x1,      6 0 1,     ten seconds later one more",
    "6, 0x6 30x6,          6 3,       after half a minute three",
    "6, 0x6 60x9,          6 6,       after a minute all six",
    "6, 0x6 3600x9,        6 6,       nothing is saved up in an hour",
    "6, 0x1 10x1 20x1 30x1 40x1 50x1 60x7, 1 1 1 1 1 1 6, evenly all is free again",
    "6, 0x100 10x2,        6 1,       being refused costs nothing more",
    "6, 0x6 -3600x2 -3590x2, 6 0 1,   a clock set back shuts out for ten seconds and not an hour",
    "1, 0x2 59x1 60x1,     1 0 1,     one a minute",
    "0, 0x1000,            1000,      no limit",
  })
  void so_many_are_allowed(int perMinute, String calls, String told, String because) {
    var clock = new Hand();
    var limit = new RateLimit(perMinute, clock);
    List<String> allowed = new ArrayList<>();
    for (String call : calls.split(" ", -1)) {
      int x = call.indexOf('x');
      clock.at = Places.NOON.plusSeconds(Long.parseLong(call.substring(0, x)));
      int count = Integer.parseInt(call.substring(x + 1));
      allowed.add(
          String.valueOf(IntStream.range(0, count).filter(each -> limit.allows("a")).count()));
    }
    assertThat(allowed).as(because).isEqualTo(Arrays.asList(told.split(" ", -1)));
  }

  @Test
  void each_is_counted_alone() {
    var limit = new RateLimit(1, new Hand());
    assertThat(limit.allows("a")).isTrue();
    assertThat(limit.allows("a")).isFalse();
    assertThat(limit.allows("b")).isTrue();
  }

  /** Who is still heard of is remembered; who was heard of longest ago is forgotten. */
  @Test
  void many_names_do_not_fill_the_memory() {
    var limit = new RateLimit(1, new Hand());
    limit.allows("first");
    limit.allows("busy");
    for (int i = 0; i < 3 * RateLimit.MOST_NAMES; i++) {
      limit.allows("name " + i);
      assertThat(limit.allows("busy")).isFalse();
    }
    assertThat(limit.names()).isEqualTo(RateLimit.MOST_NAMES);
    assertThat(limit.allows("first")).isTrue();
  }

  @Test
  void threads_share_one_allowance() throws InterruptedException {
    var limit = new RateLimit(100, new Hand());
    var allowed = new AtomicInteger();
    List<Thread> threads =
        IntStream.range(0, 8)
            .mapToObj(each ->
                Thread.ofVirtual()
                    .start(() ->
                        IntStream.range(0, 50)
                            .filter(call -> limit.allows("a"))
                            .forEach(call -> allowed.incrementAndGet())))
            .toList();
    for (Thread thread : threads) {
      thread.join(Duration.ofMinutes(1));
    }
    assertThat(allowed).hasValue(100);
  }

  @Test
  void a_limit_below_zero_is_a_slip() {
    assertThatIllegalArgumentException().isThrownBy(() -> new RateLimit(-1, new Hand()));
  }
}
