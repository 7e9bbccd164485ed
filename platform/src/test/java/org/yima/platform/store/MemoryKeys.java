package org.yima.platform.store;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/** Column keys that stand in no file: every byte of a version's keys is that version's number. */
public final class MemoryKeys implements ColumnKeys {
  private final SortedMap<Integer, Pair> versions = new TreeMap<>();

  private MemoryKeys(int... versions) {
    for (int version : versions) {
      this.versions.put(version, new Pair(bytes(16, version), bytes(32, version)));
    }
  }

  static ColumnKeys of(int... versions) {
    return new MemoryKeys(versions);
  }

  /** A vault for tests of other packages. */
  public static Vault vault(int... versions) {
    return new Vault(of(versions), new SecureRandom());
  }

  private static byte[] bytes(int length, int each) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) each);
    return bytes;
  }

  @Override
  public SortedMap<Integer, Pair> versions() {
    return versions;
  }
}
