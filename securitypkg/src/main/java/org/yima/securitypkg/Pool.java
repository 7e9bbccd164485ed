package org.yima.securitypkg;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.Supplier;

/**
 * Workers that are costly to set up and serve one thread at a time. The server runs one virtual
 * thread per request, so a worker per thread would never be used twice; the work itself never
 * waits, so no more workers are ever out at once than there are processors.
 */
final class Pool<T> {
  private final ArrayBlockingQueue<T> idle =
      new ArrayBlockingQueue<>(2 * Runtime.getRuntime().availableProcessors());
  private final Supplier<T> factory;

  Pool(Supplier<T> factory) {
    this.factory = factory;
  }

  T borrow() {
    T worker = idle.poll();
    return worker == null ? factory.get() : worker;
  }

  /** Gives a worker back, ready for its next job; dropped when enough are idle. */
  void giveBack(T worker) {
    idle.offer(worker);
  }
}
