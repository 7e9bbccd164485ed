package org.yima.securitypkg;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;

/** A private key and the certificate that goes with it. */
public final class CertifiedKey {
  private final PrivateKeyInfo privateKey;
  private final PartyCertificate certificate;

  CertifiedKey(PrivateKeyInfo privateKey, PartyCertificate certificate) {
    this.privateKey = privateKey;
    this.certificate = certificate;
  }

  /** Whether the two are halves of one key. */
  static boolean matches(PrivateKeyInfo privateKey, SubjectPublicKeyInfo publicKey) {
    try {
      byte[] computed =
          isRsa(privateKey)
              ? publicHalf(rsa(privateKey))
              : new FixedPointCombMultiplier()
                  .multiply(Sm2Curve.DOMAIN.getG(), sm2(privateKey))
                  .getEncoded(false);
      return Arrays.equals(computed, publicKey.getPublicKeyData().getOctets());
    } catch (IOException e) {
      return false;
    }
  }

  private static byte[] publicHalf(RSAPrivateCrtKey key) throws IOException {
    return new RSAPublicKey(key.getModulus(), key.getPublicExponent()).getEncoded();
  }

  private static boolean isRsa(PrivateKeyInfo info) {
    return PKCSObjectIdentifiers.rsaEncryption.equals(info.getPrivateKeyAlgorithm().getAlgorithm());
  }

  private static RSAPrivateCrtKey rsa(PrivateKeyInfo info) throws IOException {
    try {
      PKCS8EncodedKeySpec spec = new PKCS8EncodedKeySpec(info.getEncoded());
      return (RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(spec);
    } catch (GeneralSecurityException e) {
      throw new IOException("the RSA private key cannot be read", e);
    }
  }

  private static BigInteger sm2(PrivateKeyInfo info) throws IOException {
    return ECPrivateKey.getInstance(info.parsePrivateKey()).getKey();
  }

  static PrivateSide open(
      PrivateKeyInfo info, SecureRandom random, RsaPrivateOperation.Factory factory) {
    try {
      return isRsa(info)
          ? new RsaPrivateSide(rsa(info), factory)
          : new Sm2PrivateSide(sm2(info), random);
    } catch (IOException e) {
      throw new IllegalArgumentException("the private key cannot be read", e);
    }
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
