package org.yima.platform.credential;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yima.platform.store.Batch;
import org.yima.platform.store.Database;

/**
 * The built-in credential service's side towards channel apps: shows codes. A code is 28 digits,
 * the holder's district first so that it can be routed, valid for 60 seconds and used up by
 * decoding.
 */
@Component
public final class CodeService {
  /** Section 2.1: how long a code may be scanned. */
  public static final Duration CODE_LIFE = Duration.ofSeconds(60);

  private static final int RANDOM_DIGITS = 22;

  private final Database database;
  private final Credentials credentials;
  private final InstantSource clock;
  private final SecureRandom random;

  CodeService(
      Database database, Credentials credentials, InstantSource clock, SecureRandom random) {
    this.database = database;
    this.credentials = credentials;
    this.clock = clock;
    this.random = random;
  }

  /** A new code for an active credential; empty: the person has none, or it is suspended. */
  public Optional<String> show(String district, String personNo) {
    var code = new StringBuilder(district);
    for (int i = 0; i < RANDOM_DIGITS; i++) {
      code.append((char) ('0' + random.nextInt(10)));
    }
    var batch = new Batch();
    var shown =
        credentials.show(
            batch, district, personNo, code.toString(), clock.instant().plus(CODE_LIFE));
    database.query(batch);
    return shown.changed() == 1 ? Optional.of(code.toString()) : Optional.empty();
  }
}
