package org.yima.platform.audit;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Entries that were sealed together.
 *
 * @param chain SM3 over the chain of the block before and all of this, in hexadecimal
 */
record Block(String district, long number, Instant sealedAt, List<Sealed> entries, String chain) {

  /** What stands before the first block. */
  static final String BEGINNING = "0".repeat(64);

  private static final int DIGEST = 32;
  private static final int WIDTH = Long.BYTES + DIGEST;

  /**
   * An entry in its block.
   *
   * @param digest SM3 of its row, in hexadecimal
   */
  record Sealed(long number, String digest) {
    static Sealed of(Entry entry) {
      return new Sealed(entry.number(), entry.digest());
    }
  }

  /**
   * Seals the next block.
   *
   * @param before the chain so far
   */
  static Block seal(String district, long number, Instant at, List<Sealed> entries, String before) {
    var open = new Block(district, number, at, List.copyOf(entries), "");
    return new Block(district, number, at, open.entries(), open.chained(before));
  }

  /** What its chain must be after this one. */
  String chained(String before) {
    List<String> parts = new ArrayList<>();
    parts.add(before);
    parts.add(district);
    parts.add(String.valueOf(number));
    parts.add(Entry.text(sealedAt));
    for (Sealed entry : entries) {
      parts.add(String.valueOf(entry.number()));
      parts.add(entry.digest());
    }
    return Digests.sm3(Digests.joined(parts));
  }

  byte[] packed() {
    var bytes = ByteBuffer.allocate(entries.size() * WIDTH);
    for (Sealed entry : entries) {
      bytes.putLong(entry.number()).put(HexFormat.of().parseHex(entry.digest()));
    }
    return bytes.array();
  }

  static List<Sealed> unpacked(byte[] packed) {
    var bytes = ByteBuffer.wrap(packed);
    List<Sealed> entries = new ArrayList<>();
    while (bytes.remaining() >= WIDTH) {
      long number = bytes.getLong();
      byte[] digest = new byte[DIGEST];
      bytes.get(digest);
      entries.add(new Sealed(number, HexFormat.of().formatHex(digest)));
    }
    return entries;
  }
}
