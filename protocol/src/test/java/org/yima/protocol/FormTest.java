package org.yima.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Look-up by canonical name, and change by copy. */
final class FormTest {
  @ParameterizedTest(name = "{0} finds {1}")
  @CsvSource({
    "merchantcode,      merchantCode",
    "merchantCode,      MERCHANTCODE",
    "infosyssignature,  infosysysignature",
    "infosysysignature, infoSysSignature",
    "pltfmsignature,    pltfirmsignature",
    "pltfmsignature,    pltfrmsignature",
    "pltfirmsignature,  pltfrmSignature",
    "encrpteddata,      encryptedData",
    "encrypteddata,     encrpteddata",
    "hospcode,          hosrcode",
    "chargepromame,     chargeproname",
  })
  void sameNames(String asked, String sent) {
    assertThat(Form.empty().with(sent, "v").get(asked)).isEqualTo("v");
  }

  @ParameterizedTest(name = "{0} does not find {1}")
  @CsvSource({"merchantcode, infosyscode", "merchantsignature, infosyssignature", "akc26, akc260"})
  void otherNames(String asked, String sent) {
    assertThat(Form.empty().with(sent, "v").get(asked)).isNull();
  }

  @Test
  void withAppendsOrReplacesInPlace() {
    Form form = Form.empty().with("b", "1").with("infoSysSignature", "2").with("a", "3");

    assertThat(form.with("infosysysignature", "4").entries())
        .extracting(Form.Entry::name, Form.Entry::value)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("b", "1"),
            org.assertj.core.groups.Tuple.tuple("infosysysignature", "4"),
            org.assertj.core.groups.Tuple.tuple("a", "3"));
    assertThat(form.get("infosyssignature")).as("the original").isEqualTo("2");
  }

  @Test
  void withoutRemovesEverySpelling() {
    Form form = Form.empty().with("infoSysSignature", "1").with("version", "1.0");

    assertThat(form.without("infosysysignature", "nonce"))
        .isEqualTo(Form.empty().with("version", "1.0"));
  }

  @Test
  void ofKeepsTheOrderOfTheMap() {
    Form form = Form.of(new TreeMap<>(Map.of("b", "2", "a", "1", "C", "3")));

    assertThat(form.entries()).extracting(Form.Entry::name).containsExactly("C", "a", "b");
  }

  @Test
  void ofRefusesTheSameNameTwice() {
    TreeMap<String, String> values = new TreeMap<>(Map.of("hospcode", "1", "hosrcode", "1"));

    assertThatThrownBy(() -> Form.of(values))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("hosrcode");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " version", "a=b", "a&b", "{a", "姓名", "1a", "a:b"})
  void refusesWhatIsNoName(String name) {
    assertThatThrownBy(() -> Form.empty().with(name, "v"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void namesAreBoundedLikeTheReaders() {
    assertThat(Form.empty().with("k".repeat(64), "v").entries()).hasSize(1);
    assertThatThrownBy(() -> Form.empty().with("k".repeat(65), "v"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void showsNoValues() {
    Form form = Form.empty().with("idno", "990000198001010011");

    assertThat(form).hasToString("Form[idno]");
    assertThat(form.entries().iterator().next()).hasToString("idno");
  }

  @Test
  void equalityIsThatOfTheEntriesInOrder() {
    Form form = Form.empty().with("a", "1").with("b", "2");

    assertThat(form).isEqualTo(Form.empty().with("a", "1").with("b", "2"));
    assertThat(form).hasSameHashCodeAs(Form.empty().with("a", "1").with("b", "2"));
    assertThat(form).isNotEqualTo(Form.empty().with("b", "2").with("a", "1"));
    assertThat(form).isNotEqualTo(Form.empty().with("a", "1").with("b", "3"));
    assertThat(form).isNotEqualTo(Form.empty().with("A", "1").with("b", "2"));
  }
}
