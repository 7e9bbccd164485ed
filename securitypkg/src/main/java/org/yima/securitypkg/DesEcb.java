package org.yima.securitypkg;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/**
 * DES/ECB/PKCS5Padding under a key of eight printable characters, for installed clients only. It
 * binds no context and detects no change; the signatures inside have to.
 */
final class DesEcb implements ContentCipher {
  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  @Override
  public int keyLength() {
    return 8;
  }

  @Override
  public byte[] freshKey(SecureRandom random) {
    byte[] key = new byte[keyLength()];
    for (int i = 0; i < key.length; i++) {
      key[i] = (byte) LETTERS.charAt(random.nextInt(LETTERS.length()));
    }
    return key;
  }

  @Override
  public byte[] seal(byte[] key, byte[] context, byte[] plain, SecureRandom random) {
    try {
      return cipher(Cipher.ENCRYPT_MODE, key).doFinal(plain);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has DES", e);
    }
  }

  @Override
  public byte[] open(byte[] key, byte[] context, byte[] sealed) throws GeneralSecurityException {
    return cipher(Cipher.DECRYPT_MODE, key).doFinal(sealed);
  }

  private static Cipher cipher(int mode, byte[] key) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("DES/ECB/PKCS5Padding");
    cipher.init(mode, new SecretKeySpec(key, "DES"));
    return cipher;
  }
}
