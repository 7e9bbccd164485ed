package org.yima.securitypkg;

import java.math.BigInteger;
import java.security.interfaces.RSAPrivateCrtKey;

/** An RSA private key: our paddings around the bare operation, which may be somebody else's. */
final class RsaPrivateSide extends PrivateSide {
  private final BigInteger modulus;
  private final int length;
  private final RsaPrivateOperation operation;

  RsaPrivateSide(RSAPrivateCrtKey key, RsaPrivateOperation.Factory factory) {
    super(key.getPrivateExponent().toByteArray());
    modulus = key.getModulus();
    length = (modulus.bitLength() + 7) / 8;
    operation = factory.of(key);
  }

  @Override
  byte[] sign(Suite suite, byte[] message) {
    return operation.apply(RsaPadding.signatureBlock(suite, message, length));
  }

  @Override
  byte[] unwrap(Suite suite, byte[] wrapped) {
    byte[] substitute = substitute(suite, wrapped);
    // Length and range are plain to whoever made the bytes, so these two may be told apart.
    if (wrapped.length != length || new BigInteger(1, wrapped).compareTo(modulus) >= 0) {
      return substitute;
    }
    byte[] block = operation.apply(wrapped);
    return suite == Suite.RSA
        ? RsaPadding.openOaep(block, substitute)
        : RsaPadding.openPkcs1(block, substitute);
  }
}
