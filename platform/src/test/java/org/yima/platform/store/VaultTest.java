package org.yima.platform.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Arrays;
import java.util.HexFormat;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Personal data at rest: what was sealed opens, for its own column and unchanged, and only so. */
class VaultTest {
  private static final String ID = "990000199001011239";

  private final Vault vault = MemoryKeys.vault(1);

  @Property(tries = 200)
  void what_was_sealed_opens(@ForAll byte[] plain) {
    assertThat(vault.openBytes("order.content", vault.sealBytes("order.content", plain)))
        .isEqualTo(plain);
  }

  @Example
  void texts_of_every_script_open() {
    String name = "阿依古丽·测试𠮷";
    assertThat(vault.open("person.name", vault.seal("person.name", name))).isEqualTo(name);
  }

  @Test
  void a_sealed_value_is_version_nonce_text_and_tag() {
    byte[] sealed = vault.seal("person.id_no", ID);
    assertThat(sealed).hasSize(1 + 12 + ID.length() + 16).startsWith(1);
    assertThat(new String(sealed, UTF_8)).doesNotContain(ID);
  }

  /** Two people of one name must not be recognisable as such in the database. */
  @Test
  void one_text_is_never_sealed_alike_twice() {
    assertThat(vault.seal("person.name", "测试甲")).isNotEqualTo(vault.seal("person.name", "测试甲"));
  }

  @Test
  void a_value_copied_into_another_column_does_not_open() {
    byte[] sealed = vault.seal("person.name", "测试甲");
    assertThatIllegalStateException()
        .isThrownBy(() -> vault.open("person.card_no", sealed))
        .withMessageContaining("does not open");
  }

  /** Every byte matters; byte 0 names a key version that is not there. */
  @Test
  void a_value_with_one_changed_byte_does_not_open() {
    byte[] sealed = vault.seal("person.name", "测试甲");
    for (int i = 0; i < sealed.length; i++) {
      byte[] changed = sealed.clone();
      changed[i] ^= 0x40;
      assertThatIllegalStateException().isThrownBy(() -> vault.open("person.name", changed));
    }
  }

  @Test
  void a_value_that_was_cut_off_does_not_open() {
    byte[] sealed = vault.seal("person.name", "测试甲");
    for (int length = 0; length < sealed.length; length++) {
      byte[] cut = Arrays.copyOf(sealed, length);
      assertThatIllegalStateException().isThrownBy(() -> vault.open("person.name", cut));
    }
  }

  @Test
  void after_a_rotation_the_old_version_still_opens_and_the_new_one_writes() {
    byte[] old = vault.seal("person.name", "测试甲");
    Vault rotated = MemoryKeys.vault(1, 2);
    assertThat(rotated.open("person.name", old)).isEqualTo("测试甲");
    assertThat(rotated.seal("person.name", "测试甲")).startsWith(2);
  }

  @Test
  void a_version_that_was_withdrawn_is_named() {
    byte[] old = vault.seal("person.name", "测试甲");
    assertThatIllegalStateException()
        .isThrownBy(() -> MemoryKeys.vault(2).open("person.name", old))
        .withMessageContaining("no column key of version 1");
  }

  /** The version is a byte of its own, which Java would read as a negative number. */
  @Test
  void version_255_is_a_version() {
    Vault last = MemoryKeys.vault(255);
    assertThat(last.open("person.name", last.seal("person.name", "测试甲"))).isEqualTo("测试甲");
  }

  @ParameterizedTest
  @CsvSource({
    "person.id, 990000199001011239, 1, same",
    "person.id, 990000199001011238, 1, other",
    "ec.token,  990000199001011239, 1, other",
    "person.id, 990000199001011239, 2, other",
  })
  void a_digest_is_of_a_value_for_a_purpose_by_a_key(
      String purpose, String value, int version, String expected) {
    byte[] digest = MemoryKeys.vault(version).digest(purpose, value);
    assertThat(Arrays.equals(digest, vault.digest("person.id", ID)))
        .isEqualTo(expected.equals("same"));
    assertThat(digest).hasSize(33).startsWith(version);
  }

  /** Against the primitive itself: a purpose and a value cannot run into each other. */
  @Test
  void a_digest_is_hmac_sm3_over_purpose_zero_byte_and_value() {
    var mac = new HMac(new SM3Digest());
    mac.init(new KeyParameter(HexFormat.of().parseHex("01".repeat(32))));
    byte[] input = ("person.id\0" + ID).getBytes(UTF_8);
    mac.update(input, 0, input.length);
    byte[] expected = new byte[33];
    expected[0] = 1;
    mac.doFinal(expected, 1);
    assertThat(vault.digest("person.id", ID)).isEqualTo(expected);
  }
}
