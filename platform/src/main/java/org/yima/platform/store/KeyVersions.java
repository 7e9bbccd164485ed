package org.yima.platform.store;

import java.time.Instant;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Table {@code column_key}: which version of the column keys servers write with. A rotation goes in
 * two steps, so that no server ever meets a value that it cannot read: first every server gets the
 * file with the new key, then the version is activated here, and all servers follow within seconds.
 */
@Component
public final class KeyVersions {
  private static final Logger LOG = LoggerFactory.getLogger(KeyVersions.class);
  private static final String ACTIVE = "select coalesce(max(version), 1) from column_key";
  private static final String ACTIVATE =
      "insert into column_key (version, activated_at) values (?, ?) on conflict do nothing";

  private final Database database;
  private final Vault vault;

  /**
   * @throws IllegalStateException if this server's file lacks the key that others write with
   */
  public KeyVersions(Database database, Vault vault) {
    this.database = database;
    this.vault = vault;
    vault.writeWith(active());
  }

  /** The version that was activated last. */
  public int active() {
    var batch = new Batch();
    var version = batch.ask(ACTIVE, row -> row.getInt(1));
    database.query(batch);
    return version.rows().getFirst();
  }

  /**
   * Has all servers write with a version from now on.
   *
   * @throws IllegalStateException if it is not in our own key file, or a newer one is active
   */
  public void activate(int version, Instant now) {
    int active = active();
    if (version < active) {
      throw new IllegalStateException(
          "已启用版本 %1$d，不能退回版本 %2$d；如需更换，先 keys columns add version %1$d is active, no way back to %2$d"
              .formatted(active, version));
    }
    vault.writeWith(version);
    database.transaction(session -> {
      var batch = new Batch();
      batch.tell(ACTIVATE, version, now.atOffset(ZoneOffset.UTC));
      session.runAndCommit(batch);
      return version;
    });
  }

  /** Looks which version is active and follows. */
  public int follow() {
    int version = active();
    if (version != vault.active()) {
      vault.writeWith(version);
      LOG.info("columns are written with keys of version {} from now on", version);
    }
    return version;
  }
}
