package org.yima.securitypkg;

import org.bouncycastle.asn1.x509.KeyUsage;

/** What a certificate's key is for. */
public enum KeyUse {
  /** Signing alone: the one of the two certificates of an SM2 party. */
  SIGN(KeyUsage.digitalSignature),
  /** Decrypting alone: the other. */
  ENCRYPT(KeyUsage.keyEncipherment | KeyUsage.dataEncipherment),
  /** Both. */
  BOTH(KeyUsage.digitalSignature | KeyUsage.keyEncipherment | KeyUsage.dataEncipherment);

  private final int bits;

  KeyUse(int bits) {
    this.bits = bits;
  }

  int bits() {
    return bits;
  }
}
