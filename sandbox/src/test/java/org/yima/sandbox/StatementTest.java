package org.yima.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yima.protocol.Form;
import org.yima.settlement.Money;

/** ST099 as a hospital's accountant receives it: unzipped by the system's own {@code unzip}. */
@ExtendWith(Scene.Shared.class)
class StatementTest {
  @TempDir Path folder;

  @Test
  void theStatementIsTheLedgerToTheFen(Scene scene) throws Exception {
    Hospital at = scene.hospital();
    String cycle = at.signIn("S1", "0");
    List<String> expected = new ArrayList<>();
    for (String who : List.of("在职职工", "退休职工", "城乡居民", "账户已空的职工")) {
      String number = Scene.number();
      Paid paid = pay(at, number, cycle, who, "333.33");
      expected.add(
          String.join(
              "|",
              cycle,
              "pos",
              number,
              paid.balance().textOf("balanceno"),
              "2026-03-10",
              paid.balance().textOf("akc264"),
              paid.balance().textOf("akc260"),
              paid.balance().textOf("akc255"),
              paid.balance().textOf("akc261")));
    }
    String text = statement(at, cycle);
    assertThat(text).isEqualTo(String.join("\r\n", expected) + "\r\n");
    assertThat(sums(text)).isEqualTo(ledger(scene, cycle));

    at.call("ST002", CycleCases.naming(at, cycle));
    assertThat(statement(at, cycle)).as("after signing out").isEqualTo(text);
  }

  @Test
  void anEmptyCycleHasAnEmptyStatement(Scene scene) throws Exception {
    Hospital at = scene.hospital();
    assertThat(statement(at, at.signIn("S2", "0"))).isEmpty();
  }

  /** A visitor's bill is in the out-of-region cycle's statement, and in no other. */
  @Test
  void aVisitorIsInTheOutOfRegionStatement(Scene scene) throws Exception {
    Hospital at = scene.at(Scene.TOWNSHIP_RSA);
    String local = at.signIn("S3", "0");
    String visitors = at.signIn("S3", "1");
    String number = Scene.number();
    Paid paid = pay(at, number, visitors, "外地退休职工", "700.00");
    assertThat(paid.value("sidistrictcode")).isEqualTo("210600");
    assertThat(statement(at, visitors))
        .startsWith(visitors + "|pos|" + number + "|" + paid.balance().textOf("balanceno") + "|")
        .endsWith("\r\n")
        .hasLineCount(1);
    assertThat(statement(at, local)).isEmpty();
    assertThat(scene.tables.one("select person_district from posting where cycle_no = ?", visitors))
        .isEqualTo("210600");
  }

  /** What {@code |} does for one hospital, a tab may do for another. */
  @Test
  void columnsAreSeparatedAsTheInstitutionHasIt(Scene scene) throws Exception {
    Hospital at = scene.hospital();
    String cycle = at.signIn("S4", "0");
    pay(at, Scene.number(), cycle, "在职职工", "12.00");
    String usual = statement(at, cycle);
    separator(scene, "\t");
    try {
      assertThat(text(fetched(at, cycle), cycle)).isEqualTo(usual.replace('|', '\t'));
    } finally {
      separator(scene, "|");
    }
  }

  private static void separator(Scene scene, String separator) {
    scene.tables.tell(
        "update institution set statement_separator = ? where hospcode = ?",
        separator,
        Scene.HOSPITAL);
    scene.registryMoved();
  }

  /**
   * Whatever an order number, an amount or a date may hold is no separator; the database says so.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {".", "-", "/", ":", "_", "+", "#", "@", "*", "0", "A", "", "||", "，", "\n"})
  void whatMayStandInAColumnSeparatesNone(String separator, Scene scene) {
    assertThatIllegalStateException()
        .isThrownBy(() ->
            scene.tables.tell(
                "update institution set statement_separator = ? where hospcode = ?",
                separator,
                Scene.HOSPITAL))
        .havingCause()
        .withMessageContaining("statement_separator");
  }

  @Test
  void manyLinesAreCountedSummedAndAllThere(Scene scene) throws Exception {
    Hospital at = scene.hospital();
    String cycle = at.signIn("S5", "0");
    scene.tables.tell(
        """
        insert into posting select '530400', -n, n, 'pos', ?, ?, 'MANY' || n, now(), '530400', '1',
          n, -n, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 from generate_series(1, 50000) n
        """,
        Scene.HOSPITAL,
        cycle);
    try {
      String text = statement(at, cycle);
      assertThat(text).hasLineCount(50_000);
      assertThat(sums(text)).isEqualTo(ledger(scene, cycle));
    } finally {
      scene.tables.tell("delete from posting where cycle_no = ?", cycle);
    }
  }

  private static Paid pay(Hospital at, String number, String cycle, String who, String amount) {
    var order = at.order(number, cycle, at.scan(Hospital.person(who))).line("XA0001", amount);
    return Paid.of(at.call("ST007", order.xml()));
  }

  /** Fetches, unzips and checks a statement against the figures that come with it. */
  private String statement(Hospital at, String cycle) throws IOException, InterruptedException {
    Form reply = fetched(at, cycle);
    String lines = text(reply, cycle);
    assertThat(value(reply, "count")).isEqualTo(String.valueOf(lines.lines().count()));
    assertThat(value(reply, "amount")).isEqualTo(sums(lines).getFirst());
    return lines;
  }

  private static Form fetched(Hospital at, String cycle) {
    Form reply = at.call("ST099", CycleCases.naming(at, cycle));
    assertThat(Hospital.outcome(reply)).isEqualTo("00");
    return reply;
  }

  private String text(Form reply, String cycle) throws IOException, InterruptedException {
    Path zip = folder.resolve(cycle + Scene.number() + ".zip");
    Files.write(zip, Base64.getDecoder().decode(value(reply, "file")));
    assertThat(new String(unzip("-Z1", zip), StandardCharsets.UTF_8).strip())
        .as("the one entry")
        .isEqualTo(cycle + ".txt");
    byte[] text = unzip("-p", zip);
    var digest = new SM3Digest();
    digest.update(text, 0, text.length);
    byte[] sm3 = new byte[digest.getDigestSize()];
    digest.doFinal(sm3, 0);
    assertThat(value(reply, "sm3")).isEqualTo(HexFormat.of().formatHex(sm3));
    return new String(text, StandardCharsets.UTF_8);
  }

  private static byte[] unzip(String option, Path zip) throws IOException, InterruptedException {
    Process unzip = new ProcessBuilder("unzip", option, zip.toString()).start();
    byte[] out = unzip.getInputStream().readAllBytes();
    assertThat(unzip.waitFor()).as("unzip " + option).isZero();
    return out;
  }

  private static String value(Form reply, String name) {
    return Objects.requireNonNull(reply.get(name), name);
  }

  /** Total, funds, account and cash of all lines. */
  private static List<String> sums(String text) {
    List<Money> sums = new ArrayList<>(List.of(Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO));
    for (String line : text.lines().toList()) {
      List<String> columns = List.of(line.split("\\|", -1));
      assertThat(columns).hasSize(9);
      for (int i = 0; i < sums.size(); i++) {
        sums.set(i, sums.get(i).plus(Money.of(columns.get(5 + i))));
      }
    }
    return sums.stream().map(Money::toString).toList();
  }

  /** The same from the postings; who pays is negative there. */
  private static List<String> ledger(Scene scene, String cycle) {
    return scene
        .tables
        .ask(
            """
            select sum(institution), -sum(basic_fund + large_amount_fund + civil_servant_fund
                     + special_care_fund + retired_cadre_fund + pensioner_fund + enterprise_fund
                     + other_funds + medical_assistance + medical_relief),
                   -sum(personal_account), -sum(cash)
              from posting where cycle_no = ?
            """,
            cycle)
        .getFirst()
        .stream()
        .map(fen -> Money.ofFen(Long.parseLong(fen)).toString())
        .toList();
  }
}
