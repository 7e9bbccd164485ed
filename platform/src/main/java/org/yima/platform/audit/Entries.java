package org.yima.platform.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.yima.platform.store.Batch;
import org.yima.platform.store.Batch.Answer;
import org.yima.platform.store.Vault;

/** Table {@code audit_entry}. Rows are added, and told their block once; nothing else. */
@Component
final class Entries {
  private static final String PURPOSE = "audit.entry";

  private static final String COLUMNS =
      """
      district, entry_no, at, hospcode, infosyscode, operator, transaction, subject, outcome,
      message, proof
      """;
  private static final String ADD =
      "insert into audit_entry (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String ADD_ALL =
      "insert into audit_entry ("
          + COLUMNS
          + """
          ) select * from unnest(?::text[], ?::bigint[], ?::timestamptz[], ?::text[], ?::text[],
            ?::text[], ?::text[], ?::text[], ?::text[], ?::bytea[], ?::bytea[])
          """;
  private static final String DISTRICTS =
      "select distinct district from audit_entry where block_no is null";
  private static final String UNSEALED =
      "select "
          + COLUMNS
          + "from audit_entry where district = ? and block_no is null order by entry_no limit ?";
  private static final String SEAL =
      "update audit_entry set block_no = ? where district = ? and entry_no = any (?::bigint[])";
  private static final String OF_BLOCKS =
      "select block_no, "
          + COLUMNS
          + "from audit_entry where district = ? and block_no between ? and ? order by entry_no";
  private static final String BEYOND =
      "select block_no, "
          + COLUMNS
          + "from audit_entry where district = ? and block_no > ? order by entry_no limit ?";

  private final Vault vault;

  Entries(Vault vault) {
    this.vault = vault;
  }

  /**
   * A row.
   *
   * @param block 0: not sealed yet
   */
  record Kept(Entry entry, long block, Proof proof) {}

  /** Whether a server of the platform entered a row. */
  enum Proof {
    GOOD,
    WRONG,
    /** It was made with a key that is not in the file of column keys any more. */
    KEY_GONE
  }

  void add(Batch writes, Entry entry) {
    writes.tell(
        ADD,
        entry.district(),
        entry.number(),
        entry.at().atOffset(ZoneOffset.UTC),
        entry.hospcode(),
        entry.infosyscode(),
        entry.operator(),
        entry.transaction(),
        entry.subject(),
        entry.outcome(),
        HexFormat.of().parseHex(entry.message()),
        proof(entry));
  }

  /** Several at once, as one statement whose text does not depend on how many. */
  void add(Batch writes, List<Entry> entries) {
    writes.tell(
        ADD_ALL,
        column(entries, Entry::district),
        entries.stream().map(Entry::number).toArray(Long[]::new),
        column(entries, entry -> Entry.text(entry.at())),
        column(entries, Entry::hospcode),
        column(entries, Entry::infosyscode),
        column(entries, Entry::operator),
        column(entries, Entry::transaction),
        column(entries, Entry::subject),
        column(entries, Entry::outcome),
        entries.stream().map(e -> HexFormat.of().parseHex(e.message())).toArray(byte[][]::new),
        entries.stream().map(this::proof).toArray(byte[][]::new));
  }

  private static String[] column(List<Entry> entries, Function<Entry, String> of) {
    return entries.stream().map(of).toArray(String[]::new);
  }

  private byte[] proof(Entry entry) {
    return vault.digest(PURPOSE, entry.bytes());
  }

  /** Where something waits to be sealed. */
  Answer<String> districts(Batch reads) {
    return reads.ask(DISTRICTS, row -> row.getString(1));
  }

  /** Committed entries that are in no block, by number. */
  Answer<Kept> unsealed(Batch reads, String district, int most) {
    return reads.ask(UNSEALED, row -> kept(row, 0), district, most);
  }

  void seal(Batch writes, Block block) {
    Long[] numbers = block.entries().stream().map(Block.Sealed::number).toArray(Long[]::new);
    writes.tell(SEAL, block.number(), block.district(), numbers);
  }

  /** Entries that say they are in these blocks, by number. */
  Answer<Kept> ofBlocks(Batch reads, String district, long first, long last) {
    return reads.ask(OF_BLOCKS, row -> kept(row, row.getLong(1)), district, first, last);
  }

  /** Entries that say they are in later blocks. */
  Answer<Kept> beyond(Batch reads, String district, long last, int most) {
    return reads.ask(BEYOND, row -> kept(row, row.getLong(1)), district, last, most);
  }

  private Kept kept(ResultSet row, long block) throws SQLException {
    var entry =
        new Entry(
            row.getString("district"),
            row.getLong("entry_no"),
            row.getObject("at", OffsetDateTime.class).toInstant(),
            row.getString("hospcode"),
            row.getString("infosyscode"),
            row.getString("operator"),
            row.getString("transaction"),
            row.getString("subject"),
            row.getString("outcome"),
            HexFormat.of().formatHex(row.getBytes("message")));
    return new Kept(entry, block, proven(row.getBytes("proof"), entry));
  }

  private Proof proven(byte[] proof, Entry entry) {
    if (!vault.knows(proof)) {
      return Proof.KEY_GONE;
    }
    return vault.isDigest(proof, PURPOSE, entry.bytes()) ? Proof.GOOD : Proof.WRONG;
  }
}
