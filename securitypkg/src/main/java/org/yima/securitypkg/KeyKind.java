package org.yima.securitypkg;

/** The keys that {@link CertificateIssuer} makes. */
public enum KeyKind {
  /** For the suite SM. */
  SM2(256),
  /** For RSA, and for LEGACY. */
  RSA_2048(2048),
  /** For RSA, where more than 2048 bits are wanted. */
  RSA_3072(3072),
  /** For LEGACY alone, to be like installed clients; use nowhere else. */
  RSA_1024(1024);

  private final int bits;

  KeyKind(int bits) {
    this.bits = bits;
  }

  int bits() {
    return bits;
  }
}
