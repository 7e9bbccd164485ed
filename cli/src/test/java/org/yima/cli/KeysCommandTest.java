package org.yima.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yima.platform.store.ColumnKeys;
import org.yima.securitypkg.CertifiedKey;
import org.yima.securitypkg.KeyFile;
import org.yima.securitypkg.PartyCertificate;
import org.yima.securitypkg.Suite;

/** Key files as an operator makes and rotates them. */
class KeysCommandTest {
  private static final String PASSWORD = "geheim";

  @TempDir Path folder;

  private final StringWriter err = new StringWriter();

  private int yima(String... arguments) {
    return Yima.commandLine().setErr(new PrintWriter(err)).execute(arguments);
  }

  private Path file(String name) {
    return folder.resolve(name);
  }

  private int make(String name, String... more) {
    List<String> arguments =
        new java.util.ArrayList<>(
            List.of(
                "keys",
                "make",
                file(name).toString(),
                "--password",
                PASSWORD,
                "--party",
                "SYS1",
                "--ca",
                file("ca.p12").toString()));
    arguments.addAll(List.of(more));
    return yima(arguments.toArray(String[]::new));
  }

  private int rotate(String name) {
    return yima(
        "keys",
        "rotate",
        file(name).toString(),
        "--password",
        PASSWORD,
        "--ca",
        file("ca.p12").toString(),
        "--days",
        "800");
  }

  private List<PartyCertificate> certificates(String name) throws IOException {
    try (InputStream in = Files.newInputStream(file(name))) {
      return KeyFile.read(in, PASSWORD.toCharArray()).stream()
          .map(CertifiedKey::certificate)
          .toList();
    }
  }

  @Test
  void one_key_for_both_uses_and_its_owner_alone_may_read_the_file() throws IOException {
    assertThat(make("one.p12")).isZero();
    assertThat(certificates("one.p12"))
        .singleElement()
        .satisfies(each -> {
          assertThat(each.party()).isEqualTo("SYS1");
          assertThat(each.fits(Suite.SM)).isTrue();
          assertThat(each.isForSigning() && each.isForEncryption()).isTrue();
        });
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file("one.p12"))))
        .isEqualTo("rw-------");
  }

  @Test
  void two_keys_one_to_sign_and_one_to_encrypt_to() throws IOException {
    assertThat(make("two.p12", "--two")).isZero();
    assertThat(certificates("two.p12"))
        .hasSize(2)
        .anySatisfy(each -> assertThat(each.isForSigning() && !each.isForEncryption()).isTrue())
        .anySatisfy(each -> assertThat(!each.isForSigning() && each.isForEncryption()).isTrue());
  }

  @Test
  void rotating_adds_a_successor_of_each_and_keeps_the_old_ones() throws IOException {
    make("two.p12", "--two");
    List<PartyCertificate> before = certificates("two.p12");
    assertThat(rotate("two.p12")).isZero();
    assertThat(certificates("two.p12")).hasSize(4).containsAll(before);
    assertThat(rotate("two.p12")).isZero();
    assertThat(certificates("two.p12")).as("one more generation, not double").hasSize(6);
  }

  @Test
  void an_rsa_key_is_rotated_to_an_rsa_key() throws IOException {
    assertThat(make("rsa.p12", "--kind", "RSA_2048")).isZero();
    assertThat(rotate("rsa.p12")).isZero();
    assertThat(certificates("rsa.p12"))
        .hasSize(2)
        .allSatisfy(each -> assertThat(each.algorithm()).isEqualTo("RSA 2048"));
  }

  @Test
  void a_file_that_is_there_is_not_overwritten() throws IOException {
    make("one.p12");
    byte[] before = Files.readAllBytes(file("one.p12"));
    assertThat(make("one.p12")).isEqualTo(1);
    assertThat(Files.readAllBytes(file("one.p12"))).isEqualTo(before);
  }

  @Test
  void column_keys_are_made_and_get_further_versions() {
    Path columns = file("columns.p12");
    assertThat(yima("keys", "columns", "make", columns.toString(), "--password", PASSWORD))
        .isZero();
    assertThat(yima("keys", "columns", "add", columns.toString(), "--password", PASSWORD)).isZero();
    assertThat(ColumnKeys.fromPkcs12(columns, PASSWORD.toCharArray()).versions().keySet())
        .containsExactly(1, 2);
    assertThat(yima("keys", "columns", "make", columns.toString(), "--password", PASSWORD))
        .as("never over one that is there")
        .isEqualTo(1);
  }

  @Test
  void called_without_a_subcommand_it_says_what_there_is() {
    assertThat(yima("keys")).isEqualTo(2);
    assertThat(err.toString()).contains("请给出子命令", "rotate", "revoke");
  }

  @Test
  void settings_that_are_not_there_are_told_before_anything_starts() {
    assertThat(yima("serve", "--config", file("none.properties").toString())).isEqualTo(1);
    assertThat(yima("serve")).isEqualTo(2);
    assertThat(yima("import", "people")).isEqualTo(2);
  }
}
