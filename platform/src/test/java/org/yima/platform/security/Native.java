package org.yima.platform.security;

import static org.junit.jupiter.api.Assumptions.abort;

import java.lang.foreign.SymbolLookup;
import java.util.NoSuchElementException;

/**
 * The libcrypto of the machine that runs the tests. Without one, tests that need it are skipped.
 */
final class Native {
  private Native() {}

  static SymbolLookup library() {
    try {
      return Libcrypto.installed();
    } catch (NoSuchElementException e) {
      return abort("no libcrypto of OpenSSL 3 on this machine");
    }
  }

  static Evp evp() {
    return new Evp(library());
  }

  static NativeRsaKey key(int bits) {
    return new NativeRsaKey(evp(), Keys.ofBits(bits));
  }
}
