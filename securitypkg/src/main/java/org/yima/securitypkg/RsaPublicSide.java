package org.yima.securitypkg;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** An RSA public key, by the JDK; it serves RSA from 2048 bits and LEGACY from 1024. */
final class RsaPublicSide extends PublicSide {
  private static final OAEPParameterSpec OAEP =
      new OAEPParameterSpec(
          "SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT);

  private final RSAPublicKey key;

  RsaPublicSide(SubjectPublicKeyInfo info) {
    try {
      KeyFactory factory = KeyFactory.getInstance("RSA");
      key = (RSAPublicKey) factory.generatePublic(new X509EncodedKeySpec(info.getEncoded()));
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalArgumentException("the public key is neither SM2 nor RSA", e);
    }
    if (bits() < 1024) {
      throw new IllegalArgumentException(
          "an RSA key of " + bits() + " bits is too small; use 2048 or more");
    }
  }

  BigInteger modulus() {
    return key.getModulus();
  }

  private int bits() {
    return key.getModulus().bitLength();
  }

  @Override
  boolean fits(Suite suite) {
    return suite == Suite.LEGACY || (suite == Suite.RSA && bits() >= 2048);
  }

  @Override
  String described() {
    return "RSA " + bits();
  }

  @Override
  boolean verifies(Suite suite, byte[] message, byte[] signature) {
    try {
      Signature verifier =
          Signature.getInstance(suite == Suite.RSA ? "SHA256withRSA" : "SHA1withRSA");
      verifier.initVerify(key);
      verifier.update(message);
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  @Override
  byte[] wrap(Suite suite, byte[] contentKey, SecureRandom random) {
    try {
      Cipher cipher;
      if (suite == Suite.RSA) {
        cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
        cipher.init(Cipher.ENCRYPT_MODE, key, OAEP, random);
      } else {
        cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        cipher.init(Cipher.ENCRYPT_MODE, key, random);
      }
      return cipher.doFinal(contentKey);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has RSA", e);
    }
  }
}
