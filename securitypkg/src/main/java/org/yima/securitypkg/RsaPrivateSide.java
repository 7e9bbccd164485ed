package org.yima.securitypkg;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPrivateCrtKey;

/** An RSA private key: our paddings around the bare operation, which may be somebody else's. */
final class RsaPrivateSide extends PrivateSide {
  private static final byte[] PURPOSE = "yima key in a module".getBytes(StandardCharsets.US_ASCII);

  private final BigInteger modulus;
  private final int length;
  private final RsaPrivateOperation operation;

  RsaPrivateSide(RSAPrivateCrtKey key, RsaPrivateOperation.Factory factory) {
    super(key.getPrivateExponent().toByteArray());
    modulus = key.getModulus();
    length = (modulus.bitLength() + 7) / 8;
    operation = factory.of(key);
  }

  /** A key whose private half stays in a module. */
  RsaPrivateSide(BigInteger modulus, RsaPrivateOperation operation) {
    super(secretOf(modulus, operation));
    this.modulus = modulus;
    this.length = (modulus.bitLength() + 7) / 8;
    this.operation = operation;
  }

  /**
   * Something that only the module can compute and that it computes the same on every server, in
   * the place of the private exponent. The block is no padded signature and no padded key, so its
   * result is never given out.
   */
  private static byte[] secretOf(BigInteger modulus, RsaPrivateOperation operation) {
    byte[] block = new byte[(modulus.bitLength() + 7) / 8];
    byte[] filling = Sha.of("SHA-256", PURPOSE);
    for (int i = 1; i < block.length; i++) {
      block[i] = filling[i % filling.length];
    }
    return operation.apply(block);
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
