package org.yima.platform.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HexFormat;
import org.springframework.stereotype.Component;
import org.yima.platform.store.Batch;
import org.yima.platform.store.Batch.Answer;
import org.yima.securitypkg.PartyCertificate;
import org.yima.securitypkg.Suite;

/** Table {@code audit_head}: one signed head a district and day. */
@Component
final class Heads {
  private static final String COLUMNS =
      "district, day, block_no, chain, suite, certificate, signature";
  private static final String ADD =
      "insert into audit_head ("
          + COLUMNS
          + ") values (?, ?, ?, decode(?, 'hex'), ?, ?, ?) on conflict do nothing";
  private static final String LAST_DAY =
      "select max(day) from audit_head where district = ? having max(day) is not null";
  private static final String ALL = "select " + COLUMNS + " from audit_head order by district, day";

  /** A head with its signature. */
  static final class Signed {
    private final Head head;
    private final Suite suite;
    private final PartyCertificate by;
    private final byte[] signature;

    Signed(Head head, Suite suite, PartyCertificate by, byte[] signature) {
      this.head = head;
      this.suite = suite;
      this.by = by;
      this.signature = signature.clone();
    }

    Head head() {
      return head;
    }

    PartyCertificate by() {
      return by;
    }

    boolean isGenuine() {
      return by.verifies(suite, head.bytes(), signature);
    }
  }

  /** Unless another server was first. */
  Answer<Void> add(Batch writes, Signed signed) {
    Head head = signed.head();
    return writes.tell(
        ADD,
        head.district(),
        head.day(),
        head.block(),
        head.chain(),
        signed.suite.name(),
        signed.by.der(),
        signed.signature);
  }

  /** The last day that is signed. */
  Answer<LocalDate> lastDay(Batch reads, String district) {
    return reads.ask(LAST_DAY, row -> row.getObject(1, LocalDate.class), district);
  }

  /** By district and day. */
  Answer<Signed> all(Batch reads) {
    return reads.ask(ALL, Heads::signed);
  }

  private static Signed signed(ResultSet row) throws SQLException {
    var head =
        new Head(
            row.getString("district"),
            row.getObject("day", LocalDate.class),
            row.getLong("block_no"),
            HexFormat.of().formatHex(row.getBytes("chain")));
    return new Signed(
        head,
        Suite.valueOf(row.getString("suite")),
        PartyCertificate.read(row.getBytes("certificate")),
        row.getBytes("signature"));
  }
}
