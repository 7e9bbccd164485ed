package org.yima.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yima.platform.transaction.Call;
import org.yima.sandbox.KeyFolder;
import org.yima.sandbox.Sandbox;
import org.yima.sandbox.World;
import org.yima.securitypkg.CertificateIssuer;
import org.yima.securitypkg.KeyKind;
import org.yima.securitypkg.KeyUse;
import org.yima.securitypkg.PartyCertificate;

/** Those of {@code yima keys} that work on the registry beside a running server. */
class RegistryKeyCommandsTest {
  private static final String SYSTEM = World.places().getFirst().system().code();
  @TempDir static Path folder;

  private static Sandbox sandbox;

  /** A server that has the next column key in its file, and has had a message it cannot open. */
  @BeforeAll
  static void start() throws Exception {
    try (Sandbox before = Sandbox.start(folder, 0, Clock.system(Call.ZONE));
        HttpClient http = HttpClient.newHttpClient()) {
      http.send(
          HttpRequest.newBuilder(before.gateway())
              .header("Content-Type", "application/x-www-form-urlencoded;charset=UTF-8")
              .POST(HttpRequest.BodyPublishers.ofString("no form"))
              .build(),
          HttpResponse.BodyHandlers.discarding());
    }
    Path columns = folder.resolve("keys/columns.p12");
    assertThat(Run.line("keys columns add " + columns + " --password yima").code()).isZero();
    sandbox = Sandbox.start(folder, 0, Clock.system(Call.ZONE));
    settings("good", sandbox.databaseUrl(), columns, KeyFolder.PASSWORD);
    settings("password", sandbox.databaseUrl(), columns, "not-this-one");
    settings("absent", sandbox.databaseUrl(), folder.resolve("absent.p12"), KeyFolder.PASSWORD);
    String nowhere = "jdbc:postgresql://127.0.0.1:1/yima";
    settings("nowhere", nowhere, columns, KeyFolder.PASSWORD);
    Files.writeString(
        folder.resolve("partial.properties"),
        "spring.datasource.url=" + sandbox.databaseUrl() + "\n");
  }

  private static void settings(String name, String url, Path columns, String password)
      throws IOException {
    Files.writeString(
        folder.resolve(name + ".properties"),
        """
        spring.datasource.url=%s
        spring.datasource.username=postgres
        yima.keys.columns=%s
        yima.keys.password=%s
        """
            .formatted(url, columns, password));
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  private static Run keys(String line) {
    return Run.line("keys " + line + " --config " + folder.resolve("good.properties"));
  }

  private static PartyCertificate certificate(String party, int days) {
    Instant now = Instant.now();
    Instant from = now.minus(Duration.ofDays(90));
    Instant until = now.plus(Duration.ofDays(days));
    var issuer = CertificateIssuer.selfSigned("CA", KeyKind.SM2, from, until, new SecureRandom());
    return issuer.issue(party, KeyKind.SM2, KeyUse.BOTH, from, until).certificate();
  }

  private static Path pem(String name, PartyCertificate... certificates) throws IOException {
    var text = new StringBuilder();
    for (PartyCertificate each : certificates) {
      text.append(each.pem());
    }
    return Files.writeString(folder.resolve(name), text);
  }

  private static String listed(String options, PartyCertificate certificate) {
    Run list = keys("list" + options);
    assertThat(list.code()).as(list.err()).isZero();
    return list.out()
        .lines()
        .filter(line -> line.contains(certificate.certid()))
        .findFirst()
        .orElse("");
  }

  @Test
  void aCertificateIsEnteredListedAndRevoked() throws IOException {
    PartyCertificate good = certificate(SYSTEM, 300);
    PartyCertificate soon = certificate(SYSTEM, 20);
    Path der = Files.write(folder.resolve("soon.cer"), soon.der());
    Run entered = keys("import " + pem("good.pem", good) + " " + der);
    assertThat(entered.code()).as(entered.err()).isZero();
    assertThat(entered.out().lines()).hasSize(2).allMatch(line -> line.contains("已登记 (entered)"));
    assertThat(keys("import " + der).out()).contains("此前已登记 (was there)");
    assertThat(listed("", good)).contains(SYSTEM, "SM2", "签名、加密").doesNotContain("expires");
    assertThat(listed("", soon)).contains("即将到期 (expires soon)");
    assertThat(listed(" --expiring", soon)).contains(SYSTEM);
    assertThat(listed(" --expiring", good)).isEmpty();

    Run revoked = keys("revoke " + SYSTEM + " " + good.certid());
    assertThat(revoked.code()).as(revoked.err()).isZero();
    assertThat(revoked.out()).contains("已吊销 (revoked)", SYSTEM, good.certid());
    assertThat(listed("", good)).contains("已吊销 (revoked)");
    refusedToRevoke(SYSTEM, good.certid());
    refusedToRevoke(World.places().getLast().system().code(), soon.certid());
    refusedToRevoke(SYSTEM, "1");
    assertThat(listed("", soon)).doesNotContain("revoked");
  }

  private static void refusedToRevoke(String party, String certid) {
    Run again = keys("revoke " + party + " " + certid);
    assertThat(again.code()).isEqualTo(1);
    assertThat(again.out()).isEmpty();
    assertThat(again.err()).contains(party, certid, "keys list", "no such certificate");
  }

  @Test
  void whoIsNotRegisteredAndWhatHasEndedIsNotEntered() throws IOException {
    PartyCertificate nobody = certificate("NOBODY", 300);
    PartyCertificate ended = certificate(SYSTEM, -1);
    PartyCertificate good = certificate(SYSTEM, 300);
    Run run = keys("import " + pem("three.pem", nobody, ended, good));
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out().lines().toList())
        .satisfiesExactly(
            line -> assertThat(line).contains("NOBODY", "未登记", "yima import", "unknown party"),
            line -> assertThat(line).contains(SYSTEM, "已过期，未登记 (expired, not entered)"),
            line -> assertThat(line).contains(SYSTEM, "已登记 (entered)"));
    assertThat(listed("", nobody) + listed("", ended)).isEmpty();
    assertThat(listed("", good)).isNotEmpty();
  }

  @Test
  void whatIsRegisteredAndHasEndedSinceIsSaidToHave() throws SQLException {
    PartyCertificate ended = certificate(SYSTEM, -1);
    try (var connection = DriverManager.getConnection(sandbox.databaseUrl());
        var insert =
            connection.prepareStatement(
                "insert into certificate (party, certid, der, not_after) values (?, ?, ?, now())")) {
      insert.setString(1, SYSTEM);
      insert.setString(2, ended.certid());
      insert.setBytes(3, ended.der());
      insert.execute();
    }
    assertThat(listed("", ended)).contains("已过期 (expired)");
    assertThat(listed(" --expiring", ended)).as("it is too late to warn").isEmpty();
  }

  @Test
  void whatIsNoCertificateIsNamed() throws IOException {
    Path garbage = Files.writeString(folder.resolve("garbage.pem"), "no certificate");
    Run run = keys("import " + garbage);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err().lines()).as(run.err()).hasSize(1);
    assertThat(run.err()).contains("不是 PEM 或 DER 证书", "not an X.509", garbage.toString());
  }

  @Test
  void failedOpeningsAreCounted() {
    Run run = keys("failures");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out().lines()).hasSize(1);
    assertThat(run.out()).contains("来源 127.0.0.1").endsWith("  1\n");
    assertThat(keys("failures --days 1").out()).as("today").isEqualTo(run.out());
    Run none = keys("failures --days 0");
    assertThat(none.code()).isEqualTo(1);
    assertThat(none.err()).contains("--days 至少为 1", "at least 1");
  }

  @Test
  void aVersionIsActivatedFollowedAndNotTakenBack() {
    Run missing = keys("columns activate 3");
    assertThat(missing.code()).isEqualTo(1);
    assertThat(missing.err()).contains("列密钥文件没有版本 3", "no column key of version 3");
    Run done = keys("columns activate 2");
    assertThat(done.code()).as(done.err()).isZero();
    assertThat(done.out()).contains("已启用版本 2", "columns.p12");
    assertThat(keys("columns activate 2").code()).as("again changes nothing").isZero();
    Run back = keys("columns activate 1");
    assertThat(back.code()).isEqualTo(1);
    assertThat(back.err()).contains("不能退回版本 1", "columns add", "version 2 is active");
    Run status = keys("columns status");
    while (status.code() == 0 && !status.out().contains("person")) {
      status = keys("columns status"); // the server follows within a second
    }
    assertThat(status.code()).as(status.err()).isZero();
    assertThat(status.out()).contains("启用的版本 active: 2", "person  版本 2", "进行中 going on");
    // As it stands once a third version has been activated in the middle.
    overtaken();
    assertThat(keys("columns status").out()).contains("版本 1  已重加密 7 行  由新版本接替 overtaken");
  }

  private static void overtaken() {
    try (var connection = DriverManager.getConnection(sandbox.databaseUrl());
        var insert = connection.createStatement()) {
      insert.execute("insert into column_rotation (part, version, total) values ('person', 1, 7)");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Every command that has {@code --config} opens it in the same way. */
  @ParameterizedTest
  @CsvSource({
    "keys list, missing, 找不到配置文件, no such file",
    "keys failures, password, 口令, column keys cannot be read",
    "keys columns status, absent, 没有列密钥文件, no file of column keys",
    "keys columns activate 2, nowhere, 数据库不能使用, 127.0.0.1:1",
    "keys revoke A 1, partial, 不能打开, yima.keys.columns",
    "audit heads, nowhere, spring.datasource, cannot be used",
  })
  void settingsThatDoNotOpenAreNamedWithTheReason(
      String line, String settings, String chinese, String english) {
    Path file = folder.resolve(settings + ".properties");
    String[] words = line.split(" ", 2);
    Run run =
        words[0].equals("audit")
            ? Run.line("audit --config " + file + " " + words[1])
            : Run.line(line + " --config " + file);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err().lines()).as(run.err()).hasSize(1);
    assertThat(run.err()).contains(chinese, english, file.toString());
    assertThat(run.err()).doesNotContain("not-this-one", "Exception");
  }
}
