package org.yima.securitypkg;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.util.encoders.Hex;

/** What a LEGACY kit puts under its SHA1withRSA signature; both kinds exist in the field. */
public enum LegacyDigest {
  /** The signed string itself. */
  STRING,
  /** The lower-case hexadecimal SHA-1 of the signed string, as text. */
  SHA1_HEX;

  byte[] messageFor(Suite suite, byte[] signedString) {
    return suite == Suite.LEGACY && this == SHA1_HEX
        ? Hex.toHexString(Sha.of("SHA-1", signedString)).getBytes(StandardCharsets.US_ASCII)
        : signedString;
  }
}
