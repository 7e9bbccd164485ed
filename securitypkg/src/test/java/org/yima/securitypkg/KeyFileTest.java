package org.yima.securitypkg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Security;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** PKCS#12 files: several keys in one, RSA and SM2, and what is wrong with bad ones. */
class KeyFileTest {
  private static final char[] PASSWORD = "test".toCharArray();

  @TempDir Path folder;

  @Test
  void keysOfAllKindsComeBackAndSign() throws IOException {
    List<CertifiedKey> keys =
        List.of(
            Cast.key(Cast.HIS, Suite.SM),
            Cast.key(Cast.HIS, Suite.RSA),
            Cast.key(Cast.HIS, Suite.LEGACY));
    Path file = folder.resolve("his.p12");
    Files.write(file, KeyFile.write(keys, PASSWORD, Cast.RANDOM));
    Scene scene = new Scene(Suite.SM);
    KeyRing ring = KeyRing.fromPkcs12(file, PASSWORD, scene.clock(), Cast.RANDOM);
    assertThat(ring.certificates())
        .containsExactlyInAnyOrderElementsOf(keys.stream().map(CertifiedKey::certificate).toList());
    byte[] message = "一".getBytes(StandardCharsets.UTF_8);
    for (Suite suite : Suite.values()) {
      KeyRing.SigningKey key = ring.signingKey(suite);
      assertThat(key).isNotNull();
      PartyCertificates his = PartyCertificates.of(Cast.HIS, ring.certificates());
      byte[] signature = key.sign(suite, message);
      assertThat(his.verifies(suite, message, signature, key.certid(), Cast.NOW)).isTrue();
    }
  }

  @Test
  void theProviderIsNotRegistered() throws IOException {
    byte[] file = KeyFile.write(List.of(Cast.key(Cast.HIS, Suite.SM)), PASSWORD, Cast.RANDOM);
    assertThat(KeyFile.read(new ByteArrayInputStream(file), PASSWORD)).hasSize(1);
    assertThat(Security.getProvider("BC")).isNull();
  }

  @Test
  void aWrongPasswordIsSaid() {
    byte[] file = KeyFile.write(List.of(Cast.key(Cast.HIS, Suite.SM)), PASSWORD, Cast.RANDOM);
    assertThatIOException()
        .isThrownBy(() -> KeyFile.read(new ByteArrayInputStream(file), "Test".toCharArray()))
        .withMessageContaining("password is wrong");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "rubbish", "0\u0003\u0002\u0001\u0003", "-----BEGIN CERTIFICATE-----"})
  void aFileThatIsNoneIsSaid(String content) throws IOException {
    Path file = folder.resolve("rubbish.p12");
    Files.writeString(file, content);
    assertThatIOException()
        .isThrownBy(
            () -> KeyRing.fromPkcs12(file, PASSWORD, new Scene(Suite.SM).clock(), Cast.RANDOM))
        .withMessageStartingWith(file.toString());
  }

  @Test
  void aFileWithoutKeysIsSaid() {
    byte[] file = KeyFile.write(List.of(), PASSWORD, Cast.RANDOM);
    assertThatIOException()
        .isThrownBy(() -> KeyFile.read(new ByteArrayInputStream(file), PASSWORD))
        .withMessageContaining("no private key together with its certificate");
  }

  @ParameterizedTest
  @EnumSource
  void aCertificateIsReadFromPemAndDer(KeyKind kind) {
    PartyCertificate certificate = Cast.key(Cast.HIS, kind, KeyUse.BOTH, -1, 1).certificate();
    byte[] pem = certificate.pem().getBytes(StandardCharsets.US_ASCII);
    assertThat(PartyCertificate.read(pem)).isEqualTo(certificate);
    assertThat(PartyCertificate.read(certificate.der())).isEqualTo(certificate);
    assertThat(certificate.certid()).matches("[0-9]{1,20}");
    assertThat(certificate.algorithm()).isEqualTo(kind.name().replace('_', ' '));
    assertThat(certificate.toString()).contains(Cast.HIS).contains(certificate.certid());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "rubbish", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----"})
  void whatIsNoCertificateIsSaid(String content) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PartyCertificate.read(content.getBytes(StandardCharsets.UTF_8)))
        .withMessageContaining("not an X.509 certificate");
  }

  /** Which suites each kind of key may serve. */
  @Test
  void keysTooSmallForASuiteDoNotServeIt() {
    assertThat(suites(KeyKind.SM2)).containsExactly(Suite.SM);
    assertThat(suites(KeyKind.RSA_3072)).containsExactly(Suite.RSA, Suite.LEGACY);
    assertThat(suites(KeyKind.RSA_2048)).containsExactly(Suite.RSA, Suite.LEGACY);
    assertThat(suites(KeyKind.RSA_1024)).containsExactly(Suite.LEGACY);
  }

  private static List<Suite> suites(KeyKind kind) {
    PartyCertificate certificate = Cast.key(Cast.HIS, kind, KeyUse.BOTH, -1, 1).certificate();
    return List.of(Suite.values()).stream().filter(certificate::fits).toList();
  }
}
