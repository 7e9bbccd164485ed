package org.yima.platform.institution;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yima.platform.store.Batch;
import org.yima.platform.store.Database;
import org.yima.securitypkg.PartyCertificate;

/**
 * Table {@code certificate}: whose signatures are good and to whom replies are sealed. Several of a
 * party hold at once, so that one can follow another without a gap; what is revoked stays, and is
 * never used again.
 */
@Component
public final class Certificates {
  /** How long before its end a certificate is warned of. */
  public static final Duration WARNING = Duration.ofDays(30);

  private static final String PARTY =
      "select exists (select from institution where merchantcode = ?)"
          + " or exists (select from access_system where infosyscode = ?)";
  private static final String INSERT =
      """
      insert into certificate (party, certid, der, not_after) values (?, ?, ?, ?)
      on conflict (party, certid) do nothing
      """;
  private static final String REVOKE =
      "update certificate set revoked_at = ? where party = ? and certid = ? and revoked_at is null";
  private static final String ALL =
      "select der, revoked_at from certificate order by party, not_after desc nulls last, certid";
  private static final String MOVED = "update registry_version set version = version + 1";

  private final Database database;

  Certificates(Database database) {
    this.database = database;
  }

  /**
   * @param revokedAt empty: it has not been revoked
   */
  public record Held(PartyCertificate certificate, Optional<Instant> revokedAt) {
    /** Valid now, and no longer so at the end of the time of warning. */
    public boolean expires(Instant now) {
      Instant end = certificate.notAfter();
      return revokedAt.isEmpty() && !end.isBefore(now) && end.isBefore(now.plus(WARNING));
    }
  }

  /** What became of a certificate that was to be entered. */
  public enum Entered {
    NEW,
    ALREADY_THERE,
    UNKNOWN_PARTY
  }

  /**
   * Enters a certificate of a registered institution (by merchant code) or access system; those
   * entered before stay good.
   */
  public Entered enter(PartyCertificate certificate) {
    return database.transaction(session -> {
      var batch = new Batch();
      String party = certificate.party();
      var known = batch.ask(PARTY, row -> row.getBoolean(1), party, party);
      session.run(batch);
      if (!known.rows().getFirst()) {
        return Entered.UNKNOWN_PARTY;
      }
      var writes = new Batch();
      var inserted =
          writes.tell(
              INSERT,
              party,
              certificate.certid(),
              certificate.der(),
              certificate.notAfter().atOffset(ZoneOffset.UTC));
      writes.tell(MOVED);
      session.runAndCommit(writes);
      return inserted.changed() == 1 ? Entered.NEW : Entered.ALREADY_THERE;
    });
  }

  /**
   * Revokes a certificate; every server stops accepting it within seconds.
   *
   * @return whether there was such a certificate that was not revoked
   */
  public boolean revoke(String party, String certid, Instant now) {
    return database.transaction(session -> {
      var batch = new Batch();
      var revoked = batch.tell(REVOKE, now.atOffset(ZoneOffset.UTC), party, certid);
      batch.tell(MOVED);
      session.runAndCommit(batch);
      return revoked.changed() == 1;
    });
  }

  /** All, by party, the longest-lived first. */
  public List<Held> all() {
    var batch = new Batch();
    var rows = batch.ask(ALL, Certificates::held);
    database.query(batch);
    return rows.rows();
  }

  private static Held held(ResultSet row) throws SQLException {
    @Nullable OffsetDateTime revoked = row.getObject("revoked_at", OffsetDateTime.class);
    return new Held(
        PartyCertificate.read(row.getBytes("der")),
        Optional.ofNullable(revoked).map(OffsetDateTime::toInstant));
  }
}
