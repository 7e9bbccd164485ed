package org.yima.securitypkg;

import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;

/** A private key and the certificate that goes with it. */
public final class CertifiedKey {
  private final PrivateKeyInfo privateKey;
  private final PartyCertificate certificate;

  CertifiedKey(PrivateKeyInfo privateKey, PartyCertificate certificate) {
    this.privateKey = privateKey;
    this.certificate = certificate;
  }

  PrivateKeyInfo privateKey() {
    return privateKey;
  }

  /** The public half. */
  public PartyCertificate certificate() {
    return certificate;
  }

  /** Names the certificate, never the key. */
  @Override
  public String toString() {
    return "key of " + certificate;
  }
}
