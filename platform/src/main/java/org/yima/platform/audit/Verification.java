package org.yima.platform.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.yima.platform.audit.Block.Sealed;
import org.yima.platform.audit.Blocks.Last;
import org.yima.platform.audit.Entries.Kept;
import org.yima.platform.audit.Finding.Kind;
import org.yima.platform.store.Batch;
import org.yima.platform.store.Batch.Answer;
import org.yima.platform.store.Database;

/**
 * Reckons every chain again from its beginning and compares it with what is there: entries with the
 * blocks that list them, blocks with each other, chains with their signed heads. Reads in pieces,
 * so that it may run beside the servers however long the trail is.
 */
@Component
public final class Verification {
  /** Blocks looked at together; each has at most a thousand entries. */
  private static final int PIECE = 20;

  private static final int MOST_STRAY = 1000;

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
    return ask(heads::all).stream().map(Heads.Signed::head).toList();
  }

  /**
   * Looks at everything.
   *
   * @param kept heads that were kept elsewhere; empty: only those in the database are compared
   */
  public AuditReport verify(List<Head> kept) {
    var tally = new Tally();
    Map<String, Last> ends = new TreeMap<>();
    ask(blocks::lasts).forEach(last -> ends.put(last.district(), last));
    for (Head head : kept) {
      if (!ends.containsKey(head.district())) {
        tally.find(Kind.HEAD_DIFFERS, head.district(), head.day());
      }
    }
    for (Last last : ends.values()) {
      tally.district();
      new Walk(last, tally, kept).go();
    }
    for (String district : ask(entries::districts)) {
      tail(district, tally);
    }
    return tally.report();
  }

  private void tail(String district, Tally tally) {
    ask(reads -> entries.unsealed(reads, district, Integer.MAX_VALUE)).forEach(tally::unsealed);
  }

  private <T> List<T> ask(java.util.function.Function<Batch, Answer<T>> question) {
    var reads = new Batch();
    Answer<T> answer = question.apply(reads);
    database.query(reads);
    return answer.rows();
  }

  /** One district's chain, from its first block to its last. */
  private final class Walk {
    private final String district;
    private final Last end;
    private final Tally tally;
    private final List<Head> kept;
    private long number;
    private String chain = Block.BEGINNING;

    private Walk(Last end, Tally tally, List<Head> kept) {
      this.district = end.district();
      this.end = end;
      this.tally = tally;
      this.kept = kept.stream().filter(head -> head.district().equals(end.district())).toList();
    }

    private void go() {
      for (List<Block> piece = next(); !piece.isEmpty(); piece = next()) {
        long before = number;
        Map<Long, String> chains = new HashMap<>();
        piece.forEach(block -> step(block, chains));
        compare(piece, ask(reads -> entries.ofBlocks(reads, district, before + 1, number)));
        compare(before, chains);
      }
      if (number != end.number() || !chain.equals(end.chain())) {
        tally.find(Kind.CUT_OFF, district, "区块 " + number + " 之后");
      }
      ask(reads -> entries.beyond(reads, district, number, MOST_STRAY))
          .forEach(stray -> tally.find(Kind.INSERTED, district, stray.entry().number()));
      missing(kept.stream().filter(head -> head.block() > number).toList());
      missing(
          ask(reads -> heads.between(reads, district, number, Long.MAX_VALUE)).stream()
              .map(Heads.Signed::head)
              .toList());
    }

    private List<Block> next() {
      return ask(reads -> blocks.after(reads, district, number, PIECE));
    }

    private void step(Block block, Map<Long, String> chains) {
      if (block.number() != number + 1) {
        tally.find(Kind.BLOCK_MISSING, district, "区块 " + (number + 1) + "–" + (block.number() - 1));
      }
      if (!block.chain().equals(block.chained(chain))) {
        tally.find(Kind.BLOCK_CHANGED, district, "区块 " + block.number());
      }
      tally.block();
      number = block.number();
      chain = block.chain();
      chains.put(number, chain);
    }

    private void compare(List<Block> piece, List<Kept> rows) {
      Map<Long, Map<Long, Kept>> byBlock = new HashMap<>();
      for (Kept row : rows) {
        byBlock
            .computeIfAbsent(row.block(), each -> new TreeMap<>())
            .put(row.entry().number(), row);
      }
      for (Block block : piece) {
        Map<Long, Kept> own = byBlock.getOrDefault(block.number(), Map.of());
        compare(block, new TreeMap<>(own));
        byBlock.remove(block.number());
      }
      byBlock.values().forEach(strays -> strays.keySet().forEach(this::inserted));
    }

    private void compare(Block block, Map<Long, Kept> rows) {
      for (Sealed sealed : block.entries()) {
        Kept row = rows.remove(sealed.number());
        if (row == null) {
          tally.find(Kind.MISSING, district, sealed.number());
        } else if (!row.entry().digest().equals(sealed.digest())) {
          tally.find(Kind.CHANGED, district, sealed.number());
        } else {
          tally.sealed(row);
        }
      }
      rows.keySet().forEach(this::inserted);
    }

    private void inserted(long entry) {
      tally.find(Kind.INSERTED, district, entry);
    }

    private void compare(long before, Map<Long, String> chains) {
      List<Head> due = new ArrayList<>();
      for (Heads.Signed signed : ask(reads -> heads.between(reads, district, before, number))) {
        tally.head(signed);
        if (!signed.isGenuine()) {
          tally.find(Kind.SIGNATURE_WRONG, district, signed.head().day());
        }
        due.add(signed.head());
      }
      kept.stream().filter(h -> h.block() > before && h.block() <= number).forEach(due::add);
      for (Head head : due) {
        if (!head.chain().equals(chains.get(head.block()))) {
          tally.find(Kind.HEAD_DIFFERS, district, head.day());
        }
      }
    }

    private void missing(List<Head> beyond) {
      beyond.forEach(head -> tally.find(Kind.HEAD_DIFFERS, district, head.day()));
    }
  }
}
