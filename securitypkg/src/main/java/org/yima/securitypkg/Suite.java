package org.yima.securitypkg;

import org.jspecify.annotations.Nullable;

/**
 * The three ways to sign and seal that the interface knows, strongest first. The constant's name is
 * what the message element {@code suite} carries.
 */
public enum Suite {
  /** SM3withSM2, SM2 key transport, SM4-GCM. The default. */
  SM,
  /** SHA256withRSA, RSA-OAEP with SHA-256, AES-256-GCM; keys of at least 2048 bits. */
  RSA,
  /**
   * SHA1withRSA, RSA PKCS#1 v1.5, DES. Exists so that an installed client works unchanged; off
   * unless a system is registered for it.
   */
  LEGACY;

  ContentCipher content() {
    switch (this) {
      case SM:
        return new Sm4Gcm();
      case RSA:
        return new AesGcm();
      default:
        return new DesEcb();
    }
  }

  /** Whether messages carry a timestamp and a nonce, both signed. */
  boolean isTimed() {
    return this != LEGACY;
  }

  /** The suite a message names; null if it names none. An unknown name cannot be opened. */
  static @Nullable Suite named(@Nullable String name) throws CannotOpen {
    if (name == null || name.isEmpty()) {
      return null;
    }
    for (Suite suite : values()) {
      if (suite.name().equals(name)) {
        return suite;
      }
    }
    throw new CannotOpen(CannotOpen.Fault.SUITE);
  }
}
