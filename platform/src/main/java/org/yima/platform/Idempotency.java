package org.yima.platform;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yima.platform.store.Batch;
import org.yima.platform.store.Batch.Answer;
import org.yima.platform.transaction.Call;

/**
 * Table {@code remembered}: what has succeeded, by institution, transaction and key, for ever.
 *
 * <p>The row is inserted before anything is read. A copy of a call that is under way on any server
 * waits in that insert: if the first commits, the copy finds the row taken; if it is refused, the
 * row disappears with its transaction and the copy goes ahead.
 */
@Component
final class Idempotency {
  private static final String CLAIM =
      """
      insert into remembered (district, hospcode, transaction, key, content_digest)
      values (?, ?, ?, ?, ?) on conflict do nothing
      """;
  private static final String STORED =
      """
      select content_digest from remembered
       where district = ? and hospcode = ? and transaction = ? and key = ?
      """;

  private static final String FORGET =
      "delete from remembered where district = ? and hospcode = ? and transaction = ? and key = ?";

  /** What a call is known by. */
  record Key(String district, String hospcode, String transaction, String value) {
    static Key of(Call call, String transaction, String value) {
      return new Key(call.district(), call.institution().code(), transaction, value);
    }
  }

  /** What a remembered call claims before anything else: its key, for its content. */
  static final class Claim {
    private final Key key;
    private final ContentDigest content;

    Claim(Key key, ContentDigest content) {
      this.key = key;
      this.content = content;
    }

    Key key() {
      return key;
    }

    /** Whether what is stored under the key is the same call. */
    boolean isSame(List<byte[]> stored) {
      return stored.size() == 1 && content.is(stored.getFirst());
    }
  }

  Answer<Void> claim(Batch reads, Claim claim) {
    Key key = claim.key();
    return reads.tell(
        CLAIM,
        key.district(),
        key.hospcode(),
        key.transaction(),
        key.value(),
        claim.content.value());
  }

  Answer<byte[]> stored(Batch reads, Key key) {
    return reads.ask(
        STORED, Batch.BYTES, key.district(), key.hospcode(), key.transaction(), key.value());
  }

  /** Gives up a claim that this transaction has made. */
  void forget(Batch writes, Key key) {
    writes.tell(FORGET, key.district(), key.hospcode(), key.transaction(), key.value());
  }
}
