package org.yima.platform.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.yima.platform.audit.Blocks.Last;
import org.yima.platform.audit.Finding.Kind;
import org.yima.platform.audit.Heads.Signed;
import org.yima.platform.store.Batch;
import org.yima.platform.store.Batch.Answer;
import org.yima.platform.store.Database;

/**
 * Reckons every chain again from its beginning and compares it with what is there: entries with the
 * blocks that list them, blocks with each other, chains with their signed heads. Reads in pieces,
 * heads before chains before blocks before entries, so that it may run beside the servers however
 * long the trail is.
 */
@Component
public final class Verification {
  /** Most strays of a district that are named. */
  private static final int MOST = 100_000;

  /** Entries of a tail that are looked at together. */
  private static final int PIECE = 10_000;

  private final Entries entries;
  private final Blocks blocks;
  private final Heads heads;
  private final Database database;

  Verification(Entries entries, Blocks blocks, Heads heads, Database database) {
    this.entries = entries;
    this.blocks = blocks;
    this.heads = heads;
    this.database = database;
  }

  /** Every signed head there is, to be kept elsewhere. */
  public List<Head> heads() {
    return ask(heads::all).stream().map(Signed::head).toList();
  }

  /**
   * Looks at everything.
   *
   * @param kept heads that were kept elsewhere; empty: only those in the database are compared
   */
  public AuditReport verify(List<Head> kept) {
    var tally = new Tally();
    List<Head> due = new ArrayList<>(kept);
    for (Signed signed : ask(heads::all)) {
      tally.head(signed);
      due.add(signed.head());
    }
    Map<String, Last> ends = new TreeMap<>();
    ask(blocks::lasts).forEach(last -> ends.put(last.district(), last));
    due.stream()
        .filter(head -> !ends.containsKey(head.district()))
        .forEach(head -> tally.find(Kind.HEAD_DIFFERS, head.district(), head.day()));
    for (Last end : ends.values()) {
      tally.district();
      var own = due.stream().filter(head -> head.district().equals(end.district())).toList();
      new ChainWalk(this, end, own, tally).go();
    }
    ask(entries::districts).forEach(district -> tail(district, tally));
    return tally.report();
  }

  private void tail(String district, Tally tally) {
    List<Long> waiting = waiting(district, Entries.BEFORE_ALL);
    while (!waiting.isEmpty()) {
      entries(district, waiting).forEach(tally::unsealed);
      waiting = waiting(district, waiting.getLast());
    }
  }

  private List<Long> waiting(String district, long after) {
    return ask(reads -> entries.waiting(reads, district, after, PIECE));
  }

  List<Block> blocksAfter(String district, long number, int most) {
    return ask(reads -> blocks.after(reads, district, number, most));
  }

  List<Entries.Kept> entries(String district, List<Long> numbers) {
    return ask(reads -> entries.these(reads, district, numbers));
  }

  List<Long> strays(String district) {
    return ask(reads -> entries.stray(reads, district, MOST));
  }

  private <T> List<T> ask(Function<Batch, Answer<T>> question) {
    var reads = new Batch();
    Answer<T> answer = question.apply(reads);
    database.query(reads);
    return answer.rows();
  }
}
