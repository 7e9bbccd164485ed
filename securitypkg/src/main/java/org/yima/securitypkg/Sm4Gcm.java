package org.yima.securitypkg;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/** SM4-GCM (GB/T 32907, GB/T 36624): 12-byte nonce, ciphertext, 16-byte tag. */
final class Sm4Gcm implements ContentCipher {
  private static final int NONCE = 12;
  private static final int TAG = 16;

  @Override
  public int keyLength() {
    return 16;
  }

  @Override
  public byte[] seal(byte[] key, byte[] context, byte[] plain, SecureRandom random) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    byte[] sealed = Arrays.copyOf(nonce, NONCE + plain.length + TAG);
    GCMModeCipher cipher = cipher(true, key, nonce, context);
    int written = cipher.processBytes(plain, 0, plain.length, sealed, NONCE);
    try {
      cipher.doFinal(sealed, NONCE + written);
    } catch (InvalidCipherTextException e) {
      throw new IllegalStateException("only decryption can find a wrong tag", e);
    }
    return sealed;
  }

  @Override
  public byte[] open(byte[] key, byte[] context, byte[] sealed) throws GeneralSecurityException {
    if (sealed.length < NONCE + TAG) {
      throw new GeneralSecurityException("shorter than a nonce and a tag");
    }
    GCMModeCipher cipher = cipher(false, key, Arrays.copyOf(sealed, NONCE), context);
    byte[] plain = new byte[sealed.length - NONCE - TAG];
    try {
      int written = cipher.processBytes(sealed, NONCE, sealed.length - NONCE, plain, 0);
      cipher.doFinal(plain, written);
    } catch (InvalidCipherTextException e) {
      Arrays.fill(plain, (byte) 0);
      throw new GeneralSecurityException(e);
    }
    return plain;
  }

  private static GCMModeCipher cipher(boolean encrypt, byte[] key, byte[] nonce, byte[] context) {
    GCMModeCipher cipher = GCMBlockCipher.newInstance(new SM4Engine());
    cipher.init(encrypt, new AEADParameters(new KeyParameter(key), TAG * 8, nonce, context));
    return cipher;
  }
}
