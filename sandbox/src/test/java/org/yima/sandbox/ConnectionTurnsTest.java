package org.yima.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.yima.platform.Office;
import org.yima.platform.store.Database;
import org.yima.platform.store.StoreException;

/** Where all connections are taken, nobody overtakes those who wait. Here there is one to take. */
@ExtendWith(Scene.Shared.class)
class ConnectionTurnsTest {
  @TempDir Path folder;

  private final Scene scene;
  private final List<String> served = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch release = new CountDownLatch(1);
  private final CountDownLatch end = new CountDownLatch(1);
  private ConfigurableApplicationContext office;
  private Database database;
  private Thread other;

  ConnectionTurnsTest(Scene scene) {
    this.scene = scene;
  }

  @BeforeEach
  void openWithOneConnection() throws IOException {
    Path settings = folder.resolve("yima.properties");
    Files.writeString(
        settings,
        """
        spring.datasource.url=%s
        spring.datasource.username=postgres
        spring.datasource.hikari.maximum-pool-size=2
        spring.datasource.hikari.connection-timeout=1000
        yima.keys.columns=%s
        yima.keys.password=%s
        """
            .formatted(
                scene.sandbox.databaseUrl(), scene.sandbox.keys().columns(), KeyFolder.PASSWORD));
    office = Office.open(settings);
    database = office.getBean(Database.class);
    // Opening takes two; from here on somebody has the other one.
    other = started(() -> keep("somebody", end));
    untilItWaits(other);
    served.clear();
  }

  @AfterEach
  void close() throws InterruptedException {
    end.countDown();
    other.join();
    office.close();
  }

  private void serve(String who) {
    database.transaction(session -> served.add(who));
  }

  /** Has the connection until it is told to give it back. */
  private void keep(String who, CountDownLatch until) {
    database.transaction(session -> {
      served.add(who);
      try {
        until.await();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
      return true;
    });
  }

  private static Thread started(Runnable run) {
    return Thread.ofVirtual().start(run);
  }

  private static void untilItWaits(Thread thread) {
    var waiting = EnumSet.of(Thread.State.TIMED_WAITING, Thread.State.WAITING);
    while (!waiting.contains(thread.getState())) {
      Thread.onSpinWait();
    }
  }

  /** Who gives the connection back and asks again at once stands behind the others. */
  @Test
  void whoComesFirstIsServedFirst() throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    threads.add(
        started(() -> {
          keep("first", release);
          serve("first again");
        }));
    untilItWaits(threads.getFirst());
    for (String who : new String[] {"second", "third", "fourth"}) {
      Thread waiting = started(() -> serve(who));
      untilItWaits(waiting);
      threads.add(waiting);
    }
    release.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(served).containsExactly("first", "second", "third", "fourth", "first again");
  }

  /** Waiting ends, and the turn that was not used is not lost. */
  @Test
  void nobodyWaitsForEver() throws InterruptedException {
    Thread keeping = started(() -> keep("first", release));
    untilItWaits(keeping);
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> serve("in vain"))
        .withMessageContaining("BROKEN")
        .withStackTraceContaining("no connection became free in PT1S");
    release.countDown();
    keeping.join();
    serve("later");
    assertThat(served).containsExactly("first", "later");
  }
}
