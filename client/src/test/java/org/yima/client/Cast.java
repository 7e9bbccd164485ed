package org.yima.client;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.yima.securitypkg.Caller;
import org.yima.securitypkg.CertificateIssuer;
import org.yima.securitypkg.CertifiedKey;
import org.yima.securitypkg.KeyKind;
import org.yima.securitypkg.KeyRing;
import org.yima.securitypkg.KeyRingBuilder;
import org.yima.securitypkg.KeyUse;
import org.yima.securitypkg.Kit;
import org.yima.securitypkg.KitBuilder;
import org.yima.securitypkg.PartyCertificates;
import org.yima.securitypkg.Reception;
import org.yima.securitypkg.Suite;

/** Invented parties with real keys, made once for all tests. */
final class Cast {
  static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");
  static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  private static final String PLATFORM = "990000";
  private static final String HOSPITAL = "DD99000001";
  private static final String HIS = "SYS990001";
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Instant FROM = NOW.minus(Duration.ofDays(365));
  private static final Instant TO = NOW.plus(Duration.ofDays(365));
  private static final CertificateIssuer AUTHORITY =
      CertificateIssuer.selfSigned("测试 CA", KeyKind.SM2, FROM, TO, RANDOM);
  private static final Map<String, CertifiedKey> KEYS = new ConcurrentHashMap<>();

  private Cast() {}

  private static CertifiedKey key(String party, Suite suite) {
    return KEYS.computeIfAbsent(
        party + suite,
        _ -> {
          KeyKind kind = suite == Suite.SM ? KeyKind.SM2 : KeyKind.RSA_2048;
          return AUTHORITY.issue(party, kind, KeyUse.BOTH, FROM, TO);
        });
  }

  private static KeyRing ring(String party, Suite suite) {
    return new KeyRingBuilder(CLOCK, RANDOM).key(key(party, suite)).build();
  }

  private static PartyCertificates certificates(String party, Suite suite) {
    return PartyCertificates.of(party, ring(party, suite).certificates());
  }

  static Kit kit(Suite suite) {
    return new KitBuilder(
            suite, ring(HOSPITAL, suite), ring(HIS, suite), certificates(PLATFORM, suite))
        .caller(HOSPITAL, HIS)
        .clock(CLOCK)
        .random(RANDOM)
        .build();
  }

  static Reception reception(Suite suite) {
    return reception(ring(PLATFORM, suite), suite);
  }

  /** Opens like the platform but signs with a key of its own, made out to the platform's name. */
  static Reception impostor(Suite suite) {
    CertificateIssuer stranger =
        CertificateIssuer.selfSigned("陌生 CA", KeyKind.SM2, FROM, TO, RANDOM);
    KeyKind kind = suite == Suite.SM ? KeyKind.SM2 : KeyKind.RSA_2048;
    Instant newer = FROM.plus(Duration.ofDays(1));
    KeyRing ring =
        new KeyRingBuilder(CLOCK, RANDOM)
            .key(key(PLATFORM, suite))
            .key(stranger.issue(PLATFORM, kind, KeyUse.BOTH, newer, TO))
            .build();
    return reception(ring, suite);
  }

  /** The hospital as the platform knows it. */
  static Caller caller(Suite suite) {
    return Caller.of(certificates(HOSPITAL, suite), certificates(HIS, suite)).suites(suite).build();
  }

  private static Reception reception(KeyRing platform, Suite suite) {
    Caller caller = caller(suite);
    return new Reception(platform, (_, _) -> caller, CLOCK, RANDOM);
  }
}
