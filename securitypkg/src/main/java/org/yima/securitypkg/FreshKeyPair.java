package org.yima.securitypkg;

import java.io.IOException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;

/** A key pair just made, not yet certified. */
final class FreshKeyPair {
  private final PrivateKeyInfo privateKey;
  private final SubjectPublicKeyInfo publicKey;

  private FreshKeyPair(PrivateKeyInfo privateKey, SubjectPublicKeyInfo publicKey) {
    this.privateKey = privateKey;
    this.publicKey = publicKey;
  }

  static FreshKeyPair of(KeyKind kind, SecureRandom random) {
    try {
      return kind == KeyKind.SM2 ? sm2(random) : rsa(kind.bits(), random);
    } catch (IOException e) {
      throw new IllegalStateException("writing to memory does not fail", e);
    }
  }

  private static FreshKeyPair sm2(SecureRandom random) throws IOException {
    ECKeyPairGenerator generator = new ECKeyPairGenerator();
    generator.init(
        new ECKeyGenerationParameters(
            new ECNamedDomainParameters(GMObjectIdentifiers.sm2p256v1, Sm2Curve.DOMAIN), random));
    AsymmetricCipherKeyPair pair = generator.generateKeyPair();
    return new FreshKeyPair(
        PrivateKeyInfoFactory.createPrivateKeyInfo(pair.getPrivate()),
        SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(pair.getPublic()));
  }

  private static FreshKeyPair rsa(int bits, SecureRandom random) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(bits, random);
      KeyPair pair = generator.generateKeyPair();
      return new FreshKeyPair(
          PrivateKeyInfo.getInstance(pair.getPrivate().getEncoded()),
          SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has RSA", e);
    }
  }

  PrivateKeyInfo privateKey() {
    return privateKey;
  }

  SubjectPublicKeyInfo publicKey() {
    return publicKey;
  }
}
