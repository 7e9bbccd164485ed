package org.yima.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Many calls at the same moment: each has a thread of its own, and none begins before all can. */
final class Storm {
  private static final int PATIENCE_SECONDS = 120;

  private Storm() {}

  /** The answers, in the order of the calls. */
  static <T> List<T> of(List<? extends Callable<T>> calls) {
    var together = new CyclicBarrier(calls.size());
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> answers = new ArrayList<>();
      for (Callable<T> call : calls) {
        answers.add(
            threads.submit(() -> {
              together.await();
              return call.call();
            }));
      }
      List<T> all = new ArrayList<>();
      for (Future<T> answer : answers) {
        all.add(answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
      }
      return all;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError("a call had no answer", e);
    }
  }

  static <T> List<T> of(int times, IntFunction<T> call) {
    return of(IntStream.range(0, times).<Callable<T>>mapToObj(i -> () -> call.apply(i)).toList());
  }
}
