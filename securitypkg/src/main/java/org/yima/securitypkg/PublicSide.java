package org.yima.securitypkg;

import java.security.SecureRandom;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** What can be done with a public key. Used by many threads at once. */
abstract class PublicSide {
  /**
   * Reads a key.
   *
   * @throws IllegalArgumentException if it is neither SM2 nor RSA, not a valid point, or too small
   */
  static PublicSide of(SubjectPublicKeyInfo info) {
    return info.getAlgorithm().getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey)
        ? new Sm2PublicSide(info)
        : new RsaPublicSide(info);
  }

  /** Whether the key is of the suite's kind and long enough for it. */
  abstract boolean fits(Suite suite);

  /** The kind and size, as people say it. */
  abstract String described();

  /** Whether the signature is good; false also for bytes that are no signature at all. */
  abstract boolean verifies(Suite suite, byte[] message, byte[] signature);

  /** Encrypts a content key so that only the private key's holder reads it. */
  abstract byte[] wrap(Suite suite, byte[] contentKey, SecureRandom random);
}
