package org.yima.platform.background;

import java.time.Duration;

/**
 * Something that every server does again and again. It runs alone in its server, and beside the
 * same chore of other servers; a failure is logged and it is tried again next time.
 */
public interface Chore {
  /** Named in the log. */
  String name();

  /** How long to wait after it has ended. */
  Duration every();

  void run();
}
