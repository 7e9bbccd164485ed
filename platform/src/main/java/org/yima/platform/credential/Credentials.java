package org.yima.platform.credential;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yima.platform.person.Insured;
import org.yima.platform.store.Batch;
import org.yima.platform.store.Batch.Answer;
import org.yima.platform.store.Vault;
import org.yima.platform.transaction.Call;
import org.yima.platform.transaction.Reason;

/** Tables {@code ec_credential, ec_code, ec_token}, and the checks on what a scan sent. */
@Component
public final class Credentials {
  /** Finds whose code it is, for {@code People.byNumberOf}. */
  static final String HOLDER_OF_CODE =
      "select person_no from ec_code where district = p.district and code_digest = ?";

  private static final String CODE =
      """
      select c.person_no, c.expires_at, c.used_at is not null as used,
             coalesce(e.state, 'INACTIVE') as state
        from ec_code c
        left join ec_credential e on e.district = c.district and e.person_no = c.person_no
       where c.district = ? and c.code_digest = ? for update of c
      """;
  private static final String TOKEN =
      """
      select person_no, hospcode, code_digest, expires_at, used_at is not null as used
        from ec_token where district = ? and token_digest = ?
      """;
  private static final String SHOW =
      """
      insert into ec_code (district, code_digest, person_no, expires_at)
      select district, ?, person_no, ? from ec_credential
       where district = ? and person_no = ? and state = 'ACTIVE'
      """;
  private static final String USE_CODE =
      "update ec_code set used_at = ? where district = ? and code_digest = ?";
  private static final String INSERT_TOKEN =
      """
      insert into ec_token (district, token_digest, code_digest, person_no, hospcode, expires_at)
      values (?, ?, ?, ?, ?, ?)
      """;
  private static final String USE_TOKEN =
      "update ec_token set used_at = ? where district = ? and token_digest = ?";

  private final Vault vault;

  Credentials(Vault vault) {
    this.vault = vault;
  }

  /** A stored code. */
  record Code(String personNo, Instant expiresAt, boolean used, State state) {}

  /** The life of a credential. */
  enum State {
    INACTIVE,
    ACTIVE,
    SUSPENDED,
    CLOSED
  }

  /** Reads the token of a scan without using it up. */
  public Answer<Token> find(Batch batch, Scan scan) {
    return batch.ask(TOKEN, Credentials::token, scan.district(), tokenDigest(scan.token()));
  }

  /** Reads the token of a scan and keeps others from using it until this transaction ends. */
  public Answer<Token> lock(Batch batch, Scan scan) {
    String statement = TOKEN + " for update";
    return batch.ask(statement, Credentials::token, scan.district(), tokenDigest(scan.token()));
  }

  /** Why this scan does not identify this person to this caller; empty: it does. */
  public Optional<Reason> refusal(
      Call call, Scan scan, Answer<Token> found, Answer<Insured> insured) {
    if (found.found().isEmpty()) {
      return Optional.of(Reason.TOKEN_UNKNOWN);
    }
    Token token = found.found().get();
    if (token.used()) {
      return Optional.of(Reason.TOKEN_USED);
    }
    if (!call.at().isBefore(token.expiresAt())) {
      return Optional.of(Reason.TOKEN_EXPIRED);
    }
    if (!token.isFrom(codeDigest(scan.code()))) {
      return Optional.of(Reason.CODE_NOT_OF_TOKEN);
    }
    if (!token.belongsTo(call)) {
      return Optional.of(Reason.TOKEN_NOT_YOURS);
    }
    boolean holder =
        insured
            .found()
            .filter(person -> person.number().equals(token.personNo()))
            .filter(person -> person.name().sameAs(scan.name()))
            .isPresent();
    return holder ? Optional.empty() : Optional.of(Reason.HOLDER_DIFFERS);
  }

  /** Uses a token up. */
  public void use(Batch batch, Call call, Scan scan) {
    batch.tell(
        USE_TOKEN, timestamp(call.at()), scan.district(), tokenDigest(scan.token()));
  }

  Answer<Code> lockCode(Batch batch, String district, String code) {
    return batch.ask(CODE, Credentials::code, district, codeDigest(code));
  }

  Answer<Void> show(Batch batch, String district, String personNo, String code, Instant until) {
    return batch.tell(SHOW, codeDigest(code), timestamp(until), district, personNo);
  }

  void useCode(Batch batch, Call call, String district, String code) {
    batch.tell(USE_CODE, timestamp(call.at()), district, codeDigest(code));
  }

  void insertToken(Batch batch, Call call, Decoding decoding) {
    batch.tell(
        INSERT_TOKEN,
        decoding.district(),
        tokenDigest(decoding.token()),
        codeDigest(decoding.code()),
        decoding.personNo(),
        call.institution().code(),
        timestamp(decoding.expiresAt()));
  }

  /** A code that becomes a token. */
  record Decoding(
      String district, String personNo, String code, String token, Instant expiresAt) {}

  byte[] codeDigest(String code) {
    return vault.digest("ec.code", code);
  }

  private byte[] tokenDigest(String token) {
    return vault.digest("ec.token", token);
  }

  private static OffsetDateTime timestamp(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static Code code(ResultSet row) throws SQLException {
    return new Code(
        row.getString("person_no"),
        instant(row, "expires_at"),
        row.getBoolean("used"),
        State.valueOf(row.getString("state")));
  }

  private static Token token(ResultSet row) throws SQLException {
    return new Token(
        row.getString("person_no"),
        row.getString("hospcode"),
        row.getBytes("code_digest"),
        instant(row, "expires_at"),
        row.getBoolean("used"));
  }
}
