package org.yima.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.yima.platform.institution.Certificates;
import org.yima.platform.institution.Certificates.Entered;
import org.yima.platform.institution.Certificates.Held;
import org.yima.platform.institution.FailedOpenings;
import org.yima.securitypkg.Call;
import org.yima.securitypkg.CertificateIssuer;
import org.yima.securitypkg.CertifiedKey;
import org.yima.securitypkg.KeyKind;
import org.yima.securitypkg.KeyRingBuilder;
import org.yima.securitypkg.KeyUse;
import org.yima.securitypkg.Suite;

/** The life of an access system's certificates, seen from its till and from the operator's desk. */
@ExtendWith(Scene.Shared.class)
class CertificateTest {
  private static final Instant FROM = Scene.MORNING.minus(Duration.ofDays(1));
  private static final Instant LATE = Scene.MORNING.plus(Duration.ofDays(9000));

  @TempDir java.nio.file.Path folder;

  private final Scene scene;
  private final CertificateIssuer issuer =
      CertificateIssuer.selfSigned("CA", KeyKind.SM2, FROM, LATE, new SecureRandom());
  private Bureau bureau;
  private String original;

  CertificateTest(Scene scene) {
    this.scene = scene;
  }

  @BeforeEach
  void open() {
    bureau = Bureau.open(scene.sandbox.databaseUrl(), folder, scene.sandbox.keys().columns());
    original = bureau.one("select certid from certificate where party = '" + system() + "'");
  }

  @AfterEach
  void close() {
    bureau.tell(
        "delete from certificate where party = '"
            + system()
            + "' and not_after is not null"
            + " and certid not in ('"
            + original
            + "')");
    scene.registryMoved();
    bureau.close();
  }

  private String system() {
    return scene.hospital().place().system().code();
  }

  private Certificates certificates() {
    return bureau.get(Certificates.class);
  }

  private CertifiedKey issued(KeyUse use, Instant until) {
    return issuer.issue(system(), KeyKind.SM2, use, FROM, until);
  }

  private void enter(CertifiedKey... keys) {
    for (CertifiedKey key : keys) {
      assertThat(certificates().enter(key.certificate())).isEqualTo(Entered.NEW);
    }
    scene.registryMoved();
  }

  /** A till that has these keys of the access system. */
  private Hospital till(CertifiedKey... keys) throws IOException {
    var ring = new KeyRingBuilder(scene.clock, new SecureRandom());
    for (CertifiedKey key : keys) {
      ring.key(key);
    }
    Hospital first = scene.hospital();
    return new Hospital(
        scene.sandbox,
        first.place(),
        scene.clock,
        first.kit(Suite.SM, first.place(), ring.build()));
  }

  private static String works(Hospital till) {
    return till.signIn("08", "0").isEmpty() ? "no" : "yes";
  }

  private String refusal(Hospital till) {
    Call call = till.kit().seal("ST001", Hospital.xml(Map.of("operatorid", "08")));
    HttpResponse<byte[]> answer = till.post(call.body());
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  @Test
  void old_and_new_overlap_until_the_old_one_is_revoked() throws IOException {
    CertifiedKey old = issued(KeyUse.BOTH, LATE);
    CertifiedKey successor = issued(KeyUse.BOTH, LATE);
    enter(old);
    assertThat(works(till(old))).isEqualTo("yes");
    assertThat(refusal(till(successor))).as("not entered yet").contains("respcode=12");
    enter(successor);
    assertThat(works(till(successor))).isEqualTo("yes");
    assertThat(works(till(old))).as("overlap").isEqualTo("yes");
    String certid = old.certificate().certid();
    assertThat(certificates().revoke(system(), certid, scene.clock.instant())).isTrue();
    scene.registryMoved();
    assertThat(refusal(till(old))).contains("respcode=12");
    assertThat(works(till(successor))).isEqualTo("yes");
    assertThat(certificates().revoke(system(), certid, scene.clock.instant()))
        .as("revoked already")
        .isFalse();
  }

  /** GB/T 38540: an SM2 party signs with one key and is encrypted to with another. */
  @Test
  void an_sm2_party_may_have_one_certificate_to_sign_and_one_to_encrypt_to() throws IOException {
    CertifiedKey signing = issued(KeyUse.SIGN, LATE);
    CertifiedKey encryption = issued(KeyUse.ENCRYPT, LATE);
    enter(signing, encryption);
    assertThat(works(till(signing, encryption))).isEqualTo("yes");
    // A successor pair is entered before the till has it: replies still go to the old one.
    Instant later = Scene.MORNING.minus(Duration.ofHours(1));
    enter(
        issuer.issue(system(), KeyKind.SM2, KeyUse.SIGN, later, LATE),
        issuer.issue(system(), KeyKind.SM2, KeyUse.ENCRYPT, later, LATE));
    assertThat(works(till(signing, encryption))).as("overlap").isEqualTo("yes");
  }

  @Test
  void entering_twice_and_for_nobody() {
    CertifiedKey key = issued(KeyUse.BOTH, LATE);
    enter(key);
    assertThat(certificates().enter(key.certificate())).isEqualTo(Entered.ALREADY_THERE);
    CertifiedKey nobody = issuer.issue("NOBODY", KeyKind.SM2, KeyUse.BOTH, FROM, LATE);
    assertThat(certificates().enter(nobody.certificate())).isEqualTo(Entered.UNKNOWN_PARTY);
  }

  @Test
  void what_ends_within_thirty_days_is_warned_of_and_can_be_asked_for() {
    Instant now = Instant.now();
    CertifiedKey soon = issued(KeyUse.BOTH, now.plus(Duration.ofDays(29)));
    CertifiedKey later = issued(KeyUse.BOTH, now.plus(Duration.ofDays(31)));
    CertifiedKey revoked = issued(KeyUse.BOTH, now.plus(Duration.ofDays(10)));
    enter(soon, later, revoked);
    certificates().revoke(system(), revoked.certificate().certid(), now);
    assertThat(
            certificates().all().stream().filter(held -> held.expires(now)).map(Held::certificate))
        .containsExactly(soon.certificate());
    assertThat(bureau.rows("select party, certid from certificate_expiring"))
        .isEqualTo(List.of(system() + " " + soon.certificate().certid()));
  }

  @Test
  void failed_openings_are_counted_by_caller_where_named_else_by_source() throws IOException {
    Hospital stranger = till(issued(KeyUse.BOTH, LATE)); // never entered
    refusal(stranger);
    refusal(stranger);
    stranger.post("no form at all".getBytes(StandardCharsets.UTF_8));
    var failures = scene.sandbox.failedOpenings();
    failures.run();
    String caller = stranger.place().institution().merchantCode() + "/" + system();
    assertThat(bureau.get(FailedOpenings.class).since(java.time.LocalDate.of(2026, 3, 1)))
        .anySatisfy(count -> {
          assertThat(count.caller()).isEqualTo(caller);
          assertThat(count.source()).isEmpty();
          assertThat(count.fault()).isEqualTo("INFOSYS_SIGNATURE");
          assertThat(count.count()).isGreaterThanOrEqualTo(2);
        })
        .anySatisfy(count -> {
          assertThat(count.caller()).isEmpty();
          assertThat(count.source()).isEqualTo("127.0.0.1");
        });
  }
}
