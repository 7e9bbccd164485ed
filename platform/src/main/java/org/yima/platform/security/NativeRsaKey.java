package org.yima.platform.security;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.math.BigInteger;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.Arrays;
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
        // It may hold a content key, and free() hands memory on as it is. What went in is public.
        out.fill((byte) 0);
      }
    }
  }

  /** A block to try the key with: smaller than any modulus of its length by the zero in front. */
  byte[] trialBlock() {
    byte[] block = new byte[length];
    Arrays.fill(block, 1, length, (byte) 0x5A);
    return block;
  }

  /** Names the size, never the key. */
  @Override
  public String toString() {
    return "RSA key of " + modulus.bitLength() + " bits in libcrypto";
  }
}
