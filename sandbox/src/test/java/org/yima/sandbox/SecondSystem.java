package org.yima.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.yima.platform.institution.AccessSystem;
import org.yima.sandbox.World.Place;
import org.yima.securitypkg.CertificateIssuer;
import org.yima.securitypkg.CertifiedKey;
import org.yima.securitypkg.KeyKind;
import org.yima.securitypkg.KeyRing;
import org.yima.securitypkg.KeyRingBuilder;
import org.yima.securitypkg.KeyUse;
import org.yima.securitypkg.Kit;
import org.yima.securitypkg.Suite;

/** A second access system of the first hospital (a kiosk, say), registered when first needed. */
final class SecondSystem {
  private static final String CODE = "SYS100399";

  private SecondSystem() {}

  static Hospital of(Scene scene) {
    Instant from = Scene.MORNING.minus(Duration.ofDays(9000));
    Instant until = Scene.MORNING.plus(Duration.ofDays(9000));
    CertifiedKey key =
        CertificateIssuer.selfSigned(CODE, KeyKind.SM2, from, until, new SecureRandom())
            .issue(CODE, KeyKind.SM2, KeyUse.BOTH, from, until);
    scene.tables.tell(
        """
        insert into access_system (infosyscode, hospcode, name, suites)
        values (?, ?, '自助机', '{SM}') on conflict do nothing
        """,
        CODE,
        Scene.HOSPITAL);
    scene.tables.tell(
        "insert into certificate (party, certid, der) values (?, ?, ?)",
        CODE,
        key.certificate().certid(),
        key.certificate().der());
    scene.registryMoved();
    return new Hospital(scene.sandbox, place(scene), scene.clock, kit(scene, key));
  }

  private static Place place(Scene scene) {
    Place first = scene.hospital().place();
    return new Place(first.institution(), new AccessSystem(CODE, "自助机"), List.of(Suite.SM), false);
  }

  private static Kit kit(Scene scene, CertifiedKey key) {
    try {
      KeyRing system = ring(scene.clock).key(key).build();
      return scene.hospital().kit(Suite.SM, place(scene), system);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static KeyRingBuilder ring(Clock clock) {
    return new KeyRingBuilder(clock, new SecureRandom());
  }
}
