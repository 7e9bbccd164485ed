package org.yima.securitypkg;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;

/** How a suite encrypts the inner string under a key that is used for one exchange. */
interface ContentCipher {
  /** Bytes of the key that is transported. */
  int keyLength();

  /** A new key for one exchange. */
  default byte[] freshKey(SecureRandom random) {
    byte[] key = new byte[keyLength()];
    random.nextBytes(key);
    return key;
  }

  /** Encrypts; {@code context} is bound to the result where the cipher can do so. */
  byte[] seal(byte[] key, byte[] context, byte[] plain, SecureRandom random);

  /** Decrypts; throws when the content was not made by {@link #seal} with this key and context. */
  byte[] open(byte[] key, byte[] context, byte[] sealed) throws GeneralSecurityException;
}
