package org.yima.securitypkg;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Invented parties. Their keys are made once for all tests, because RSA keys take a while. */
final class Cast {
  static final String PLATFORM = "990000";
  static final String HOSPITAL = "DD99000001";
  static final String HIS = "SYS990001";
  static final String STRANGER = "DD99009999";

  static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");
  static final Instant LAST_YEAR = NOW.minus(Duration.ofDays(365));
  static final Instant NEXT_YEAR = NOW.plus(Duration.ofDays(365));
  static final SecureRandom RANDOM = new SecureRandom();
  static final CertificateIssuer AUTHORITY =
      CertificateIssuer.selfSigned("测试 CA", KeyKind.SM2, LAST_YEAR, NEXT_YEAR, RANDOM);

  private static final Map<String, CertifiedKey> KEYS = new ConcurrentHashMap<>();

  private Cast() {}

  static KeyKind kind(Suite suite) {
    return switch (suite) {
      case SM -> KeyKind.SM2;
      case RSA -> KeyKind.RSA_2048;
      case LEGACY -> KeyKind.RSA_1024;
    };
  }

  /** The one key that the party uses in this suite throughout the tests. */
  static CertifiedKey key(String party, Suite suite) {
    return KEYS.computeIfAbsent(
        party + suite,
        name -> AUTHORITY.issue(party, kind(suite), KeyUse.BOTH, LAST_YEAR, NEXT_YEAR));
  }

  /** A new key of the party, valid in the period given in days from now. */
  static CertifiedKey key(String party, KeyKind kind, KeyUse use, int fromDay, int toDay) {
    return AUTHORITY.issue(
        party, kind, use, NOW.plus(Duration.ofDays(fromDay)), NOW.plus(Duration.ofDays(toDay)));
  }
}
