package org.yima.policy.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yima.policy.CaseFile;
import org.yima.policy.PolicyBook;
import org.yima.policy.PolicyException;
import org.yima.policy.PolicyFolder;
import org.yima.policy.report.CaseReport.Check;
import org.yima.policy.report.CaseReport.Line;
import org.yima.policy.report.CaseReport.Part;
import org.yima.policy.report.CaseReport.Source;
import org.yima.policy.report.CaseReport.Step;
import org.yima.policy.report.CaseReport.Total;

/** What is said about one case: as a text that was looked at, and as data. */
class CaseReportTest {

  @TempDir private Path folder;

  private CaseReport report(String... changes) {
    City.write(folder);
    byte[] text = City.change(City.CASES, changes).getBytes(StandardCharsets.UTF_8);
    CaseFile file = CaseFile.parse("my-city/cases/a.yaml", text);
    return CaseReport.of(file, file.cases().getFirst(), PolicyFolder.policiesOf(folder).book());
  }

  @Test
  void theTextIsTheOneThatWasLookedAt() {
    Golden.same(report().text(), folder, "case.txt");
  }

  @Test
  void theDataSayTheSame() {
    CaseReport report = report();
    assertThat(report.decision()).isEqualTo("settled");
    assertThat(report.passed()).isTrue();
    assertThat(report.lines())
        .contains(
            new Line(
                2,
                "乙类药",
                "乙类",
                "100.00",
                "0.00",
                "10.00",
                "90.00",
                "该项目为乙类，先自付 10%，即 10 元，90 元纳入报销范围"));
    assertThat(report.steps())
        .contains(
            new Step(
                "起付线",
                "590.00",
                "300.00",
                "100.00",
                new Source("某发〔2023〕1 号", "2024-01-01"),
                "起付线 300 元中本次承担 100 元，因您今年已承担 200 元"));
    assertThat(report.shares())
        .contains(
            new Part("basic-fund", "基本医疗统筹基金", "fund", "294.00"),
            new Part("band-self-pay", "统筹段自付", "borne", "196.00"));
    assertThat(report.year()).contains(new Total("deductible:all", "200.00", "100.00", "300.00"));
    assertThat(report.checks())
        .extracting(Check::field)
        .containsExactly("basic-fund", "cash", "says");
  }

  @ParameterizedTest
  @CsvSource({
    "basic-fund: 294, basic-fund: 293.99, basic-fund, 293.99, 294.00",
    "cash: 206, funds: 294.01, funds, 294.01, 294.00",
    "cash: 206, decision: not-covered, decision, not-covered, settled",
    "因您今年已承担 200 元, 因您今年已承担 201 元, says, 因您今年已承担 201 元, 说明中没有这句话",
  })
  void whatIsNotAsExpectedIsSaid(
      String part, String instead, String field, String expected, String actual) {
    CaseReport report = report(part, instead);
    assertThat(report.passed()).isFalse();
    assertThat(report.checks())
        .filteredOn(check -> !check.passed())
        .containsExactly(new Check(field, expected, actual, false));
    assertThat(report.text())
        .contains("✗ 与预期不符 not as expected：3 项中有 1 项")
        .contains(field + "  预期 " + expected + "  →  实际 " + actual);
  }

  @Test
  void aRefusalIsShownWithItsReason() {
    CaseReport report = report("type: outpatient", "type: inpatient");
    assertThat(report.decision()).isEqualTo("not-covered");
    assertThat(report.text())
        .contains(
            "不予结算 refused（not-covered）", "《我市职工门诊》没有适用于本次就诊的“普通住院”待遇", "basic-fund  预期 294.00")
        .doesNotContain("步骤 steps");
  }

  /** By the bundled rules of 990092, which judge a stay by its admission and begin in 2023. */
  @ParameterizedTest
  @CsvSource({
    "2023-01-10, 2022-12-20, no-policy, 没有找到 990092 职工在 2022-12-20 （按入院日）的政策",
    "2022-12-30, 2022-12-20, no-policy, 没有找到 990092 职工在 2022-12-30 的政策",
    "2023-01-10, 2023-01-01, settled, ''",
  })
  void theDayThatHasNoPolicyIsNamed(String date, String admitted, String decision, String why) {
    String cases =
        """
        about: 入院日
        origin: own
        source: 假设
        district: 990092
        scheme: employee
        cases:
          - name: 跨年住院
            person: {employment: active, age: 40}
            bill: {date: %s, admitted: %s, type: inpatient, level: 2, lines: [{item: 费用, class: 甲, amount: 1000}]}
            expect: {decision: %s}
        """
            .formatted(date, admitted, decision);
    CaseFile file = CaseFile.parse("stay.yaml", cases.getBytes(StandardCharsets.UTF_8));
    CaseReport report = CaseReport.of(file, file.cases().getFirst(), PolicyBook.bundled());
    assertThat(report.passed()).isTrue();
    assertThat(report.refusal()).isEqualTo(why.isEmpty() ? null : why);
    assertThat(report.bill()).startsWith(date + " 普通住院，" + admitted + " 入院，");
  }

  @ParameterizedTest
  @CsvSource({
    "type: outpatient, type: outpatient, true",
    "type: outpatient, type: inpatient, false",
    "date: 2024-06-01, date: 2023-06-01, false",
  })
  void whereNothingIsExpectedItPassesIfItIsSettled(String part, String instead, boolean passed) {
    CaseReport report =
        report(
            "expect: {basic-fund: 294, cash: 206}\n",
            "\n",
            "    says: [因您今年已承担 200 元]\n",
            "\n",
            part,
            instead);
    assertThat(report.checks()).isEmpty();
    assertThat(report.passed()).isEqualTo(passed);
    assertThat(report.text()).doesNotContain("预期");
  }

  @Test
  void withoutAPolicyThatIsSaid() {
    CaseReport report = report("\"990001\"", "\"990002\"");
    assertThat(report.decision()).isEqualTo("no-policy");
    assertThat(report.policy()).isNull();
    assertThat(report.text()).contains("没有找到 990002 职工在 2024-06-01 的政策", "无（990002）");
  }

  @Test
  void amountsThatNoSettlementCanHoldAreTheFaultOfTheCase() {
    assertThatThrownBy(() -> report("amount: 100}", "amount: 99999999999999}"))
        .isInstanceOf(PolicyException.class)
        .hasMessageStartingWith("my-city/cases/a.yaml:7: 算例的金额过大");
  }

  /** A person and a bill in a few words: what is usual is left out. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          employment: retired | employment: active   | 职工，在职，67 岁，公务员，个人账户 100.00 元
          civil-servant: true | group: retired-cadre | 职工，退休，67 岁，离休干部，个人账户 100.00 元
          civil-servant: true | special-care: true   | 职工，退休，67 岁，医疗照顾人员，个人账户 100.00 元
          civil-servant: true | enterprise: true     | 职工，退休，67 岁，有企业补充保险，个人账户 100.00 元
          civil-servant: true | assistance: orphan   | 职工，退休，67 岁，孤儿，个人账户 100.00 元
          balance: 100        | balance: 0           | 职工，退休，67 岁，公务员
          """)
  void aPersonInAFewWords(String part, String instead, String words) {
    assertThat(report(part, instead).person()).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          level: 2 | level: ungraded, kind: pharmacy  | 2024-06-01 普通门诊，药店，2 行，共 600.00 元
          level: 2 | level: ungraded                  | 2024-06-01 普通门诊，未定级医院，2 行，共 600.00 元
          level: 2 | level: 3, kind: chinese-medicine | 2024-06-01 普通门诊，三级中医医院，2 行，共 600.00 元
          level: 2 | level: 1, disease: K35           | 2024-06-01 普通门诊，一级医院，病种 K35，2 行，共 600.00 元
          level: 2 | level: 1, place: "310000"        | 2024-06-01 普通门诊，一级医院，就医地 310000，2 行，共 600.00 元
          """)
  void aBillInAFewWords(String part, String instead, String words) {
    String keys = Arrays.stream(instead.split(", ")).collect(Collectors.joining("\n      "));
    assertThat(report(part, keys.strip()).bill()).isEqualTo(words);
  }
}
