package org.yima.securitypkg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yima.securitypkg.CannotOpen.Fault.CALLER;
import static org.yima.securitypkg.CannotOpen.Fault.CERTID;
import static org.yima.securitypkg.CannotOpen.Fault.INFOSYS_SIGNATURE;
import static org.yima.securitypkg.CannotOpen.Fault.MERCHANT_SIGNATURE;
import static org.yima.securitypkg.CannotOpen.Fault.PLAIN_NOT_REGISTERED;
import static org.yima.securitypkg.CannotOpen.Fault.SUITE_NOT_REGISTERED;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.yima.securitypkg.CannotOpen.Fault;

/** What the registry allows, and certificates that are not, or no longer, or not yet good. */
class RegistrationTest {
  private static void assertRefused(Scene scene, byte[] body, Fault fault) {
    assertThat(scene.refusal(body, form -> form).fault()).isEqualTo(fault);
  }

  @ParameterizedTest
  @CsvSource({"SM, RSA", "SM, LEGACY", "RSA, SM", "RSA, LEGACY", "LEGACY, SM", "LEGACY, RSA"})
  void aSuiteThatIsNotRegisteredIsRefused(Suite used, Suite registered) {
    Scene scene = new Scene(used);
    scene.caller = scene.registered().suites(registered).build();
    assertRefused(scene, new Forgery(scene).sealed(), SUITE_NOT_REGISTERED);
    Forgery plain = new Forgery(scene).with("suite", used.name());
    assertRefused(scene, plain.plain(), SUITE_NOT_REGISTERED);
  }

  @ParameterizedTest
  @EnumSource
  void thePlainFormIsOffUnlessRegistered(Suite suite) {
    Scene scene = new Scene(suite);
    scene.caller = scene.registered().plainForm(false).build();
    assertRefused(scene, new Forgery(scene).plain(), PLAIN_NOT_REGISTERED);
  }

  @ParameterizedTest
  @CsvSource({"SM, SM, SM", "RSA, RSA, RSA", "LEGACY, SM LEGACY, LEGACY"})
  void aPlainFormWithoutSuiteIsTheOnlyRegisteredOneElseLegacy(
      Suite used, String registered, Suite understood) throws CannotOpen {
    Scene scene = new Scene(used);
    Suite[] suites =
        List.of(registered.split(" ")).stream().map(Suite::valueOf).toArray(Suite[]::new);
    scene.caller = scene.registered().suites(suites[0], suites).build();
    Received received = scene.open(new Forgery(scene).without("suite").plain());
    assertThat(received.suite()).isEqualTo(understood);
  }

  @ParameterizedTest
  @EnumSource
  void anUnknownCallerIsTold(Suite suite) {
    Scene scene = new Scene(suite);
    Forgery unknown = new Forgery(scene).with("merchantcode", Cast.STRANGER);
    assertRefused(scene, unknown.sealed(), CALLER);
    assertRefused(scene, unknown.plain(), CALLER);
    assertRefused(scene, new Forgery(scene).without("infosyscode").sealed(), CALLER);
    assertThat(CALLER.respcode()).isEqualTo("11");
  }

  @ParameterizedTest
  @EnumSource
  void aStrangersKeyProvesNothing(Suite suite) {
    Scene scene = new Scene(suite);
    KeyRing stranger = scene.ring(Cast.key(Cast.STRANGER, suite));
    assertRefused(
        scene, new Forgery(scene).signedBy(stranger, scene.his).sealed(), MERCHANT_SIGNATURE);
    assertRefused(
        scene, new Forgery(scene).signedBy(scene.hospital, stranger).sealed(), INFOSYS_SIGNATURE);
    assertRefused(
        scene, new Forgery(scene).signedBy(scene.his, scene.hospital).sealed(), MERCHANT_SIGNATURE);
  }

  /** Days from now between which the certificate is valid; use; whether its signature counts. */
  @ParameterizedTest
  @CsvSource({
    "-10,  10, BOTH,    true",
    "-10,  10, SIGN,    true",
    "-10,  10, ENCRYPT, false",
    "-10,  -1, BOTH,    false",
    "  1,  10, BOTH,    false"
  })
  void onlyAValidSigningCertificateCounts(int from, int to, KeyUse use, boolean good)
      throws CannotOpen {
    Scene scene = new Scene(Suite.SM);
    CertifiedKey key = Cast.key(Cast.HOSPITAL, KeyKind.SM2, use, from, to);
    scene.caller =
        Caller.of(
                PartyCertificates.of(Cast.HOSPITAL, List.of(key.certificate())),
                scene.caller.system())
            .build();
    byte[] body = new Forgery(scene).signedBy(signer(key), scene.his).sealed();
    if (good) {
      assertThat(scene.open(body).value("transtype")).isEqualTo("ST001");
    } else {
      assertRefused(scene, body, MERCHANT_SIGNATURE);
    }
  }

  /** Signs whatever its certificate says, as someone would who does not keep to the rules. */
  private static KeyRing signer(CertifiedKey key) {
    PrivateSide side =
        CertifiedKey.open(key.privateKey(), Cast.RANDOM, RsaPrivateOperation.Factory.jdk());
    return new Lawless(new LocalKeyRing.Entry(key.certificate(), side));
  }

  private record Lawless(LocalKeyRing.Entry key) implements KeyRing {
    @Override
    public SigningKey signingKey(Suite suite) {
      return key;
    }

    @Override
    public List<byte[]> unwrap(Suite suite, @Nullable String certid, byte[] wrapped) {
      return List.of();
    }

    @Override
    public List<PartyCertificate> certificates() {
      return List.of();
    }
  }

  @Test
  void aRevokedCertificateCountsNoLonger() {
    Scene scene = new Scene(Suite.SM);
    String certid = scene.hospital.certificates().get(0).certid();
    scene.caller =
        Caller.of(scene.caller.merchant().revoked(Set.of(certid)), scene.caller.system()).build();
    assertRefused(scene, new Forgery(scene).sealed(), MERCHANT_SIGNATURE);
  }

  @Test
  void whileOneCertificateFollowsAnotherBothCount() throws CannotOpen {
    Scene scene = new Scene(Suite.SM);
    CertifiedKey old = Cast.key(Cast.HOSPITAL, KeyKind.SM2, KeyUse.BOTH, -300, 5);
    CertifiedKey recent = Cast.key(Cast.HOSPITAL, KeyKind.SM2, KeyUse.BOTH, -5, 300);
    PartyCertificates both =
        PartyCertificates.of(Cast.HOSPITAL, List.of(old.certificate(), recent.certificate()));
    scene.caller = Caller.of(both, scene.caller.system()).build();
    for (CertifiedKey key : List.of(old, recent)) {
      String certid = key.certificate().certid();
      Forgery unnamed = new Forgery(scene).signedBy(scene.ring(key), scene.his);
      assertThat(scene.open(unnamed.sealed()).isSealed()).isTrue();
      assertThat(scene.open(unnamed.with("merchantcertid", certid).sealed()).isSealed()).isTrue();
    }
    Forgery misnamed =
        new Forgery(scene)
            .signedBy(scene.ring(old), scene.his)
            .with("merchantcertid", recent.certificate().certid());
    assertRefused(scene, misnamed.sealed(), MERCHANT_SIGNATURE);
  }

  @ParameterizedTest
  @EnumSource
  void thePlatformOpensWithOldAndNewKeyNamedOrNot(Suite suite) throws CannotOpen {
    Scene scene = new Scene(suite);
    CertifiedKey old = Cast.key(Cast.PLATFORM, suite);
    CertifiedKey recent = Cast.key(Cast.PLATFORM, Cast.kind(suite), KeyUse.BOTH, -5, 300);
    scene.platform = scene.ring(old, recent);
    for (CertifiedKey key : List.of(old, recent)) {
      byte[] body = new Forgery(scene).sealedTo(key.certificate());
      assertThat(scene.open(body).isSealed()).isTrue();
      assertThat(scene.reception().open(Scene.read(body).without("certid")).isSealed()).isTrue();
    }
  }

  @Test
  void anExpiredKeyOfThePlatformOpensNothing() {
    Scene scene = new Scene(Suite.SM);
    CertifiedKey expired = Cast.key(Cast.PLATFORM, KeyKind.SM2, KeyUse.BOTH, -300, -1);
    scene.platform = scene.ring(expired);
    assertRefused(scene, new Forgery(scene).sealedTo(expired.certificate()), CERTID);
  }

  @Test
  void aCallerToWhomNothingCanBeSealedIsRefusedBeforeAnythingHappens() {
    Scene scene = new Scene(Suite.SM);
    CertifiedKey signing = Cast.key(Cast.HIS, KeyKind.SM2, KeyUse.SIGN, -10, 10);
    scene.caller =
        Caller.of(
                scene.caller.merchant(),
                PartyCertificates.of(Cast.HIS, List.of(signing.certificate())))
            .build();
    Forgery request = new Forgery(scene).signedBy(scene.hospital, scene.ring(signing));
    assertRefused(scene, request.sealed(), Fault.UNANSWERABLE);
  }

  @Test
  void separateKeysForSigningAndEncryptionWorkTogether() throws CannotOpen {
    Scene scene = new Scene(Suite.SM);
    scene.his =
        scene.ring(
            Cast.key(Cast.HIS, KeyKind.SM2, KeyUse.SIGN, -9, 9),
            Cast.key(Cast.HIS, KeyKind.SM2, KeyUse.ENCRYPT, -10, 10));
    scene.platform =
        scene.ring(
            Cast.key(Cast.PLATFORM, KeyKind.SM2, KeyUse.SIGN, -10, 10),
            Cast.key(Cast.PLATFORM, KeyKind.SM2, KeyUse.ENCRYPT, -9, 9));
    scene.caller = scene.registered().build();
    Call call = scene.kit().seal("ST001", Scene.TRANSDATA);
    byte[] reply = scene.open(call.body()).reply().write(Scene.answer("成功"));
    assertThat(scene.kit().open(reply, call).get("aprtmsg")).isEqualTo("成功");
  }
}
