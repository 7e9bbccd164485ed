package org.yima.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a case file may say, and that a case can fail. */
class CaseFileTest {

  private static final PolicyBook BOOK = PolicyBook.bundled();

  private static final String GOOD =
      """
      about: 测试算例
      origin: own
      source: 自拟
      district: 210600
      scheme: employee
      cases:
        - name: 一张账单
          person: {employment: retired, age: 65}
          year: {"deductible:outpatient": 0}
          account: {balance: 100, limit: 50}
          bill:
            date: 2023-03-15
            type: outpatient
            level: 1
            lines:
              - {item: 药品, class: 甲, price: 10, quantity: 100, amount: 1000}
          expect: {basic-fund: 455, cash: 495, decision: settled}
      """;

  @Test
  void aCaseThatComesOutAsExpectedHasNoDifferences() {
    CaseFile file = parse(GOOD);
    assertThat(file.origin()).isEqualTo(CaseFile.Origin.OWN);
    assertThat(file.cases().getFirst().check(BOOK)).isEmpty();
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          basic-fund: 455    | basic-fund: 454.99       | basic-fund 应为 454.99，实为 455.00
          cash: 495          | personal-account: 0      | personal-account 应为 0.00，实为 50.00
          decision: settled  | decision: no-policy      | decision 应为 no-policy，实为 settled
          decision: settled  | charged-as: pharmacy     | charged-as 应为 pharmacy，实为 outpatient
          decision: settled  | year-after: {"fund:all": 455} | year-after 应为 fund:all=455.00，实为 deductible:all=300.00,deductible:outpatient=300.00,cost:outpatient=700.00,fund:all=455.00
          level: 1           | level: 2                 | basic-fund 应为 455.00，实为 —
          2023-03-15         | 2020-03-15               | basic-fund 应为 455.00，实为 —
          """)
  void aCaseThatComesOutOtherwiseSaysWhere(String part, String instead, String difference) {
    WorkedCase worked = parse(changed(part, instead)).cases().getFirst();
    assertThat(worked.check(BOOK).getFirst()).hasToString(difference);
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          origin: own        | origin: internet    | 2: “origin”不能是“internet”；可用的值：published, own / 'origin' cannot be 'internet'; known: published, own
          source: 自拟       | ``                  | 1: 缺少“source”；请补上 / 'source' is missing; add it
          employment: retired, | ``                | 8: 缺少“employment”；请补上 / 'employment' is missing; add it
          employment: retired | employment: none   | 8: 居民没有在职、退休之分，职工必须注明 / residents have no employment, employees are active or retired
          age: 65            | age: -1             | 8: 年龄是整数 / an age is a whole number
          deductible:outpatient | ded:outpatient   | 9: 不认识的累计“ded:outpatient”；请写 deductible、cost、fund、burden、account 或 visits，加冒号和口径（pool） / unknown running total 'ded:outpatient'; write deductible, cost, fund, burden, account or visits, a colon and the pool
          type: outpatient   | type: 11            | 13: “type”不能是“11”；可用的值：outpatient, special-disease, chronic-disease, pharmacy, emergency, dialysis, blood-and-peritoneal-dialysis, registration, account-only, maternity-outpatient, inpatient, transfer-inpatient, special-disease-inpatient, special-disease-transfer, transfer-discharge, psychiatric-inpatient, fixed-price-inpatient, resident-maternity-inpatient, maternity-inpatient / 'type' cannot be '11'; known: outpatient, special-disease, chronic-disease, pharmacy, emergency, dialysis, blood-and-peritoneal-dialysis, registration, account-only, maternity-outpatient, inpatient, transfer-inpatient, special-disease-inpatient, special-disease-transfer, transfer-discharge, psychiatric-inpatient, fixed-price-inpatient, resident-maternity-inpatient, maternity-inpatient
          class: 甲          | class: 丁           | 16: “class”不能是“丁”；可用的值：甲, 乙, 丙, 特 / 'class' cannot be '丁'; known: 甲, 乙, 丙, 特
          price: 10          | price: 1e3          | 16: “1e3”不是数；最多八位整数、四位小数 / '1e3' is not a number of up to eight digits and four decimals
          basic-fund: 455    | ake039: 455         | 17: 不认识的结果“ake039”；可用的结果：decision, charged-as, total, over-ceiling, in-scope, funds, patient, deductible-standard, self-paid, upfront-self-pay, out-of-region-upfront, deductible, band-self-pay, large-amount-self-pay, over-limit, basic-fund, large-amount-fund, civil-servant-fund, special-care-fund, retired-cadre-fund, pensioner-fund, enterprise-fund, other-funds, medical-assistance, medical-relief, personal-account, cash, hospital-borne, visit-number, year-after / unknown result 'ake039'; known: decision, charged-as, total, over-ceiling, in-scope, funds, patient, deductible-standard, self-paid, upfront-self-pay, out-of-region-upfront, deductible, band-self-pay, large-amount-self-pay, over-limit, basic-fund, large-amount-fund, civil-servant-fund, special-care-fund, retired-cadre-fund, pensioner-fund, enterprise-fund, other-funds, medical-assistance, medical-relief, personal-account, cash, hospital-borne, visit-number, year-after
          decision: settled  | decision: paid      | 17: “decision”不能是“paid”；可用的值：settled, not-enrolled, frozen, not-for-scheme, disease-needed, waiting, not-covered, fixed-price-in-parts, account-too-small, no-policy / 'decision' cannot be 'paid'; known: settled, not-enrolled, frozen, not-for-scheme, disease-needed, waiting, not-covered, fixed-price-in-parts, account-too-small, no-policy
          {basic-fund: 455, cash: 495, decision: settled} | {} | 17: “expect”没有写任何结果；请至少写一项 / 'expect' names no result; give at least one
          """)
  void aBadCaseIsRefusedWithItsLineAndTheRemedy(String part, String instead, String message) {
    assertThatThrownBy(() -> parse(changed(part, instead)))
        .isInstanceOf(PolicyException.class)
        .hasMessage("case.yaml:" + message);
  }

  private static String changed(String part, String instead) {
    assertThat(GOOD).as("the row changes something").contains(part);
    return GOOD.replaceFirst(Pattern.quote(part), instead);
  }

  private static CaseFile parse(String text) {
    return CaseFile.parse("case.yaml", text.getBytes(StandardCharsets.UTF_8));
  }
}
