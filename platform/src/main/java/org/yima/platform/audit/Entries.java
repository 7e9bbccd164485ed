package org.yima.platform.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yima.platform.store.Batch;
import org.yima.platform.store.Batch.Answer;
import org.yima.platform.store.Vault;

/** Tables {@code audit_entry}, whose rows are never touched again, and {@code audit_unsealed}. */
@Component
final class Entries {
  /** Every entry's number is above it. */
  static final long BEFORE_ALL = Long.MIN_VALUE;

  private static final String PURPOSE = "audit.entry";

  private static final String COLUMNS =
      """
      district, entry_no, at, hospcode, infosyscode, operator, transaction, subject, outcome,
      message, proof
      """;
  private static final String ADD =
      "with e as (insert into audit_entry ("
          + COLUMNS
          + """
          ) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning district, entry_no)
          insert into audit_unsealed select district, entry_no from e
          """;
  private static final String ADD_ALL =
      "with e as (insert into audit_entry ("
          + COLUMNS
          + """
          ) select * from unnest(?::text[], ?::bigint[], ?::timestamptz[], ?::text[], ?::text[],
              ?::text[], ?::text[], ?::text[], ?::text[], ?::bytea[], ?::bytea[])
            returning district, entry_no)
          insert into audit_unsealed select district, entry_no from e
          """;
  private static final String DISTRICTS = "select distinct district from audit_unsealed";
  private static final String WAITING =
      """
      select entry_no from audit_unsealed where district = ? and entry_no > ?
       order by entry_no limit ?
      """;
  private static final String SEAL =
      "delete from audit_unsealed where district = ? and entry_no = any (?::bigint[])";
  private static final String NUMBERED =
      "select "
          + COLUMNS
          + "from audit_entry where district = ? and entry_no = any (?::bigint[]) order by entry_no";

  /** Neither in a block nor waiting for one; looked for in one snapshot. */
  private static final String STRAY =
      """
      with listed as (
        select ('x' || encode(substring(entries from i for 8), 'hex'))::bit(64)::bigint as entry_no
          from audit_block, generate_series(1, octet_length(entries), 40) i where district = ?)
      select entry_no from audit_entry e
       where district = ? and entry_no not in (select entry_no from listed)
         and not exists (select from audit_unsealed u
           where u.district = e.district and u.entry_no = e.entry_no)
       order by entry_no limit ?
      """;

  private final Vault vault;

  Entries(Vault vault) {
    this.vault = vault;
  }

  /** A row. */
  record Kept(Entry entry, Proof proof) {}

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

  /**
   * Numbers of committed entries that are in no block, above a number. Their rows are then looked
   * up by {@link #these}: a join of the two might be planned as a walk along the whole trail.
   */
  Answer<Long> waiting(Batch reads, String district, long after, int most) {
    return reads.ask(WAITING, row -> row.getLong(1), district, after, most);
  }

  void seal(Batch writes, Block block) {
    writes.tell(
        SEAL, block.district(), numbers(block.entries().stream().map(Block.Sealed::number)));
  }

  /** Those of the entries that are there, by number. */
  Answer<Kept> these(Batch reads, String district, List<Long> wanted) {
    return reads.ask(NUMBERED, this::kept, district, numbers(wanted.stream()));
  }

  private static Long[] numbers(Stream<Long> numbers) {
    return numbers.toArray(Long[]::new);
  }

  /** Numbers of entries that are neither in a block nor wait for one. */
  Answer<Long> stray(Batch reads, String district, int most) {
    return reads.ask(STRAY, row -> row.getLong(1), district, district, most);
  }

  private Kept kept(ResultSet row) throws SQLException {
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
    return new Kept(entry, proven(row.getBytes("proof"), entry));
  }

  private Proof proven(byte[] proof, Entry entry) {
    if (!vault.knows(proof)) {
      return Proof.KEY_GONE;
    }
    return vault.isDigest(proof, PURPOSE, entry.bytes()) ? Proof.GOOD : Proof.WRONG;
  }
}
