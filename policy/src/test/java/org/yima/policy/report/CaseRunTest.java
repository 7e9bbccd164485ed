package org.yima.policy.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By which policies a case file is settled, and what is said where it cannot be. */
class CaseRunTest {

  @TempDir private Path folder;

  /** Two cities: in one the fund pays 60%, in the other 50%; of 490 yuan that is 294 or 245. */
  @ParameterizedTest(name = "{0} with {1}")
  @CsvSource({
    // the case file,            chosen policies,         the fund pays
    "my-city/cases/a.yaml,       ,                        294.00",
    "my-city/cases/more/a.yaml,  ,                        294.00",
    "your-city/cases/a.yaml,     ,                        245.00",
    "my-city/cases/a.yaml,       your-city,               245.00",
    "my-city/cases/a.yaml,       your-city/employee.yaml, 245.00",
    "a.yaml,                     my-city,                 294.00",
    "a.yaml,                     ,", // Those that ship do not know the district.
  })
  void thePoliciesAreThoseChosenOrThoseAroundTheCases(
      String file, @Nullable String chosen, @Nullable String paid) {
    City.write(folder.resolve("my-city"));
    City.write(folder.resolve("your-city/employee.yaml"), City.change(City.POLICY, "60%", "50%"));
    Path cases = City.write(folder.resolve(file), City.CASES);
    CaseRun run = CaseRun.of(List.of(cases), chosen == null ? null : folder.resolve(chosen));
    assertThat(run.cases()).hasSize(1);
    assertThat(
            run.cases().getFirst().shares().stream()
                .filter(part -> part.share().equals("basic-fund"))
                .map(CaseReport.Part::amount)
                .toList())
        .isEqualTo(paid == null ? List.of() : List.of(paid));
    assertThat(run.passed()).isEqualTo("294.00".equals(paid));
  }

  @Test
  void aCaseWithoutAPolicyIsToldWhatToDo() {
    Path cases = City.write(folder.resolve("a.yaml"), City.CASES);
    assertThat(CaseRun.of(List.of(cases), null).errors())
        .singleElement()
        .asString()
        .startsWith(cases + ":7: 没有找到 990001 职工在 2024-06-01 的政策，查找的是 随软件提供的政策")
        .contains("--policies", "cases", " / no policy for this case");
  }

  @Test
  void aFaultOfThePolicyIsToldOnceAndNothingIsSettledByTheRest() {
    City.write(folder);
    Path other = City.write(folder.resolve("cases/b.yaml"), City.CASES);
    City.write(folder.resolve("later.yaml"), City.change(City.POLICY, "60%", "160%"));
    CaseRun run = CaseRun.of(List.of(folder.resolve("cases/a.yaml"), other), null);
    assertThat(run.cases()).isEmpty();
    assertThat(run.errors())
        .singleElement()
        .asString()
        .startsWith(folder.resolve("later.yaml") + ":16: 比例“160%”不在 0% 至 100% 之间");
    assertThat(run.passed()).isFalse();
  }

  /** Somebody else's unfinished cases are not in the way. */
  @Test
  void aFaultOfOneCaseFileDoesNotHinderTheOthers() {
    City.write(folder);
    Path bad = City.write(folder.resolve("cases/b.yaml"), City.change(City.CASES, "age", "old"));
    CaseRun run = CaseRun.of(List.of(bad, folder.resolve("cases/a.yaml")), null);
    assertThat(run.cases()).singleElement().satisfies(each -> assertThat(each.passed()).isTrue());
    assertThat(run.errors()).singleElement().asString().startsWith(bad + ":8: 不认识的键“old”");
    assertThat(run.passed()).isFalse();
    assertThat(CaseRun.of(List.of(folder.resolve("cases/a.yaml")), null).passed()).isTrue();
  }

  @Test
  void aFaultOfOneCaseDoesNotHinderTheOthersOfItsFile() {
    City.write(folder);
    String bad = City.CASES.substring(City.CASES.indexOf("  - name"));
    String text = City.CASES + bad.replace("67", "老") + bad.replace("level: 2", "level: 二");
    Path file = City.write(folder.resolve("cases/b.yaml"), text);
    CaseRun run = CaseRun.of(List.of(file), null);
    assertThat(run.cases()).singleElement().satisfies(each -> assertThat(each.passed()).isTrue());
    assertThat(run.errors()).hasSize(2);
    assertThat(run.errors().get(0)).startsWith(file + ":21: 年龄是整数");
    assertThat(run.errors().get(1)).startsWith(file + ":40: “level”不能是“二”");
    assertThat(run.passed()).isFalse();
  }

  /** A case whose amounts are too large is told as any other, and the next is settled. */
  @Test
  void aCaseThatCannotBeSettledDoesNotHinderTheNext() {
    City.write(folder);
    String huge = City.CASES.replace("amount: 100}", "amount: 99999999999999}");
    String text = huge + City.CASES.substring(City.CASES.indexOf("  - name"));
    Path file = City.write(folder.resolve("cases/b.yaml"), text);
    CaseRun run = CaseRun.of(List.of(file), null);
    assertThat(run.cases()).hasSize(1);
    assertThat(run.errors()).singleElement().asString().startsWith(file + ":7: 算例的金额过大");
  }

  @Test
  void severalCasesAreCounted() {
    City.write(folder);
    Path other =
        City.write(folder.resolve("cases/b.yaml"), City.change(City.CASES, "cash: 206", "cash: 1"));
    CaseRun run = CaseRun.of(List.of(folder.resolve("cases/a.yaml"), other), null);
    assertThat(run.errors()).isEmpty();
    assertThat(run.text()).endsWith("2 个算例，1 个符合预期 2 cases, 1 as expected\n");
    assertThat(run.passed()).isFalse();
  }

  @Test
  void whatCannotBeReadIsNamed() {
    Path nowhere = folder.resolve("cases/none.yaml");
    assertThat(CaseRun.of(List.of(nowhere), null).errors())
        .containsExactly("cannot read " + nowhere);
  }
}
