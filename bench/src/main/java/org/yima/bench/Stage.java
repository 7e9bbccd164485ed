package org.yima.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.yima.platform.Server;
import org.yima.platform.store.Batch;
import org.yima.platform.store.Database;
import org.yima.sandbox.KeyFolder;
import org.yima.sandbox.Sandbox;
import org.yima.sandbox.World.Place;

/**
 * Where a run takes place: the sandbox's database, world and keys in a temporary folder, and on
 * them the server that is measured. That one is started here, because the bench adds its echo to it
 * and asks it for its parts; the sandbox's own server stays idle.
 */
final class Stage implements AutoCloseable {
  private final Path folder;
  private final Sandbox sandbox;
  private final ConfigurableApplicationContext server;
  private final Cpu cpu;

  private Stage(Path folder, Sandbox sandbox, ConfigurableApplicationContext server) {
    this.folder = folder;
    this.sandbox = sandbox;
    this.server = server;
    this.cpu = Cpu.watching(folder.resolve("postgres"));
  }

  static Stage set(Clock clock) {
    Path folder = temporaryFolder();
    try {
      Sandbox sandbox = Sandbox.start(folder, 0, clock);
      try {
        return new Stage(folder, sandbox, serve(folder, sandbox, clock));
      } catch (RuntimeException e) {
        sandbox.close();
        throw e;
      }
    } catch (RuntimeException e) {
      remove(folder);
      throw e;
    }
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("yima-bench");
    } catch (IOException e) {
      throw new UncheckedIOException("临时目录不能写入 no temporary folder", e);
    }
  }

  private static ConfigurableApplicationContext serve(Path folder, Sandbox sandbox, Clock clock) {
    Path keys = folder.resolve("keys");
    return new SpringApplicationBuilder(Server.class, EchoPage.class)
        .initializers(
            context -> ((GenericApplicationContext) context).registerBean(Clock.class, () -> clock))
        .properties(
            Map.of(
                "spring.datasource.url",
                sandbox.databaseUrl(),
                "spring.datasource.username",
                "postgres",
                "server.address",
                "127.0.0.1",
                "server.port",
                0,
                "yima.keys.platform",
                keys.resolve("platform.p12").toString(),
                "yima.keys.columns",
                keys.resolve("columns.p12").toString(),
                "yima.keys.password",
                KeyFolder.PASSWORD,
                // All load comes from one caller.
                "yima.limits.calls-per-minute",
                0))
        .run();
  }

  /** One of the server's parts. */
  <T> T part(Class<T> type) {
    return server.getBean(type);
  }

  <T> Map<String, T> parts(Class<T> type) {
    return server.getBeansOfType(type);
  }

  URI gateway() {
    return base().resolve("/gateway");
  }

  URI echo(int bytes) {
    return base().resolve("/bench/echo/" + bytes);
  }

  private URI base() {
    var web = Objects.requireNonNull(((WebServerApplicationContext) server).getWebServer());
    return URI.create("http://127.0.0.1:" + web.getPort());
  }

  /** What the hospital was given: its keys and the platform's certificates. */
  Path kit(Place place) {
    return sandbox.keys().kit(place);
  }

  URI database() {
    return URI.create(sandbox.databaseUrl().substring("jdbc:".length()));
  }

  /**
   * Makes the database what it is after hours of work: files of its log are used again. A new one
   * is filled with zeros first, and every commit waits for that.
   */
  void checkpoint() {
    var checkpoint = new Batch();
    checkpoint.tell("checkpoint");
    part(Database.class).query(checkpoint);
  }

  Cpu cpu() {
    return cpu;
  }

  @Override
  public void close() {
    server.close();
    sandbox.close();
    remove(folder);
  }

  private static void remove(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("临时目录未能删除 could not be removed: " + folder, e);
    }
  }
}
