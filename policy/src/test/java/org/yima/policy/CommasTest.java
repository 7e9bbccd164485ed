package org.yima.policy;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commas that YAML takes for the end of a value. */
class CommasTest {

  private static void refused(ThrowingCallable reading, String message) {
    assertThatThrownBy(reading).isInstanceOf(PolicyException.class).hasMessage(message);
  }

  private static String thousands(String number, String plain) {
    return "数字里不写千位逗号：请把 %1$s 写成 %2$s / no thousands comma: write %2$s, not %1$s"
        .formatted(number, plain);
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '¦',
      textBlock =
          """
          is: 300   ¦ is: 240,000                  ¦ 18 ¦ 240,000      ¦ 240000
          is: 300   ¦ is: 1,240,000                ¦ 18 ¦ 1,240,000    ¦ 1240000
          is: 300   ¦ is: 1,000,000                ¦ 18 ¦ 1,000,000    ¦ 1000000
          is: 300   ¦ is: 12,345.67                ¦ 18 ¦ 12,345.67    ¦ 12345.67
          is: 300   ¦ is: 240，000                 ¦ 18 ¦ 240，000     ¦ 240000
          is: 300   ¦ is: "240,000"                ¦ 18 ¦ 240,000      ¦ 240000
          to: 5000  ¦ to: 5,000                    ¦ 29 ¦ 5,000        ¦ 5000
          is: 300   ¦ is: {percent: 600%, of: 8,084} ¦ 18 ¦ 8,084      ¦ 8084
          """)
  void aPolicyHasNoThousandsCommas(
      String part, String instead, int line, String number, String plain) {
    String bad = GoodFiles.change(GoodFiles.POLICY, part, instead);
    refused(() -> GoodFiles.readPolicy(bad), "p.yaml:" + line + ": " + thousands(number, plain));
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '¦',
      textBlock =
          """
          "cost:门诊": 50       ¦ "cost:门诊": 5,000  ¦ 13 ¦ 5,000 ¦ 5000
          balance: 80           ¦ balance: 8,000      ¦ 14 ¦ 8,000 ¦ 8000
          amount: 20.5          ¦ amount: 2,000.5     ¦ 23 ¦ 2,000.5 ¦ 2000.5
          total: 520.5          ¦ total: 5,200.5      ¦ 25 ¦ 5,200.5 ¦ 5200.5
          """)
  void aCaseHasNoThousandsCommas(
      String part, String instead, int line, String number, String plain) {
    String bad = GoodFiles.change(GoodFiles.CASE, part, instead);
    refused(() -> GoodFiles.readCase(bad), "c.yaml:" + line + ": " + thousands(number, plain));
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '¦',
      textBlock =
          """
          文件一, is   ¦ 武医保(2023)1号, 第二条, is       ¦ 18 ¦ source ¦ 武医保(2023)1号, 第二条
          文件一, is   ¦ 武医保〔2023〕1 号, 第（二）条, is ¦ 18 ¦ source ¦ 武医保〔2023〕1 号, 第（二）条
          文件三, is   ¦ Circular 12, annex, is            ¦ 32 ¦ source ¦ Circular 12, annex
          """)
  void aTextWithACommaHasQuotes(String part, String instead, int line, String key, String whole) {
    String bad = GoodFiles.change(GoodFiles.POLICY, part, instead);
    refused(
        () -> GoodFiles.readPolicy(bad),
        ("p.yaml:%d: “%s”的文字里有逗号；请给整段文字加引号：%s: \"%s\""
                + " / the text of '%s' has a comma in it; put quotes around it: %s: \"%s\"")
            .formatted(line, key, key, whole, key, key, whole));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      textBlock =
          """
          文件一, is              ¦ "武医保(2023)1号, 第二条", is
          note: 供读者            ¦ note: 240,000 元, 第二条
          {高血压: [M1]}          ¦ {高血压: [M1, 100, 000]}
          """)
  void elsewhereACommaIsAComma(String part, String instead) {
    String text = GoodFiles.change(GoodFiles.POLICY, part, instead);
    assertThatCode(() -> GoodFiles.readPolicy(text)).doesNotThrowAnyException();
  }

  /** A key without a value is still an unknown key where no text stands before it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      textBlock =
          """
          kind: general, ¦ kind: general, retired,  ¦ 11 ¦ retired
          {from: 2024-01-01, source: 文件一 ¦ {from: 2024-01-01, now, source: 文件一 ¦ 18 ¦ now
          """)
  void anyOtherKeyIsUnknown(String part, String instead, int line, String key) {
    String bad = GoodFiles.change(GoodFiles.POLICY, part, instead);
    assertThatThrownBy(() -> GoodFiles.readPolicy(bad))
        .hasMessageStartingWith("p.yaml:%d: 不认识的键“%s”".formatted(line, key));
  }
}
