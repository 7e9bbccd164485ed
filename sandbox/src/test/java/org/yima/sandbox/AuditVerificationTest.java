package org.yima.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.yima.platform.audit.AuditReport;
import org.yima.platform.audit.Finding;
import org.yima.platform.audit.Finding.Kind;
import org.yima.platform.audit.Head;
import org.yima.platform.audit.Verification;

/**
 * What somebody who owns the database may do to the audit trail, and what {@code audit verify} says
 * of it. Each change is undone after it was found.
 */
class AuditVerificationTest {
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final String DISTRICT = "530400";

  private static final Logger SEALER =
      (Logger) LoggerFactory.getLogger("org.yima.platform.audit.Sealer");

  @TempDir static Path folder;

  private static SettableClock clock;
  private static Sandbox sandbox;
  private static Bureau bureau;
  private static Verification verification;

  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @BeforeAll
  static void aDayOfBusiness() throws IOException {
    clock = new SettableClock(Scene.MORNING, Hospital.ZONE);
    sandbox = Sandbox.start(folder, 0, clock);
    bureau = Bureau.open(sandbox.databaseUrl(), folder, folder.resolve("keys/columns.p12"));
    verification = bureau.get(Verification.class);
    Hospital at = Hospital.first(sandbox, clock);
    for (int block = 1; block <= 3; block++) {
      for (int i = 0; i < 4; i++) {
        at.call("ST009", Hospital.xml(Map.of("orderid", "V" + block + i)));
      }
      waitFor(() -> bureau.one("select count(*) from audit_unsealed").equals("0"));
    }
    clock.advance(Duration.ofDays(1));
    waitFor(() -> bureau.one("select count(*) from audit_head").equals("1"));
    bureau.tell("set session_replication_role = replica");
  }

  @AfterAll
  static void stop() throws IOException {
    bureau.close();
    sandbox.close();
  }

  private static void waitFor(BooleanSupplier done) {
    Instant end = Instant.now().plus(PATIENCE);
    while (!done.getAsBoolean()) {
      assertThat(Instant.now()).isBefore(end);
      Thread.onSpinWait();
    }
  }

  private static List<String> kinds(AuditReport report) {
    return report.findings().stream().map(Finding::kind).map(Kind::name).distinct().toList();
  }

  @Test
  void whatNobodyTouchedIsGood() {
    AuditReport report = verification.verify(verification.heads());
    assertThat(report.findings()).isEmpty();
    assertThat(report.isGood()).isTrue();
    assertThat(report.districts()).isEqualTo(1);
    assertThat(report.blocks()).isGreaterThanOrEqualTo(3);
    assertThat(report.entries()).isEqualTo(12);
    assertThat(report.unsealed()).isZero();
    assertThat(report.keyGone()).isZero();
    assertThat(report.heads()).isEqualTo(1);
    assertThat(report.signers()).hasSize(1);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("org.yima.sandbox.Tampering#all")
  void everyChangeIsFound(Tampering tampering) {
    List<Head> kept = verification.heads();
    List<String> tables =
        List.of("audit_entry", "audit_block", "audit_chain", "audit_head", "audit_unsealed");
    tables.forEach(t -> bureau.tell("create table kept_" + t + " as select * from " + t));
    try {
      bureau.tell(tampering.change());
      AuditReport report = verification.verify(kept);
      assertThat(kinds(report))
          .as("%s", report.findings())
          .contains(tampering.found().split(" ", -1));
      assertThat(report.findings()).allMatch(finding -> finding.district().equals(DISTRICT));
      assertThat(report.isGood()).isFalse();
    } finally {
      for (String table : tables) {
        bureau.tell("delete from " + table);
        bureau.tell("insert into " + table + " select * from kept_" + table);
        bureau.tell("drop table kept_" + table);
      }
    }
    assertThat(verification.verify(kept).findings()).as("put back").isEmpty();
  }

  /** Who can write to the database and has no column key: also where the sealer took it in. */
  @Test
  void anEntryOfNobodyIsFound() {
    enter("'subject', 'FORGED'");
    assertThat(kinds(verification.verify(List.of()))).containsExactly("NOT_OURS");
    assertThat(whatTheSealerSays())
        .containsExactly("ERROR 1 audit entries of 530400 were entered by no server");
    AuditReport sealed = verification.verify(List.of());
    assertThat(kinds(sealed)).containsExactly("NOT_OURS");
    assertThat(sealed.findings().getFirst().sentence())
        .isEqualTo("530400 条目不是平台写入的：99 (an entry was not entered by the platform)");
    takeBack();
  }

  /** Another server may have activated a key that this one has not got yet. */
  @Test
  void anEntryUnderAKeyThatIsNotHereIsNoAlarm() {
    enter("'proof', '\\x7f' || substring(e.proof::text from 5)");
    assertThat(whatTheSealerSays())
        .containsExactly(
            "WARN 1 audit entries of 530400 were made with a column key that this server lacks");
    AuditReport sealed = verification.verify(List.of());
    assertThat(sealed.findings()).isEmpty();
    assertThat(sealed.keyGone()).isEqualTo(1);
    takeBack();
  }

  /** A copy of an entry that differs in this, not yet sealed. */
  private void enter(String difference) {
    log.start();
    SEALER.addAppender(log);
    bureau.tell(
        """
        insert into audit_entry select (jsonb_populate_record(e, jsonb_build_object(
          'entry_no', 99, %s))).* from audit_entry e where subject = 'V11';
        insert into audit_unsealed values ('530400', 99)
        """
            .formatted(difference));
  }

  private List<String> whatTheSealerSays() {
    waitFor(() -> bureau.one("select count(*) from audit_unsealed").equals("0"));
    SEALER.detachAppender(log);
    return log.list.stream()
        .map(said -> said.getLevel() + " " + said.getFormattedMessage())
        .toList();
  }

  private static void takeBack() {
    bureau.tell("delete from audit_entry where entry_no = 99");
    bureau.tell("delete from audit_block where block_no = (select max(block_no) from audit_block)");
    bureau.tell(
        """
        update audit_chain c set (block_no, chain) = (select b.block_no, b.chain
          from audit_block b order by b.block_no desc limit 1)
        """);
  }

  /** A tail that nobody seals, longer than what is looked at in one piece. */
  @Test
  void everyEntryOfALongTailIsLookedAt() throws Exception {
    bureau.tell("insert into audit_chain values ('530499', 0, decode(repeat('00', 32), 'hex'))");
    try (Connection sealer = DriverManager.getConnection(sandbox.databaseUrl());
        Statement holding = sealer.createStatement()) {
      sealer.setAutoCommit(false);
      holding.execute("select from audit_chain where district = '530499' for update");
      bureau.tell(
          """
          insert into audit_entry select (jsonb_populate_record(e, jsonb_build_object(
            'district', '530499', 'entry_no', n, 'subject', 'LONG'))).*
              from audit_entry e, generate_series(1, 20001) n where subject = 'V11';
          insert into audit_unsealed select '530499', n from generate_series(1, 20001) n
          """);
      AuditReport report = verification.verify(List.of());
      assertThat(report.unsealed()).isEqualTo(20_001);
      assertThat(report.found()).as("nobody of ours made them").isEqualTo(20_001);
    } finally {
      bureau.tell("delete from audit_unsealed where district = '530499'");
      bureau.tell("delete from audit_entry where district = '530499'");
      bureau.tell("delete from audit_chain where district = '530499'");
    }
  }

  /** Nobody changes it by mistake, nor a program that is not meant to. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "update audit_entry set outcome = '00'",
        "update audit_entry set subject = ''",
        "delete from audit_entry",
        "truncate audit_entry",
        "update audit_block set sealed_at = now()",
        "delete from audit_block",
        "truncate audit_block",
        "update audit_head set day = day + 1",
        "delete from audit_head",
      })
  void theTablesAreOnlyAddedTo(String change) throws Exception {
    try (Audit other = Audit.of(sandbox.databaseUrl())) {
      assertThatThrownBy(() -> other.tell(change)).hasMessageContaining("is only ever added to");
    }
  }
}
