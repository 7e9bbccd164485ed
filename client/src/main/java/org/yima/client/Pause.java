package org.yima.client;

import java.time.Duration;

/** 等待的方式；测试时可以不等。How to wait; a test need not. */
public interface Pause {
  /** Returns after this long. */
  void pause(Duration time) throws InterruptedException;
}
