package org.yima.platform.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yima.platform.Places;
import org.yima.platform.credential.Credentials.Code;
import org.yima.platform.credential.Credentials.State;
import org.yima.platform.credential.EcQuery.Decoded;
import org.yima.platform.person.CardNumber;
import org.yima.platform.person.Insured;
import org.yima.platform.person.PersonName;
import org.yima.platform.store.MemoryKeys;
import org.yima.platform.transaction.Call;
import org.yima.platform.transaction.Outcome;
import org.yima.platform.transaction.Reason;
import org.yima.platform.transaction.Refusal;
import org.yima.settlement.Money;

/** What is refused of a code and of a token, and which refusal comes first. */
class CredentialsTest {
  private static final String CODE = "9900001234567890123456789012";
  private static final Call NOON = Places.call(Places.hospital("99000101", 3));

  private final Credentials credentials = new Credentials(MemoryKeys.vault(1), Optional.empty());

  /** The token was made at 99000101 from {@link #CODE} for person P1, 测试甲. */
  @ParameterizedTest
  @CsvSource({
    "fresh left  own    same,  P1, 测试甲,                  , all agree",
    "fresh left  own    same,  P1, ' 测试　甲 ',            , the name with blanks",
    "fresh left  own    same,  P1, 测试乙, HOLDER_DIFFERS,    another name",
    "fresh left  own    same,  P2, 测试甲, HOLDER_DIFFERS,    the id of another of that name",
    "fresh left  own    same,  '', 测试甲, HOLDER_DIFFERS,    an id that nobody has",
    "fresh left  others same,  P1, 测试甲, TOKEN_NOT_YOURS,   scanned elsewhere",
    "fresh left  others same,  P2, 测试乙, TOKEN_NOT_YOURS,   before the holder",
    "fresh left  own    other, P1, 测试甲, CODE_NOT_OF_TOKEN, the code of another scan",
    "fresh left  others other, P2, 测试乙, CODE_NOT_OF_TOKEN, before whose it is",
    "fresh ended own    same,  P1, 测试甲, TOKEN_EXPIRED,     at its very end",
    "fresh ended others other, P2, 测试乙, TOKEN_EXPIRED,     before the code",
    "used  left  own    same,  P1, 测试甲, TOKEN_USED,        used",
    "used  ended others other, P2, 测试乙, TOKEN_USED,        first of all",
  })
  void a_scan_is_refused_for_the_first_reason(
      String token, String person, String name, @Nullable Reason refused, String because) {
    String code = token.endsWith("same") ? CODE : "9900009999999999999999999999";
    Scan scan = ScanTest.scan(code, "990000token", name);
    assertThat(
            credentials
                .refusal(NOON, scan, token(token), insured(person))
                .map(Refusal::reason)
                .orElse(null))
        .as(because)
        .isEqualTo(refused);
  }

  private Token token(String facts) {
    return new Token(
        "P1",
        facts.contains("own") ? "99000101" : "99000102",
        HexFormat.of().formatHex(credentials.codeDigest(CODE)),
        facts.contains("left") ? Places.NOON.plusMillis(1) : Places.NOON,
        facts.contains("used"));
  }

  private static Optional<Insured> insured(String number) {
    if (number.isEmpty()) {
      return Optional.empty();
    }
    Scan scan = ScanTest.scan(CODE, "990000token", "测试甲");
    return Optional.of(
        new Insured(
            "990000",
            number,
            scan.id(),
            new PersonName("测试甲"),
            new CardNumber("D99000001"),
            "1",
            LocalDate.of(1990, 1, 1),
            null,
            null,
            Money.ZERO,
            Optional.empty()));
  }

  /** Codes of the national library, in spec/codes/ecerror.tsv. */
  @ParameterizedTest
  @CsvSource({
    "no,  1, ACTIVE,        , good",
    "no,  0, ACTIVE,    2002, run out",
    "yes, 1, ACTIVE,    2003, used",
    "yes, 0, CLOSED,    2003, used comes first",
    "no,  1, INACTIVE,  2004, never activated",
    "no,  1, SUSPENDED, 2005, suspended",
    "no,  1, CLOSED,    2005, closed",
    "no,  0, INACTIVE,  2002, run out comes before the credential",
  })
  void a_code_is_refused_by_the_national_librarys_codes(
      String used, int secondsLeft, State state, @Nullable Integer refused) {
    Instant until = Places.NOON.plusSeconds(secondsLeft);
    var code = new Code("P1", until, used.equals("yes"), state);
    assertThat(EcQuery.refusal(NOON, code).map(CredentialsTest::number).orElse(null))
        .isEqualTo(refused);
  }

  private static int number(Outcome<Decoded> outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    return ((Outcome.Done<Decoded>) outcome).answer().code();
  }
}
