package org.yima.platform.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The file of column keys, written and read; what an operator is told when it cannot be used. */
class ColumnKeysTest {
  private static final char[] PASSWORD = "for this test".toCharArray();

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("columns.p12");
  }

  @Test
  void what_was_created_is_read_and_opens_what_it_sealed() {
    ColumnKeys.createPkcs12(file(), PASSWORD, new SecureRandom());
    ColumnKeys keys = ColumnKeys.fromPkcs12(file(), PASSWORD);
    assertThat(keys.versions().keySet()).containsExactly(1);
    byte[] sealed = new Vault(keys, new SecureRandom()).seal("person.name", "测试甲");
    var again = new Vault(ColumnKeys.fromPkcs12(file(), PASSWORD), new SecureRandom());
    assertThat(again.open("person.name", sealed)).isEqualTo("测试甲");
  }

  @Test
  void two_files_hold_different_keys() {
    ColumnKeys.createPkcs12(file(), PASSWORD, new SecureRandom());
    ColumnKeys.Pair first = onlyPair();
    ColumnKeys.createPkcs12(file(), PASSWORD, new SecureRandom());
    assertThat(onlyPair().cipher()).isNotEqualTo(first.cipher());
    assertThat(onlyPair().digest()).isNotEqualTo(first.digest());
  }

  private ColumnKeys.Pair onlyPair() {
    return ColumnKeys.fromPkcs12(file(), PASSWORD).versions().values().iterator().next();
  }

  @Test
  void versions_are_ordered_as_numbers() throws IOException, GeneralSecurityException {
    write("cipher-2", "digest-2", "cipher-10", "digest-10");
    assertThat(ColumnKeys.fromPkcs12(file(), PASSWORD).versions().keySet()).containsExactly(2, 10);
  }

  /** The message names the file without its folder, and what is wrong with it. */
  @ParameterizedTest
  @CsvSource({
    "cipher-1,           cannot be read",
    "digest-1,           no column keys in",
    "platform-1,         no column keys in",
  })
  void a_file_without_a_whole_pair_is_refused(String alias, String message)
      throws IOException, GeneralSecurityException {
    write(alias);
    assertThatIllegalStateException()
        .isThrownBy(() -> ColumnKeys.fromPkcs12(file(), PASSWORD))
        .withMessageContaining("列密钥文件")
        .withMessageContaining(message)
        .withMessageEndingWith("columns.p12");
  }

  @Test
  void a_wrong_password_is_told_without_quoting_it() {
    ColumnKeys.createPkcs12(file(), PASSWORD, new SecureRandom());
    assertThatIllegalStateException()
        .isThrownBy(() -> ColumnKeys.fromPkcs12(file(), "not this one".toCharArray()))
        .withMessage(
            "列密钥文件不能读取，请核对口令与文件 column keys cannot be read, check password and file: columns.p12");
  }

  @Test
  void a_file_that_is_missing_or_no_key_store_is_told() throws IOException {
    assertThatIllegalStateException().isThrownBy(() -> ColumnKeys.fromPkcs12(file(), PASSWORD));
    Files.writeString(file(), "not a key store");
    assertThatIllegalStateException().isThrownBy(() -> ColumnKeys.fromPkcs12(file(), PASSWORD));
  }

  @Test
  void a_folder_that_cannot_be_written_is_told() {
    Path nowhere = folder.resolve("missing").resolve("columns.p12");
    assertThatIllegalStateException()
        .isThrownBy(() -> ColumnKeys.createPkcs12(nowhere, PASSWORD, new SecureRandom()))
        .withMessageContaining("cannot write columns.p12");
  }

  @ParameterizedTest
  @CsvSource({"15, 32", "17, 32", "16, 31", "16, 33", "0, 0"})
  void keys_of_another_length_are_refused(int cipher, int digest) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ColumnKeys.Pair(new byte[cipher], new byte[digest]));
  }

  private void write(String... aliases) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    for (String alias : aliases) {
      byte[] key = new byte[alias.startsWith("cipher") ? 16 : 32];
      store.setEntry(
          alias,
          new KeyStore.SecretKeyEntry(new SecretKeySpec(key, "AES")),
          new KeyStore.PasswordProtection(PASSWORD));
    }
    try (var out = Files.newOutputStream(file())) {
      store.store(out, PASSWORD);
    }
  }
}
