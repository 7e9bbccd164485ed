package org.yima.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bouncycastle.jcajce.provider.digest.SM3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yima.platform.audit.Verification;
import org.yima.platform.order.AdministrativeReversal;
import org.yima.platform.order.AdministrativeReversal.CannotReverse;
import org.yima.platform.store.StoreException;

/** What the scheme's own office does is entered in the audit trail as exchanges are. */
@ExtendWith(Scene.Shared.class)
class OfficeTrailTest {
  private static final String OF_FILE =
      """
      select district, hospcode, infosyscode, operator, transaction, subject, outcome
        from audit_entry where message = ? order by entry_no
      """;
  private static final String OF_ORDER =
      """
      select transaction || ' ' || operator || ' ' || outcome from audit_entry
       where district = '530400' and hospcode = ? and infosyscode = 'office' and subject = ?
       order by entry_no
      """;

  @TempDir Path folder;

  private final Scene scene;

  OfficeTrailTest(Scene scene) {
    this.scene = scene;
  }

  private Bureau bureau() {
    return Bureau.open(scene.sandbox.databaseUrl(), folder, scene.sandbox.keys().columns());
  }

  private static byte[] sm3(String text) {
    return new SM3.Digest().digest(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Of {@code credits} two: they are committed in parts. */
  @ParameterizedTest(name = "{0} {2}: {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "districts | district,name                    | 530400,示例统筹区     | 00",
        "districts | district,name                    | 53040,示例统筹区      | REFUSED",
        "districts | district,nama                    | 530400,示例统筹区     | REFUSED",
        "credits   | district,person_no,period,amount | 530400,NEW,2026-02,1.00 | BEGUN 00",
        "credits   | district,person_no,period,amount | 530400,NONE,2026-02,1.00 | REFUSED",
      })
  void everyFileIsEntered(String kind, String head, String row, String outcomes) {
    String person = scene.newcomer("0.00").person().number();
    String line = row.replace("NEW", person);
    try (Bureau bureau = bureau()) {
      bureau.load(kind, head, line);
    }
    String common = "000000, , office, 01, import " + kind + ", " + kind + ".csv, ";
    assertThat(scene.tables.ask(OF_FILE, sm3(head + "\n" + line + "\n")))
        .extracting(entry -> String.join(", ", entry))
        .endsWith(
            List.of(outcomes.split(" ", -1)).stream().map(common::concat).toArray(String[]::new));
  }

  /** Neither is there without the other. */
  @Test
  void whatCannotBeEnteredIsNotLoaded() {
    scene.tables.tell(
        "alter table audit_entry add constraint no_import check (transaction not like 'import%')"
            + " not valid");
    try (Bureau bureau = bureau()) {
      assertThatThrownBy(() -> bureau.load("districts", "district,name", "530400,另一个名字"))
          .isInstanceOf(StoreException.class);
      assertThat(bureau.one("select name from district where district = '530400'"))
          .isEqualTo("示例统筹区");
    } finally {
      scene.tables.tell("alter table audit_entry drop constraint no_import");
    }
  }

  /** 4,001 months in parts of 2,000 lines; the trail says that the first load did not end. */
  @Test
  void aFileThatWasCutOffHasBegunAndIsCompletedByTheNext() {
    String person = scene.newcomer("0.00").person().number();
    String[] months = months(person);
    scene.tables.tell(
        "alter table account_posting add constraint cut_off check (person_no <> '%s'"
                .formatted(person)
            + " or period <> '2100-01') not valid");
    try (Bureau bureau = bureau()) {
      assertThatThrownBy(() -> bureau.load("credits", months)).isInstanceOf(StoreException.class);
      assertThat(outcomes(months)).containsExactly("BEGUN");
      scene.tables.tell("alter table account_posting drop constraint cut_off");
      bureau.load("credits", months);
      assertThat(outcomes(months)).containsExactly("BEGUN", "BEGUN", "00");
    }
    assertThat(scene.tables.one("select balance from personal_account where person_no = ?", person))
        .as("no month twice")
        .isEqualTo("400100");
  }

  private static String[] months(String person) {
    return Stream.concat(
            Stream.of("district,person_no,period,amount"),
            IntStream.range(0, 4001)
                .mapToObj(month ->
                    "530400,%s,%04d-%02d,1.00"
                        .formatted(person, 1900 + month / 12, month % 12 + 1)))
        .toArray(String[]::new);
  }

  private List<String> outcomes(String... lines) {
    return scene.tables.ask(OF_FILE, sm3(String.join("\n", lines) + "\n")).stream()
        .map(List::getLast)
        .toList();
  }

  /** The file is known by its digest, and by nothing of what it says of people. */
  @Test
  void nothingOfTheFileIsInTheTrail() {
    String head = "district,person_no,id_type,id_no,name,card_no,sex,birth_date";
    try (Bureau bureau = bureau()) {
      bureau.load("people", head, "530400,P31,01,990000198001013331,测试无痕,C0003331,7,1980-01-01");
    }
    assertThat(scene.tables.one("select string_agg(e::text, ' ') from audit_entry e"))
        .contains("import people", "REFUSED")
        .doesNotContain("测试无痕", "990000198001013331", "C0003331", "P31");
  }

  /** Steps by 甲 and 乙 on a paid order; a refused one is entered too. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "propose 甲 approve 乙, reverse propose 甲 00;reverse approve 乙 00",
    "propose 甲 approve 甲, reverse propose 甲 00;reverse approve 甲 REFUSED",
    "propose 甲 propose 乙, reverse propose 甲 00;reverse propose 乙 REFUSED",
    "propose 甲 reject 乙,  reverse propose 甲 00;reverse reject 乙 00",
    "reject 乙,            reverse reject 乙 REFUSED",
  })
  void everyStepOfAReversalIsEntered(String steps, String entries) {
    String order = paid();
    String[] words = steps.split(" ", -1);
    for (int i = 0; i < words.length; i += 2) {
      take(words[i], order, words[i + 1]);
    }
    List<String> found =
        scene.tables.ask(OF_ORDER, Scene.HOSPITAL, order).stream().map(List::getFirst).toList();
    assertThat(String.join(";", found)).isEqualTo(entries);
  }

  private String paid() {
    Steps at = new Steps(scene.hospital(), scene.localCycle(scene.hospital()));
    return at.pay("在职职工", "5.00").value("orderid");
  }

  private void take(String step, String order, String operator) {
    AdministrativeReversal office = scene.sandbox.reversals();
    try {
      switch (step) {
        case "propose" -> office.propose(Scene.HOSPITAL, order, "测试原因", operator);
        case "approve" -> office.approve(Scene.HOSPITAL, order, operator);
        default -> office.reject(Scene.HOSPITAL, order, operator);
      }
    } catch (CannotReverse e) {
      assertThat(e).hasMessageContaining("(");
    }
  }

  /** As docs/operate/audit.md says: lengths are of bytes. */
  @Test
  void whatWasSaidIsKnownByItsDigest() {
    String order = paid();
    take("propose", order, "经办甲");
    String said = "7:propose,8:04010089,%d:%s,9:经办甲,".formatted(order.length(), order);
    assertThat(scene.tables.ask(OF_FILE, sm3(said)))
        .containsExactly(
            List.of("530400", "04010089", "office", "经办甲", "reverse propose", order, "00"));
    take("reject", order, "经办甲");
  }

  /** They are sealed with all others, imports in a chain of their own, and verified. */
  @Test
  void theyAreSealedAndVerified() {
    try (Bureau bureau = bureau()) {
      bureau.load("districts", "district,name", "530400,示例统筹区");
      String waiting = "select count(*) from audit_unsealed where district = '000000'";
      for (int i = 0; i < 600 && !bureau.one(waiting).equals("0"); i++) {
        LockSupport.parkNanos(50_000_000);
      }
      assertThat(bureau.one("select count(*) > 0 from audit_block where district = '000000'"))
          .isEqualTo("t");
      assertThat(bureau.get(Verification.class).verify(List.of()).findings()).isEmpty();
    }
  }
}
