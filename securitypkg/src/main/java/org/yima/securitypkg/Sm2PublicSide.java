package org.yima.securitypkg;

import java.security.SecureRandom;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.SM2Signer;

/**
 * An SM2 public key, by BouncyCastle's lightweight API. A verifier digests the key and the user
 * identity when it is set up, so set-up verifiers are kept.
 */
final class Sm2PublicSide extends PublicSide {
  private final ECPublicKeyParameters key;
  private final Pool<SM2Signer> verifiers = new Pool<>(this::verifier);

  Sm2PublicSide(SubjectPublicKeyInfo info) {
    if (!GMObjectIdentifiers.sm2p256v1.equals(info.getAlgorithm().getParameters())) {
      throw new IllegalArgumentException("an elliptic-curve key must be on the SM2 curve");
    }
    // Decoding checks that the point is on the curve, the constructor that it is of its order.
    byte[] point = info.getPublicKeyData().getOctets();
    key = new ECPublicKeyParameters(Sm2Curve.DOMAIN.getCurve().decodePoint(point), Sm2Curve.DOMAIN);
  }

  private SM2Signer verifier() {
    SM2Signer verifier = new SM2Signer();
    verifier.init(false, new ParametersWithID(key, Sm2Curve.USER_ID));
    return verifier;
  }

  @Override
  boolean fits(Suite suite) {
    return suite == Suite.SM;
  }

  @Override
  String described() {
    return "SM2";
  }

  @Override
  boolean verifies(Suite suite, byte[] message, byte[] signature) {
    SM2Signer verifier = verifiers.borrow();
    verifier.update(message, 0, message.length);
    boolean good = verifier.verifySignature(Sm2Encoding.derSignature(signature));
    verifiers.giveBack(verifier);
    return good;
  }

  @Override
  byte[] wrap(Suite suite, byte[] contentKey, SecureRandom random) {
    SM2Engine engine = new SM2Engine(SM2Engine.Mode.C1C3C2);
    engine.init(true, new ParametersWithRandom(key, random));
    try {
      return Sm2Encoding.sequence(engine.processBlock(contentKey, 0, contentKey.length));
    } catch (InvalidCipherTextException e) {
      throw new IllegalStateException("only decryption can find a wrong digest", e);
    }
  }
}
