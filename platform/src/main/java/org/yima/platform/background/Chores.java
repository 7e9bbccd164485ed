package org.yima.platform.background;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** One virtual thread for each chore, from the server's start to its stop. */
@Component
final class Chores implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Chores.class);

  private final List<Chore> chores;
  private final List<Thread> threads = new ArrayList<>();
  private CountDownLatch stopped = new CountDownLatch(0);

  Chores(List<Chore> chores) {
    this.chores = chores;
  }

  @Override
  public synchronized void start() {
    var latch = new CountDownLatch(1);
    stopped = latch;
    for (Chore chore : chores) {
      threads.add(Thread.ofVirtual().name(chore.name()).start(() -> repeat(chore, latch)));
    }
  }

  private static void repeat(Chore chore, CountDownLatch stop) {
    try {
      do {
        once(chore);
      } while (!stop.await(chore.every().toMillis(), TimeUnit.MILLISECONDS));
      once(chore); // what was gathered since, before the database goes
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void once(Chore chore) {
    try {
      chore.run();
    } catch (RuntimeException e) {
      LOG.error("{} failed and is tried again", chore.name(), e);
    }
  }

  @Override
  public synchronized void stop() {
    stopped.countDown();
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    threads.clear();
  }

  @Override
  public synchronized boolean isRunning() {
    return stopped.getCount() > 0;
  }
}
