package org.yima.platform.security;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** RSA keys for tests, one of each size, made when first asked for. */
final class Keys {
  static final List<Integer> SIZES = List.of(1024, 2048, 3072, 4096);

  private static final Map<Integer, RSAPrivateCrtKey> MADE = new ConcurrentHashMap<>();

  private Keys() {}

  static RSAPrivateCrtKey ofBits(int bits) {
    return MADE.computeIfAbsent(bits, Keys::make);
  }

  private static RSAPrivateCrtKey make(int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(bits);
      return (RSAPrivateCrtKey) generator.generateKeyPair().getPrivate();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has RSA", e);
    }
  }
}
