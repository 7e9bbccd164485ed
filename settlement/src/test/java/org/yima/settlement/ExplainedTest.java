package org.yima.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.yima.settlement.PersonalAccount.Part;

/** Every kind of step in the words that a patient reads and the figures that an auditor reads. */
class ExplainedTest {

  private static final Citation CITATION = Sample.SOURCE;

  private static Money yuan(String text) {
    return Money.of(text);
  }

  static Stream<Arguments> ofTheLines() {
    return Stream.of(
        step(
            new Explained.ChargedAs(
                MedicalType.SPECIAL_DISEASE, MedicalType.OUTPATIENT, yuan("88.80")),
            "医疗类别 | 88.80 | 普通门诊 | 88.80 | ",
            "没有查到有效的特殊病门诊审批，本次按普通门诊结算"),
        step(
            new Explained.ChargedAs(MedicalType.DIALYSIS, MedicalType.OUTPATIENT, yuan("1")),
            "医疗类别 | 1.00 | 普通门诊 | 1.00 | ",
            "没有查到有效的门诊透析审批，本次按普通门诊结算"),
        step(
            new Explained.LinesClassified(yuan("100.10"), yuan("20"), yuan("8.01"), yuan("72.09")),
            "目录归类 | 100.10 |  | 72.09 | ",
            "总费用 100.10 元，其中全自费 20 元，先自付 8.01 元，符合报销范围 72.09 元"));
  }

  static Stream<Arguments> ofTheDeductible() {
    return Stream.of(
        step(
            new Explained.DeductibleBorne(
                yuan("72.09"), yuan("300"), Money.ZERO, yuan("72.09"), List.of(), CITATION),
            "起付线 | 72.09 | 300.00 | 72.09 | 测试文件，自 2024-01-01 起",
            "起付线 300 元中本次承担 72.09 元"),
        step(
            new Explained.DeductibleBorne(
                yuan("72.09"), yuan("300"), yuan("299.99"), yuan("0.01"), List.of(), CITATION),
            "起付线 | 72.09 | 300.00 | 0.01 | 测试文件，自 2024-01-01 起",
            "起付线 300 元中本次承担 0.01 元，因您今年已承担 299.99 元"),
        step(
            new Explained.DeductibleBorne(
                yuan("72.09"), yuan("300"), yuan("300"), Money.ZERO, List.of(), CITATION),
            "起付线 | 72.09 | 300.00 | 0.00 | 测试文件，自 2024-01-01 起",
            "起付线 300 元中本次承担 0 元，因您今年已承担 300 元"));
  }

  static Stream<Arguments> ofTheFund() {
    return Stream.of(
        step(
            new Explained.FundPaid(
                "统筹基金", Money.ZERO, List.of(), Money.ZERO, Money.ZERO, List.of(), CITATION),
            "统筹基金 | 0.00 |  | 0.00 | 测试文件，自 2024-01-01 起",
            "没有费用进入统筹基金支付"),
        step(
            new Explained.FundPaid(
                "统筹基金",
                yuan("100"),
                parts(portions("65%", "100")),
                yuan("65"),
                yuan("65"),
                List.of(),
                CITATION),
            "统筹基金 | 100.00 | 65% | 65.00 | 测试文件，自 2024-01-01 起",
            "全部费用中的 100 元按 65% 支付，统筹基金共支付 65 元"),
        step(
            new Explained.FundPaid(
                "统筹基金",
                yuan("6000.5"),
                parts(threeBands()),
                yuan("5105.43"),
                yuan("5000"),
                List.of(),
                CITATION),
            "统筹基金 | 6000.50 | 80%、85%、90.5% | 5000.00 | 测试文件，自 2024-01-01 起",
            "0 至 1000 元部分中的 1000 元按 80% 支付，1000 至 5000.50 元部分中的 4000.50 元按 85% 支付，"
                + "5000.50 元以上部分中的 1000 元按 90.5% 支付，合计 5105.43 元，限额内统筹基金共支付 5000 元"),
        step(
            new Explained.CeilingReached(
                "年度限额", false, yuan("455"), yuan("4000"), yuan("3900"), yuan("100"), CITATION),
            "年度限额 | 455.00 | 4000.00 | 100.00 | 测试文件，自 2024-01-01 起",
            "基金年度限额 4000 元，此前已支付 3900 元，本次最多支付 100 元"));
  }

  static Stream<Arguments> ofThePatient() {
    return Stream.of(
        step(
            new Explained.LeftToPatient(Share.OVER_LIMIT, yuan("12.30")),
            "超限额自付 | 12.30 |  | 12.30 | ",
            "超过限额的 12.30 元由个人负担"),
        step(
            new Explained.LeftToPatient(Share.BAND_SELF_PAY, yuan("12")),
            "统筹段自付 | 12.00 |  | 12.00 | ",
            "统筹基金不支付的 12 元由个人负担"),
        step(
            new Explained.Paid(
                Share.PERSONAL_ACCOUNT, Part.WHOLE, yuan("595"), yuan("80.5"), yuan("80.5")),
            "个人账户 | 595.00 | 80.50 | 80.50 | ",
            "个人负担 595 元，个人账户可用 80.50 元，本次支付 80.50 元"),
        step(
            new Explained.Paid(
                Share.PERSONAL_ACCOUNT,
                Part.EARLIER_YEARS,
                yuan("595"),
                yuan("80.5"),
                yuan("80.5")),
            "个人账户（历年结余） | 595.00 | 80.50 | 80.50 | ",
            "个人负担 595 元，个人账户（历年结余）可用 80.50 元，本次支付 80.50 元"),
        step(
            new Explained.Paid(
                Share.PERSONAL_ACCOUNT, Part.THIS_YEAR, yuan("514.5"), yuan("0"), yuan("0")),
            "个人账户（当年计入） | 514.50 | 0.00 | 0.00 | ",
            "个人负担 514.50 元，个人账户（当年计入）可用 0 元，本次支付 0 元"),
        step(
            new Explained.Paid(Share.CASH, Part.WHOLE, yuan("514.5"), yuan("514.5"), yuan("514.5")),
            "现金 | 514.50 | 514.50 | 514.50 | ",
            "现金支付 514.50 元"));
  }

  private static Arguments step(Explained step, String data, String sentence) {
    return Arguments.of(step, data, sentence);
  }

  private static List<Bands.Portion> portions(String ratio, String cost) {
    return cut(Bands.flat(Ratio.of(ratio)), "0", cost);
  }

  private static List<Bands.Portion> cut(Bands bands, String start, String cost) {
    Claim claim = Sample.claim(Sample.visit(Sample.bill(cost)));
    return bands.cutByCost(Fraction.of(yuan(start)), Fraction.of(yuan(cost)), claim, List.of());
  }

  private static List<Explained.FundPaid.Part> parts(List<Bands.Portion> portions) {
    return portions.stream().map(Explained.FundPaid.Part::of).toList();
  }

  private static List<Bands.Portion> threeBands() {
    var bands =
        new Bands(
            List.of(
                Sample.band("0", "1000", "80%"),
                Sample.band("1000", "5000.5", "85%"),
                Sample.band("5000.5", null, "90.5%")));
    return cut(bands, "0", "6000.5");
  }

  /** name | base | figure | result | citation. */
  @ParameterizedTest(name = "{2}")
  @MethodSource({"ofTheLines", "ofTheDeductible", "ofTheFund", "ofThePatient"})
  void aStepIsASentenceAndData(Explained step, String data, String sentence) {
    assertThat(step.sentence()).isEqualTo(sentence);
    Citation citation = step.citation();
    String found =
        String.join(
            " | ",
            step.name(),
            step.base().toString(),
            step.figure(),
            step.result().toString(),
            citation == null ? "" : citation.toString());
    assertThat(found).isEqualTo(data);
  }

  /**
   * What the portions say is what the cost was cut into: start and cost of a visit in the bands.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0       | 0      |
          0       | 0.01   | 0 至 1000 元部分 0.01
          999.99  | 0.01   | 0 至 1000 元部分 0.01
          999.99  | 0.02   | 0 至 1000 元部分 0.01, 1000 至 5000.50 元部分 0.01
          1000    | 0.01   | 1000 至 5000.50 元部分 0.01
          5000.50 | 7      | 5000.50 元以上部分 7.00
          900     | 5000   | 0 至 1000 元部分 100.00, 1000 至 5000.50 元部分 4000.50, 5000.50 元以上部分 899.50
          """)
  void costIsCutWhereBandsMeet(String start, String cost, @Nullable String portions) {
    var bands = new Bands(threeBands().stream().map(Bands.Portion::band).toList());
    assertThat(
            cut(bands, start, cost).stream()
                .map(p -> p.band().range() + " " + p.cost().rounded())
                .toList())
        .isEqualTo(portions == null ? List.of() : List.of(portions.split(", ", -1)));
  }
}
