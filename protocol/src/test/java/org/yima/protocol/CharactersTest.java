package org.yima.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The edges of what a message may hold. */
final class CharactersTest {
  @ParameterizedTest
  @ValueSource(ints = {0x9, 0xA, 0xD, 0x20, 0x7F, 0x85, 0xD7FF, 0xE000, 0xFFFD, 0x10000, 0x10FFFF})
  void allowed(int codePoint) {
    assertThat(Characters.isAllowed(codePoint)).isTrue();
    assertThat(Characters.firstForbidden("a" + Character.toString(codePoint) + "b")).isEqualTo(-1);
  }

  @ParameterizedTest
  @ValueSource(
      ints = {0x0, 0x8, 0xB, 0xC, 0xE, 0x1F, 0xD800, 0xDBFF, 0xDC00, 0xDFFF, 0xFFFE, 0xFFFF})
  void forbidden(int codePoint) {
    assertThat(Characters.isAllowed(codePoint)).isFalse();
    assertThat(Characters.firstForbidden("𠮷" + Character.toString(codePoint) + "b")).isEqualTo(2);
  }

  @Test
  void beyondUnicodeIsForbidden() {
    assertThat(Characters.isAllowed(0x110000)).isFalse();
    assertThat(Characters.isAllowed(Integer.MAX_VALUE)).isFalse();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "61,           a",
    "E7ADBE,       签",
    "F0A0AEB7,     𠮷",
    "EFBFBD,       \uFFFD",
    "EFBBBF61,     \uFEFFa",
  })
  void utf8(String hex, String text) throws MalformedMessage {
    assertThat(Characters.decode(HexFormat.of().parseHex(hex), "")).isEqualTo(text);
  }

  @ParameterizedTest(name = "{0} breaks at {1}")
  @CsvSource({
    "80,             0",
    "61FF,           1",
    "61E7AD,         1",
    "C0AF,           0",
    "E08080,         0",
    "EDA080,         0",
    "F4908080,       0",
    "EFBFBD80,       3",
    "E7ADBEB2E2,     3",
  })
  void notUtf8(String hex, int offset) {
    byte[] octets = HexFormat.of().parseHex(hex);

    MalformedMessage refusal =
        catchThrowableOfType(MalformedMessage.class, () -> Characters.decode(octets, "idno"));
    assertThat(refusal.fault()).isEqualTo(MalformedMessage.Fault.BAD_UTF8);
    assertThat(refusal.where()).isEqualTo("idno");
    assertThat(refusal.offset()).isEqualTo(offset);
  }

  @Test
  void everyCharacterSurvives() throws MalformedMessage {
    StringBuilder all = new StringBuilder();
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      if (Characters.isAllowed(c)) {
        all.appendCodePoint(c);
      }
    }
    assertThat(Characters.decode(all.toString().getBytes(UTF_8), "")).isEqualTo(all.toString());
  }
}
