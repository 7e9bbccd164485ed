package org.yima.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yima.securitypkg.CertificateIssuer;
import org.yima.securitypkg.CertifiedKey;
import org.yima.securitypkg.KeyKind;
import org.yima.securitypkg.KeyRing;
import org.yima.securitypkg.KeyRingBuilder;
import org.yima.securitypkg.KeyUse;
import org.yima.securitypkg.Suite;

/** The limit does the same work as the kit: what one makes, the other opens. */
class BareCryptoTest {
  private static final byte[] MESSAGE = "a=1&b=二".getBytes(StandardCharsets.UTF_8);
  private static final SecureRandom RANDOM = new SecureRandom();

  private static CertifiedKey key(Suite suite) {
    Instant now = Clock.systemUTC().instant();
    KeyKind kind = suite == Suite.SM ? KeyKind.SM2 : KeyKind.RSA_2048;
    Instant from = now.minus(Duration.ofDays(1));
    Instant until = now.plus(Duration.ofDays(1));
    return CertificateIssuer.selfSigned("T", kind, from, until, RANDOM)
        .issue("T", kind, KeyUse.BOTH, from, until);
  }

  private static KeyRing ring(CertifiedKey key) {
    return new KeyRingBuilder(Clock.systemUTC(), RANDOM).key(key).build();
  }

  @ParameterizedTest
  @EnumSource(
      value = Suite.class,
      names = {"SM", "RSA"})
  void itVerifiesTheKitsSignatureAndNoOther(Suite suite) {
    CertifiedKey key = key(suite);
    BareCrypto bare = BareCrypto.of(suite, key.certificate());
    var signer = ring(key).signingKey(suite);
    assertThat(signer).isNotNull();
    byte[] signature = signer.sign(suite, MESSAGE);

    assertThat(bare.verifies(MESSAGE, signature)).isTrue();
    assertThat(bare.verifies(new byte[] {1}, signature)).isFalse();
    assertThat(bare.verifies(MESSAGE, signature)).as("and is good for the next").isTrue();
  }

  @ParameterizedTest
  @EnumSource(
      value = Suite.class,
      names = {"SM", "RSA"})
  void theKitUnwrapsWhatItWraps(Suite suite) {
    CertifiedKey key = key(suite);
    byte[] contentKey = new byte[suite == Suite.SM ? 16 : 32];
    RANDOM.nextBytes(contentKey);
    byte[] wrapped = BareCrypto.of(suite, key.certificate()).wrap(contentKey);

    assertThat(ring(key).unwrap(suite, null, wrapped).getFirst()).isEqualTo(contentKey);
  }

  @ParameterizedTest
  @EnumSource(
      value = Suite.class,
      names = {"SM", "RSA"})
  void aTamperedSampleIsNoSample(Suite suite) {
    BareCrypto bare = BareCrypto.of(suite, key(suite).certificate());
    byte[] sealed = new byte[100];
    byte[] contentKey = new byte[suite == Suite.SM ? 16 : 32];

    assertThatThrownBy(() -> bare.open(contentKey, MESSAGE, sealed))
        .isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @EnumSource(
      value = Suite.class,
      names = {"SM", "RSA"})
  void digestsAre32Bytes(Suite suite) {
    BareCrypto bare = BareCrypto.of(suite, key(suite).certificate());
    assertThat(bare.digest(MESSAGE)).hasSize(32).isNotEqualTo(bare.digest(new byte[0]));
  }
}
