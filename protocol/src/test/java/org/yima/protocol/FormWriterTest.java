package org.yima.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Strict writing (decisions §1). */
final class FormWriterTest {
  private static String encoded(Form form) {
    return new String(FormWriter.encoded(form), UTF_8);
  }

  private static String raw(Form form) {
    return new String(FormWriter.raw(form), UTF_8);
  }

  @Test
  void keysAscend() {
    Form form = Form.empty().with("version", "1.0").with("aprcode", "00").with("nonce", "");

    assertThat(encoded(form)).isEqualTo("aprcode=00&nonce=&version=1.0");
    assertThat(raw(form)).isEqualTo("aprcode=00&nonce=&version=1.0");
    assertThat(raw(Form.empty())).isEmpty();
  }

  @ParameterizedTest(name = "[{0}] is written {1}")
  @CsvSource({
    "'abcXYZ019-_.~', 'abcXYZ019-_.~'",
    "'a b',           'a%20b'",
    "'a+b/c=',        'a%2Bb%2Fc%3D'",
    "'100%',          '100%25'",
    "'a&b=c',         'a%26b%3Dc'",
    "'*',             '%2A'",
    "'签到',          '%E7%AD%BE%E5%88%B0'",
    "'𠮷',            '%F0%A0%AE%B7'",
    "'<a/>',          '%3Ca%2F%3E'",
  })
  void escapes(String value, String written) {
    assertThat(encoded(Form.empty().with("k", value))).isEqualTo("k=" + written);
  }

  @Test
  void lineEndsAreEscaped() {
    assertThat(encoded(Form.empty().with("k", "\t\r\n"))).isEqualTo("k=%09%0D%0A");
  }

  @Test
  void rawLeavesValuesAlone() {
    Form form =
        Form.empty()
            .with("aprtmsg", " 100% +签到 ")
            .with("pltfmsignature", "a+b/c=")
            .with("transdata", " <transdata>a&amp;b=<![CDATA[&]]></transdata> ");

    assertThat(raw(form))
        .isEqualTo(
            "aprtmsg= 100% +签到 &pltfmsignature=a+b/c="
                + "&transdata= <transdata>a&amp;b=<![CDATA[&]]></transdata> ");
  }

  @ParameterizedTest(name = "{0}={1}")
  @CsvSource({
    "aab004,    测试&公司",
    "rows,      <rows>a&amp;b</rows>",
    "transdata, <transdata>1</transdata>&merchantcode=X",
    "transdata, &<transdata>1</transdata>",
    "transdata, <transdata>1&amp;2",
    "transdata, <transdata/>&a=1",
  })
  void rawRefusesAnAmpersandThatWouldCut(String name, String value) {
    Form form = Form.empty().with(name, value);

    assertThatThrownBy(() -> FormWriter.raw(form))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(name)
        .hasMessageNotContaining(value);
    assertThat(encoded(form)).startsWith(name + "=");
  }

  @Test
  void refusesNamesInAnotherCaseRatherThanBreakTheirSignature() {
    Form form = Form.empty().with("merchantCode", "X");

    assertThatThrownBy(() -> FormWriter.raw(form)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> FormWriter.encoded(form)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void keepsTheSpellingThatACallerIsRegisteredFor() {
    assertThat(raw(Form.empty().with("pltfrmsignature", "AA=="))).isEqualTo("pltfrmsignature=AA==");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\0", "a\u001b", "\uD800", "\uDC00x", "\uFFFE", "\uFFFF"})
  void refusesWhatCouldNotBeReadBack(String value) {
    Form form = Form.empty().with("k", value);

    assertThatThrownBy(() -> FormWriter.raw(form)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> FormWriter.encoded(form)).isInstanceOf(IllegalArgumentException.class);
  }
}
