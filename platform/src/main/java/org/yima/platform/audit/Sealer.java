package org.yima.platform.audit;

import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.yima.platform.audit.Block.Sealed;
import org.yima.platform.audit.Blocks.Last;
import org.yima.platform.audit.Entries.Kept;
import org.yima.platform.audit.Entries.Proof;
import org.yima.platform.background.Chore;
import org.yima.platform.store.Batch;
import org.yima.platform.store.Database;
import org.yima.platform.store.Database.Session;

/**
 * Seals what is committed, district by district, shortly after its commit. One server at a time
 * seals a district, because it holds the end of its chain; the others pass it by.
 */
@Component
final class Sealer implements Chore {
  private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);
  private static final int MOST = 1000;

  private final Entries entries;
  private final Blocks blocks;
  private final Database database;
  private final InstantSource clock;

  Sealer(Entries entries, Blocks blocks, Database database, InstantSource clock) {
    this.entries = entries;
    this.blocks = blocks;
    this.database = database;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "audit-sealer";
  }

  @Override
  public Duration every() {
    return Duration.ofSeconds(1);
  }

  @Override
  public void run() {
    var reads = new Batch();
    var districts = entries.districts(reads);
    database.query(reads);
    for (String district : districts.rows()) {
      while (seal(district) == MOST) {
        LOG.debug("more of {} waits to be sealed", district);
      }
    }
  }

  private int seal(String district) {
    return database.transaction(session -> {
      var reads = new Batch();
      var last = blocks.lock(reads, district);
      session.run(reads);
      return last.rows().isEmpty() ? 0 : seal(last.rows().getFirst(), session);
    });
  }

  /** What no server has entered is sealed as it was found; {@code audit verify} tells of it. */
  private int seal(Last last, Session session) {
    var numbers = new Batch();
    var asked = entries.waiting(numbers, last.district(), Entries.BEFORE_ALL, MOST);
    session.run(numbers);
    if (asked.rows().isEmpty()) {
      return 0;
    }
    var reads = new Batch();
    var waiting = entries.these(reads, last.district(), asked.rows());
    session.run(reads);
    List<Sealed> found = waiting.rows().stream().map(Kept::entry).map(Sealed::of).toList();
    tellOf(waiting.rows(), last.district());
    var block =
        Block.seal(
            last.district(),
            last.number() + 1,
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            found,
            last.chain());
    var writes = new Batch();
    entries.seal(writes, block);
    blocks.add(writes, block);
    session.runAndCommit(writes);
    return found.size();
  }

  private static void tellOf(List<Kept> sealed, String district) {
    long strange = sealed.stream().filter(kept -> kept.proof() == Proof.WRONG).count();
    if (strange > 0) {
      LOG.error("{} audit entries of {} were entered by no server", strange, district);
    }
    long unproven = sealed.stream().filter(kept -> kept.proof() == Proof.KEY_GONE).count();
    if (unproven > 0) {
      LOG.warn(
          "{} audit entries of {} were made with a column key that this server lacks",
          unproven,
          district);
    }
  }
}
