package org.yima.policy.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yima.policy.PolicyFolder;

/** A folder is checked as a whole: one fault does not hide the next. */
class FolderCheckTest {

  @TempDir private Path folder;

  private FolderCheck check() {
    return FolderCheck.of(PolicyFolder.read(folder), PolicyFolder.passedOver(folder));
  }

  @Test
  void aGoodFolderIsCounted() {
    City.write(folder);
    FolderCheck check = check();
    assertThat(check)
        .isEqualTo(new FolderCheck(1, 3, 1, List.of(), List.of(), List.of(), List.of()));
    assertThat(check.passed()).isTrue();
    assertThat(check.text())
        .isEqualTo(
            """
            ✓ 1 个政策文件，3 项标准，1 个算例：0 处错误，0 个算例未通过
              1 policy files, 3 figures, 1 cases: 0 errors, 0 cases failed
            """);
  }

  /** Everything that can be wrong, at once. */
  @Test
  void allThatIsWrongIsTold() {
    City.write(folder);
    String other = City.change(City.POLICY, "990001", "990002");
    City.write(folder.resolve("a.yaml"), City.change(other, "60%", "160%"));
    City.write(folder.resolve("b.yaml"), City.change(other, "source: 某发", "sauce: 某发"));
    City.write(folder.resolve("c.yaml"), "a: b: c");
    City.write(folder.resolve("d.yaml"), City.change(City.POLICY, "990001", "990003"));
    City.write(folder.resolve("employee-2.yaml"), City.change(City.POLICY, "990001", "990003"));
    City.write(
        folder.resolve("resident.yaml"),
        City.change(City.POLICY, "scheme: employee", "scheme: resident"));
    City.write(folder.resolve("old.yml"), City.POLICY);
    City.write(folder.resolve("cases/b.yaml"), City.change(City.CASES, "age: 67", "age: old"));
    City.write(
        folder.resolve("cases/c.yaml"),
        City.change(
            City.CASES, "cash: 206", "cash: 205.99", "type: outpatient", "type: emergency"));
    City.write(folder.resolve("cases/d.yaml"), City.change(City.CASES, "990001", "990002"));
    City.write(
        folder.resolve("cases/e.yaml"), City.change(City.CASES, "cash: 206", "cash: 205.99"));
    City.write(
        folder.resolve("cases/f.yaml"),
        City.change(City.CASES, "amount: 100}", "amount: 99999999999999}"));
    FolderCheck check = check();
    assertThat(check.passed()).isFalse();
    Golden.same(check.text(), folder, "check.txt");
  }

  /** A case whose policy has a fault did not fail, whatever the fault is. */
  @ParameterizedTest(name = "{0} → {1} in {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # a fault of its only policy
          60%                  | 160%                 | employee.yaml  | not run
          name: 我市           | name： 我市          | employee.yaml  | not run
          district: "990001"   | district: 990001x    | employee.yaml  | not run
          district: "990001"   | district: 9900       | employee.yaml  | not run
          scheme: employee     | scheme: 职工         | employee.yaml  | not run
          # a fault of another that might hold from a later day
          from: 2024-01-01     | from: 2024-05        | later.yaml     | not run
          scheme: employee     | scheme: resident     | later.yaml     | settled
          name: 我市           | name: 某市           | z.yaml | not run
          # a fault of one that is for somebody else
          scheme: employee     | scheme: retired      | other.yaml     | settled
          district: "990001"   | district: 9900       | other.yaml     | settled
          district: "990001"   | district: 9900       | more/other.yaml | settled
          """)
  void aCaseWhosePolicyHasAFaultIsNotRun(String part, String instead, String file, String outcome) {
    City.write(folder);
    City.write(folder.resolve(file), City.change(City.POLICY, part, instead));
    FolderCheck check = check();
    boolean run = outcome.equals("settled");
    assertThat(check.failures()).isEmpty();
    assertThat(check.cases()).isEqualTo(run ? 1 : 0);
    String name = folder.resolve(file).toString();
    assertThat(check.notRun())
        .isEqualTo(
            run
                ? List.of()
                : List.of(
                    folder.resolve("cases/a.yaml")
                        + ": 1 个算例没有运行，因为 990001 职工的政策有错误；请先改正 "
                        + name
                        + " / not run: first mend that"));
    assertThat(check.warnings()).noneMatch(warning -> warning.contains("no policy is for"));
  }

  /** Cases in the wrong place are no policy, the fault of which could keep others from running. */
  @ParameterizedTest
  @CsvSource({"cases:, cases:", "about: 门诊, about：门诊"})
  void aMisplacedCaseFileHindersNoCases(String part, String instead) {
    City.write(folder);
    City.write(folder.resolve("b.yaml"), City.change(City.CASES, part, instead));
    assertThat(check().errors()).hasSize(1);
    assertThat(check().notRun()).isEmpty();
    assertThat(check().cases()).isOne();
  }

  /** A fault of a city does not keep another city's cases from failing. */
  @Test
  void aCaseWithoutAPolicyFailsWhereOnlyAnotherCityHasAFault() {
    City.write(folder.resolve("my-city"));
    City.write(folder.resolve("my-city/cases/b.yaml"), City.change(City.CASES, "990001", "990009"));
    City.write(folder.resolve("your-city/employee.yaml"), "district 990009");
    assertThat(check().notRun()).isEmpty();
    assertThat(check().failures())
        .singleElement()
        .satisfies(failed -> assertThat(failed.checks().getFirst().actual()).contains("990009"));
    City.write(folder.resolve("my-city/other.yaml"), "district 990009");
    assertThat(check().failures()).isEmpty();
    assertThat(check().notRun()).singleElement().asString().contains("990009 职工的政策有错误");
  }

  private static final String SECOND =
      """
        - name: 第二张
          person: {employment: active, age: 30}
          bill: {date: 2024-06-01, type: outpatient, level: 2, lines: [{item: 药, class: 甲, amount: 300}]}
          expect: {cash: 300}
        - name: 第三张
          person: {employment: active, age: 三十}
          bill: {date: 2024-06-01, type: outpatient, level: 2, lines: [{item: 药, class: 甲, amount: 300}]}
      """;

  /** The first fault of each case is told, the good ones are settled. */
  @Test
  void aCaseWithAFaultDoesNotHideTheOthers() {
    City.write(folder);
    Path file = folder.resolve("cases/a.yaml");
    City.write(file, City.change(City.CASES, "level: 2", "level: 二级") + SECOND);
    FolderCheck check = check();
    assertThat(check.cases()).isOne();
    assertThat(check.failures()).isEmpty();
    assertThat(check.warnings()).isEmpty();
    assertThat(check.errors()).hasSize(2);
    assertThat(check.errors().get(0)).startsWith(file + ":14: “level”不能是“二级”");
    assertThat(check.errors().get(1)).startsWith(file + ":25: 年龄是整数");
  }

  /** Cases that cannot be read are no reason to say that there are none. */
  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          age: 67            | age: old           | false
          about: 门诊        | title: 门诊        | false
          about: 门诊        | about: 门诊: 慢病  | false
          scheme: employee   | scheme: 职工       | false
          scheme: employee   | scheme: resident   | true
          "990001"           | 9900               | false
          """)
  void aPolicyWhoseCasesCannotBeReadIsNotCalledUntried(
      String part, String instead, boolean untried) {
    City.write(folder);
    City.write(folder.resolve("cases/a.yaml"), City.change(City.CASES, part, instead));
    FolderCheck check = check();
    assertThat(check.errors()).hasSize(1);
    assertThat(check.warnings().stream().anyMatch(each -> each.contains("no case tries")))
        .isEqualTo(untried);
  }

  /**
   * A total that nobody counts would be taken as zero, and the case might come out all the same.
   */
  @ParameterizedTest
  @CsvSource({"deductible:outpatients", "fund:全部", "visits:outpatient"})
  void aMisspeltTotalIsAnErrorAndNotAFailure(String misspelt) {
    City.write(folder);
    Path file = folder.resolve("cases/a.yaml");
    City.write(file, City.change(City.CASES, "deductible:all\": 200", misspelt + "\": 200"));
    FolderCheck check = check();
    assertThat(check.failures()).isEmpty();
    assertThat(check.errors())
        .containsExactly(
            (file
                    + ":9: 《我市职工门诊》没有累计“%1$s”；可用的累计：%2$s"
                    + " / the policy counts no running total '%1$s'; known: %2$s")
                .formatted(
                    misspelt,
                    "cost:outpatient, deductible:all, deductible:outpatient, fund:all,"
                        + " fund:outpatient"));
    assertThat(CaseRun.of(List.of(file), null).errors()).isEqualTo(check.errors());
  }

  @Test
  void aFolderWithoutAPolicyDoesNotPass() {
    assertThat(check().passed()).isFalse();
    assertThat(check().text()).startsWith("✗ 0 个政策文件");
  }

  @Test
  void thePoliciesThatShipPass() {
    FolderCheck check = FolderCheck.of(PolicyFolder.bundled(), List.of());
    assertThat(check.errors()).isEmpty();
    assertThat(check.failures()).isEmpty();
    assertThat(check.warnings()).isEmpty();
    assertThat(check.policies()).isGreaterThan(5);
  }
}
