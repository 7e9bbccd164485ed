package org.yima.policy;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Punctuation of a Chinese keyboard: named where it is in the way, and let alone in prose. */
class FullWidthTest {

  private static void refused(
      ThrowingCallable reading, String file, int line, String wide, String instead) {
    String chinese =
        switch (instead) {
          case ":" -> "“:”，后面空一格";
          case "␣" -> "空格";
          default -> "“" + instead + "”";
        };
    assertThatThrownBy(reading)
        .isInstanceOf(PolicyException.class)
        .hasMessageStartingWith("%s:%d: “%s”是全角字符；请改用半角的%s".formatted(file, line, wide, chinese))
        .hasMessageContaining("/ '%s' is a full-width character; type ".formatted(wide));
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      textBlock =
          """
          # where YAML gives up, often at the next line
          pool: 门诊↵          counts ¦ pool：门诊↵          counts  ¦ 20 ¦ ： ¦ :
          due: each-year       ¦ due：each-year                       ¦ 16 ¦ ： ¦ :
          - deductible:        ¦ - deductible：                       ¦ 14 ¦ ： ¦ :
          name: 测试政策       ¦ name：测试政策                       ¦ 1  ¦ ： ¦ :
          scheme: employee     ¦ scheme： employee                    ¦ 3  ¦ ： ¦ :
          diseases: {高血压: [M1]} ¦ diseases: {高血压：[M1]}         ¦ 7  ¦ ： ¦ :
          types: [outpatient]  ¦ types：[outpatient]                  ¦ 10 ¦ ： ¦ :
          source: 文件二       ¦ source：文件二                       ¦ 24 ¦ ： ¦ :
          2024-01-01, source: 文件一, ¦ 2024-01-01， source: 文件一,  ¦ 18 ¦ ， ¦ ,
          文件一, is: 300      ¦ 文件一，is: 300                      ¦ 18 ¦ ， ¦ ,
          {employment: active, ¦ {employment: active，                ¦ 26 ¦ ， ¦ ,
          level: [1, 2], kind  ¦ level: [1, 2]， kind                 ¦ 11 ¦ ， ¦ ,
          name: 普通门诊       ¦ name: “门诊: 普通”                   ¦ 9  ¦ “ ¦ "
          name: 普通门诊       ¦ name: “门诊: 普通                    ¦ 9  ¦ “ ¦ "
          level: [1, 2]        ¦ level: [1, 2］                       ¦ 11 ¦ ］ ¦ ]
          - {employment: active, is: 65%} ¦ - {employment: active, is: 65%｝ ¦ 26 ¦ ｝ ¦ }
          pool: 门诊↵          due ¦ pool: 门诊↵␠␠due                  ¦ 16 ¦ ␠ ¦ ␣
          # where YAML reads it as a text
          is: 65%              ¦ is: 65％                             ¦ 26 ¦ ％ ¦ %
          is: 65%              ¦ is：65%                              ¦ 26 ¦ ： ¦ :
          is: 300              ¦ is：300                              ¦ 18 ¦ ： ¦ :
          is: 300              ¦ is: （300）                          ¦ 18 ¦ （ ¦ (
          is: 300              ¦ is: ３００                           ¦ 18 ¦ ３ ¦ 3
          is: 300              ¦ is: “300”                            ¦ 18 ¦ “ ¦ "
          is: 300              ¦ “is”: 300                            ¦ 18 ¦ “ ¦ "
          - {from: 2024-01-01, source: 文件一, is: 300} ¦ - ｛from: 2024-01-01｝ ¦ 18 ¦ ｛ ¦ {
          types: [outpatient]  ¦ types: [outpatient，emergency]       ¦ 10 ¦ ， ¦ ,
          level: [1, 2]        ¦ level: [1、2]                        ¦ 11 ¦ 、 ¦ ,
          from: 2024-01-01↵    ¦ from: 2024－01－01↵                  ¦ 4  ¦ － ¦ -
          district: 990001     ¦ district: ９９０００１               ¦ 2  ¦ ９ ¦ 9
          patient-bears: over-limit ¦ patient-bears：over-limit       ¦ 33 ¦ ： ¦ :
          counts: in-scope     ¦ counts: in-scope。                   ¦ 21 ¦ 。 ¦ .
          employment: [active, retired] ¦ age: 60＋                   ¦ 11 ¦ ＋ ¦ +
          """)
  void inAPolicy(String part, String instead, int line, String wide, String narrow) {
    // JUnit takes wide spaces at the ends of a cell away.
    String bad = GoodFiles.change(GoodFiles.POLICY, part, instead.replace('␠', '　'));
    refused(() -> GoodFiles.readPolicy(bad), "p.yaml", line, wide.replace('␠', '　'), narrow);
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      textBlock =
          """
          "cost:门诊": 50      ¦ "cost：门诊": 50                     ¦ 13 ¦ ： ¦ :
          "cost:门诊": 50      ¦ “cost:门诊”: 50                      ¦ 13 ¦ “ ¦ "
          "cost:门诊": 50      ¦ "cost:门诊"：50                      ¦ 13 ¦ ： ¦ :
          "deductible:门诊": 100, ¦ "deductible:门诊": 100，          ¦ 13 ¦ ， ¦ ,
          age: 65              ¦ age： 65                             ¦ 9  ¦ ： ¦ :
          age: 65              ¦ age: ６５                            ¦ 9  ¦ ６ ¦ 6
          quantity: 50         ¦ quantity: ５０                       ¦ 22 ¦ ５ ¦ 5
          amount: 500          ¦ amount: 500。00                      ¦ 22 ¦ 。 ¦ .
          upfront: 10%         ¦ upfront: 10％                        ¦ 22 ¦ ％ ¦ %
          cash: 300            ¦ cash：300                            ¦ 26 ¦ ： ¦ :
          total: 520.5         ¦ “total”: 520.5                       ¦ 25 ¦ “ ¦ "
          """)
  void inACase(String part, String instead, int line, String wide, String narrow) {
    String bad = GoodFiles.change(GoodFiles.CASE, part, instead);
    refused(() -> GoodFiles.readCase(bad), "c.yaml", line, wide, narrow);
  }

  /** In prose it is what belongs there. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "note: 说明：pool：统计口径，见“住院”（2024）；65％",
        "note: \"age：60，level：1\"",
        "note: >-↵  pool：统计口径↵  level：[1、2]，【见】下",
        "note: 供读者 # pool：，“”％（",
        "# pool：统计口径，“住院”",
        "note: “两病”门诊用药",
        "note: （一）起付线",
        "note: 一：二↵year-starts: 01-01",
      })
  void proseIsLetAlone(String note) {
    String text = GoodFiles.change(GoodFiles.POLICY, "year-starts: 04-01↵note: 供读者", note);
    assertThatCode(() -> GoodFiles.readPolicy(text)).doesNotThrowAnyException();
  }

  /** Also where something else is wrong beside it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          note: 说明：pool：口径，level：1（2024）    | year-starts: 0401 | 年度起始日请写成 01-01
          note: “两病”门诊，pool：见下                | year-starts: a: b | 不是有效的 YAML
          note: "level：1，age：2"                    | year-starts: a: b | 不是有效的 YAML
          note: 甲 # level：1                         | year-starts: a: b | 不是有效的 YAML
          name: 一：二                                | kind: [1          | 不是有效的 YAML
          """)
  void proseIsNotBlamedForAnotherFault(String prose, String fault, String message) {
    assertThatThrownBy(() ->
            GoodFiles.readPolicy(
                GoodFiles.POLICY.replaceFirst(
                    "year-starts: 04-01\nnote: 供读者", prose + "\n" + fault)))
        .hasMessageContaining(message)
        .hasMessageNotContaining("全角");
  }

  /** A policy may name its diseases as it likes, and is then not told to type them otherwise. */
  @ParameterizedTest
  @CsvSource({
    "高血压（门诊）, 高血压(门诊)",
    "高血压（门诊）, 高血压（住院）",
    "高血压,       糖尿病（2型）",
  })
  void aNameIsNoMatterOfTheKeyboard(String group, String misspelt) {
    String named = GoodFiles.POLICY.replace("{高血压: [M1]}", "{" + group + ": [M1]}");
    String text = named.replace("disease: 高血压", "disease: " + misspelt);
    assertThatThrownBy(() -> GoodFiles.readPolicy(text))
        .hasMessageContaining("“disease”不能是“" + misspelt + "”")
        .hasMessageNotContaining("全角");
  }
}
