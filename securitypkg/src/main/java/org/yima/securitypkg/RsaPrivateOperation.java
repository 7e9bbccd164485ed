package org.yima.securitypkg;

import java.security.interfaces.RSAPrivateCrtKey;

/**
 * The bare RSA private operation, m^d mod n, of one key. All padding is made and checked by this
 * package, so that another implementation (a native library, a hardware module) can only be faster,
 * never laxer. Implementations are used by many threads at once.
 */
public interface RsaPrivateOperation {
  /**
   * Raises a block to the private exponent.
   *
   * @param block big-endian, exactly as long as the modulus, and smaller than it
   * @return the result, big-endian, as long as the modulus
   */
  byte[] apply(byte[] block);

  /** Makes the operation of a key, once, when the key is loaded. */
  interface Factory {
    RsaPrivateOperation of(RSAPrivateCrtKey key);

    /** The JDK's own, blinded against timing and checked against faults. */
    static Factory jdk() {
      return JdkRsaPrivateOperation::new;
    }
  }
}
