package org.yima.platform.audit;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.crypto.digests.SM3Digest;

/** What is digested, and how: SM3 over parts that cannot run into each other. */
final class Digests {
  private static final HexFormat HEX = HexFormat.of();

  private Digests() {}

  static String sm3(byte[] bytes) {
    var digest = new SM3Digest();
    digest.update(bytes, 0, bytes.length);
    byte[] sum = new byte[digest.getDigestSize()];
    digest.doFinal(sum, 0);
    return HEX.formatHex(sum);
  }

  /** Each part as its length in bytes, a colon, itself, and a comma; UTF-8. */
  static byte[] joined(List<String> parts) {
    var text = new StringBuilder();
    for (String part : parts) {
      int length = part.getBytes(StandardCharsets.UTF_8).length;
      text.append(length).append(':').append(part).append(',');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
