package org.yima.platform.notify;

import java.time.Duration;
import java.time.InstantSource;
import org.springframework.stereotype.Component;
import org.yima.platform.background.Chore;

/** Gives every committed event its number, shortly after its commit. */
@Component
final class Numbering implements Chore {
  private final Sequences sequences;
  private final InstantSource clock;

  Numbering(Sequences sequences, InstantSource clock) {
    this.sequences = sequences;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "event-numbering";
  }

  @Override
  public Duration every() {
    return Duration.ofMillis(250);
  }

  @Override
  public void run() {
    sequences.waiting().forEach(each -> sequences.number(each, clock.instant()));
  }
}
