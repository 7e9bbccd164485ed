package org.yima.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yima.settlement.Counter;
import org.yima.settlement.Policy;
import org.yima.settlement.Settlement;

/** Which running totals a policy counts, and that a case can name no others. */
class KnownTotalsTest {

  /** One of everything that counts. */
  private static final String POLICY =
      """
      name: 测试政策
      district: 990001
      scheme: employee
      from: 2024-01-01
      diseases: {高血压: [M1], 糖尿病/2型: [M2]}
      benefits:
        - name: 门诊慢病
          types: [chronic-disease]
          where: {disease: [高血压, 糖尿病/2型]}
          visits: 慢病
          steps:
            - classify-lines
            - items-apart:
                items: [贵药]
                pool: 单列
                pays: [{from: 2024-01-01, source: 文件, is: 50%}]
            - deductible: {pool: 起付, due: each-year, amount: [{from: 2024-01-01, source: 文件, is: 300}]}
            - basic-fund:
                pool: 统筹
                pays: [{from: 2024-01-01, source: 文件, is: 60%}]
                ceilings:
                  - {pool: 年, amount: [{from: 2024-01-01, source: 文件, is: 9000}]}
                  - {pool: 次, per: visit, amount: [{from: 2024-01-01, source: 文件, is: 900}]}
                  - {pool: 月, per: month, amount: [{from: 2024-01-01, source: 文件, is: 900}]}
                  - {pool: 季, per: quarter, on: cost, amount: [{from: 2024-01-01, source: 文件, is: 900}]}
                  - {pool: 病, reach: each-disease, amount: [{from: 2024-01-01, source: 文件, is: 900}]}
                  - {pool: 病月, reach: each-disease, per: month, amount: [{from: 2024-01-01, source: 文件, is: 900}]}
            - large-amount-fund:
                pool: 大额
                counts: fund-paid
                pays: [{from: 2024-01-01, source: 文件, is: 60%}]
            - patient-bears: over-limit
            - critical-illness:
                pool: 大病
                of: in-scope
                deductible: {pool: 大病起付, due: each-year, amount: [{from: 2024-01-01, source: 文件, is: 300}]}
                burden: [{from: 2024-01-01, source: 文件, is: 9000}]
                pays: [{from: 2024-01-01, source: 文件, is: 60%}]
            - assistance:
                pool: 救助
                of: in-scope
                pays: [{from: 2024-01-01, source: 文件, is: 60%}]
            - from-account: {part: earlier-years}
            - in-cash
        - name: 普通门诊
          types: [outpatient]
          steps: [classify-lines, patient-bears: over-limit, in-cash]
      """;

  private static final String KNOWN =
      "account:this-year, burden:大病, cost:单列, cost:大病, cost:季/2024-Q2, cost:救助, cost:统筹,"
          + " deductible:all, deductible:大病起付, deductible:起付, fund:all, fund:large-amount-fund,"
          + " fund:medical-assistance, fund:other-funds, fund:大额, fund:年, fund:月/2024-6, fund:次,"
          + " fund:病/GROUP, fund:病月/GROUP/2024-6, visits:慢病, visits:慢病/HOSPITAL,"
          + " visits:慢病/HOSPITAL/GROUP";

  private static Policy policy(String text) {
    return PolicyFile.parse("p.yaml", text).any();
  }

  @Test
  void allAreListed() {
    assertThat(new KnownTotals(policy(POLICY))).hasToString(KNOWN);
  }

  @ParameterizedTest(name = "{0} / {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # counted                | misspelt
          deductible:all           | deductible:全部
          deductible:起付          | deductible:统筹
          deductible:大病起付      | deductible:大病
          cost:统筹                | fund:统筹
          cost:单列                | cost:单例
          cost:季/2024-Q2          | cost:季
          cost:季/2024-Q4          | cost:季/2024-Q5
          cost:季/2024-Q1          | fund:季/2024-Q1
          fund:all                 | fund:全部
          fund:large-amount-fund   | fund:large-amount
          fund:other-funds         | fund:civil-servant-fund
          fund:medical-assistance  | fund:assistance
          fund:大额                | cost:大额
          fund:年                  | fund:年/2024
          fund:次                  | fund:次/2024-6
          fund:月/2024-6           | fund:月/2024-06
          fund:月/1999-12          | fund:月/2024-13
          fund:病/高血压           | fund:病
          fund:病/糖尿病/2型       | fund:病/糖尿病
          fund:病/none             | fund:病/高血糖
          fund:病月/高血压/2024-12 | fund:病月/高血压
          burden:大病              | burden:救助
          account:this-year        | account:earlier-years
          visits:慢病              | visits:漫病
          visits:慢病/H2106001     | visits:慢病/
          visits:慢病/unnamed      | visits:all
          visits:慢病/H1/高血压    | visits:慢病/H1/高血呀
          visits:慢病/H1/糖尿病/2型 | visits:慢病/H1/糖尿病
          visits:慢病/H1/none      | visits:慢病/H1/M1
          """)
  void aTotalIsKnownOrMisspelt(String counted, String misspelt) {
    var known = new KnownTotals(policy(POLICY));
    assertThat(known.has(Counter.of(counted))).as(counted).isTrue();
    assertThat(known.has(Counter.of(misspelt))).as(misspelt).isFalse();
  }

  /** Nothing that any shipped case moves may be unknown. */
  @Test
  void whateverASettlementCountsIsKnown() {
    PolicyBook book = PolicyBook.bundled();
    for (CaseFile file : CaseFile.bundled()) {
      for (WorkedCase worked : file.cases()) {
        if (worked.decide(book).orElse(null) instanceof Settlement settled) {
          var known = new KnownTotals(worked.policy(book).orElseThrow());
          assertThat(settled.yearAfter().totals().keySet())
              .as(file.name() + ":" + worked.line())
              .allMatch(known::has);
        }
      }
    }
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          cost:门诊       | cost:们诊       | c.yaml:13: 《测试政策》没有累计“cost:们诊”；可用的累计：{known} / the policy counts no running total 'cost:们诊'; known: {known}
          "cost:门诊": 50 | "fund:全部": 0  | c.yaml:13: 《测试政策》没有累计“fund:全部”；可用的累计：{known} / the policy counts no running total 'fund:全部'; known: {known}
          year:           | same-visit: {"visits:门诊": 1}↵    year: | c.yaml:13: 《测试政策》没有累计“visits:门诊”；可用的累计：{known} / the policy counts no running total 'visits:门诊'; known: {known}
          total: 520.5    | year-after: {"fund:门诊": 300} | c.yaml:25: 《测试政策》没有累计“fund:门诊”；可用的累计：{known} / the policy counts no running total 'fund:门诊'; known: {known}
          """)
  void aCaseThatNamesAnUnknownTotalIsRefusedAtItsLine(String part, String instead, String message) {
    Policy policy = policy(GoodFiles.POLICY);
    WorkedCase good = GoodFiles.readCase(GoodFiles.CASE).cases().getFirst();
    assertThatCode(() -> good.requireKnownTotals("c.yaml", policy)).doesNotThrowAnyException();
    String text = GoodFiles.change(GoodFiles.CASE, part, instead);
    WorkedCase bad = GoodFiles.readCase(text).cases().getFirst();
    assertThatThrownBy(() -> bad.requireKnownTotals("c.yaml", policy))
        .isInstanceOf(PolicyException.class)
        .hasMessage(
            message.replace(
                "{known}", "cost:门诊, deductible:all, deductible:门诊, fund:all, fund:门诊/GROUP"));
  }

  @Test
  void eachUnknownTotalIsTold() {
    String text =
        GoodFiles.change(GoodFiles.CASE, "\"cost:门诊\": 50", "\"cost:们诊\": 50, \"fund:门诊\": 1");
    WorkedCase bad = GoodFiles.readCase(text).cases().getFirst();
    assertThat(bad.totals().stream().map(total -> total.counter().toString()).toList())
        .isEqualTo(List.of("deductible:门诊", "cost:们诊", "fund:门诊"));
    assertThatThrownBy(() -> bad.requireKnownTotals("c.yaml", policy(GoodFiles.POLICY)))
        .hasMessageMatching("(?s)c.yaml:13: .*cost:们诊.*\nc.yaml:13: .*fund:门诊.*");
  }
}
