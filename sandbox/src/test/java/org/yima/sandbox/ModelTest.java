package org.yima.sandbox;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random calls of several hospitals for several people, some of them lost, late or sent twice, each
 * compared with {@link Truth}: every answer, every state, every account and running total, every
 * statement. More seeds: {@code -Dyima.seeds=200}.
 */
@ExtendWith(Scene.Shared.class)
class ModelTest {
  private static final int CALLS = 60;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, Long.getLong("yima.seeds", 4));
  }

  /** One call here, the next there: what one server knows the other must not miss. */
  @ParameterizedTest
  @ValueSource(longs = {1001, 1002})
  void twoServersAndTruthNeverDiffer(long seed, Scene scene) {
    try (SecondServer second = SecondServer.beside(scene.sandbox, scene.clock)) {
      scene.through(second.inTurn());
      serverAndTruthNeverDiffer(seed, scene);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void serverAndTruthNeverDiffer(long seed, Scene scene) {
    var run = new RandomTills(scene, new Random(seed), seed);
    for (int call = 0; call < CALLS; call++) {
      run.call();
    }
    run.compareAll();
  }
}
