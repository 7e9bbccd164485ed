package org.yima.platform.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.yima.platform.background.Chore;
import org.yima.platform.store.Batch;
import org.yima.platform.store.Database;
import org.yima.platform.transaction.Call;
import org.yima.securitypkg.KeyRing;
import org.yima.securitypkg.KeyRing.SigningKey;
import org.yima.securitypkg.PartyCertificate;
import org.yima.securitypkg.Suite;

/**
 * Signs, after midnight, where each district's chain stood at the end of the last day that has
 * blocks, and writes it into the log as well: a log kept elsewhere is what a database cannot be
 * changed behind.
 */
@Component
final class DailySignature implements Chore {
  private static final Logger LOG = LoggerFactory.getLogger(DailySignature.class);

  private final KeyRing keys;
  private final Blocks blocks;
  private final Heads heads;
  private final Database database;
  private final InstantSource clock;

  DailySignature(KeyRing keys, Blocks blocks, Heads heads, Database database, InstantSource clock) {
    this.keys = keys;
    this.blocks = blocks;
    this.heads = heads;
    this.database = database;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "audit-signature";
  }

  @Override
  public Duration every() {
    return Duration.ofSeconds(10);
  }

  @Override
  public void run() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), Call.ZONE);
    Instant midnight = today.atStartOfDay(Call.ZONE).toInstant();
    var reads = new Batch();
    var lasts = blocks.lasts(reads);
    database.query(reads);
    lasts.rows().forEach(last -> sign(last.district(), today, midnight));
  }

  private void sign(String district, LocalDate today, Instant midnight) {
    var signed = new Batch();
    var lastDay = heads.lastDay(signed, district);
    database.query(signed);
    if (lastDay.found().filter(day -> !day.isBefore(today.minusDays(1))).isPresent()) {
      return;
    }
    var reads = new Batch();
    var last = blocks.lastBefore(reads, district, midnight);
    database.query(reads);
    last.found().map(DailySignature::head).ifPresent(this::sign);
  }

  private static Head head(Block block) {
    LocalDate day = LocalDate.ofInstant(block.sealedAt(), Call.ZONE);
    return new Head(block.district(), day, block.number(), block.chain());
  }

  private void sign(Head head) {
    Suite suite =
        Stream.of(Suite.SM, Suite.RSA)
            .filter(each -> keys.signingKey(each) != null)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no key to sign the audit's head with"));
    SigningKey key = Objects.requireNonNull(keys.signingKey(suite));
    PartyCertificate by =
        keys.certificates().stream()
            .filter(each -> each.certid().equals(key.certid()))
            .findFirst()
            .orElseThrow();
    byte[] signature = key.sign(suite, head.bytes());
    var writes = new Batch();
    var added = heads.add(writes, new Heads.Signed(head, suite, by, signature));
    database.transaction(session -> {
      session.runAndCommit(writes);
      return head;
    });
    if (added.changed() > 0) {
      LOG.info("{}", head.line());
    }
  }
}
