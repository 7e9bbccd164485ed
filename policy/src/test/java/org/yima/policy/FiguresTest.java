package org.yima.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yima.settlement.Bands;
import org.yima.settlement.Step;

/** How dates, amounts, ratios, bands and cases may be written. */
class FiguresTest {

  private static void read(String part, String instead) {
    GoodFiles.readPolicy(GoodFiles.change(GoodFiles.POLICY, part, instead));
  }

  private static void refused(String part, String instead, String message) {
    assertThatThrownBy(() -> read(part, instead))
        .isInstanceOf(PolicyException.class)
        .hasMessage("p.yaml:" + message);
  }

  private static Step.Fund fund(String pays) {
    String text =
        """
        name: 测试政策
        district: 990001
        scheme: employee
        from: 2024-01-01
        benefits:
          - name: 门诊
            types: [outpatient]
            steps:
              - classify-lines
              - basic-fund:
                  pool: x
                  counts: in-scope
                  pays: [{from: 2024-01-01, source: 文件, is: %s}]
              - patient-bears: over-limit
              - in-cash
        """
            .formatted(pays);
    var policies = PolicyReader.read(new SourceFile("p.yaml", text));
    var benefit = policies.firstEntry().getValue().benefits().getFirst();
    return (Step.Fund) benefit.steps().get(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0%", "0.01%", "11.2%", "33.3333%", "65%", "100%", "100.00%"})
  void aRatioIsAPercentage(String text) {
    assertThatCode(() -> read("is: 65%", "is: " + text)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.65", "65", "百分之六十五", "65 percent"})
  void aRatioWithoutItsSignIsRefused(String text) {
    refused(
        "is: 65%",
        "is: " + text,
        "26: “%1$s”不是比例；请写成百分数，如 65%% / '%1$s' is not a ratio; write a percentage, as 65%%"
            .formatted(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"100.01%", "165%", "-5%", "0.00001%", "6 5%", "1e1%", "0.0000000000001%"})
  void aRatioOutsideItsBoundsIsRefused(String text) {
    refused(
        "is: 65%",
        "is: " + text,
        ("26: 比例“%1$s”不在 0%% 至 100%% 之间，或小数过长"
                + " / ratio '%1$s' is not between 0%% and 100%%, or has too many decimals")
            .formatted(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0.01", "300.5", "300.50", "99999999999999.99"})
  void anAmountIsYuan(String text) {
    assertThatCode(() -> read("is: 300", "is: " + text)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-0.01",
        "300.005",
        "300元",
        "三百",
        "1e3",
        ".5",
        "0x10",
        "100000000000000",
        "999999999999999999",
      })
  void anythingElseIsNoAmount(String text) {
    refused(
        "is: 300",
        "is: " + text,
        ("18: “%1$s”不是金额；请写成元，最多两位小数，如 500 或 500.00"
                + " / '%1$s' is not an amount; write yuan with up to two decimals, as 500 or 500.00")
            .formatted(text.replace("'", "")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2024-1-1", "2024/01/01", "20240101", "2023-02-29", "2024年1月1日", "today", "01-01"})
  void aDayIsWrittenInOneWay(String text) {
    refused(
        "{from: 2024-01-01, source: 文件一",
        "{from: " + text + ", source: 文件一",
        "18: “%1$s”不是日期；请写成 2024-01-31 / '%1$s' is not a date; write it as 2024-01-31"
            .formatted(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"13-01", "00-01", "02-30", "1-1", "0101", "2024-04-01", "April"})
  void theYearStartsOnADayOfTheYear(String text) {
    refused(
        "year-starts: 04-01",
        "year-starts: " + text,
        "5: 年度起始日请写成 01-01 / write the first day of the benefit year as 01-01");
  }

  @ParameterizedTest
  @ValueSource(strings = {"99000", "9900011", "99000a", "-90001"})
  void aDistrictIsSixDigits(String text) {
    refused("district: 990001", "district: " + text, "2: 统筹区是六位数字 / a district is six digits");
  }

  @ParameterizedTest
  @ValueSource(strings = {"门诊 一", "门诊:一", "a,b", "a=b", "pool.1", "门诊（一）"})
  void aPoolIsNamedSoThatAYearCanBeWrittenInOneLine(String text) {
    refused(
        "pool: 门诊",
        "pool: '" + text + "'",
        "15: 统计口径（pool）的名称最多 60 个字，只含字母、数字、“-”“_”“/”"
            + " / a pool is named by up to 60 letters, digits, '-', '_' or '/'");
  }

  /** A limit for each disease counts under pool/category, so the category must be such a name. */
  @ParameterizedTest
  @CsvSource({
    "高血压（Ⅱ期）,  false",
    "高血压 二期,     false",
    "恶性肿瘤-放化疗, true",
  })
  void aDiseaseWithItsOwnLimitIsNamedLikeAPool(String category, boolean good) {
    String was = "{高血压: [M1]}";
    String now = "{高血压: [M1], " + category + ": [M2]}";
    if (good) {
      assertThatCode(() -> read(was, now)).doesNotThrowAnyException();
    } else {
      refused(
          was,
          now,
          ("32: 病种“%1$s”不能按病种累计：“门诊/%1$s”须不超过 60 个字，只含字母、数字、“-”“_”“/”"
                  + " / disease '%1$s' cannot be counted:"
                  + " '门诊/%1$s' needs up to 60 letters, digits, '-', '_' or '/'")
              .formatted(category));
    }
  }

  @Test
  void aDiseaseWithoutALimitOfItsOwnMayBeNamedFreely() {
    String free = GoodFiles.change(GoodFiles.POLICY, "each-disease", "whole-pool");
    GoodFiles.readPolicy(GoodFiles.change(free, "{高血压: [M1]}", "{高血压: [M1], 高血压（Ⅱ期）: [M2]}"));
  }

  @Test
  void aPoolHasUpTo60Characters() {
    assertThatCode(() -> read("pool: 门诊", "pool: " + "长".repeat(60))).doesNotThrowAnyException();
    assertThatThrownBy(() -> read("pool: 门诊", "pool: " + "长".repeat(61)))
        .hasMessageStartingWith("p.yaml:15: 统计口径");
  }

  @Test
  void twoValuesFromOneDayAreOneTooMany() {
    refused(
        "- {from: 2024-01-01, source: 文件一, is: 300}",
        "- {from: 2024-01-01, source: 文件一, is: 300}↵"
            + "            - {from: 2024-01-01, source: 文件九, is: 400}",
        "19: “amount”有两条都自 2024-01-01 起；请只留一条"
            + " / two entries of 'amount' hold from 2024-01-01; keep one");
  }

  /** Bands as a person reads them back: from, to, ratio. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          65%                                                            | 0.00- 65%
          [{above: 0, ratio: 65%}]                                       | 0.00- 65%
          [{above: 0, to: 90000, ratio: 55%}]                            | 0.00-90000.00 55%
          [{above: 0, to: 0.01, ratio: 0%}, {above: 0.01, ratio: 100%}]  | 0.00-0.01 0%, 0.01- 100%
          [{above: 0, to: 1, ratio: 1%}, {above: 1, to: 2, ratio: 2%}, {above: 2.00, ratio: 3%}] | 0.00-1.00 1%, 1.00-2.00 2%, 2.00- 3%
          """)
  void bandsAreRead(String pays, String bands) {
    Bands read = fund(pays).terms().pays().cases().getFirst().value();
    assertThat(read.bands().stream().map(FiguresTest::band).collect(Collectors.joining(", ")))
        .isEqualTo(bands);
  }

  private static String band(Bands.Band band) {
    return band.from() + "-" + (band.to() == null ? "" : band.to()) + " " + band.rate().base();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [{above: 1, ratio: 65%}]                                      | 两段之间有空档：0.00 至 1.00；各段应当首尾相接 / a gap between the bands: 0.00 to 1.00; let each begin where the last ends
          [{above: 0, to: 5, ratio: 1%}, {above: 5.01, ratio: 2%}]      | 两段之间有空档：5.00 至 5.01；各段应当首尾相接 / a gap between the bands: 5.00 to 5.01; let each begin where the last ends
          [{above: 0, to: 5, ratio: 1%}, {above: 4.99, ratio: 2%}]      | 两段重叠：4.99 至 5.00；各段应当首尾相接 / bands overlap: 4.99 to 5.00; let each begin where the last ends
          [{above: 0, to: 9, ratio: 1%}, {above: 9, to: 5, ratio: 2%}]  | 这一段的上限不高于下限；请更正 / the band ends at or below its start; correct it
          [{above: 0, ratio: 1%}, {above: 0, ratio: 2%}]                | 前一段没有上限，后面不能再有一段 / the band before has no end, so none can follow it
          [{above: 0, to: -5, ratio: 1%}]                               | “-5”不是金额；请写成元，最多两位小数，如 500 或 500.00 / '-5' is not an amount; write yuan with up to two decimals, as 500 or 500.00
          """)
  void bandsInNoOrderAreRefused(String pays, String message) {
    assertThatThrownBy(() -> fund(pays)).hasMessage("p.yaml:13: " + message);
  }

  /** Each covered level, kind and employment needs exactly one case. */
  @ParameterizedTest(name = "{0}: {1} for {2} → {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          employee | {}                             | {is: 1}                                                     |
          employee | {level: 1}                     | {level: 1, is: 1}                                           |
          employee | {level: 1}                     | {level: [1, 2], is: 1}                                      |
          employee | {level: [1, 2]}                | {level: 1, is: 1}                                           | no level 2, type outpatient
          employee | {employment: retired}          | {employment: retired, is: 1}                                |
          employee | {}                             | {employment: retired, is: 1}                                | no type outpatient, employment active
          employee | {}                             | {employment: active, is: 1}, {employment: retired, is: 2}   |
          employee | {}                             | {employment: active, is: 1}, {is: 2}                        |
          employee | {}                             | {employment: active, is: 1}, {employment: [active, retired], is: 2} | 2 type outpatient, employment active
          employee | {level: 3}                     | {kind: general, is: 1}, {kind: chinese-medicine, is: 2}     | no level 3, kind community, type outpatient
          employee | {kind: [general, chinese-medicine]} | {kind: general, is: 1}, {kind: chinese-medicine, is: 2} |
          employee | {kind: pharmacy}               | {level: ungraded, is: 1}                                    | no level 1, kind pharmacy, type outpatient
          employee | {kind: pharmacy, level: ungraded} | {level: ungraded, is: 1}                                 |
          resident | {}                             | {level: [1, 2, 3, ungraded], is: 1}                         |
          resident | {}                             | {level: [1, 2, 3], is: 1}                                   | no level ungraded, type outpatient
          resident | {}                             | {employment: none, is: 1}                                   |
          """)
  void everyoneCoveredHasExactlyOneCase(
      String scheme, String where, String cases, @Nullable String problem) {
    String text = deductible(scheme, where, cases);
    if (problem == null) {
      assertThatCode(() -> GoodFiles.readPolicy(text)).doesNotThrowAnyException();
    } else {
      String who = problem.substring(problem.indexOf(' ') + 1);
      boolean none = problem.startsWith("no");
      assertThatThrownBy(() -> GoodFiles.readPolicy(text))
          .hasMessage(
              "p.yaml:14: "
                  + (none
                          ? "没有规定此种情形的标准：%1$s；请补上一条，或以只写 is 的一条概括其余"
                              + " / no case for %1$s; add one, end with one that has only 'is',"
                              + " or narrow the benefit's 'where'"
                          : "此种情形有多条标准：%1$s；请只留一条 / 2 cases for %1$s; keep one")
                      .formatted(who));
    }
  }

  /** A condition on an employment that the scheme does not have would hold for nobody. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          employee | none    | active, retired
          resident | active  | none
          resident | retired | none
          """)
  void aSchemeHasItsOwnEmployments(String scheme, String employment, String known) {
    String text = deductible(scheme, "{employment: " + employment + "}", "{is: 1}");
    assertThatThrownBy(() -> GoodFiles.readPolicy(text))
        .hasMessage(
            "p.yaml:8: “employment”不能是“%1$s”；可用的值：%2$s / 'employment' cannot be '%1$s'; known: %2$s"
                .formatted(employment, known));
  }

  private static String deductible(String scheme, String where, String cases) {
    return """
    name: 测试政策
    district: 990001
    scheme: %s
    from: 2024-01-01
    benefits:
      - name: 门诊
        types: [outpatient]
        where: %s
        steps:
          - classify-lines
          - deductible:
              pool: x
              due: each-visit
              amount: [{from: 2024-01-01, source: 文件, cases: [%s]}]
          - patient-bears: over-limit
          - in-cash
    """
        .formatted(scheme, where, cases);
  }

  @Test
  void onlyOneStepStandsUnderADash() {
    refused(
        "- patient-bears: over-limit",
        "- {patient-bears: over-limit, deductible: 300}",
        "33: 每一步只写一个名称 / write one step under each '-'");
  }
}
