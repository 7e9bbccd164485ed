package org.yima.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.yima.settlement.Money;
import org.yima.settlement.Share;

/** Each result of a case is compared for itself, to the fen, and each difference is told. */
class WorkedCaseTest {

  private static final PolicyBook BOOK = PolicyBook.bundled();

  /** A bill of 丹东 in which every kind of share occurs that its policy has. */
  private static final String BILL =
      """
      about: 测试算例
      origin: own
      source: 自拟
      district: 210600
      scheme: employee
      cases:
        - name: 一张账单
          person: {employment: retired, age: 65}
          year: {"deductible:outpatient": 100, "deductible:all": 100}
          account: {balance: 100}
          bill:
            date: 2023-03-15
            type: outpatient
            level: 1
            lines:
              - {item: 甲类药, class: 甲, amount: 1000}
              - {item: 乙类药, class: 乙, upfront: 10%%, price-ceiling: 9, price: 10, quantity: 10, amount: 100}
              - {item: 自费药, class: 丙, amount: 50.55}
          expect: {%s}
      """;

  private static List<String> differences(String expect) {
    byte[] text = BILL.formatted(expect).getBytes(StandardCharsets.UTF_8);
    WorkedCase worked = CaseFile.parse("c.yaml", text).cases().getFirst();
    return worked.check(BOOK).stream().map(WorkedCase.Difference::toString).toList();
  }

  /** 1,150.55: what the case comes to, field by field. */
  private static final String RESULTS =
      """
      total: 1150.55
      self-paid: 60.55
      over-ceiling: 10
      upfront-self-pay: 9
      in-scope: 1081
      deductible-standard: 300
      deductible: 200
      basic-fund: 572.65
      band-self-pay: 308.35
      over-limit: 0
      funds: 572.65
      patient: 577.9
      personal-account: 100
      cash: 477.9
      out-of-region-upfront: 0
      large-amount-fund: 0
      large-amount-self-pay: 0
      civil-servant-fund: 0
      special-care-fund: 0
      retired-cadre-fund: 0
      pensioner-fund: 0
      enterprise-fund: 0
      other-funds: 0
      medical-assistance: 0
      medical-relief: 0
      hospital-borne: 0
      """;

  static Stream<String> results() {
    return RESULTS.lines();
  }

  @Test
  void allResultsTogetherHold() {
    assertThat(differences(RESULTS.lines().collect(Collectors.joining(", ")))).isEmpty();
  }

  @Test
  void everyShareCanBeExpected() {
    var named = RESULTS.lines().map(line -> line.substring(0, line.indexOf(':'))).toList();
    assertThat(named).containsAll(Arrays.stream(Share.values()).map(Words::of).toList());
    var others = List.of("decision", "charged-as", "visit-number", "year-after");
    assertThat(SplitFields.names())
        .as("what messages list is what can be expected")
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(named.stream(), others.stream()).toList());
  }

  @ParameterizedTest
  @MethodSource("results")
  void aFenTooMuchInOneResultIsThatOneDifference(String result) {
    int colon = result.indexOf(':');
    String field = result.substring(0, colon);
    long fen = Money.of(result.substring(colon + 2)).fen();
    var right = Money.ofFen(fen);
    var wrong = Money.ofFen(fen + 1);
    String others =
        RESULTS.lines().filter(line -> !line.equals(result)).collect(Collectors.joining(", "));
    assertThat(differences(others + ", " + field + ": " + wrong))
        .containsExactly(field + " 应为 " + wrong + "，实为 " + right);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          decision: settled                 |
          decision: not-covered             | decision 应为 not-covered，实为 settled
          decision: no-policy               | decision 应为 no-policy，实为 settled
          charged-as: outpatient            |
          charged-as: emergency             | charged-as 应为 emergency，实为 outpatient
          year-after: {"deductible:outpatient": 300, "deductible:all": 300, "cost:outpatient": 881, "fund:all": 572.65} |
          year-after: {"fund:all": 572.65, "cost:outpatient": 881, "deductible:all": 300, "deductible:outpatient": 300} |
          year-after: {"deductible:outpatient": 300} | year-after 应为 deductible:outpatient=300.00，实为 deductible:all=300.00,deductible:outpatient=300.00,cost:outpatient=881.00,fund:all=572.65
          """)
  void whatIsNoAmountIsComparedToo(String expect, @Nullable String difference) {
    assertThat(differences(expect)).isEqualTo(difference == null ? List.of() : List.of(difference));
  }

  @Test
  void severalDifferencesAreToldInTheOrderOfTheirNames() {
    assertThat(differences("total: 1, cash: 2, funds: 572.65, basic-fund: 3, deductible: 200"))
        .containsExactly(
            "basic-fund 应为 3.00，实为 572.65", "cash 应为 2.00，实为 477.90", "total 应为 1.00，实为 1150.55");
  }

  /** Where nothing was settled there is no amount to compare with, and the decision says why. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          level: 1           | level: 3           | not-covered
          employment: retired| employment: active | not-covered
          type: outpatient   | type: inpatient    | not-covered
          date: 2023-03-15   | date: 2021-12-31   | no-policy
          district: 210600   | district: 210601   | no-policy
          """)
  void whatIsNotSettledSaysSo(String part, String instead, String decision) {
    String text = GoodFiles.change(BILL.formatted("cash: 477.9, decision: settled"), part, instead);
    WorkedCase worked = GoodFiles.readCase(text).cases().getFirst();
    assertThat(worked.check(BOOK).stream().map(WorkedCase.Difference::toString))
        .containsExactly("cash 应为 477.90，实为 —", "decision 应为 settled，实为 " + decision);
  }
}
