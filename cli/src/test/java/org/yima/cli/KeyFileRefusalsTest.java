package org.yima.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yima.securitypkg.CertificateIssuer;
import org.yima.securitypkg.KeyFile;
import org.yima.securitypkg.KeyKind;
import org.yima.securitypkg.KeyUse;

/**
 * Those of {@code yima keys} that work on files: whatever is wrong is named together with the way
 * out, in both languages, without the inside of the program, and nothing is changed.
 */
class KeyFileRefusalsTest {
  private static final String OPENS = " --password geheim";

  @TempDir Path folder;

  @BeforeEach
  void files() throws IOException {
    assertThat(run("keys make DIR/good.p12 --party SYS1 --ca DIR/ca.p12" + OPENS).code()).isZero();
    assertThat(run("keys columns make DIR/columns.p12" + OPENS).code()).isZero();
    Files.writeString(folder.resolve("garbage.p12"), "no keys at all");
  }

  private Run run(String line) {
    return Run.line(line.replace("DIR", folder.toString()));
  }

  @ParameterizedTest
  @CsvSource({
    "keys make DIR/good.p12 --party A --ca DIR/ca.p12 --password geheim, 文件已存在, keys rotate, good.p12",
    "keys make DIR/a.p12 --party A --ca DIR/ca.p12 --password wrong, 口令, password, ca.p12",
    "keys make DIR/a.p12 --party A --ca DIR/garbage.p12 --password geheim, 口令, PKCS, garbage.p12",
    "keys make DIR/no/a.p12 --party A --ca DIR/ca.p12 --password geheim, 不能写入, cannot be, no/a.p12",
    "keys make DIR/a.p12 --party A --ca DIR/no/ca.p12 --password geheim, 不能写入, cannot be, no/ca.p12",
    "keys make DIR/a.p12 --party A --ca DIR/ca.p12 --days 0 --password geheim, 至少为, at least, --days",
    "keys rotate DIR/none.p12 --ca DIR/ca.p12 --password geheim, 没有这个密钥文件, keys make, none.p12",
    "keys rotate DIR/good.p12 --ca DIR/ca.p12 --password wrong, 口令, password, good.p12",
    "keys rotate DIR/garbage.p12 --ca DIR/ca.p12 --password geheim, 口令, PKCS, garbage.p12",
    "keys rotate DIR/good.p12 --ca DIR/ca.p12 --days -1 --password geheim, 至少为, at least, --days",
    "keys export DIR/none.p12 --password geheim, 没有这个密钥文件, no such file, none.p12",
    "keys export DIR/good.p12 --password wrong, 口令, password, good.p12",
    "keys columns make DIR/columns.p12 --password geheim, 文件已存在, columns add, columns.p12",
    "keys columns make DIR/no/c.p12 --password geheim, 不能写入, cannot write, c.p12",
    "keys columns add DIR/none.p12 --password geheim, 没有列密钥文件, columns make, none.p12",
    "keys columns add DIR/columns.p12 --password wrong, 口令, password, columns.p12",
    "keys columns add DIR/garbage.p12 --password geheim, 不能读取, cannot be read, garbage.p12",
  })
  void whatCannotBeDoneIsSaidInOneLine(String line, String chinese, String english, String named)
      throws IOException {
    byte[] good = Files.readAllBytes(folder.resolve("good.p12"));
    byte[] columns = Files.readAllBytes(folder.resolve("columns.p12"));
    Run run = run(line);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err().lines()).as(run.err()).hasSize(1);
    assertThat(run.err()).contains(chinese, english, named).doesNotContain("geheim", "wrong\n");
    assertThat(folder.resolve("a.p12")).doesNotExist();
    assertThat(Files.readAllBytes(folder.resolve("good.p12"))).isEqualTo(good);
    assertThat(Files.readAllBytes(folder.resolve("columns.p12"))).isEqualTo(columns);
  }

  @ParameterizedTest
  @CsvSource({
    "keys, 请给出子命令",
    "keys rotat, rotat",
    "keys columns, 请给出子命令",
    "keys columns remove, remove",
    "keys make, FILE",
    "keys make DIR/a.p12 --ca DIR/ca.p12 --password geheim, --party",
    "keys make DIR/a.p12 --party A --password geheim, --ca",
    "keys make DIR/a.p12 --party A --ca DIR/ca.p12, --password",
    "keys make DIR/a.p12 --party A --ca DIR/ca.p12 --kind DSA --password geheim, RSA_2048",
    "keys make DIR/a.p12 --party A --ca DIR/ca.p12 --days soon --password geheim, --days",
    "keys rotate DIR/good.p12 --password geheim, --ca",
    "keys rotate DIR/good.p12 --ca DIR/ca.p12, --password",
    "keys export DIR/good.p12, --password",
    "keys export --password geheim, FILE",
    "keys import, --config",
    "keys import --config DIR/no.properties, FILE",
    "keys import DIR/none.pem --config DIR/no.properties, none.pem",
    "keys revoke SYS1 1, --config",
    "keys revoke SYS1 --config DIR/no.properties, CERTID",
    "keys list, --config",
    "keys failures, --config",
    "keys failures --days few --config DIR/no.properties, --days",
    "keys columns make DIR/a.p12, --password",
    "keys columns add DIR/columns.p12, --password",
    "keys columns activate --config DIR/no.properties, VERSION",
    "keys columns activate two --config DIR/no.properties, two",
    "keys columns activate 2, --config",
    "keys columns status, --config",
  })
  void calledWronglyItSaysWhatIsMissing(String line, String named) {
    Run run = run(line);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains(named);
    assertThat(folder.resolve("a.p12")).doesNotExist();
  }

  @Test
  void exportedIsTheCertificateAlone() {
    Run run = run("keys export DIR/good.p12" + OPENS);
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .startsWith("-----BEGIN CERTIFICATE-----")
        .containsOnlyOnce("BEGIN")
        .doesNotContain("PRIVATE");
  }

  /** What has expired is dropped by a rotation, not renewed beside. */
  @Test
  void anExpiredKeyIsReplaced() throws IOException {
    Instant now = Instant.now();
    Instant before = now.minus(Duration.ofDays(9));
    var issuer =
        CertificateIssuer.selfSigned(
            "CA", KeyKind.SM2, before, now.plus(Duration.ofDays(9)), new SecureRandom());
    var expired =
        issuer.issue("SYS9", KeyKind.SM2, KeyUse.BOTH, before, now.minus(Duration.ofDays(1)));
    Files.write(
        folder.resolve("old.p12"),
        KeyFile.write(List.of(expired), "geheim".toCharArray(), new SecureRandom()));
    Run run = run("keys rotate DIR/old.p12 --ca DIR/ca.p12" + OPENS);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("SYS9", "keys import");
    assertThat(run("keys export DIR/old.p12" + OPENS).out())
        .containsOnlyOnce("BEGIN")
        .doesNotContain(expired.certificate().pem());
  }

  /** The server's user must still be able to read what an operator has extended, and no other. */
  @Test
  void columnKeysAreTheirOwnersAloneAndStayAsTheyWere() throws IOException {
    Path file = folder.resolve("columns.p12");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    Run run = run("keys columns add DIR/columns.p12" + OPENS);
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("已加入版本 2", "逐台重启", "activate 2");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r-----");
  }

  @Test
  void thereIsNoVersionAfterTheLast() throws IOException, GeneralSecurityException {
    char[] password = "geheim".toCharArray();
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    var protection = new KeyStore.PasswordProtection(password);
    for (var each : Map.of("cipher-255", 16, "digest-255", 32).entrySet()) {
      var key = new SecretKeySpec(new byte[each.getValue()], "AES");
      store.setEntry(each.getKey(), new KeyStore.SecretKeyEntry(key), protection);
    }
    try (var out = Files.newOutputStream(folder.resolve("last.p12"))) {
      store.store(out, password);
    }
    Run run = run("keys columns add DIR/last.p12" + OPENS);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("列密钥版本已用尽", "no version is left after 255");
  }
}
