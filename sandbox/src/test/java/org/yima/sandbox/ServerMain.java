package org.yima.sandbox;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.slf4j.LoggerFactory;

/**
 * The sandbox as a process of its own, for tests that kill it. Says {@code READY}, its address and
 * its database's; stops when its standard input ends, so it cannot outlive the test by long.
 */
final class ServerMain {
  static final String READY = "READY ";

  private ServerMain() {}

  /**
   * @param arguments the folder, and perhaps a line to be logged: what must not be found in a log
   */
  public static void main(String[] arguments) throws IOException {
    try (Sandbox sandbox = Sandbox.start(Path.of(arguments[0]), 0, Clock.systemUTC())) {
      if (arguments.length > 1) {
        LoggerFactory.getLogger("org.yima.canary").debug("the canary is {}", arguments[1]);
      }
      System.out.println(READY + sandbox.base() + " " + sandbox.databaseUrl());
      while (System.in.read() >= 0) {
        // Nothing is said to it.
      }
    }
  }
}
