package org.yima.securitypkg;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The private keys of one party, several at once where one follows another or where SM2 keys for
 * signing and for encryption are separate. The keys themselves cannot be had from it, so that they
 * may live in a module elsewhere. Implementations are used by many threads at once.
 */
public interface KeyRing {
  /** One key to sign with. */
  interface SigningKey {
    /** The number of its certificate, decimal. */
    String certid();

    /** Signs; for SM the result is DER, for RSA and LEGACY as long as the modulus. */
    byte[] sign(Suite suite, byte[] message);
  }

  /** The newest key that is valid now and may sign in this suite; null if there is none. */
  @Nullable SigningKey signingKey(Suite suite);

  /**
   * Opens a transported content key.
   *
   * <p>An answer says nothing about whether the bytes were well made: a key that cannot be opened
   * is replaced by one that nobody can foresee, and the content then does not decrypt.
   *
   * @param certid the certificate that was encrypted to; null: any that is valid now is tried
   * @return one possible content key for each private key that comes into question
   */
  List<byte[]> unwrap(Suite suite, @Nullable String certid, byte[] wrapped);

  /** The public halves, for telling others and for watching their expiry. */
  List<PartyCertificate> certificates();

  /**
   * Reads one PKCS#12 file, private operations by the JDK. For more, {@link KeyRingBuilder}.
   *
   * @throws IOException saying what is wrong with the file or the password
   */
  static KeyRing fromPkcs12(Path file, char[] password, Clock clock, SecureRandom random)
      throws IOException {
    return new KeyRingBuilder(clock, random).pkcs12(file, password).build();
  }
}
