package org.yima.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.spec.MGF1ParameterSpec;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yima.securitypkg.CertificateIssuer;
import org.yima.securitypkg.CertifiedKey;
import org.yima.securitypkg.KeyKind;
import org.yima.securitypkg.KeyRing;
import org.yima.securitypkg.KeyRingBuilder;
import org.yima.securitypkg.KeyUse;
import org.yima.securitypkg.PartyCertificate;
import org.yima.securitypkg.Suite;

/** The platform's keys on libcrypto, checked from outside by the JDK's own algorithms. */
class KeyRingByLibcryptoTest {
  private static final Instant FROM = Instant.parse("2024-01-01T00:00:00Z");
  private static final Instant NOW = Instant.parse("2024-06-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2025-01-01T00:00:00Z");
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final CertificateIssuer ISSUER =
      CertificateIssuer.selfSigned("测试机构", KeyKind.SM2, FROM, TO, RANDOM);

  @ParameterizedTest(name = "{0} with {1}: {2}")
  @CsvSource({
    "RSA,    RSA_2048, SHA256withRSA",
    "RSA,    RSA_3072, SHA256withRSA",
    "LEGACY, RSA_1024, SHA1withRSA"
  })
  void signaturesAreGood(Suite suite, KeyKind kind, String algorithm) throws Exception {
    KeyRing ring = ring(kind);
    byte[] message = "transtype=ST001&version=1.0".getBytes(StandardCharsets.UTF_8);

    byte[] signature = Objects.requireNonNull(ring.signingKey(suite)).sign(suite, message);

    assertThat(verifies(algorithm, ring, message, signature)).isTrue();
    message[0] ^= 1;
    assertThat(verifies(algorithm, ring, message, signature)).isFalse();
  }

  private static boolean verifies(String algorithm, KeyRing ring, byte[] message, byte[] signature)
      throws GeneralSecurityException {
    Signature verifier = Signature.getInstance(algorithm);
    verifier.initVerify(publicKey(ring.certificates().getFirst()));
    verifier.update(message);
    return verifier.verify(signature);
  }

  @Test
  void contentKeysAreUnwrapped() throws Exception {
    KeyRing ring = ring(KeyKind.RSA_2048);
    PartyCertificate certificate = ring.certificates().getFirst();
    byte[] contentKey = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    Cipher oaep = Cipher.getInstance("RSA/ECB/OAEPPadding");
    oaep.init(
        Cipher.ENCRYPT_MODE,
        publicKey(certificate),
        new OAEPParameterSpec(
            "SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT));

    byte[] wrapped = oaep.doFinal(contentKey);

    assertThat(ring.unwrap(Suite.RSA, certificate.certid(), wrapped)).containsExactly(contentKey);
  }

  private static KeyRing ring(KeyKind kind) {
    CertifiedKey key = ISSUER.issue("PLATFORM", kind, KeyUse.BOTH, FROM, TO);
    return new KeyRingBuilder(Clock.fixed(NOW, ZoneId.of("Asia/Shanghai")), RANDOM)
        .rsa(Libcrypto.orJdk())
        .key(key)
        .build();
  }

  private static PublicKey publicKey(PartyCertificate certificate) throws GeneralSecurityException {
    return CertificateFactory.getInstance("X.509")
        .generateCertificate(new ByteArrayInputStream(certificate.der()))
        .getPublicKey();
  }
}
