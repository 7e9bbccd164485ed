package org.yima.platform.security;

import java.math.BigInteger;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.Random;

/** Numbers as blocks, big-endian and as long as a key's modulus. */
final class Blocks {
  private Blocks() {}

  static int length(RSAPrivateCrtKey key) {
    return key.getModulus().bitLength() / 8;
  }

  static byte[] of(BigInteger value, RSAPrivateCrtKey key) {
    byte[] block = new byte[length(key)];
    byte[] digits = value.toByteArray();
    int taken = Math.min(digits.length, block.length);
    System.arraycopy(digits, digits.length - taken, block, block.length - taken, taken);
    return block;
  }

  /** A number below the modulus that depends on the seed alone. */
  static byte[] seeded(long seed, RSAPrivateCrtKey key) {
    BigInteger random = new BigInteger(key.getModulus().bitLength(), new Random(seed));
    return of(random.mod(key.getModulus()), key);
  }

  /** What the public key makes of a result: the block that went in. */
  static byte[] undone(byte[] result, RSAPrivateCrtKey key) {
    return of(new BigInteger(1, result).modPow(key.getPublicExponent(), key.getModulus()), key);
  }
}
