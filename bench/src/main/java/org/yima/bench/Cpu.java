package org.yima.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * Who used the processors: this process, which is client and server, and the database's processes.
 * Processor time hardly depends on what else the machine does, so it is what costs are given in.
 */
final class Cpu {
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private final ProcessHandle postmaster;

  private Cpu(ProcessHandle postmaster) {
    this.postmaster = postmaster;
  }

  /** Watches a database by its first process. */
  static Cpu of(ProcessHandle postmaster) {
    return new Cpu(postmaster);
  }

  /** Watches the database whose data lies in this folder. */
  static Cpu watching(Path postgres) {
    try {
      String pid = Files.readAllLines(postgres.resolve("postmaster.pid")).getFirst();
      return new Cpu(ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow());
    } catch (IOException e) {
      throw new UncheckedIOException("the database does not run", e);
    }
  }

  /**
   * Nanoseconds.
   *
   * @param wall that passed
   * @param java processor time of client and server
   * @param database processor time of PostgreSQL
   */
  record Used(long wall, long java, long database) {
    Used since(Used before) {
      return new Used(wall - before.wall, java - before.java, database - before.database);
    }

    /** The same for each of so many. */
    Used each(int count) {
      int divisor = Math.max(1, count);
      return new Used(wall / divisor, java / divisor, database / divisor);
    }

    long processors() {
      return java + database;
    }
  }

  /** All that was used until now. */
  Used now() {
    long database =
        Stream.concat(Stream.of(postmaster), postmaster.descendants())
            .mapToLong(
                process -> process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L))
            .sum();
    return new Used(System.nanoTime(), SYSTEM.getProcessCpuTime(), database);
  }

  static int cores() {
    return SYSTEM.getAvailableProcessors();
  }

  /** What the machine did just before this bench, in percent of its processors; -1: not known. */
  static long loadPercent() {
    return Math.round(SYSTEM.getSystemLoadAverage() * 100 / cores());
  }
}
