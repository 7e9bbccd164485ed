package org.yima.platform.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Decisions §10, as a table: how long after which failure, at least and at most. */
class ScheduleTest {
  @ParameterizedTest(name = "after {0} failures {1} to {2}")
  @CsvSource({
    "1, PT12S, PT18S",
    "2, PT12S, PT18S",
    "3, PT24S, PT36S",
    "4, PT2M24S, PT3M36S",
    "5, PT8M, PT12M",
    "6, PT16M, PT24M",
    "7, PT24M, PT36M",
    "8, PT24M, PT36M",
    "9, PT24M, PT36M",
    "10, PT48M, PT72M",
    "11, PT2H24M, PT3H36M",
    "12, PT2H24M, PT3H36M",
    "13, PT2H24M, PT3H36M",
    "14, PT4H48M, PT7H12M",
    "15, PT4H48M, PT7H12M",
  })
  void waits(int failed, Duration least, Duration most) {
    assertThat(drawing(0).after(failed)).contains(least);
    assertThat(drawing(-1).after(failed)).contains(most);
  }

  @Test
  void then_it_is_parked() {
    assertThat(drawing(0).after(16)).isEmpty();
  }

  /** Draws the smallest number, or with -1 the largest. */
  private static Schedule drawing(int which) {
    return new Schedule(
        new RandomGenerator() {
          @Override
          public long nextLong() {
            return which;
          }

          @Override
          public int nextInt(int bound) {
            return which < 0 ? bound - 1 : 0;
          }
        });
  }
}
