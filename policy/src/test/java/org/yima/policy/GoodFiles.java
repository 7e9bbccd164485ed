package org.yima.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;

/** A policy and a case in which nothing is wrong, for tests that change one thing in them. */
final class GoodFiles {

  static final String POLICY =
      """
      name: 测试政策
      district: 990001
      scheme: employee
      from: 2024-01-01
      year-starts: 04-01
      note: 供读者
      diseases: {高血压: [M1]}
      benefits:
        - name: 普通门诊
          types: [outpatient]
          where: {level: [1, 2], kind: general, employment: [active, retired], disease: 高血压}
          steps:
            - classify-lines
            - deductible:
                pool: 门诊
                due: each-year
                amount:
                  - {from: 2024-01-01, source: 文件一, is: 300}
            - basic-fund:
                pool: 门诊
                counts: in-scope
                pays:
                  - from: 2024-01-01
                    source: 文件二
                    cases:
                      - {employment: active, is: 65%}
                      - employment: retired
                        is:
                          - {above: 0, to: 5000, ratio: 80%}
                          - {above: 5000, ratio: 90%}
                ceilings:
                  - {pool: 门诊, reach: each-disease, amount: [{from: 2024-01-01, source: 文件三, is: 4000}]}
            - patient-bears: over-limit
            - from-account
            - in-cash
      """;

  static final String CASE =
      """
      about: 测试算例
      origin: own
      source: 自拟
      district: 990001
      scheme: employee
      cases:
        - name: 高血压门诊
          person:
            age: 65
            employment: retired
            approvals:
              - {type: chronic-disease, disease: M1, from: 2024-01-01, until: 2024-12-31}
          year: {"deductible:门诊": 100, "cost:门诊": 50}
          account: {balance: 80, limit: 60}
          bill:
            date: 2024-06-01
            type: outpatient
            level: 1
            kind: general
            disease: M1
            lines:
              - {item: 药品, class: 乙, upfront: 10%, price-ceiling: 9, price: 10, quantity: 50, amount: 500}
              - {item: 自费药, class: 丙, amount: 20.5}
          expect:
            total: 520.5
            cash: 300
      """;

  private GoodFiles() {}

  /** The text with its first such part changed; {@code ↵} stands for the end of a line. */
  static String change(String good, String part, String instead) {
    String was = part.replace("↵", "\n");
    assertThat(good).as("the row changes something").contains(was);
    int at = good.indexOf(was);
    return good.substring(0, at) + instead.replace("↵", "\n") + good.substring(at + was.length());
  }

  static void readPolicy(String text) {
    PolicyReader.read(SourceFile.of("p.yaml", text.getBytes(StandardCharsets.UTF_8)));
  }

  static CaseFile readCase(String text) {
    return CaseFile.parse("c.yaml", text.getBytes(StandardCharsets.UTF_8));
  }
}
