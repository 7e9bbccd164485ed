package org.yima.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.yima.platform.transaction.Call;
import org.yima.sandbox.Demo;
import org.yima.sandbox.KeyFolder;
import org.yima.sandbox.MovableClock;
import org.yima.sandbox.Sandbox;

/** What an operator does beside a running server, after the demo's morning at the tills. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OfficeCommandsTest {
  @TempDir static Path folder;

  private static Sandbox sandbox;
  private static Connection connection;
  private static Path settings;

  @BeforeAll
  static void aMorning() throws Exception {
    var clock = new MovableClock(Clock.system(Call.ZONE));
    sandbox = Sandbox.start(folder, 0, clock);
    var story = new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8);
    assertThat(new Demo(sandbox, clock, story, false).run()).isTrue();
    connection = DriverManager.getConnection(sandbox.databaseUrl());
    settings = folder.resolve("office.properties");
    Files.writeString(
        settings,
        """
        spring.datasource.url=%s
        spring.datasource.username=postgres
        yima.keys.columns=%s
        yima.keys.password=%s
        """
            .formatted(
                sandbox.databaseUrl(), folder.resolve("keys/columns.p12"), KeyFolder.PASSWORD));
  }

  @AfterAll
  static void stop() throws SQLException {
    connection.close();
    sandbox.close();
  }

  private static Run office(String command, String... arguments) {
    var all = new ArrayList<String>();
    all.add(command);
    all.add("--config");
    all.add(settings.toString());
    all.addAll(List.of(arguments));
    return Run.yima(all.toArray(String[]::new));
  }

  private static String one(String query) throws SQLException {
    try (var statement = connection.createStatement();
        ResultSet found = statement.executeQuery(query)) {
      assertThat(found.next()).as(query).isTrue();
      return found.getString(1);
    }
  }

  private static void tell(String change) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(change);
    }
  }

  /** Everybody has signed out: a reversal needs an open cycle to stand in. */
  @Test
  @Order(1)
  void aPaymentIsReversedByTwoPeople() throws SQLException {
    String order =
        one(
            """
            select hospcode || ' ' || order_no from payment_order
             where state = '2' and order_type <> 'hishospzed' order by registered_at limit 1
            """);
    String[] named = order.split(" ", -1);
    Run noProposal = office("reverse", "approve", named[0], named[1], "--operator", "李四测试");
    assertThat(noProposal.code()).isEqualTo(1);
    assertThat(noProposal.err()).contains("没有待复核的冲正");

    Run proposed =
        office("reverse", "propose", named[0], named[1], "--reason", "测试", "--operator", "张三测试");
    assertThat(proposed.code()).as(proposed.err()).isZero();
    assertThat(proposed.out()).contains("等待另一人复核");
    Run alone = office("reverse", "approve", named[0], named[1], "--operator", "张三测试");
    assertThat(alone.code()).isEqualTo(1);
    assertThat(alone.err()).contains("复核人不能是提出人");
    Run closed = office("reverse", "approve", named[0], named[1], "--operator", "李四测试");
    assertThat(closed.code()).isEqualTo(1);
    assertThat(closed.err()).as("everybody has signed out").contains("没有未签退的业务周期");
    Run rejected = office("reverse", "reject", named[0], named[1], "--operator", "张三测试");
    assertThat(rejected.code()).isZero();
    assertThat(rejected.out()).contains("支付不变");
    carriedOutOnceACycleIsOpen(named);
  }

  private static void carriedOutOnceACycleIsOpen(String[] order) throws SQLException {
    tell(
        """
        update business_cycle set closed_at = null, expires_at = now() + interval '1 day'
         where cycle_no = (select max(cycle_no) from business_cycle
                            where hospcode = '%s' and not out_of_region)
        """
            .formatted(order[0]));
    office("reverse", "propose", order[0], order[1], "--reason", "测试", "--operator", "张三测试");
    Run approved = office("reverse", "approve", order[0], order[1], "--operator", "李四测试");
    assertThat(approved.code()).as(approved.err()).isZero();
    assertThat(approved.out()).contains("已冲正", "反结算流水号");
    assertThat(one("select state from payment_order where order_no = '" + order[1] + "'"))
        .isEqualTo("5");
    assertThat(one("select count(*) from reversal where approved_by = '李四测试'")).isEqualTo("1");
  }

  @Test
  @Order(2)
  void theTrailOfTheMorningIsGood() throws SQLException {
    Run verified = office("audit", "verify");
    assertThat(verified.code()).as(verified.out()).isZero();
    assertThat(verified.out()).contains("没有发现问题", "个区块");
    assertThat(office("audit", "heads").out()).as("no day has ended yet").isBlank();
  }

  @Test
  @Order(3)
  void headsThatWereKeptAreCompared() throws IOException {
    Path kept = folder.resolve("heads.txt");
    Files.writeString(kept, "yima-audit 530400 2020-01-01 1 " + "0".repeat(64) + "\n\n");
    Run verified = office("audit", "verify", "--heads", kept.toString());
    assertThat(verified.code()).isEqualTo(1);
    assertThat(verified.out()).contains("530400 与签名的链头不符：2020-01-01", "共 1 处不符");
    Files.writeString(kept, "something else\n");
    Run wrong = office("audit", "verify", "--heads", kept.toString());
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err()).contains("应为 yima-audit");
  }

  @Test
  @Order(4)
  void aChangedEntryIsNamed() throws SQLException {
    while (!one("select count(*) from audit_unsealed").equals("0")) {
      Thread.onSpinWait();
    }
    String entry = one("select min(entry_no) from audit_entry where transaction = 'ST007'");
    tell("set session_replication_role = replica");
    tell("update audit_entry set outcome = 'E1203' where entry_no = " + entry);
    Run verified = office("audit", "verify");
    assertThat(verified.code()).isEqualTo(1);
    assertThat(verified.out()).contains("条目被改动：" + entry);
  }

  @Test
  @Order(5)
  void eventsAreListedAndSentAgain() throws SQLException {
    Run standing = office("events", "standing");
    assertThat(standing.out()).contains("04010089     PULL", "04010003     PULL");
    Run list = office("events", "list", "04010003", "--most", "3");
    assertThat(list.out().lines()).hasSize(3);
    assertThat(list.out()).contains(" reversed ", " PULL ", "尝试 0 次");
    assertThat(office("events", "replay", "04010003").out())
        .as("what is fetched is not sent")
        .startsWith("0 条");
    tell(
        "update outbox set callback = 'https://his.example/a', state = 'PARKED', attempts = 16"
            + " where hospcode = '04010003' and event_seq in (1, 2, 3)");
    tell(
        "update outbox set happened_at = now() - interval '31 days'"
            + " where hospcode = '04010003' and event_seq = 3");
    assertThat(office("events", "replay", "04010003", "--to", "1").out()).startsWith("1 条");
    assertThat(office("events", "replay", "04010003").out())
        .as("the third is too old")
        .startsWith("1 条");
    tell(
        "update outbox set state = 'DELIVERED', due_at = null"
            + " where hospcode = '04010003' and event_seq = 1");
    assertThat(office("events", "replay", "04010003").out()).startsWith("0 条");
    assertThat(office("events", "replay", "04010003", "--delivered").out()).startsWith("1 条");
  }

  @Test
  @Order(6)
  void oldEventsAreCleaned() throws SQLException {
    String before = one("select count(*) from outbox");
    assertThat(office("events", "clean", "--before", "2099-01-01").out())
        .as("nothing is ninety days old")
        .contains("已删除 0 条");
    tell(
        "update outbox set happened_at = now() - interval '91 days'"
            + " where hospcode = '04010089' and state = 'PULL'");
    String old = one("select count(*) from outbox where hospcode = '04010089'");
    assertThat(office("events", "clean", "--before", "2099-01-01").out())
        .contains("已删除 " + old + " 条");
    assertThat(Long.parseLong(one("select count(*) from outbox")))
        .isEqualTo(Long.parseLong(before) - Long.parseLong(old));
  }

  @Test
  @Order(7)
  void withoutASubcommandItSaysSo() {
    Run bare = office("audit");
    assertThat(bare.code()).isEqualTo(2);
    assertThat(bare.err()).contains("请给出子命令", "verify", "heads");
    assertThat(Run.yima("audit", "verify").err()).contains("--config");
    assertThat(office("events").err()).contains("standing", "list", "replay", "clean");
    assertThat(office("events", "clean").err()).contains("--before");
  }
}
