package org.yima.platform.store;

import java.security.SecureRandom;

/** Codes that cannot be guessed: 130 random bits in 26 letters and digits. */
public final class RandomCodes {
  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
  private static final int LENGTH = 26;

  private final SecureRandom random;

  public RandomCodes(SecureRandom random) {
    this.random = random;
  }

  public String next() {
    byte[] bits = new byte[LENGTH];
    random.nextBytes(bits);
    var code = new StringBuilder(LENGTH);
    for (byte each : bits) {
      code.append(ALPHABET.charAt(each & 31));
    }
    return code.toString();
  }
}
