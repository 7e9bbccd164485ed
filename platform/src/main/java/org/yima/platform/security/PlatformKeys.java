package org.yima.platform.security;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.yima.securitypkg.KeyRing;
import org.yima.securitypkg.KeyRingBuilder;

/**
 * Where the platform's private keys are: {@code yima.keys.*}. A file, a module, or both: SM2 in the
 * file and RSA in the module.
 *
 * @param platform PKCS#12 file
 * @param password of it
 * @param pkcs11 the module
 */
@ConfigurationProperties("yima.keys")
public record PlatformKeys(
    @Nullable Path platform, @Nullable String password, @Nullable Module pkcs11) {

  /**
   * @param library of the module's maker
   * @param slot its place in the list of slots
   * @param pin of the user who may use keys
   */
  public record Module(Path library, int slot, String pin) {
    /** Without the PIN. */
    @Override
    public String toString() {
      return "module " + library + " slot " + slot;
    }
  }

  /**
   * Opens them.
   *
   * @throws IOException saying what is wrong with file, module, password or PIN
   */
  public KeyRing open(Clock clock, SecureRandom random) throws IOException {
    var ring = new KeyRingBuilder(clock, random).rsa(Libcrypto.orJdk());
    if (platform != null) {
      ring.pkcs12(platform, (password == null ? "" : password).toCharArray());
    }
    if (pkcs11 != null) {
      Pkcs11.open(pkcs11.library(), pkcs11.slot(), pkcs11.pin().toCharArray()).addTo(ring);
    }
    KeyRing keys = ring.build();
    if (keys.certificates().isEmpty()) {
      throw new IOException(
          "没有平台密钥：请设 yima.keys.platform 或 yima.keys.pkcs11 (no platform key is configured)");
    }
    return keys;
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "keys in " + platform + " and " + pkcs11;
  }
}
