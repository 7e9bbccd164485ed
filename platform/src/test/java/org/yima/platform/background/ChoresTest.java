package org.yima.platform.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ChoresTest {
  private record Counting(AtomicInteger runs, CountDownLatch enough, Duration every, boolean fails)
      implements Chore {
    @Override
    public String name() {
      return "counting";
    }

    @Override
    public void run() {
      runs.incrementAndGet();
      enough.countDown();
      if (fails) {
        throw new IllegalStateException("this chore always fails");
      }
    }
  }

  private static Counting counting(int enough, Duration every, boolean fails) {
    return new Counting(new AtomicInteger(), new CountDownLatch(enough), every, fails);
  }

  @Test
  void a_chore_is_done_again_and_again_also_if_it_fails() throws InterruptedException {
    Counting failing = counting(3, Duration.ofMillis(1), true);
    var chores = new Chores(List.of(failing));
    chores.start();
    assertThat(failing.enough().await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(chores.isRunning()).isTrue();
    chores.stop();
    assertThat(chores.isRunning()).isFalse();
  }

  /** What a chore has gathered must not be lost when the server stops. */
  @Test
  void it_is_done_once_more_at_the_end_however_long_the_wait() throws InterruptedException {
    Counting daily = counting(1, Duration.ofDays(1), false);
    var chores = new Chores(List.of(daily));
    chores.start();
    assertThat(daily.enough().await(30, TimeUnit.SECONDS)).isTrue();
    chores.stop();
    assertThat(daily.runs()).hasValue(2);
  }

  @Test
  void it_can_be_started_again() throws InterruptedException {
    Counting daily = counting(3, Duration.ofDays(1), false);
    var chores = new Chores(List.of(daily));
    chores.start();
    chores.stop();
    chores.start();
    assertThat(daily.enough().await(30, TimeUnit.SECONDS)).isTrue();
    chores.stop();
    assertThat(daily.runs()).hasValue(4);
  }
}
