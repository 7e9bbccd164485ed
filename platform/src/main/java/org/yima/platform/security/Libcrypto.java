package org.yima.platform.security;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yima.securitypkg.RsaPrivateOperation;

/**
 * RSA private operations by OpenSSL's libcrypto, which is faster than the JDK. It is used only
 * where it proves itself: the library must be there in a version known here, and every key is tried
 * once against the JDK when it is loaded. Whatever fails, the JDK computes instead.
 */
public final class Libcrypto {
  private static final Logger LOG = LoggerFactory.getLogger(Libcrypto.class);

  /** OpenSSL 3 alone, by the names that carry its version: Linux, macOS. */
  private static final List<String> FILES = List.of("libcrypto.so.3", "libcrypto.3.dylib");

  private Libcrypto() {}

  /**
   * Chooses who computes RSA private operations in this process, and logs the choice. Loading
   * native code needs {@code --enable-native-access=ALL-UNNAMED}.
   *
   * @return libcrypto's operations, or the JDK's where it cannot be used; never fails
   */
  public static RsaPrivateOperation.Factory orJdk() {
    return orJdk(Libcrypto::installed);
  }

  static RsaPrivateOperation.Factory orJdk(Supplier<SymbolLookup> library) {
    try {
      Evp evp = new Evp(library.get());
      LOG.info("RSA private operations by libcrypto: found {}", evp.version());
      return key -> provenOrJdk(evp, key);
    } catch (NoSuchElementException
        | IllegalArgumentException
        | IllegalCallerException
        | UnsupportedOperationException e) {
      LOG.info("RSA private operations by the JDK: {}", e.getMessage());
      return RsaPrivateOperation.Factory.jdk();
    }
  }

  /**
   * The system's libcrypto.
   *
   * @throws NoSuchElementException if there is none
   */
  @SuppressWarnings("restricted") // Loading a library is what this class is for.
  static SymbolLookup installed() {
    for (String file : FILES) {
      try {
        return SymbolLookup.libraryLookup(file, Arena.global());
      } catch (IllegalArgumentException e) {
        LOG.debug("{} cannot be loaded", file, e);
      }
    }
    throw new NoSuchElementException("none of " + FILES + " can be loaded");
  }

  /**
   * The key's operation by libcrypto if that agrees with the JDK's on one block. A library may be
   * sound and still refuse a key, as one in FIPS mode does with 1024 bits.
   */
  private static RsaPrivateOperation provenOrJdk(Evp evp, RSAPrivateCrtKey key) {
    RsaPrivateOperation jdk = RsaPrivateOperation.Factory.jdk().of(key);
    int bits = key.getModulus().bitLength();
    try {
      NativeRsaKey candidate = new NativeRsaKey(evp, key);
      byte[] block = candidate.trialBlock();
      if (Arrays.equals(candidate.apply(block), jdk.apply(block))) {
        return candidate;
      }
      LOG.warn("libcrypto's result is wrong: the JDK takes over an RSA key of {} bits", bits);
    } catch (IllegalStateException e) {
      LOG.warn("{}: the JDK takes over an RSA key of {} bits", e.getMessage(), bits);
    }
    return jdk;
  }
}
