package org.yima.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yima.bench.Load.Client;

/** A load is bounded in count and time, gives each call its own number, and loses none. */
class LoadTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Cpu CPU = Cpu.of(ProcessHandle.current());

  private final Set<Integer> numbers = ConcurrentHashMap.newKeySet();

  @Test
  void everyNumberIsCalledOnceAndThenItEnds() {
    Measured measured = new Load(CPU, 7, 500, LONG).atMost(() -> number -> once(number));
    assertThat(measured.paid()).isEqualTo(500);
    assertThat(numbers).isEqualTo(IntStream.range(0, 500).boxed().collect(Collectors.toSet()));
  }

  /** Two clients need at least fifty seconds for all of it. */
  @Test
  void timeEndsAClosedLoopWhateverIsLeft() {
    Client slow =
        number -> {
          Thread.sleep(1);
          return once(number);
        };
    Measured measured = new Load(CPU, 2, 100_000, Duration.ofMillis(500)).atMost(() -> slow);
    assertThat(measured.paid()).isBetween(1, 99_999);
  }

  @Test
  void aPacedLoadMakesTheCallsThatAreDueInItsTime() {
    Measured measured = new Load(CPU, 3, 1000, Duration.ofMillis(50)).paced(() -> this::once, 200);
    assertThat(measured.paid()).isEqualTo(10);
  }

  /** One client, ten calls due every millisecond, each taking five: the tenth is late by 36 ms. */
  @Test
  void waitingForAClientCountsAsLatency() {
    Client slow =
        number -> {
          Thread.sleep(5);
          return once(number);
        };
    Measured measured = new Load(CPU, 1, 10, LONG).paced(() -> slow, 1000);
    assertThat(measured.p99()).isGreaterThanOrEqualTo(Duration.ofMillis(41).toNanos());
  }

  @Test
  void refusalsAreCountedApart() {
    Measured measured =
        new Load(CPU, 4, 30, LONG).atMost(() -> number -> number % 3 == 0 ? "E1203" : null);
    assertThat(measured.paid()).isEqualTo(20);
    assertThat(measured.refused()).isEqualTo(10);
  }

  @Test
  void aBrokenCallEndsTheRunWithItsCause() {
    Client broken =
        number -> {
          throw new java.io.IOException("cable");
        };
    assertThatThrownBy(() -> new Load(CPU, 2, 10, LONG).atMost(() -> broken))
        .isInstanceOf(IllegalStateException.class)
        .hasRootCauseMessage("cable");
  }

  @Test
  void everyClientIsClosed() {
    var open = new AtomicInteger();
    new Load(CPU, 5, 20, LONG)
        .atMost(() -> {
          open.incrementAndGet();
          return new Client() {
            @Override
            public String call(int number) {
              return "no";
            }

            @Override
            public void close() {
              open.decrementAndGet();
            }
          };
        });
    assertThat(open).hasValue(0);
  }

  private @Nullable String once(int number) {
    assertThat(numbers.add(number)).isTrue();
    return null;
  }
}
