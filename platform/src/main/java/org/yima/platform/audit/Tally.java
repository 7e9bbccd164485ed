package org.yima.platform.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yima.platform.audit.Entries.Kept;
import org.yima.platform.audit.Entries.Proof;
import org.yima.platform.audit.Finding.Kind;

/** What a verification has counted and found so far. */
final class Tally {
  private static final int MOST = 1000;

  private final List<Finding> findings = new ArrayList<>();
  private final SortedSet<String> signers = new TreeSet<>();
  private int districts;
  private long blocks;
  private long entries;
  private long unsealed;
  private @Nullable Instant oldestUnsealed;
  private long keyGone;
  private long heads;
  private long found;

  void find(Kind kind, String district, Object detail) {
    found++;
    if (findings.size() < MOST) {
      findings.add(new Finding(kind, district, String.valueOf(detail)));
    }
  }

  void district() {
    districts++;
  }

  void block() {
    blocks++;
  }

  void head(Heads.Signed signed) {
    heads++;
    signers.add(signed.by().party() + " " + signed.by().certid());
    if (!signed.isGenuine()) {
      find(Kind.SIGNATURE_WRONG, signed.head().district(), signed.head().day());
    }
  }

  void sealed(Kept kept) {
    entries++;
    prove(kept);
  }

  void unsealed(Kept kept) {
    unsealed++;
    Instant at = kept.entry().at();
    if (oldestUnsealed == null || at.isBefore(oldestUnsealed)) {
      oldestUnsealed = at;
    }
    prove(kept);
  }

  private void prove(Kept kept) {
    if (kept.proof() == Proof.WRONG) {
      find(Kind.NOT_OURS, kept.entry().district(), kept.entry().number());
    } else if (kept.proof() == Proof.KEY_GONE) {
      keyGone++;
    }
  }

  AuditReport report() {
    return new AuditReport(
        districts,
        blocks,
        entries,
        unsealed,
        oldestUnsealed,
        keyGone,
        heads,
        List.copyOf(signers),
        List.copyOf(findings),
        found);
  }
}
