package org.yima.platform.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import org.springframework.stereotype.Component;
import org.yima.platform.store.Batch;
import org.yima.platform.store.Batch.Answer;

/** Tables {@code audit_block} and {@code audit_chain}: the blocks of each district and its last. */
@Component
final class Blocks {
  private static final String BEGIN =
      """
      insert into audit_chain (district, block_no, chain) values (?, 0, decode(?, 'hex'))
      on conflict do nothing
      """;
  private static final String LOCK =
      "select block_no, chain from audit_chain where district = ? for update skip locked";
  private static final String ADD =
      """
      insert into audit_block (district, block_no, sealed_at, entries, chain)
      values (?, ?, ?, ?, decode(?, 'hex'))
      """;
  private static final String MOVE =
      "update audit_chain set block_no = ?, chain = decode(?, 'hex') where district = ?";
  private static final String LASTS =
      "select district, block_no, chain from audit_chain order by 1";
  private static final String AFTER =
      """
      select district, block_no, sealed_at, entries, chain from audit_block
       where district = ? and block_no > ? order by block_no limit ?
      """;
  private static final String LAST_BEFORE =
      """
      select district, block_no, sealed_at, entries, chain from audit_block
       where district = ? and sealed_at < ? order by block_no desc limit 1
      """;

  /** The end of a district's chain. */
  record Last(String district, long number, String chain) {}

  /** The end of a chain, kept from all others; nothing if somebody else is at it. */
  Answer<Last> lock(Batch reads, String district) {
    reads.tell(BEGIN, district, Block.BEGINNING);
    return reads.ask(
        LOCK, row -> new Last(district, row.getLong(1), hex(row.getBytes(2))), district);
  }

  void add(Batch writes, Block block) {
    writes.tell(
        ADD,
        block.district(),
        block.number(),
        block.sealedAt().atOffset(ZoneOffset.UTC),
        block.packed(),
        block.chain());
    writes.tell(MOVE, block.number(), block.chain(), block.district());
  }

  Answer<Last> lasts(Batch reads) {
    return reads.ask(
        LASTS, row -> new Last(row.getString(1), row.getLong(2), hex(row.getBytes(3))));
  }

  /** The blocks after this one. */
  Answer<Block> after(Batch reads, String district, long number, int most) {
    return reads.ask(AFTER, Blocks::block, district, number, most);
  }

  /** The last block that was sealed before a moment. */
  Answer<Block> lastBefore(Batch reads, String district, Instant moment) {
    return reads.ask(LAST_BEFORE, Blocks::block, district, moment.atOffset(ZoneOffset.UTC));
  }

  private static Block block(ResultSet row) throws SQLException {
    return new Block(
        row.getString("district"),
        row.getLong("block_no"),
        row.getObject("sealed_at", OffsetDateTime.class).toInstant(),
        Block.unpacked(row.getBytes("entries")),
        hex(row.getBytes("chain")));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
