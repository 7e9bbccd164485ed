package org.yima.platform.security;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.math.BigInteger;
import java.security.interfaces.RSAPrivateCrtKey;
import org.yima.securitypkg.RsaPrivateOperation;

/**
 * An RSA private key inside libcrypto, which blinds the operation against timing and checks it
 * against faults. Threads share the key; everything else belongs to one call.
 */
final class NativeRsaKey implements RsaPrivateOperation {
  private final Evp evp;
  private final MemorySegment key;
  private final BigInteger modulus;
  private final int length;

  /**
   * Copies the key into libcrypto, where it lives as long as this object.
   *
   * @throws IllegalStateException if libcrypto refuses the key
   */
  NativeRsaKey(Evp evp, RSAPrivateCrtKey key) {
    this.evp = evp;
    this.modulus = key.getModulus();
    this.length = (modulus.bitLength() + 7) / 8;
    byte[] pkcs8 = key.getEncoded();
    if (pkcs8 == null) {
      throw new IllegalStateException("the key cannot be exported to libcrypto");
    }
    try (Arena copying = Arena.ofConfined()) {
      MemorySegment der = copying.allocateFrom(JAVA_BYTE, pkcs8);
      try {
        this.key = evp.readRsaKey(der, Arena.ofAuto());
      } finally {
        der.fill((byte) 0);
      }
    }
  }

  @Override
  public byte[] apply(byte[] block) {
    if (block.length != length || new BigInteger(1, block).compareTo(modulus) >= 0) {
      throw new IllegalStateException(
          "RSA private operation failed: the block must be as long as the modulus and smaller");
    }
    try (Arena call = Arena.ofConfined()) {
      MemorySegment in = call.allocateFrom(JAVA_BYTE, block);
      MemorySegment out = call.allocate(length);
      try {
        evp.rawPrivate(key, in, out);
        return out.toArray(JAVA_BYTE);
      } finally {
        // What was unwrapped is a content key; the memory goes back to malloc as it is.
        out.fill((byte) 0);
      }
    }
  }

  /** A block to try the key with: the modulus shifted by one bit, so it is in range, and dense. */
  byte[] trialBlock() {
    byte[] half = modulus.shiftRight(1).toByteArray();
    byte[] block = new byte[length];
    // BigInteger's sign byte or a missing leading zero: the block is right-aligned in both cases.
    int taken = Math.min(half.length, length);
    System.arraycopy(half, half.length - taken, block, length - taken, taken);
    return block;
  }

  /** Names the size, never the key. */
  @Override
  public String toString() {
    return "RSA key of " + modulus.bitLength() + " bits in libcrypto";
  }
}
