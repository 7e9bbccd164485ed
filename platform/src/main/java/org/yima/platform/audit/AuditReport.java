package org.yima.platform.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a verification looked at and found.
 *
 * @param unsealed entries that no block holds yet
 * @param oldestUnsealed when the first of them was entered; null if there is none
 * @param keyGone entries whose proof cannot be checked, because the column key it was made with is
 *     not in the file any more; what was sealed is protected by the chain all the same
 * @param signers serial numbers of the certificates that signed heads
 * @param findings the first thousand
 * @param found how many there are
 */
public record AuditReport(
    int districts,
    long blocks,
    long entries,
    long unsealed,
    @Nullable Instant oldestUnsealed,
    long keyGone,
    long heads,
    List<String> signers,
    List<Finding> findings,
    long found) {

  public boolean isGood() {
    return found == 0;
  }
}
