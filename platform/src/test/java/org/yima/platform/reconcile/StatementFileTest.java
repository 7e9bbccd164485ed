package org.yima.platform.reconcile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yima.platform.reconcile.StatementFile.Statement;
import org.yima.protocol.spec.Spec;
import org.yima.settlement.Money;

/** The statement of a cycle as the hospital will unzip it (3.3.2.2). */
class StatementFileTest {
  private static final String CYCLE = "9900990001012024031510000001";

  private static StatementLine line(String kind, String order, String... yuan) {
    return new StatementLine(
        CYCLE,
        kind,
        order,
        "20240315000000000041",
        LocalDate.of(2024, 3, 15),
        Money.of(yuan[0]),
        Money.of(yuan[1]),
        Money.of(yuan[2]),
        Money.of(yuan[3]));
  }

  /** Total = funds + account + cash on every line; a refund is below zero throughout. */
  @ParameterizedTest
  @CsvSource({
    "pos, 1050 455 100 495,     |1050.00|455.00|100.00|495.00",
    "nag, -1050 -455 -100 -495, |-1050.00|-455.00|-100.00|-495.00",
    "pos, 0.05 0 0 0.05,        |0.05|0.00|0.00|0.05",
    "pos, 1234567.8 0 0 1234567.8, |1234567.80|0.00|0.00|1234567.80",
  })
  void a_line_has_the_columns_of_the_table(String kind, String yuan, String end) {
    String text = line(kind, "DD0001", yuan.split(" ", -1)).text('|');
    assertThat(text)
        .isEqualTo(CYCLE + "|" + kind + "|DD0001|20240315000000000041|2024-03-15" + end);
    assertThat(text.split("\\|", -1)).hasSameSizeAs(Spec.get().table("statement").fields());
  }

  @Test
  void lines_end_in_cr_lf_and_stand_in_one_entry() throws IOException {
    var file = new StatementFile(CYCLE, '|');
    file.add(line("pos", "DD0001", "1050", "455", "100", "495"));
    file.add(line("nag", "DD0001", "-1050", "-455", "-100", "-495"));
    file.add(line("pos", "DD0002", "12.50", "0", "12.50", "0"));
    Statement statement = file.finish();
    String expected =
        CYCLE
            + "|pos|DD0001|20240315000000000041|2024-03-15|1050.00|455.00|100.00|495.00\r\n"
            + CYCLE
            + "|nag|DD0001|20240315000000000041|2024-03-15|-1050.00|-455.00|-100.00|-495.00\r\n"
            + CYCLE
            + "|pos|DD0002|20240315000000000041|2024-03-15|12.50|0.00|12.50|0.00\r\n";
    assertThat(unzipped(statement)).isEqualTo(expected);
    assertThat(statement.count()).isEqualTo(3);
    assertThat(statement.amount()).isEqualTo(Money.of("12.50"));
    assertThat(statement.sm3()).isEqualTo(sm3(expected));
  }

  /** What hospitals bear and keep is a sum beside the file (decisions §9). */
  @Test
  void a_fixed_price_leaves_a_difference() {
    var file = new StatementFile(CYCLE, '|');
    file.add(line("pos", "DD0001", "4200", "4000", "0", "1000"));
    file.add(line("pos", "DD0002", "5300.01", "4000", "0", "1000"));
    file.add(line("nag", "DD0001", "-4200", "-4000", "0", "-1000"));
    file.add(line("pos", "DD0003", "100", "50", "0", "50"));
    assertThat(file.finish().hospitalBorne()).isEqualTo(Money.of("300.01"));
  }

  @ParameterizedTest
  @ValueSource(chars = {'|', ',', ';', '!', '~', '^', '$', '\t'})
  void columns_are_separated_as_the_institution_has_it(char separator) throws IOException {
    var file = new StatementFile(CYCLE, separator);
    file.add(line("nag", "a.b_c:d/e#f@g+h*i-j", "-1050", "-455", "-100", "-495"));
    String text = unzipped(file.finish());
    assertThat(text.strip().split(Pattern.quote(String.valueOf(separator)), -1))
        .hasSameSizeAs(Spec.get().table("statement").fields())
        .contains("a.b_c:d/e#f@g+h*i-j", "-1050.00", "2024-03-15");
  }

  /** Lines are gone once they are written: what is kept is the file, and no more than its limit. */
  @Test
  void many_lines_make_a_small_file_and_too_many_none() throws IOException {
    var file = new StatementFile(CYCLE, '|');
    for (int i = 0; i < 200_000; i++) {
      file.add(line("pos", "DD" + i, "1050", "455", "100", "495"));
    }
    Statement statement = file.finish();
    assertThat(statement.count()).isEqualTo(200_000);
    assertThat(statement.amount()).isEqualTo(Money.of("210000000"));
    assertThat(statement.file()).hasSizeLessThan(200_000 * 16);
    assertThat(unzipped(statement)).hasLineCount(200_000);

    var bounded = new StatementFile(CYCLE, '|', 4_000);
    assertThatExceptionOfType(StatementFile.TooLarge.class)
        .isThrownBy(() -> {
          for (int i = 0; i < 200_000; i++) {
            bounded.add(line("pos", "DD" + i, "1050", "455", "100", "495"));
          }
        });
  }

  @Test
  void a_cycle_without_business_has_an_empty_file() throws IOException {
    Statement statement = new StatementFile(CYCLE, '|').finish();
    assertThat(unzipped(statement)).isEmpty();
    assertThat(statement.count()).isZero();
    assertThat(statement.amount()).isEqualTo(Money.ZERO);
    assertThat(statement.sm3()).isEqualTo(sm3(""));
  }

  private static String unzipped(Statement statement) throws IOException {
    byte[] zipped = Base64.getDecoder().decode(statement.file());
    try (var zip = new ZipInputStream(new ByteArrayInputStream(zipped))) {
      ZipEntry entry = zip.getNextEntry();
      assertThat(entry).isNotNull();
      assertThat(entry.getName()).isEqualTo(CYCLE + ".txt");
      String text = new String(zip.readAllBytes(), UTF_8);
      assertThat(zip.getNextEntry()).isNull();
      return text;
    }
  }

  private static String sm3(String text) {
    var digest = new SM3Digest();
    byte[] bytes = text.getBytes(UTF_8);
    digest.update(bytes, 0, bytes.length);
    byte[] out = new byte[32];
    digest.doFinal(out, 0);
    return HexFormat.of().formatHex(out);
  }
}
