package org.yima.securitypkg;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What can be done with a private key. Used by many threads at once. */
abstract class PrivateSide {
  private static final byte[] PURPOSE = "yima rejected key".getBytes(StandardCharsets.US_ASCII);

  private final SecretKeySpec rejection;

  /** Keeps a secret derived from the private key, for keys that stand in for what is rejected. */
  PrivateSide(byte[] privateValue) {
    rejection =
        new SecretKeySpec(
            hmac(new SecretKeySpec(privateValue, "HmacSHA256"), PURPOSE), "HmacSHA256");
    Arrays.fill(privateValue, (byte) 0);
  }

  abstract byte[] sign(Suite suite, byte[] message);

  /**
   * The content key inside. This never fails: for what was not made by {@code wrap} it gives a key
   * that nobody can foresee, always the same for the same bytes, and decrypting the content fails
   * as it does for any wrong key.
   */
  abstract byte[] unwrap(Suite suite, byte[] wrapped);

  final byte[] substitute(Suite suite, byte[] wrapped) {
    return Arrays.copyOf(hmac(rejection, wrapped), suite.content().keyLength());
  }

  private static byte[] hmac(SecretKeySpec key, byte[] message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac.doFinal(message);
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }
}
