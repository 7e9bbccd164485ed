package org.yima.securitypkg;

import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.SM2Signer;

/** An SM2 private key, by BouncyCastle's lightweight API, with signers set up once and kept. */
final class Sm2PrivateSide extends PrivateSide {
  private final ECPrivateKeyParameters key;
  private final SecureRandom random;
  private final Pool<SM2Signer> signers = new Pool<>(this::signer);

  Sm2PrivateSide(BigInteger d, SecureRandom random) {
    super(d.toByteArray());
    this.key = new ECPrivateKeyParameters(d, Sm2Curve.DOMAIN);
    this.random = random;
  }

  private SM2Signer signer() {
    SM2Signer signer = new SM2Signer();
    signer.init(
        true, new ParametersWithID(new ParametersWithRandom(key, random), Sm2Curve.USER_ID));
    return signer;
  }

  @Override
  byte[] sign(Suite suite, byte[] message) {
    SM2Signer signer = signers.borrow();
    signer.update(message, 0, message.length);
    try {
      byte[] signature = signer.generateSignature();
      signers.giveBack(signer);
      return signature;
    } catch (CryptoException e) {
      throw new IllegalStateException("SM2 signature failed", e);
    }
  }

  @Override
  byte[] unwrap(Suite suite, byte[] wrapped) {
    byte[] substitute = substitute(suite, wrapped);
    try {
      byte[] c1c3c2 = Sm2Encoding.c1c3c2(wrapped, substitute.length);
      SM2Engine engine = new SM2Engine(SM2Engine.Mode.C1C3C2);
      engine.init(false, key);
      byte[] contentKey = engine.processBlock(c1c3c2, 0, c1c3c2.length);
      return contentKey.length == substitute.length ? contentKey : substitute;
    } catch (InvalidCipherTextException | IllegalArgumentException e) {
      return substitute;
    }
  }
}
