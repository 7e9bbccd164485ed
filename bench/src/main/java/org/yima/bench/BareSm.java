package org.yima.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.yima.securitypkg.PartyCertificate;

/** SM2, SM3 and SM4-GCM by BouncyCastle's lightweight API, the verifier set up once. */
final class BareSm implements BareCrypto {
  private static final byte[] USER = "1234567812345678".getBytes(StandardCharsets.US_ASCII);
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final SecureRandom random = new SecureRandom();
  private final AsymmetricKeyParameter key;
  private final SM2Signer verifier = new SM2Signer();

  BareSm(PartyCertificate certificate) {
    try {
      key =
          PublicKeyFactory.createKey(
              Certificate.getInstance(certificate.der()).getSubjectPublicKeyInfo());
    } catch (IOException e) {
      throw new IllegalArgumentException("no SM2 key in " + certificate, e);
    }
    verifier.init(false, new ParametersWithID(key, USER));
  }

  @Override
  public boolean verifies(byte[] message, byte[] signature) {
    verifier.update(message, 0, message.length);
    return verifier.verifySignature(signature);
  }

  @Override
  public byte[] wrap(byte[] contentKey) {
    var engine = new SM2Engine(SM2Engine.Mode.C1C3C2);
    engine.init(true, new ParametersWithRandom(key, random));
    try {
      return engine.processBlock(contentKey, 0, contentKey.length);
    } catch (InvalidCipherTextException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public byte[] seal(byte[] contentKey, byte[] plain) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    return run(true, parameters(contentKey, nonce, new byte[0]), plain);
  }

  @Override
  public byte[] open(byte[] contentKey, byte[] context, byte[] sealed) {
    byte[] nonce = Arrays.copyOf(sealed, NONCE);
    byte[] rest = Arrays.copyOfRange(sealed, NONCE, sealed.length);
    return run(false, parameters(contentKey, nonce, context), rest);
  }

  private static AEADParameters parameters(byte[] key, byte[] nonce, byte[] context) {
    return new AEADParameters(new KeyParameter(key), TAG_BITS, nonce, context);
  }

  private static byte[] run(boolean seal, AEADParameters parameters, byte[] text) {
    var cipher = GCMBlockCipher.newInstance(new SM4Engine());
    cipher.init(seal, parameters);
    byte[] out = new byte[cipher.getOutputSize(text.length)];
    try {
      int written = cipher.processBytes(text, 0, text.length, out, 0);
      cipher.doFinal(out, written);
      return out;
    } catch (InvalidCipherTextException e) {
      throw new IllegalStateException("the sample does not open", e);
    }
  }

  @Override
  public byte[] digest(byte[] message) {
    var digest = new SM3Digest();
    digest.update(message, 0, message.length);
    byte[] out = new byte[digest.getDigestSize()];
    digest.doFinal(out, 0);
    return out;
  }
}
