package org.yima.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** So many virtual threads doing the same thing at once; waits for all. */
final class Crew {
  private Crew() {}

  /** What one of them does. */
  @FunctionalInterface
  interface Task {
    void run() throws Exception;
  }

  /**
   * @throws IllegalStateException if any of them failed
   */
  static void run(int size, Task task) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        running.add(
            threads.submit(() -> {
              task.run();
              return null;
            }));
      }
      for (Future<?> each : running) {
        each.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the load broke off", e.getCause());
    }
  }
}
