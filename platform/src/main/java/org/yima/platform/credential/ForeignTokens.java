package org.yima.platform.credential;

import java.util.Optional;
import org.yima.platform.store.Batch;
import org.yima.platform.store.Batch.Answer;
import org.yima.platform.store.Database;

/**
 * Tokens of table {@code ec_token} that the national service gave. Such a token does not say where
 * its holder is insured, so a call that names one costs a round trip more: which rows it needs must
 * be known before its transaction begins. Exists only where the national service is asked.
 */
final class ForeignTokens {
  private static final String HOME =
      "select person_district from ec_token where district = ? and token_digest = any (?)";

  private final Database database;

  ForeignTokens(Database database) {
    this.database = database;
  }

  /** Where the holder is insured; empty: this district's institutions have no such token. */
  Optional<String> homeOf(String district, byte[][] tokenDigests) {
    var batch = new Batch();
    Answer<String> home = batch.ask(HOME, row -> row.getString(1), district, tokenDigests);
    database.query(batch);
    return home.found();
  }
}
