package org.yima.platform.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yima.platform.audit.Block.Sealed;
import org.yima.platform.audit.Blocks.Last;
import org.yima.platform.audit.Entries.Kept;
import org.yima.platform.audit.Finding.Kind;

/** One district's chain, from its first block to what was its last when the walk began. */
final class ChainWalk {
  /** Blocks looked at together; each has at most a thousand entries. */
  private static final int PIECE = 20;

  private final Verification trail;
  private final String district;
  private final Last end;
  private final Map<Long, List<Head>> heads = new HashMap<>();
  private final Tally tally;
  private long number;
  private String chain = Block.BEGINNING;

  /**
   * @param heads of this district, from wherever they were kept
   */
  ChainWalk(Verification trail, Last end, List<Head> heads, Tally tally) {
    this.trail = trail;
    this.district = end.district();
    this.end = end;
    this.tally = tally;
    heads.forEach(
        head -> this.heads.computeIfAbsent(head.block(), each -> new ArrayList<>()).add(head));
  }

  void go() {
    while (number < end.number()) {
      int most = (int) Math.min(PIECE, end.number() - number);
      List<Block> piece = trail.blocksAfter(district, number, most);
      if (piece.isEmpty()) {
        break;
      }
      piece.forEach(this::step);
      compare(piece);
    }
    if (number != end.number() || !chain.equals(end.chain())) {
      tally.find(Kind.CUT_OFF, district, "区块 " + number + " 之后");
    }
    heads.values().stream().flatMap(List::stream).forEach(this::differs);
    trail.strays(district).forEach(stray -> tally.find(Kind.INSERTED, district, stray));
  }

  private void step(Block block) {
    if (block.number() != number + 1) {
      String gap = "区块 " + (number + 1) + "–" + (block.number() - 1);
      tally.find(Kind.BLOCK_MISSING, district, gap);
    }
    if (!block.chain().equals(block.chained(chain))) {
      tally.find(Kind.BLOCK_CHANGED, district, "区块 " + block.number());
    }
    tally.block();
    number = block.number();
    chain = block.chain();
    List<Head> here = heads.remove(number);
    if (here != null) {
      here.stream().filter(head -> !head.chain().equals(chain)).forEach(this::differs);
    }
  }

  private void differs(Head head) {
    tally.find(Kind.HEAD_DIFFERS, district, head.day());
  }

  private void compare(List<Block> piece) {
    List<Sealed> listed = piece.stream().flatMap(block -> block.entries().stream()).toList();
    Map<Long, Kept> rows = new HashMap<>();
    trail
        .entries(district, listed.stream().map(Sealed::number).toList())
        .forEach(kept -> rows.put(kept.entry().number(), kept));
    for (Sealed sealed : listed) {
      Kept row = rows.get(sealed.number());
      if (row == null) {
        tally.find(Kind.MISSING, district, sealed.number());
      } else if (!row.entry().digest().equals(sealed.digest())) {
        tally.find(Kind.CHANGED, district, sealed.number());
      } else {
        tally.sealed(row);
      }
    }
  }
}
