package org.yima.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that runs as its own does and can be moved on: what happens tomorrow is shown today. */
public final class MovableClock extends Clock {
  private final Clock own;
  private volatile Duration ahead = Duration.ZERO;

  public MovableClock(Clock own) {
    this.own = own;
  }

  void moveOn(Duration by) {
    ahead = ahead.plus(by);
  }

  @Override
  public Instant instant() {
    return own.instant().plus(ahead);
  }

  @Override
  public ZoneId getZone() {
    return own.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return own.withZone(zone).equals(own) ? this : Clock.offset(own.withZone(zone), ahead);
  }
}
