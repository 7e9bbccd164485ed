package org.yima.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** At every level of both kinds of file: keys that are unknown, missing, or hold another form. */
class KeysTest {

  @Test
  void bothFilesAreGood() {
    GoodFiles.readPolicy(GoodFiles.POLICY);
    CaseFile read = GoodFiles.readCase(GoodFiles.CASE);
    assertThat(read.cases()).hasSize(1);
    assertThat(read.cases().getFirst().line()).isEqualTo(7);
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '¦',
      textBlock =
          """
          note: 供读者         ¦ remark: 供读者        ¦ 6  ¦ remark   ¦ name, district, scheme, from, year-starts, stays-by, admissions-at-once, note, diseases, waiting, benefits
          types: [             ¦ type: [               ¦ 10 ¦ type → types ¦ name, types, where, in-waiting, visits, steps
          kind: general        ¦ hospital: general     ¦ 11 ¦ hospital ¦ level, kind, tier, treated, province, type, disease, visit, visit-here, visit-here-for-disease, employment, group, assistance, age, insured-months, retired-on, civil-servant, special-care, enterprise
          due: each-year       ¦ when: each-year       ¦ 16 ¦ when     ¦ pool, due, amount, adjust
          counts: in-scope     ¦ count: in-scope       ¦ 21 ¦ count → counts ¦ adjust, ceilings, counts, pays, pool, running
          reach: each-disease  ¦ each: disease         ¦ 32 ¦ each → reach ¦ on, pool, reach, per, amount, adjust
          is: 300              ¦ be: 300               ¦ 18 ¦ be       ¦ from, source, is, cases
          {employment: active, ¦ {income: low,         ¦ 26 ¦ income   ¦ level, kind, tier, treated, province, type, disease, visit, visit-here, visit-here-for-disease, employment, group, assistance, age, insured-months, retired-on, civil-servant, special-care, enterprise, is
          is: 65%              ¦ is: {ratio: 65%}      ¦ 26 ¦ ratio    ¦ base, per-year-of-age
          is: 300              ¦ is: {yuan: 300}       ¦ 18 ¦ yuan     ¦ amount, percent, of, further-disease, at-most
          to: 5000             ¦ until: 5000           ¦ 29 ¦ until    ¦ above, to, ratio
          """)
  void aKeyThatAPolicyDoesNotHaveIsNamedWithThoseThatItHas(
      String part, String instead, int line, String key, String known) {
    String bad = GoodFiles.change(GoodFiles.POLICY, part, instead);
    refused(() -> GoodFiles.readPolicy(bad), "p.yaml", line, unknown(key, known));
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '¦',
      textBlock =
          """
          about: 测试算例      ¦ title: 测试算例      ¦ 1  ¦ title   ¦ about, origin, source, district, scheme, cases
          year: {              ¦ years: {             ¦ 13 ¦ years → year ¦ name, person, year, same-visit, account, bill, expect, says
          age: 65              ¦ born: 1959           ¦ 9  ¦ born    ¦ employment, age, group, assistance, civil-servant, special-care, enterprise, retired-on, enrolled, approvals, filings
          {type: chronic       ¦ {kind: chronic       ¦ 12 ¦ kind    ¦ type, disease, from, until
          limit: 60            ¦ most: 60             ¦ 14 ¦ most    ¦ balance, earlier-years, limit
          level: 1             ¦ grade: 1             ¦ 18 ¦ grade   ¦ date, admitted, type, hospital, level, kind, tier, place, disease, lines
          quantity: 50         ¦ number: 50           ¦ 22 ¦ number  ¦ item, class, upfront, price-ceiling, needs-approval, approved, price, quantity, amount
          """)
  void aKeyThatACaseDoesNotHaveIsNamedWithThoseThatItHas(
      String part, String instead, int line, String key, String known) {
    String bad = GoodFiles.change(GoodFiles.CASE, part, instead);
    refused(() -> GoodFiles.readCase(bad), "c.yaml", line, unknown(key, known));
  }

  @ParameterizedTest(name = "{0} → {1}: {3} {4}")
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      textBlock =
          """
          # missing
          name: 测试政策↵                ¦ ``                       ¦ 1  ¦ name         ¦ missing
          district: 990001↵              ¦ ``                       ¦ 1  ¦ district     ¦ missing
          scheme: employee↵              ¦ ``                       ¦ 1  ¦ scheme       ¦ missing
          from: 2024-01-01↵              ¦ ``                       ¦ 1  ¦ from         ¦ missing
          name: 普通门诊↵    types       ¦ types                    ¦ 9  ¦ name         ¦ missing
          types: [outpatient]↵    where  ¦ where                    ¦ 9  ¦ types        ¦ missing
          pool: 门诊↵          due       ¦ due                      ¦ 15 ¦ pool         ¦ missing
          due: each-year↵          am    ¦ am                       ¦ 15 ¦ due          ¦ missing
          pool: 门诊↵          counts    ¦ counts                   ¦ 20 ¦ pool         ¦ missing
          pool: 门诊, reach              ¦ reach                    ¦ 32 ¦ pool         ¦ missing
          is: 65%                        ¦ level: 1                 ¦ 26 ¦ is           ¦ missing
          above: 0,                      ¦ ``                       ¦ 29 ¦ above        ¦ missing
          , ratio: 90%                   ¦ ``                       ¦ 30 ¦ ratio        ¦ missing
          # a list or keys where one value belongs
          name: 测试政策                 ¦ name: [测试政策]         ¦ 1  ¦ name         ¦ value
          name: 测试政策                 ¦ name:                    ¦ 1  ¦ name         ¦ value
          name: 测试政策                 ¦ name: "  "               ¦ 1  ¦ name         ¦ value
          district: 990001               ¦ district: {丹东: 990001} ¦ 2  ¦ district     ¦ value
          scheme: employee               ¦ scheme: [employee]       ¦ 3  ¦ scheme       ¦ value
          from: 2024-01-01               ¦ from: [2024-01-01]       ¦ 4  ¦ from         ¦ value
          year-starts: 04-01             ¦ year-starts: {04: 01}    ¦ 5  ¦ year-starts  ¦ value
          types: [outpatient]            ¦ types: [[outpatient]]    ¦ 10 ¦ types        ¦ value
          level: [1, 2]                  ¦ level: {一级: 1}         ¦ 11 ¦ level        ¦ list
          diseases: {高血压: [M1]}       ¦ diseases: {高血压: [[M1]]} ¦ 7  ¦ 高血压     ¦ value
          pool: 门诊                     ¦ pool: [门诊]             ¦ 15 ¦ pool         ¦ value
          is: 300                        ¦ is: [300]                ¦ 18 ¦ is           ¦ keys
          ratio: 80%                     ¦ ratio: [80%]             ¦ 29 ¦ ratio        ¦ keys
          patient-bears: over-limit      ¦ patient-bears: [over-limit] ¦ 33 ¦ patient-bears ¦ value
          # one value or nothing where a list belongs
          types: [outpatient]            ¦ types: outpatient        ¦ 10 ¦ types        ¦ list
          diseases: {高血压: [M1]}       ¦ diseases: {高血压: M1}   ¦ 7  ¦ 高血压       ¦ list
          diseases: {高血压: [M1]}       ¦ diseases: {高血压: []}   ¦ 7  ¦ 高血压       ¦ list
          level: [1, 2]                  ¦ level: []                ¦ 11 ¦ level        ¦ list
          employment: [active, retired]  ¦ employment: []           ¦ 11 ¦ employment   ¦ list
          kind: general                  ¦ kind: []                 ¦ 11 ¦ kind         ¦ list
          is: 65%                        ¦ is: []                   ¦ 26 ¦ is           ¦ list
          [{from: 2024-01-01, source: 文件三, is: 4000}] ¦ 4000     ¦ 32 ¦ amount       ¦ 300
          [{from: 2024-01-01, source: 文件三, is: 4000}] ¦ []       ¦ 32 ¦ amount       ¦ 300
          [{from: 2024-01-01, source: 文件三, is: 4000}] ¦ {from: 2024-01-01, source: 文件三, is: 4000} ¦ 32 ¦ amount ¦ 300
          pays:↵            - from: 2024-01-01↵              source: 文件二↵              cases:↵                - {employment: active, is: 65%}↵                - employment: retired↵                  is:↵                    - {above: 0, to: 5000, ratio: 80%}↵                    - {above: 5000, ratio: 90%}↵ ¦ pays: 65%↵ ¦ 22 ¦ pays ¦ 65%
          # one value or a list where keys belong
          {level: [1, 2], kind: general, employment: [active, retired], disease: 高血压} ¦ everyone ¦ 11 ¦ where ¦ keys
          {高血压: [M1]}                 ¦ [M1]                     ¦ 7  ¦ diseases     ¦ keys
          - {from: 2024-01-01, source: 文件一, is: 300} ¦ - 300     ¦ 18 ¦ amount       ¦ keys
          - {employment: active, is: 65%} ¦ - 65%                   ¦ 26 ¦ cases        ¦ keys
          - {above: 0, to: 5000, ratio: 80%} ¦ - 80%                ¦ 29 ¦ is           ¦ keys
          - from-account                 ¦ - [from-account]         ¦ 34 ¦ steps        ¦ keys
          """)
  void inAPolicy(String part, String instead, int line, String key, String form) {
    String bad = GoodFiles.change(GoodFiles.POLICY, part, instead);
    refused(() -> GoodFiles.readPolicy(bad), "p.yaml", line, form(form, key));
  }

  @ParameterizedTest(name = "{0} → {1}: {3} {4}")
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      textBlock =
          """
          # missing
          about: 测试算例↵        ¦ ``                    ¦ 1  ¦ about     ¦ missing
          origin: own↵            ¦ ``                    ¦ 1  ¦ origin    ¦ missing
          district: 990001↵       ¦ ``                    ¦ 1  ¦ district  ¦ missing
          scheme: employee↵       ¦ ``                    ¦ 1  ¦ scheme    ¦ missing
          name: 高血压门诊↵    person ¦ person            ¦ 7  ¦ name      ¦ missing
          age: 65↵      emp       ¦ emp                   ¦ 9  ¦ age       ¦ missing
          {type: chronic-disease, ¦ {                     ¦ 12 ¦ type      ¦ missing
          disease: M1, from       ¦ from                  ¦ 12 ¦ disease   ¦ missing
          from: 2024-01-01,       ¦ ``                    ¦ 12 ¦ from      ¦ missing
          balance: 80,            ¦ ``                    ¦ 14 ¦ balance   ¦ missing
          date: 2024-06-01↵      ty ¦ ty                  ¦ 16 ¦ date      ¦ missing
          type: outpatient↵      le ¦ le                  ¦ 16 ¦ type      ¦ missing
          level: 1↵      ki       ¦ ki                    ¦ 16 ¦ level     ¦ missing
          item: 药品,             ¦ ``                    ¦ 22 ¦ item      ¦ missing
          class: 乙,              ¦ ``                    ¦ 22 ¦ class     ¦ missing
          , amount: 500           ¦ ``                    ¦ 22 ¦ amount    ¦ missing
          # the wrong form
          about: 测试算例         ¦ about: [测试, 算例]   ¦ 1  ¦ about     ¦ value
          age: 65                 ¦ age: [65]             ¦ 9  ¦ age       ¦ value
          class: 乙               ¦ class: [乙]           ¦ 22 ¦ class     ¦ value
          price: 10               ¦ price: {元: 10}       ¦ 22 ¦ price     ¦ value
          total: 520.5            ¦ total: [520.5]        ¦ 25 ¦ total     ¦ value
          {"deductible:门诊": 100, "cost:门诊": 50} ¦ 100 ¦ 13 ¦ year      ¦ keys
          {balance: 80, limit: 60} ¦ 80                   ¦ 14 ¦ account   ¦ keys
          - {item: 自费药, class: 丙, amount: 20.5} ¦ - 20.5 ¦ 23 ¦ lines  ¦ keys
          - {type: chronic-disease, disease: M1, from: 2024-01-01, until: 2024-12-31} ¦ - M1 ¦ 12 ¦ approvals ¦ keys
          """)
  void inACase(String part, String instead, int line, String key, String form) {
    String bad = GoodFiles.change(GoodFiles.CASE, part, instead);
    refused(() -> GoodFiles.readCase(bad), "c.yaml", line, form(form, key));
  }

  /** What cannot be changed in one line: the lists that make up most of a file. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      textBlock =
          """
          benefits: [] ¦ 5 ¦ benefits ¦ list
          benefits: 普通门诊 ¦ 5 ¦ benefits ¦ list
          benefits: [普通门诊] ¦ 5 ¦ benefits ¦ keys
          benefits: [{name: 门诊, types: [outpatient]}] ¦ 5 ¦ steps ¦ missing
          benefits: [{name: 门诊, types: [outpatient], steps: []}] ¦ 5 ¦ steps ¦ list
          note: 没有待遇 ¦ 1 ¦ benefits ¦ missing
          """)
  void aPolicyHasBenefitsAndABenefitSteps(String rest, int line, String key, String form) {
    String head = GoodFiles.POLICY.substring(0, GoodFiles.POLICY.indexOf("year-starts"));
    refused(() -> GoodFiles.readPolicy(head + rest), "p.yaml", line, form(form, key));
  }

  private static String form(String form, String key) {
    String message =
        switch (form) {
          case "value" -> "“%1$s”应当是一个值 / '%1$s' should be a single value";
          case "list" -> "“%1$s”应当是非空的列表 / '%1$s' should be a list that is not empty";
          case "300", "65%" -> figure(form.replace("%", "%%"));
          case "keys" -> "“%1$s”下面应当是“键: 值” / '%1$s' should hold keys with values";
          default -> "缺少“%1$s”；请补上 / '%1$s' is missing; add it";
        };
    return message.formatted(key);
  }

  /** A bare value where dated figures belong. */
  private static String figure(String example) {
    return "“%1$s”应当是非空的列表；请写成 [{from: 2024-01-01, source: 文件, is: EXAMPLE}] / '%1$s' should be a list that is not empty; write it as [{from: 2024-01-01, source: document, is: EXAMPLE}]"
        .replace("EXAMPLE", example);
  }

  /** The remedy of {@code type → types} begins with what was probably meant. */
  private static String unknown(String key, String known) {
    String[] both = key.split(" → ", -1);
    boolean near = both.length == 2;
    return "不认识的键“%s”；%s可用的键：%s / unknown key '%s'; %sknown here: %s"
        .formatted(
            both[0],
            near ? "是否想写 " + both[1] + "？" : "",
            known,
            both[0],
            near ? "did you mean '" + both[1] + "'? " : "",
            known);
  }

  private static void refused(ThrowingCallable reading, String file, int line, String message) {
    assertThatThrownBy(reading)
        .isInstanceOf(PolicyException.class)
        .hasMessage(file + ":" + line + ": " + message);
  }
}
