package org.yima.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class XmlReferenceTest {
  @ParameterizedTest(name = "&{0}; is {1}")
  @CsvSource({
    "lt,       60",
    "gt,       62",
    "amp,      38",
    "apos,     39",
    "quot,     34",
    "#65,      65",
    "#0065,    65",
    "#x41,     65",
    "#x5F20,   24352",
    "#x5f20,   24352",
    "#134071,  134071",
    "#x10FFFF, 1114111",
    "#0,       0",
  })
  void known(String name, int character) {
    assertThat(XmlReference.character(name)).isEqualTo(character);
  }

  @ParameterizedTest(name = "&{0}; is beyond Unicode")
  @ValueSource(
      strings = {"#x110000", "#1114112", "#x7FFFFFFF", "#xFFFFFFFFFFFF", "#99999999999999"})
  void numbersDoNotWrapAround(String name) {
    assertThat(XmlReference.character(name)).isEqualTo(Character.MAX_CODE_POINT + 1);
  }

  @ParameterizedTest(name = "&{0}; is unknown")
  @ValueSource(
      strings = {"", "LT", "lt ", "nbsp", "#", "#x", "#X41", "#-1", "#+1", "#4a", "#x4g", "#４"})
  void unknown(String name) {
    assertThat(XmlReference.character(name)).isEqualTo(XmlReference.UNKNOWN);
  }
}
