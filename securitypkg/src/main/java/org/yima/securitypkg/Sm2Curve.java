package org.yima.securitypkg;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;

/** What every use of SM2 shares (GB/T 32918, GB/T 35276). */
final class Sm2Curve {
  /** The curve with BouncyCastle's arithmetic made for it, faster than the generic one. */
  static final ECDomainParameters DOMAIN =
      new ECDomainParameters(CustomNamedCurves.getByName("sm2p256v1"));

  /** The default user identity, which everybody uses. */
  static final byte[] USER_ID = "1234567812345678".getBytes(StandardCharsets.US_ASCII);

  /** Bytes of a coordinate, and of the SM3 digest in a ciphertext. */
  static final int WORD = 32;

  private Sm2Curve() {}
}
