package org.yima.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.yima.platform.InFlight.Turn;

/** Copies of one call take turns; other calls do not notice. Nothing here depends on speed. */
@Timeout(60)
class InFlightTest {
  private static final Duration LONG = Duration.ofMinutes(5);

  private static Turn enter(InFlight inFlight, String key) {
    return Objects.requireNonNull(inFlight.enter(key));
  }

  @Test
  void a_copy_waits_until_the_first_is_done() throws InterruptedException {
    var inFlight = new InFlight(LONG);
    var done = new AtomicBoolean();
    var seen = new AtomicBoolean();
    Turn first = enter(inFlight, "DD1");
    Thread copy =
        Thread.startVirtualThread(() -> {
          try (Turn _ = enter(inFlight, "DD1")) {
            seen.set(done.get());
          }
        });
    while (copy.isAlive() && copy.getState() != Thread.State.TIMED_WAITING) {
      LockSupport.parkNanos(1_000);
    }
    done.set(true);
    first.close();
    copy.join();
    assertThat(seen).isTrue();
  }

  @Test
  void a_copy_that_waited_in_vain_gets_no_turn() {
    var inFlight = new InFlight(Duration.ofMillis(1));
    Turn first = enter(inFlight, "DD1");
    assertThat(inFlight.enter("DD1")).isNull();
    first.close();
    enter(inFlight, "DD1").close();
  }

  /** With no time to wait at all, whoever has to wait is turned away. */
  @Test
  void other_calls_do_not_wait() {
    var inFlight = new InFlight(Duration.ZERO);
    try (Turn _ = enter(inFlight, "DD1");
        Turn _ = enter(inFlight, "DD2")) {
      assertThat(inFlight.enter("DD1")).isNull();
    }
  }

  @Test
  void a_turn_that_is_closed_twice_does_not_end_the_next_ones() {
    var inFlight = new InFlight(Duration.ZERO);
    Turn first = enter(inFlight, "DD1");
    first.close();
    try (Turn _ = enter(inFlight, "DD1")) {
      first.close();
      assertThat(inFlight.enter("DD1")).isNull();
    }
  }

  @Test
  void fifty_copies_are_never_two_at_once() {
    var inFlight = new InFlight(LONG);
    var inside = new AtomicInteger();
    var most = new AtomicInteger();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      CompletableFuture.allOf(
              IntStream.range(0, 50)
                  .mapToObj(
                      i -> CompletableFuture.runAsync(() -> one(inFlight, inside, most), threads))
                  .toArray(CompletableFuture[]::new))
          .join();
    }
    assertThat(most).hasValue(1);
  }

  private static void one(InFlight inFlight, AtomicInteger inside, AtomicInteger most) {
    try (Turn _ = enter(inFlight, "DD1")) {
      most.accumulateAndGet(inside.incrementAndGet(), Math::max);
      LockSupport.parkNanos(1);
      inside.decrementAndGet();
    }
  }

  @Test
  void who_is_interrupted_while_waiting_gets_no_turn_and_stays_interrupted() {
    var inFlight = new InFlight(LONG);
    try (Turn _ = enter(inFlight, "DD1")) {
      Thread.currentThread().interrupt();
      assertThat(inFlight.enter("DD1")).isNull();
      assertThat(Thread.interrupted()).isTrue();
    }
  }
}
