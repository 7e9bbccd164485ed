package org.yima.platform.credential;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yima.platform.person.Insured;
import org.yima.platform.person.Selection;
import org.yima.platform.person.Whom;
import org.yima.platform.store.Batch;
import org.yima.platform.store.Batch.Answer;
import org.yima.platform.store.Vault;
import org.yima.platform.transaction.Call;
import org.yima.platform.transaction.Reason;
import org.yima.platform.transaction.Refusal;

/** Tables {@code ec_credential, ec_code, ec_token}, and the checks on what a scan sent. */
@Component
public final class Credentials {
  private static final String HOLDER_OF_CODE =
      "select person_no from ec_code where district = ? and code_digest = any (?)";
  private static final String CODE =
      """
      select c.person_no, c.expires_at, c.used_at is not null as used,
             coalesce(e.state, 'INACTIVE') as state
        from ec_code c
        left join ec_credential e on e.district = c.district and e.person_no = c.person_no
       where c.district = ? and c.code_digest = any (?) for update of c
      """;
  private static final String TOKEN =
      """
      select person_no, hospcode, code_digest, expires_at, used_at is not null as used
        from ec_token where district = ? and token_digest = any (?)
      """;
  private static final String SHOW =
      """
      insert into ec_code (district, code_digest, person_no, expires_at)
      select district, ?, person_no, ? from ec_credential
       where district = ? and person_no = ? and state = 'ACTIVE'
      """;
  private static final String USE_CODE =
      "update ec_code set used_at = ? where district = ? and code_digest = any (?)";
  private static final String INSERT_TOKEN =
      """
      insert into ec_token (district, token_digest, code_digest, person_district, person_no,
        hospcode, expires_at) values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
      """;
  private static final String USE_TOKEN =
      "update ec_token set used_at = ? where district = ? and token_digest = any (?)";

  private final Vault vault;
  private final Optional<ForeignTokens> foreign;

  /**
   * @param foreign there if codes are decoded by the national service
   */
  Credentials(Vault vault, Optional<ForeignTokens> foreign) {
    this.vault = vault;
    this.foreign = foreign;
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

  /** Finds out, before a transaction, where a scan's token is kept and its holder insured. */
  public Scan route(Scan scan, Call call) {
    // One that is not known is looked for here, and not found once more.
    return foreign
        .map(tokens -> tokens.homeOf(call.district(), tokenDigests(scan.token())))
        .map(home -> scan.foreign(home.orElse(call.district()), call.district()))
        .orElse(scan);
  }

  /** Reads the token of a scan without using it up. */
  public Answer<Token> find(Batch batch, Scan scan) {
    return batch.ask(TOKEN, Credentials::token, scan.keptIn(), tokenDigests(scan.token()));
  }

  /** Reads the token of a scan and keeps others from using it until this transaction ends. */
  public Answer<Token> lock(Batch batch, Scan scan) {
    String statement = TOKEN + " for update";
    return batch.ask(statement, Credentials::token, scan.keptIn(), tokenDigests(scan.token()));
  }

  /** Why this scan does not identify this person to this caller; empty: it does. */
  public Optional<Refusal> refusal(
      Call call, Scan scan, Answer<Token> found, Answer<Insured> insured) {
    return found
        .found()
        .map(token -> refusal(call, scan, token, insured.found()))
        .orElseGet(() -> Optional.of(Refusal.of(Reason.TOKEN_UNKNOWN)));
  }

  Optional<Refusal> refusal(Call call, Scan scan, Token token, Optional<Insured> insured) {
    boolean holder =
        insured
            .filter(person -> person.number().equals(token.personNo()))
            .filter(person -> person.name().sameAs(scan.name()))
            .isPresent();
    return Refusal.first(
        () -> refusal(call, scan, token), () -> Refusal.unless(holder, Reason.HOLDER_DIFFERS));
  }

  /**
   * Why this scan does not let a person pay whom the caller has named before; empty: it does. What
   * the scan leaves out is not compared.
   */
  public Optional<Refusal> payerRefusal(Call call, Scan scan, Answer<Token> found, Insured payer) {
    return found
        .found()
        .map(token -> payerRefusal(call, scan, token, payer))
        .orElseGet(() -> Optional.of(Refusal.of(Reason.TOKEN_UNKNOWN)));
  }

  private Optional<Refusal> payerRefusal(Call call, Scan scan, Token token, Insured payer) {
    boolean named = scan.namesSomebody();
    boolean same =
        token.personNo().equals(payer.number()) && scan.district().equals(payer.district());
    boolean consistent = !named || scan.names(payer) == same;
    return Refusal.first(
        () -> refusal(call, scan, token),
        () -> Refusal.unless(consistent, Reason.HOLDER_DIFFERS),
        () -> Refusal.unless(same, Reason.PAYER_IS_NOT_HOLDER));
  }

  private Optional<Refusal> refusal(Call call, Scan scan, Token token) {
    boolean sameCode = token.isFrom(codeDigests(scan.code()));
    return Refusal.first(
        () -> Refusal.unless(!token.used(), Reason.TOKEN_USED),
        () -> Refusal.unless(call.at().isBefore(token.expiresAt()), Reason.TOKEN_EXPIRED),
        () -> Refusal.unless(sameCode, Reason.CODE_NOT_OF_TOKEN),
        () -> Refusal.unless(token.belongsTo(call), Reason.TOKEN_NOT_YOURS));
  }

  /** Uses a token up. */
  public void use(Batch batch, Call call, Scan scan) {
    batch.tell(USE_TOKEN, timestamp(call.at()), scan.keptIn(), tokenDigests(scan.token()));
  }

  /** Whose code it is. */
  Whom holderOf(String district, String code, LocalDate day) {
    return new Whom(district, Selection.of(HOLDER_OF_CODE, district, codeDigests(code)), day);
  }

  Answer<Code> lockCode(Batch batch, String district, String code) {
    return batch.ask(CODE, Credentials::code, district, codeDigests(code));
  }

  Answer<Void> show(Batch batch, String district, String personNo, String code, Instant until) {
    return batch.tell(SHOW, codeDigest(code), timestamp(until), district, personNo);
  }

  void useCode(Batch batch, Call call, String district, String code) {
    batch.tell(USE_CODE, timestamp(call.at()), district, codeDigests(code));
  }

  void insertToken(Batch batch, Call call, Decoding decoding) {
    batch.tell(
        INSERT_TOKEN,
        decoding.keptIn(),
        tokenDigest(decoding.token()),
        codeDigest(decoding.code()),
        decoding.person().district(),
        decoding.person().number(),
        call.institution().code(),
        timestamp(decoding.expiresAt()));
  }

  /** A code that becomes a token. */
  record Decoding(String keptIn, Insured person, String code, String token, Instant expiresAt) {
    @Override
    public String toString() {
      return "decoding of " + person.name();
    }
  }

  /** During a rotation of keys a code may be stored by an older digest. */
  private byte[][] codeDigests(String code) {
    return vault.digests("ec.code", code);
  }

  private byte[][] tokenDigests(String token) {
    return vault.digests("ec.token", token);
  }

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
        HexFormat.of().formatHex(row.getBytes("code_digest")),
        instant(row, "expires_at"),
        row.getBoolean("used"));
  }
}
