package org.yima.platform.institution;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.yima.platform.background.Chore;
import org.yima.securitypkg.KeyRing;
import org.yima.securitypkg.PartyCertificate;

/** Warns once a day of every certificate that expires within 30 days, the platform's own too. */
@Component
final class ExpiryWatch implements Chore {
  private static final Logger LOG = LoggerFactory.getLogger(ExpiryWatch.class);
  private static final Duration DAY = Duration.ofDays(1);

  private final Certificates certificates;
  private final KeyRing platform;
  private final InstantSource clock;

  ExpiryWatch(Certificates certificates, KeyRing platform, InstantSource clock) {
    this.certificates = certificates;
    this.platform = platform;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "certificate-expiry";
  }

  @Override
  public Duration every() {
    return DAY;
  }

  @Override
  public void run() {
    for (PartyCertificate each : expiring()) {
      LOG.warn("{} expires at {}: rotate it (yima keys rotate)", each, each.notAfter());
    }
  }

  /** Those valid now whose end is near, the registered and our own. */
  List<PartyCertificate> expiring() {
    Instant now = clock.instant();
    return Stream.concat(
            platform.certificates().stream()
                .map(own -> new Certificates.Held(own, java.util.Optional.empty())),
            certificates.all().stream())
        .filter(held -> held.expires(now))
        .map(Certificates.Held::certificate)
        .toList();
  }
}
