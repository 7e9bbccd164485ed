package org.yima.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yima.platform.store.Batch;
import org.yima.platform.store.Database;

/**
 * pgbench's TPC-B on the same database server: a yardstick that everybody knows.
 *
 * @param perSecond transactions a second, durable; 0 if it could not be measured
 * @param note how it was measured, or why it was not and what to do
 */
public record Tpcb(long perSecond, String note) {
  private static final String DATABASE = "bench_tpcb";
  private static final Pattern RESULT = Pattern.compile("tps = (\\d+)");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String INSTALL =
      "没有找到 pgbench，可安装 postgresql-contrib 或 postgresql（Debian: apt-get install postgresql-15）后重跑"
          + " pgbench is missing: install it and run again";

  static Tpcb measure(Stage stage, Duration duration) {
    return program()
        .map(pgbench -> measure(stage, pgbench, duration))
        .orElseGet(() -> new Tpcb(0, INSTALL));
  }

  /** On the PATH, or where Debian puts the newest. */
  private static Optional<Path> program() {
    String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
    Stream<Path> onPath = Arrays.stream(path.split(java.io.File.pathSeparator)).map(Path::of);
    return Stream.concat(onPath, debian().stream())
        .map(folder -> folder.resolve("pgbench"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static List<Path> debian() {
    try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
      return versions
          .sorted(Comparator.reverseOrder())
          .map(version -> version.resolve("bin"))
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static Tpcb measure(Stage stage, Path pgbench, Duration duration) {
    var create = new Batch();
    create.tell("create database " + DATABASE);
    stage.part(Database.class).query(create);
    try {
      run(pgbench, stage.database(), List.of("-i", "-q", "-s", "10"));
      String seconds = String.valueOf(duration.toSeconds());
      String said =
          run(
              pgbench,
              stage.database(),
              List.of("-c", "8", "-j", "2", "-M", "prepared", "-T", seconds));
      Matcher found = RESULT.matcher(said);
      return found.find()
          ? new Tpcb(
              Long.parseLong(found.group(1)), "scale 10, 8 clients, prepared, " + seconds + " s")
          : new Tpcb(0, "pgbench 的输出无法识别 output not understood: " + said.lines().limit(3).toList());
    } catch (IOException e) {
      return new Tpcb(0, "pgbench 未能运行 did not run: " + e.getMessage());
    }
  }

  private static String run(Path pgbench, URI server, List<String> options) throws IOException {
    List<String> command = new ArrayList<>(List.of(pgbench.toString()));
    command.addAll(
        List.of("-h", server.getHost(), "-p", String.valueOf(server.getPort()), "-U", "postgres"));
    command.addAll(options);
    command.add(DATABASE);
    Path output = Files.createTempFile("yima-pgbench", ".txt");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new IOException("still running after " + PATIENCE.toSeconds() + " s");
      }
      String said = Files.readString(output, StandardCharsets.UTF_8);
      if (process.exitValue() != 0) {
        throw new IOException(said.lines().findFirst().orElse("exit " + process.exitValue()));
      }
      return said;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      process.destroyForcibly();
      Files.delete(output);
    }
  }
}
