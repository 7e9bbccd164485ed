package org.yima.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the loader says about a policy that is wrong in one place. */
class LoaderTest {

  /** A good policy; each row below changes one thing in it. */
  private static final String GOOD =
      """
      name: 测试政策
      district: 990001
      scheme: employee
      from: 2024-01-01
      diseases: {高血压: [M03900]}
      benefits:
        - name: 普通门诊
          types: [outpatient]
          where: {level: [1, 2], disease: 高血压}
          steps:
            - classify-lines
            - deductible:
                pool: outpatient
                due: each-year
                amount:
                  - {from: 2024-01-01, source: 文件一, is: 300}
            - basic-fund:
                pool: outpatient
                counts: above-deductible
                pays:
                  - from: 2024-01-01
                    source: 文件二
                    cases:
                      - {level: 1, is: 65%}
                      - level: 2
                        is:
                          - {above: 0, to: 5000, ratio: 80%}
                          - {above: 5000, ratio: 90%}
                ceilings:
                  - pool: outpatient
                    reach: each-disease
                    amount:
                      - {from: 2024-01-01, source: 文件三, is: 4000}
            - patient-bears: over-limit
            - from-account
            - in-cash
      """;

  @TempDir private Path folder;

  @Test
  void theGoodPolicyIsRead() throws IOException {
    assertThat(load(GOOD)).isNotNull();
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      textBlock =
          """
          source: 文件一,       ¦ ``                    ¦ 16: 缺少“source”；请补上 / 'source' is missing; add it
          {from: 2024-01-01, source: 文件一 ¦ {source: 文件一 ¦ 16: 缺少“from”；请补上 / 'from' is missing; add it
          source: 文件一        ¦ source: " "           ¦ 16: “source”应当是一个值 / 'source' should be a single value
          from: 2024-01-01, source: 文件一 ¦ from: 2024-02-30, source: 文件一 ¦ 16: “2024-02-30”不是日期；请写成 2024-01-31 / '2024-02-30' is not a date; write it as 2024-01-31
          from: 2024-01-01, source: 文件一 ¦ from: 2025-01-01, source: 文件一 ¦ 16: 政策自 2024-01-01 起，“amount”却自 2025-01-01 起；请补上此前的标准 / the policy holds from 2024-01-01 but 'amount' only from 2025-01-01; add the figure that held before
          is: 300               ¦ is: 300.001           ¦ 16: “300.001”不是金额；请写成元，最多两位小数，如 500 或 500.00 / '300.001' is not an amount; write yuan with up to two decimals, as 500 or 500.00
          is: 300               ¦ is: -300              ¦ 16: “-300”不是金额；请写成元，最多两位小数，如 500 或 500.00 / '-300' is not an amount; write yuan with up to two decimals, as 500 or 500.00
          , is: 300             ¦ ``                    ¦ 16: 请写“is”（一个标准）或“cases”（分级别、人员），二者取一 / give either 'is' (one value) or 'cases' (by level, employment)
          is: 300               ¦ is: 300, is: 200      ¦ 16: 键“is”写了两次 / key 'is' is given twice
          is: 65%               ¦ is: 165%              ¦ 24: 比例“165%”不在 0% 至 100% 之间，或小数过长 / ratio '165%' is not between 0% and 100%, or has too many decimals
          is: 65%               ¦ is: 0.65              ¦ 24: “0.65”不是比例；请写成百分数，如 65% / '0.65' is not a ratio; write a percentage, as 65%
          above: 5000           ¦ above: 6000           ¦ 28: 两段之间有空档：5000.00 至 6000.00；各段应当首尾相接 / a gap between the bands: 5000.00 to 6000.00; let each begin where the last ends
          above: 5000           ¦ above: 4000           ¦ 28: 两段重叠：4000.00 至 5000.00；各段应当首尾相接 / bands overlap: 4000.00 to 5000.00; let each begin where the last ends
          above: 0, to: 5000    ¦ above: 0, to: 0       ¦ 27: 这一段的上限不高于下限；请更正 / the band ends at or below its start; correct it
          above: 0, to: 5000    ¦ above: 0              ¦ 28: 前一段没有上限，后面不能再有一段 / the band before has no end, so none can follow it
          {level: 1, is: 65%}   ¦ {level: 3, is: 65%}   ¦ 24: 没有规定此种情形的标准：level 1, type outpatient, disease 高血压；请补上一条，或以只写 is 的一条概括其余 / no case for level 1, type outpatient, disease 高血压; add one, end with one that has only 'is', or narrow the benefit's 'where'
          {level: 1, is: 65%}   ¦ {is: 65%}             ¦ 24: 只写“is”的一条概括其余情形，须放在最后 / a case that has only 'is' is for all others: put it last
          scheme: employee      ¦ scheme: everyone      ¦ 3: “scheme”不能是“everyone”；可用的值：employee, resident / 'scheme' cannot be 'everyone'; known: employee, resident
          district: 990001      ¦ district: 9900        ¦ 2: 统筹区是六位数字 / a district is six digits
          from: 2024-01-01↵d    ¦ year-starts: 13-01↵d  ¦ 1: 缺少“from”；请补上 / 'from' is missing; add it
          name: 测试政策        ¦ name: 测试政策↵admissions-at-once: 0 ¦ 2: 同时在院的登记数是 1 到 9 的整数 / admissions at once are a number from 1 to 9
          name: 测试政策        ¦ title: 测试政策       ¦ 1: 不认识的键“title”；可用的键：name, district, scheme, from, year-starts, stays-by, admissions-at-once, note, diseases, waiting, benefits / unknown key 'title'; known here: name, district, scheme, from, year-starts, stays-by, admissions-at-once, note, diseases, waiting, benefits
          name: 测试政策        ¦ name: 测试政策↵year-starts: 1月1日 ¦ 2: 年度起始日请写成 01-01 / write the first day of the benefit year as 01-01
          types: [outpatient]   ¦ types: []             ¦ 8: “types”应当是非空的列表 / 'types' should be a list that is not empty
          level: [1, 2]         ¦ level: [1, 4]         ¦ 9: “level”不能是“4”；可用的值：1, 2, 3, ungraded / 'level' cannot be '4'; known: 1, 2, 3, ungraded
          diseases: {高血压: [M03900]} ¦ diseases: {高血压: [M1, M1]} ¦ 5: 病种编码“M1”出现了两次 / disease code 'M1' is listed twice
          , disease: 高血压     ¦ ``                    ¦ 30: 按病种限额（each-disease）要求待遇的 where 列出 disease / a limit for each-disease needs 'disease' in the benefit's 'where'
          - classify-lines      ¦ - classify            ¦ 11: 不认识的步骤“classify”；可用的步骤：classify-lines / all-in-scope, fixed-price, out-of-region-upfront, items-apart, deductible, basic-fund, large-amount-fund, patient-bears, critical-illness, civil-servants, special-care, retired-cadres, pensioners, enterprise, other, special-groups, poverty-assistance, poverty-guarantee, critical-illness-assistance, fiscal-subsidy, assistance, relief, from-account, in-cash / unknown step 'classify'; known: classify-lines / all-in-scope, fixed-price, out-of-region-upfront, items-apart, deductible, basic-fund, large-amount-fund, patient-bears, critical-illness, civil-servants, special-care, retired-cadres, pensioners, enterprise, other, special-groups, poverty-assistance, poverty-guarantee, critical-illness-assistance, fiscal-subsidy, assistance, relief, from-account, in-cash
          - classify-lines      ¦ - in-cash             ¦ 11: 步骤不全或顺序不对（deductible 排得太后）；顺序为 classify-lines / all-in-scope, fixed-price, out-of-region-upfront, items-apart, deductible, basic-fund, large-amount-fund, patient-bears, critical-illness, civil-servants, special-care, retired-cadres, pensioners, enterprise, other, special-groups, poverty-assistance, poverty-guarantee, critical-illness-assistance, fiscal-subsidy, assistance, relief, from-account, in-cash / the steps are incomplete or out of order (deductible comes too late); the order is classify-lines / all-in-scope, fixed-price, out-of-region-upfront, items-apart, deductible, basic-fund, large-amount-fund, patient-bears, critical-illness, civil-servants, special-care, retired-cadres, pensioners, enterprise, other, special-groups, poverty-assistance, poverty-guarantee, critical-illness-assistance, fiscal-subsidy, assistance, relief, from-account, in-cash
          - patient-bears: over-limit ¦ ``              ¦ 11: 步骤不全或顺序不对（须有且只有一个 patient-bears）；顺序为 classify-lines / all-in-scope, fixed-price, out-of-region-upfront, items-apart, deductible, basic-fund, large-amount-fund, patient-bears, critical-illness, civil-servants, special-care, retired-cadres, pensioners, enterprise, other, special-groups, poverty-assistance, poverty-guarantee, critical-illness-assistance, fiscal-subsidy, assistance, relief, from-account, in-cash / the steps are incomplete or out of order (there is exactly one patient-bears); the order is classify-lines / all-in-scope, fixed-price, out-of-region-upfront, items-apart, deductible, basic-fund, large-amount-fund, patient-bears, critical-illness, civil-servants, special-care, retired-cadres, pensioners, enterprise, other, special-groups, poverty-assistance, poverty-guarantee, critical-illness-assistance, fiscal-subsidy, assistance, relief, from-account, in-cash
          patient-bears: over-limit ¦ patient-bears: cash ¦ 34: “patient-bears”不能是“cash”；可用的值：band-self-pay, over-limit / 'patient-bears' cannot be 'cash'; known: band-self-pay, over-limit
          due: each-year        ¦ due: monthly          ¦ 14: “due”不能是“monthly”；可用的值：each-visit, each-year / 'due' cannot be 'monthly'; known: each-visit, each-year
          pool: outpatient↵          due ¦ pool: a b↵          due ¦ 13: 统计口径（pool）的名称最多 60 个字，只含字母、数字、“-”“_”“/” / a pool is named by up to 60 letters, digits, '-', '_' or '/'
          name: 测试政策        ¦ note: *a ¦ 1: 不支持 YAML 引用（*）；请把内容写全 / aliases (*) are not read; write the content out
          {from: 2024-01-01, source: 文件一, is: 300} ¦ &P {from: 2024-01-01, source: 文件一, is: 300} ¦ 16: 不支持 YAML 锚点（&P）；请删去，并把内容写全 / anchors (&P) are not read; remove it and write the content out
          name: 测试政策        ¦ name: [[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]] ¦ 1: 嵌套过深 / nested too deeply
          name: 测试政策        ¦ name: "测试政策       ¦ 37: 不是有效的 YAML；请检查缩进、冒号和引号 / not YAML; check indentation, colons and quotes (found unexpected end of stream)
          """)
  void aBadPolicyIsRefusedWithItsLineAndTheRemedy(String part, String instead, String message) {
    String was = part.replace("↵", "\n");
    assertThat(GOOD).as("the row changes something").contains(was);
    String bad = GOOD.replaceFirst(Pattern.quote(was), instead.replace("↵", "\n"));
    assertThatThrownBy(() -> load(bad))
        .isInstanceOf(PolicyException.class)
        .hasMessage("employee.yaml:" + message);
  }

  @Test
  void anEmptyFileIsRefused() {
    assertThatThrownBy(() -> load("")).hasMessage("employee.yaml:1: 文件是空的 / the file is empty");
  }

  @Test
  void aHugeFileIsRefused() {
    assertThatThrownBy(() -> load("#".repeat(600_000)))
        .hasMessage(
            "employee.yaml:1: 文件超过 512 KB；请拆分为多个文件"
                + " / the file is larger than 512 KB; split it");
  }

  @Test
  void twoFilesOfOneDistrictCannotStartOnTheSameDay() throws IOException {
    Files.writeString(folder.resolve("a.yaml"), GOOD);
    Files.writeString(folder.resolve("b.yaml"), GOOD);
    assertThatThrownBy(() -> PolicyBook.load(folder))
        .hasMessage(
            "b.yaml:1: 该统筹区、险种已有另一文件自 2024-01-01 起；请合并或改日期"
                + " / another file for this district and scheme holds from 2024-01-01;"
                + " merge them or change the date");
  }

  private PolicyBook load(String text) throws IOException {
    Files.writeString(folder.resolve("employee.yaml"), text);
    return PolicyBook.load(folder);
  }
}
