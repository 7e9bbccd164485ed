package org.yima.bench;

import org.yima.securitypkg.PartyCertificate;
import org.yima.securitypkg.Suite;

/**
 * The operations of a suite straight from the library that has them, as quick as it can do them:
 * the limit that the kit is compared with. Not for messages. Used by one thread.
 */
interface BareCrypto {
  /** With the receiver's certificate, which is also the signer's. */
  static BareCrypto of(Suite suite, PartyCertificate certificate) {
    return switch (suite) {
      case SM -> new BareSm(certificate);
      case RSA -> new BareRsa(certificate);
      case LEGACY -> throw new IllegalArgumentException("LEGACY 不测 is not measured");
    };
  }

  boolean verifies(byte[] message, byte[] signature);

  /** Encrypts a content key to the certificate. */
  byte[] wrap(byte[] contentKey);

  byte[] seal(byte[] contentKey, byte[] plain);

  byte[] open(byte[] contentKey, byte[] context, byte[] sealed);

  byte[] digest(byte[] message);
}
