package org.yima.platform.rotation;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.yima.platform.background.Chore;
import org.yima.platform.store.KeyVersions;

/** Follows the version of the column keys and brings old rows up to it, a little at a time. */
@Component
final class Reencryption implements Chore {
  /** Steps before the server is let stop, and others are let have the database. */
  private static final int STEPS = 50;

  private final KeyVersions versions;
  private final Rotations rotations;

  Reencryption(KeyVersions versions, Rotations rotations) {
    this.versions = versions;
    this.rotations = rotations;
  }

  @Override
  public String name() {
    return "column-rotation";
  }

  @Override
  public Duration every() {
    return Duration.ofSeconds(1);
  }

  @Override
  public void run() {
    int version = versions.follow();
    if (version == 1) {
      return; // nothing was ever rotated
    }
    int steps = 0;
    for (Part part : Part.ALL) {
      while (steps < STEPS && rotations.step(part, version)) {
        steps++;
      }
    }
  }
}
