package org.yima.platform.credential;

import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.yima.platform.transaction.Call;

/**
 * A stored token: whose it is, where and from which code it was made, and until when it holds.
 *
 * @param codeDigest in hexadecimal
 */
public record Token(
    String personNo, String hospcode, String codeDigest, Instant expiresAt, boolean used) {

  /**
   * @param code its digests, one for each key there is
   */
  boolean isFrom(byte[][] code) {
    return Arrays.stream(code).map(HexFormat.of()::formatHex).anyMatch(codeDigest::equals);
  }

  boolean belongsTo(Call call) {
    return hospcode.equals(call.institution().code());
  }

  @Override
  public String toString() {
    return "token";
  }
}
