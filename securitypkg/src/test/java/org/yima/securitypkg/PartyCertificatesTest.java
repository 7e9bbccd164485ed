package org.yima.securitypkg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several certificates of one party, in time. */
class PartyCertificatesTest {
  private final PartyCertificate old = certificate(KeyUse.BOTH, -300, 20);
  private final PartyCertificate recent = certificate(KeyUse.BOTH, -20, 300);
  private final PartyCertificate future = certificate(KeyUse.BOTH, 20, 600);
  private final PartyCertificate signing = certificate(KeyUse.SIGN, -1, 300);
  private final PartyCertificates all =
      PartyCertificates.of(Cast.HIS, List.of(old, recent, future, signing));

  private static PartyCertificate certificate(KeyUse use, int from, int to) {
    return Cast.key(Cast.HIS, KeyKind.SM2, use, from, to).certificate();
  }

  @Test
  void encryptionGoesToTheNewestThatIsValidAndForEncryption() {
    assertThat(all.forEncryption(Suite.SM, null, Cast.NOW)).isEqualTo(recent);
    assertThat(all.forEncryption(Suite.SM, old.certid(), Cast.NOW)).isEqualTo(old);
    assertThat(all.forEncryption(Suite.SM, signing.certid(), Cast.NOW)).isEqualTo(recent);
    assertThat(all.forEncryption(Suite.SM, future.certid(), Cast.NOW)).isEqualTo(recent);
    assertThat(all.forEncryption(Suite.RSA, null, Cast.NOW)).isNull();
    assertThat(all.revoked(Set.of(recent.certid())).forEncryption(Suite.SM, null, Cast.NOW))
        .isEqualTo(old);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "19, 0", "21, 1", "301, 3"})
  void whatExpiresSoonIsListed(int days, int count) {
    assertThat(all.expiringWithin(days, Cast.NOW)).hasSize(count);
  }

  @Test
  void theSoonestToExpireComesFirst() {
    assertThat(all.expiringWithin(301, Cast.NOW)).first().isEqualTo(old);
  }

  @Test
  void aCertificateMadeOutToSomebodyElseIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PartyCertificates.of(Cast.HOSPITAL, List.of(old)))
        .withMessageContaining("is not made out to " + Cast.HOSPITAL);
  }
}
