package org.yima.sandbox;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL whose data stays in a folder.
 *
 * <p>It is as durable as one in production: {@code fsync}, {@code synchronous_commit} and {@code
 * full_page_writes}, which the library switches off for tests, are switched on, and it is asked
 * whether it took them. One process owns a folder at a time. A server that was killed leaves its
 * database running; whoever owns the folder next stops that one and starts again, and PostgreSQL
 * recovers what was committed.
 */
public final class EmbeddedDatabase implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
  private static final List<String> DURABLE =
      List.of("fsync", "synchronous_commit", "full_page_writes");
  private static final Duration STARTUP = Duration.ofSeconds(60);
  private static final int STOP_SECONDS = 30;

  private final FileChannel lockFile;
  private final EmbeddedPostgres postgres;

  private EmbeddedDatabase(FileChannel lockFile, EmbeddedPostgres postgres) {
    this.lockFile = lockFile;
    this.postgres = postgres;
  }

  /**
   * Starts the database of a folder, making it if it is new.
   *
   * @throws IllegalStateException if another process uses the folder, or the database will not be
   *     durable
   */
  public static EmbeddedDatabase start(Path folder) {
    try {
      Files.createDirectories(folder);
      FileChannel lockFile = own(folder);
      Path data = folder.resolve("postgres").toAbsolutePath();
      stopOrphan(data);
      var database = new EmbeddedDatabase(lockFile, launch(folder, data));
      database.requireDurable();
      return database;
    } catch (IOException e) {
      throw new UncheckedIOException("内嵌数据库不能启动 embedded database: " + e.getMessage(), e);
    }
  }

  private static FileChannel own(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve("yima.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!isOurs(channel)) {
      channel.close();
      throw new IllegalStateException(
          "数据目录正被另一个进程使用，请先停止它或用 --data 指定其他目录 in use by another process: " + folder);
    }
    return channel;
  }

  private static boolean isOurs(FileChannel channel) throws IOException {
    try {
      @Nullable FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false; // another sandbox in this very process
    }
  }

  private static EmbeddedPostgres launch(Path folder, Path data) throws IOException {
    var builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setOverrideWorkingDirectory(folder.resolve("bin").toAbsolutePath().toFile())
            .setCleanDataDirectory(false)
            .setPGStartupWait(STARTUP)
            .setServerConfig("listen_addresses", "127.0.0.1")
            .setServerConfig("max_connections", "100");
    settings().forEach(builder::setServerConfig);
    return builder.start();
  }

  private static Map<String, String> settings() {
    return Map.of(
        "fsync", "on",
        "synchronous_commit", "on",
        "full_page_writes", "on",
        "shared_buffers", "256MB",
        "timezone", "Asia/Shanghai");
  }

  /** Stops a database that its server left behind; the folder is ours, so it is nobody else's. */
  private static void stopOrphan(Path data) throws IOException {
    Path pidFile = data.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    List<String> lines = Files.readAllLines(pidFile);
    Optional<ProcessHandle> running =
        lines.isEmpty() ? Optional.empty() : ProcessHandle.of(Long.parseLong(lines.getFirst()));
    Optional<ProcessHandle> orphan = running.filter(process -> isPostgres(process, data));
    if (orphan.isPresent()) {
      LOG.info("stopping the database that a killed server left behind");
      stop(orphan.get());
    } else if (running.isPresent()) {
      // The number belongs to another program by now, which PostgreSQL would take for itself. A
      // file of a process that is gone stays: by it PostgreSQL finds what may be left of that one.
      Files.deleteIfExists(pidFile);
    }
  }

  private static boolean isPostgres(ProcessHandle process, Path data) {
    return process
        .info()
        .commandLine()
        .map(line -> line.contains("postgres") && line.contains(data.toString()))
        .orElse(false);
  }

  private static void stop(ProcessHandle postmaster) throws IOException {
    // SIGINT would be a fast shutdown; SIGTERM waits for clients, and there are none left.
    postmaster.destroy();
    try {
      postmaster.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while the old database stops", e);
    } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
      throw new IOException("the old database does not stop: process " + postmaster.pid(), e);
    }
  }

  private void requireDurable() {
    try (var connection = postgres.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      for (String setting : DURABLE) {
        try (var row = statement.executeQuery("show " + setting)) {
          row.next();
          if (!row.getString(1).equals("on")) {
            throw new IllegalStateException(setting + " is off: payments could be lost");
          }
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the embedded database does not answer", e);
    }
  }

  /** For {@code spring.datasource.url}. */
  public String url() {
    return postgres.getJdbcUrl("postgres", "postgres");
  }

  public int port() {
    return postgres.getPort();
  }

  @Override
  public void close() {
    try (lockFile) {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the embedded database did not stop cleanly", e);
    }
  }
}
