package org.yima.platform.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names as hospitals, channel apps and registries type them. */
class PersonNameTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "测试甲|测试甲|true|alike",
        "测试甲| 测 试 甲 |true|blanks",
        "测试甲|测\u3000试甲|true|a wide blank",
        "测试甲|测试乙|false|another person",
        "测试甲|测试|false|a shorter name",
        "阿依古丽·测试|阿依古丽•测试|true|bullet",
        "阿依古丽·测试|阿依古丽‧测试|true|hyphenation point",
        "阿依古丽·测试|阿依古丽∙测试|true|bullet operator",
        "阿依古丽·测试|阿依古丽⋅测试|true|dot operator",
        "阿依古丽·测试|阿依古丽・测试|true|katakana dot",
        "阿依古丽·测试|阿依古丽･测试|true|half-width katakana dot",
        "阿依古丽·测试|阿依古丽.测试|true|full stop",
        "阿依古丽·测试|阿依古丽．测试|true|wide full stop",
        "阿依古丽·测试|阿依古丽。测试|true|ideographic full stop",
        "阿依古丽·测试|阿依古丽 · 测试|true|blanks around the dot",
        "阿依古丽·测试|阿依古丽测试|false|the dot belongs to the name",
        "阿依古丽·测试|阿依古丽-测试|false|a hyphen is no dot",
        "TEST A|ＴＥＳＴ　Ａ|true|wide letters",
        "TEST A|TESTA|true|blanks in a Latin name",
        "TEST A|Test A|false|letters are kept as they are",
      })
  void names_are_the_same_however_typed(String one, String other, boolean same, String because) {
    assertThat(new PersonName(one).sameAs(new PersonName(other))).as(because).isEqualTo(same);
    assertThat(new PersonName(other).sameAs(new PersonName(one))).as(because).isEqualTo(same);
  }

  @ParameterizedTest
  @CsvSource({"测试甲, 测**", "测试, 测*", "甲, *", "𠮷测, 𠮷*", "'', ''"})
  void a_name_prints_masked(String name, String printed) {
    assertThat(new PersonName(name)).hasToString(printed);
  }

  @ParameterizedTest
  @CsvSource({"D99000001, *****0001", "12345, *2345", "1234, ****", "'', ''"})
  void a_card_prints_its_last_four(String card, String printed) {
    assertThat(new CardNumber(card)).hasToString(printed);
  }
}
