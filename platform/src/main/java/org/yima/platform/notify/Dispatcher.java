package org.yima.platform.notify;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.yima.platform.background.Chore;
import org.yima.platform.notify.Deliveries.Attempt;
import org.yima.platform.notify.Deliveries.Due;
import org.yima.platform.notify.Sequences.Receiver;

/**
 * Delivers what is due. Each institution has a few deliveries under way in this server and no more;
 * so one that is slow waits for itself alone, and the others do not notice.
 */
@Component
final class Dispatcher implements Chore, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
  private static final int AT_ONCE = 4;

  private final Deliveries deliveries;
  private final Messenger messenger;
  private final Schedule schedule;
  private final InstantSource clock;
  private final Map<Receiver, Semaphore> free = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  Dispatcher(Deliveries deliveries, Messenger messenger, SecureRandom random, InstantSource clock) {
    this.deliveries = deliveries;
    this.messenger = messenger;
    this.schedule = new Schedule(random);
    this.clock = clock;
  }

  @Override
  public String name() {
    return "event-delivery";
  }

  @Override
  public Duration every() {
    return Duration.ofMillis(250);
  }

  @Override
  public void run() {
    deliveries.receivers(clock.instant()).forEach(this::begin);
  }

  private void begin(Receiver to) {
    Semaphore places = free.computeIfAbsent(to, each -> new Semaphore(AT_ONCE));
    int most = places.drainPermits();
    int begun = 0;
    try {
      for (Due due : most == 0 ? List.<Due>of() : take(to, most)) {
        threads.execute(() -> deliver(due, places));
        begun++;
      }
    } finally {
      places.release(most - begun);
    }
  }

  private List<Due> take(Receiver to, int most) {
    return deliveries.take(to, clock.instant(), most);
  }

  private void deliver(Due due, Semaphore places) {
    try {
      Instant at = clock.instant();
      long start = System.nanoTime();
      Tried tried = messenger.attempt(due, at);
      var attempt = new Attempt(at, Duration.ofNanos(System.nanoTime() - start), tried);
      deliveries.end(due, attempt, schedule.after(due.attempts() + 1).map(clock.instant()::plus));
      LOG.debug("event {} to {}: {}", due.id(), due.to().hospcode(), tried);
    } catch (RuntimeException e) {
      // Nothing is recorded: the lease ends, and it is tried again.
      LOG.error("event {} could not be delivered", due.id(), e);
    } finally {
      places.release();
    }
  }

  /** What is under way comes to its end. */
  @Override
  public void close() {
    threads.close();
  }
}
