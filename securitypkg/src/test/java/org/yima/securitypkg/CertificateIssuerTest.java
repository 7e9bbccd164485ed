package org.yima.securitypkg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys and certificates as the sandbox and {@code yima keys make} issue them. */
class CertificateIssuerTest {
  @ParameterizedTest
  @CsvSource({
    "SM2, SIGN, true, false",
    "SM2, ENCRYPT, false, true",
    "SM2, BOTH, true, true",
    "RSA_2048, BOTH, true, true"
  })
  void aCertificateSaysWhoseItIsAndWhatFor(
      KeyKind kind, KeyUse use, boolean signing, boolean encryption) {
    PartyCertificate certificate = Cast.key(Cast.HIS, kind, use, -1, 30).certificate();
    assertThat(certificate.party()).isEqualTo(Cast.HIS);
    assertThat(certificate.isForSigning()).isEqualTo(signing);
    assertThat(certificate.isForEncryption()).isEqualTo(encryption);
    assertThat(certificate.notBefore()).isEqualTo(Cast.NOW.minusSeconds(86_400));
    assertThat(certificate.notAfter()).isEqualTo(Cast.NOW.plusSeconds(30 * 86_400));
    assertThat(certificate.isValidAt(Cast.NOW)).isTrue();
    assertThat(certificate.isValidAt(certificate.notAfter().plusSeconds(1))).isFalse();
  }

  @Test
  void noNumberIsGivenTwice() {
    Set<String> certids =
        IntStream.range(0, 50)
            .mapToObj(i -> Cast.key(Cast.HIS, KeyKind.SM2, KeyUse.BOTH, -1, 1))
            .map(key -> key.certificate().certid())
            .collect(Collectors.toSet());
    assertThat(certids).hasSize(50);
  }

  @Test
  void theJdkVerifiesOurRsaCertificates() throws java.security.GeneralSecurityException {
    CertificateIssuer issuer =
        CertificateIssuer.selfSigned(
            "测试 CA", KeyKind.RSA_2048, Cast.LAST_YEAR, Cast.NEXT_YEAR, Cast.RANDOM);
    CertifiedKey leaf =
        issuer.issue(Cast.HIS, KeyKind.RSA_2048, KeyUse.SIGN, Cast.LAST_YEAR, Cast.NEXT_YEAR);
    PublicKey authority = jdk(issuer.authority().certificate()).getPublicKey();
    X509Certificate certificate = jdk(leaf.certificate());
    certificate.verify(authority);
    assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=" + Cast.HIS);
    assertThat(certificate.getBasicConstraints()).isEqualTo(-1);
    assertThat(certificate.getKeyUsage()).startsWith(true, false, false, false);
  }

  private static X509Certificate jdk(PartyCertificate certificate)
      throws java.security.cert.CertificateException {
    CertificateFactory factory = CertificateFactory.getInstance("X.509");
    return (X509Certificate)
        factory.generateCertificate(new ByteArrayInputStream(certificate.der()));
  }

  @Test
  void anAuthorityThatWasKeptGoesOnIssuing() throws IOException {
    char[] password = "test".toCharArray();
    byte[] file = KeyFile.write(List.of(Cast.AUTHORITY.authority()), password, Cast.RANDOM);
    CertifiedKey kept = KeyFile.read(new ByteArrayInputStream(file), password).get(0);
    CertifiedKey leaf =
        new CertificateIssuer(kept, Cast.RANDOM)
            .issue(Cast.HIS, KeyKind.SM2, KeyUse.BOTH, Cast.LAST_YEAR, Cast.NEXT_YEAR);
    assertThat(leaf.certificate().holder().getIssuer())
        .isEqualTo(Cast.AUTHORITY.authority().certificate().holder().getSubject());
  }

  @Test
  void anAuthoritysOwnCertificateNeitherSignsMessagesNorOpensThem() {
    PartyCertificate authority = Cast.AUTHORITY.authority().certificate();
    assertThat(authority.isForSigning()).isFalse();
    assertThat(authority.isForEncryption()).isFalse();
  }
}
