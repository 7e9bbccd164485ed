package org.yima.securitypkg;

import java.security.GeneralSecurityException;
import java.security.interfaces.RSAPrivateCrtKey;
import javax.crypto.Cipher;

/** The private operation by the JDK. */
final class JdkRsaPrivateOperation implements RsaPrivateOperation {
  private final RSAPrivateCrtKey key;

  JdkRsaPrivateOperation(RSAPrivateCrtKey key) {
    this.key = key;
  }

  @Override
  public byte[] apply(byte[] block) {
    try {
      // "Encrypting" with a private key is the JDK's signing mode: it checks the result with the
      // public exponent, so that a fault in the CRT computation cannot give the key away.
      Cipher cipher = Cipher.getInstance("RSA/ECB/NoPadding");
      cipher.init(Cipher.ENCRYPT_MODE, key);
      return cipher.doFinal(block);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("RSA private operation failed", e);
    }
  }
}
