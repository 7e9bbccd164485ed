package org.yima.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.SortedMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.util.encoders.Hex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yima.protocol.Form;
import org.yima.securitypkg.Suite;

/** The statement: unpacked, checked against what came with it, and against itself. */
final class StatementTest {
  private static final String TEXT =
      """
      ZQ1|pos|DD0001|JS0001|2026-03-02|84.00|40.00|30.00|14.00
      ZQ1|pos|DD0002|JS0002|2026-03-02|1000.00|900.50|0.00|99.50
      ZQ1|nag|DD0001|FJ0001|2026-03-02|-84.00|-40.00|-30.00|-14.00
      """
          .replace("\n", "\r\n");

  private static String zip(String... texts) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < texts.length; i++) {
        zip.putNextEntry(new ZipEntry("ZQ1" + (i == 0 ? "" : i) + ".txt"));
        zip.write(texts[i].getBytes(StandardCharsets.UTF_8));
      }
    }
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  private static String sm3(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    var digest = new SM3Digest();
    digest.update(bytes, 0, bytes.length);
    byte[] value = new byte[32];
    digest.doFinal(value, 0);
    return Hex.toHexString(value);
  }

  private static SortedMap<String, String> reply(String text) throws IOException {
    SortedMap<String, String> reply = ScriptedPlatform.done();
    reply.put("file", zip(text));
    reply.put("sm3", sm3(text));
    return reply;
  }

  private static SortedMap<String, String> good() throws IOException {
    SortedMap<String, String> reply = reply(TEXT);
    reply.put("count", "3");
    reply.put("amount", "1000.00");
    return reply;
  }

  private static Statement read(SortedMap<String, String> reply) throws UnreadableAnswer {
    return Statement.read(Form.of(reply), "|");
  }

  @Test
  void overTheWire() throws Exception {
    try (var platform = new ScriptedPlatform(Suite.SM)) {
      platform.then(ScriptedPlatform.answer(good()));
      Statement statement = platform.client().statement(Samples.CYCLE).value();
      assertThat(platform.lastTransdata()).contains("<busicycleno>" + Samples.CYCLE.number());
      assertThat(statement).hasToString("statement of 3 lines, 100000 fen");
      assertThat(statement.fundsFen()).isEqualTo(900_50);
      assertThat(statement.accountFen()).isZero();
      assertThat(statement.cashFen()).isEqualTo(99_50);
      assertThat(statement.hospitalFen()).isZero();
    }
  }

  @Test
  void aLine() throws Exception {
    StatementLine refund = read(good()).lines().getLast();
    assertThat(refund.isRefund()).isTrue();
    assertThat(refund.cycleNumber()).isEqualTo("ZQ1");
    assertThat(refund.orderNumber()).isEqualTo("DD0001");
    assertThat(refund.settlementNumber()).isEqualTo("FJ0001");
    assertThat(refund.date()).isEqualTo(LocalDate.of(2026, 3, 2));
    assertThat(refund.totalFen()).isEqualTo(-84_00);
    assertThat(refund.fundsFen()).isEqualTo(-40_00);
    assertThat(refund.accountFen()).isEqualTo(-30_00);
    assertThat(refund.cashFen()).isEqualTo(-14_00);
    assertThat(read(good()).lines().getFirst().isRefund()).isFalse();
  }

  @Test
  void anEmptyCycle() throws Exception {
    SortedMap<String, String> reply = reply("");
    reply.put("count", "0");
    reply.put("amount", "0.00");
    assertThat(read(reply).lines()).isEmpty();
  }

  @Test
  void withoutTheExtraElementsItIsReadAllTheSame() throws Exception {
    SortedMap<String, String> reply = ScriptedPlatform.done();
    reply.put("file", zip(TEXT.stripTrailing()));
    assertThat(read(reply).lines()).hasSize(3);
  }

  @Test
  void anotherSeparator() throws Exception {
    SortedMap<String, String> reply = reply(TEXT.replace("|", "||"));
    assertThat(Statement.read(Form.of(reply), "||").lines()).hasSize(3);
  }

  @Test
  void whatTheHospitalBearsMakesUpTheDifference() throws Exception {
    String text = "ZQ1|pos|DD0001|JS0001|2026-03-02|84.00|40.00|30.00|10.00";
    SortedMap<String, String> reply = reply(text);
    reply.put("bkc135", "4.00");
    assertThat(read(reply).hospitalFen()).isEqualTo(4_00);
  }

  @ParameterizedTest
  @CsvSource({
    "count,  2,                                statement disagrees with its count",
    "amount, 1000.01,                          statement disagrees with its amount",
    "amount, x,                                amount",
    "sm3,    00,                               statement disagrees with its sm3",
    "bkc135, 0.01,                             statement disagrees with its sum of the columns",
    "file,   '',                               file",
    "file,   !!!!,                             file: no zip with one entry",
  })
  void aDisagreementIsNamed(String element, String value, String named) throws Exception {
    SortedMap<String, String> reply = good();
    reply.put(element, value);
    assertThatExceptionOfType(UnreadableAnswer.class)
        .isThrownBy(() -> read(reply))
        .withMessage(named);
  }

  @ParameterizedTest
  @CsvSource({
    "ZQ1|pos|DD0001|JS0001|2026-03-02|84.00|40.00|30.00",
    "ZQ1|pos|DD0001|JS0001|2026-03-02|84.00|40.00|30.00|14.00|",
    "ZQ1|pay|DD0001|JS0001|2026-03-02|84.00|40.00|30.00|14.00",
    "ZQ1|pos|DD0001|JS0001|2026-02-30|84.00|40.00|30.00|14.00",
    "ZQ1|pos|DD0001|JS0001|2026-03-02|84.001|40.00|30.00|14.00",
  })
  void aLineThatIsNoneIsNamedByItsNumber(String line) throws Exception {
    SortedMap<String, String> reply = reply(TEXT + line);
    assertThatExceptionOfType(UnreadableAnswer.class)
        .isThrownBy(() -> read(reply))
        .withMessage("statement line 4");
  }

  @Test
  void twoEntriesAreOneTooMany() throws Exception {
    SortedMap<String, String> reply = good();
    reply.put("file", zip(TEXT, TEXT));
    assertThatExceptionOfType(UnreadableAnswer.class)
        .isThrownBy(() -> read(reply))
        .withMessage("file: more than one entry");
  }

  @Test
  void aZipThatWasCutShortIsNone() throws Exception {
    String whole = zip(TEXT);
    SortedMap<String, String> reply = good();
    reply.put("file", whole.substring(0, whole.length() / 8 * 4));
    assertThatExceptionOfType(UnreadableAnswer.class)
        .isThrownBy(() -> read(reply))
        .withMessage("file: neither Base64 nor zip");
  }

  @Test
  void unpackingStopsAtTheBound() throws Exception {
    String bomb = zip("0".repeat(100_001));
    assertThatExceptionOfType(UnreadableAnswer.class)
        .isThrownBy(() -> StatementFile.unpack(bomb, 100_000))
        .withMessage("file: more than 100000 bytes");
    assertThat(StatementFile.unpack(bomb, 100_001).sm3()).isEqualTo(sm3("0".repeat(100_001)));
  }
}
