package org.yima.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ElementWriterTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "'',          <a></a>",
    "' ',         <a> </a>",
    "1.00,        <a>1.00</a>",
    "'<b>&\"''',  '<a>&lt;b&gt;&amp;\"''</a>'",
    "]]>,         <a>]]&gt;</a>",
    "测试甲𠮷,     <a>测试甲𠮷</a>",
  })
  void text(String text, String xml) {
    assertThat(ElementWriter.write(Element.text("a", text))).isEqualTo(xml);
  }

  @Test
  void aCarriageReturnIsNumberedBecauseReadingWouldLoseIt() {
    assertThat(ElementWriter.write(Element.text("a", "\r\n\t"))).isEqualTo("<a>&#13;\n\t</a>");
  }

  @Test
  void childrenInOrderWithoutLayout() {
    Element row = Element.of("row", List.of(Element.text("b", "1"), Element.text("A", "2")));

    assertThat(ElementWriter.write(Element.of("rows", List.of(row, row))))
        .isEqualTo("<rows><row><b>1</b><A>2</A></row><row><b>1</b><A>2</A></row></rows>");
    assertThat(ElementWriter.write(Element.of("rows", List.of()))).isEqualTo("<rows></rows>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a>", "s:a", "1a", "姓名"})
  void refusesWhatIsNoName(String name) {
    assertThatThrownBy(() -> ElementWriter.write(Element.text(name, "")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\0", "\u001b", "\uD800", "x\uDC00", "\uFFFE"})
  void refusesWhatXmlForbidsWithoutRepeatingIt(String text) {
    assertThatThrownBy(() -> ElementWriter.write(Element.text("idno", "990000" + text)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("idno")
        .hasMessageNotContaining("990000");
  }
}
