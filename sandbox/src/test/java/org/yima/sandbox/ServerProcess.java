package org.yima.sandbox;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A sandbox in another process, with its output in a file. */
final class ServerProcess implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 120;

  private final Process process;
  private final Path folder;
  private final Path log;
  private final String[] ready;

  private ServerProcess(Process process, Path folder, Path log, String[] ready) {
    this.process = process;
    this.folder = folder;
    this.log = log;
    this.ready = ready;
  }

  /** Starts one on a folder, new or left by another. */
  static ServerProcess start(Path folder, String... options) throws IOException {
    return startWith(null, folder, options);
  }

  /**
   * @param canary logged by the server at its start
   * @param options of the virtual machine
   */
  static ServerProcess startWith(@Nullable String canary, Path folder, String... options)
      throws IOException {
    Files.createDirectories(folder);
    Path log = Files.createTempFile(folder, "server", ".log");
    Process process =
        new ProcessBuilder(command(folder, canary, options))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      return new ServerProcess(process, folder, log, ready(process, log));
    } catch (IOException | RuntimeException | Error e) {
      process.destroyForcibly();
      throw e;
    }
  }

  private static List<String> command(Path folder, @Nullable String canary, String... options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx512m",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-Dstdout.encoding=UTF-8",
            "-Dstderr.encoding=UTF-8"));
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(ServerMain.class.getName());
    command.add(folder.toString());
    Optional.ofNullable(canary).ifPresent(command::add);
    return command;
  }

  private static String[] ready(Process process, Path log) throws IOException {
    try {
      for (int waited = 0; waited < PATIENCE_SECONDS * 10; waited++) {
        Optional<String> line = readyLine(log);
        if (line.isPresent()) {
          return line.get().substring(ServerMain.READY.length()).split(" ", -1);
        }
        if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
          break;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new AssertionError("the server did not start:\n" + Files.readString(log));
  }

  private static Optional<String> readyLine(Path log) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(log, StandardCharsets.UTF_8)) {
      return lines
          .lines()
          .filter(line -> line.startsWith(ServerMain.READY) && line.contains(" jdbc:"))
          .findFirst();
    }
  }

  URI base() {
    return URI.create(ready[0]);
  }

  String databaseUrl() {
    return ready[1];
  }

  Path log() {
    return log;
  }

  /** SIGKILL for the server; its database lives on. */
  void kill() {
    end(process.destroyForcibly());
  }

  /** SIGKILL for the database's first process alone. */
  void killDatabase() throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve("postgres/postmaster.pid"));
    ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(lines.getFirst())).orElseThrow();
    postmaster.destroyForcibly();
    try {
      postmaster.onExit().get(PATIENCE_SECONDS, SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
      throw new AssertionError("the database does not die", e);
    }
  }

  private static void end(Process process) {
    try {
      if (!process.waitFor(PATIENCE_SECONDS, SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("the server does not stop");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends its input and waits until server and database have stopped. */
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    end(process);
  }
}
