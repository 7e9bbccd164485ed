package org.yima.securitypkg;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Collects keys, from files or just issued, into a {@link KeyRing}. */
public final class KeyRingBuilder {
  private final Clock clock;
  private final SecureRandom random;
  private final List<CertifiedKey> keys = new ArrayList<>();
  private final List<LocalKeyRing.Entry> inModules = new ArrayList<>();
  private RsaPrivateOperation.Factory rsa = RsaPrivateOperation.Factory.jdk();

  /**
   * Starts an empty ring.
   *
   * @param clock decides which certificates are valid
   * @param random for SM2 signatures; must be of cryptographic quality
   */
  public KeyRingBuilder(Clock clock, SecureRandom random) {
    this.clock = clock;
    this.random = random;
  }

  /** Who computes RSA private operations; the JDK unless said otherwise. */
  public KeyRingBuilder rsa(RsaPrivateOperation.Factory factory) {
    rsa = factory;
    return this;
  }

  /**
   * Adds all keys of a PKCS#12 file.
   *
   * @throws IOException saying what is wrong with the file or the password
   */
  public KeyRingBuilder pkcs12(Path file, char[] password) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return pkcs12(in, password);
    } catch (IOException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  /**
   * Adds all keys of a PKCS#12 file.
   *
   * @throws IOException saying what is wrong with the file or the password
   */
  public KeyRingBuilder pkcs12(InputStream file, char[] password) throws IOException {
    keys.addAll(KeyFile.read(file, password));
    return this;
  }

  /** Adds one key. */
  public KeyRingBuilder key(CertifiedKey key) {
    keys.add(key);
    return this;
  }

  /**
   * Adds an RSA key whose private half stays where it is, as in a hardware module.
   *
   * @param certificate of the key
   * @param operation computes with it
   * @throws IllegalArgumentException if the certificate's key is not RSA
   */
  public KeyRingBuilder inModule(PartyCertificate certificate, RsaPrivateOperation operation) {
    PublicSide key = certificate.key();
    if (!(key instanceof RsaPublicSide)) {
      throw new IllegalArgumentException("only RSA keys can stay in a module: " + certificate);
    }
    PrivateSide side = new RsaPrivateSide(((RsaPublicSide) key).modulus(), operation);
    inModules.add(new LocalKeyRing.Entry(certificate, side));
    return this;
  }

  /** The ring of all keys added. */
  public KeyRing build() {
    List<LocalKeyRing.Entry> entries = new ArrayList<>(inModules);
    for (CertifiedKey key : keys) {
      entries.add(
          new LocalKeyRing.Entry(
              key.certificate(), CertifiedKey.open(key.privateKey(), random, rsa)));
    }
    return new LocalKeyRing(clock, entries);
  }
}
