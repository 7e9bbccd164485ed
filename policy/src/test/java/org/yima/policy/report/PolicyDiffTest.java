package org.yima.policy.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yima.policy.CaseFile;
import org.yima.policy.PolicyFolder;
import org.yima.policy.report.PolicyDiff.Difference;
import org.yima.policy.report.PolicyDiff.Named;
import org.yima.settlement.Money;

/** Who would pay what under another version. */
class PolicyDiffTest {

  private static final String SECOND =
      """
        - name: 住院
          person: {employment: active, age: 40}
          bill: {date: 2024-06-01, type: inpatient, level: 2, lines: [{item: 床位, class: 甲, amount: 80}]}
      """;

  @TempDir private Path folder;

  /** A is the city as it is, B a file in which these parts are changed. */
  private PolicyDiff diff(String cases, String... changes) {
    City.write(folder);
    Path other = City.write(folder.resolve("other.yaml"), City.change(City.POLICY, changes));
    Path bills = City.write(folder.resolve("bills.yaml"), cases);
    var a = new Named("A", PolicyFolder.policiesOf(folder.resolve("employee.yaml")));
    var b = new Named("B", PolicyFolder.policiesOf(other));
    assertThat(b.folder().errors()).isEmpty();
    return PolicyDiff.of(a, b, CaseFile.read(bills, bills.toString()));
  }

  @Test
  void theTextIsTheOneThatWasLookedAt() {
    PolicyDiff diff =
        diff(City.CASES + SECOND, "60%", "55%", "[outpatient]", "[outpatient, inpatient]");
    Golden.same(diff.text(), folder, "diff.txt");
    assertThat(diff.both()).isEqualTo(1);
  }

  @Test
  void theDifferenceIsBLessA() {
    PolicyDiff diff = diff(City.CASES, "60%", "55%");
    assertThat(diff.totals())
        .isEqualTo(diff.bills().getFirst().differences())
        .contains(
            new Difference("basic-fund", "基本医疗统筹基金", "fund", "294.00", "269.50", "-24.50"),
            new Difference("cash", "现金", "payment", "206.00", "230.50", "24.50"),
            new Difference("personal-account", "个人账户", "payment", "100.00", "100.00", "0.00"));
  }

  /** Admitted in 2023 and discharged in 2024, by rules that look at the admission: 800, not 900. */
  @Test
  void aStayIsSettledByTheDayThatDecides() {
    Path own = Path.of("../policies/990092-assumed-by-admission");
    Path bills = own.resolve("cases/admission.yaml");
    var side = new Named("A", PolicyFolder.policiesOf(own));
    CaseFile cases = CaseFile.read(bills, "admission.yaml");
    PolicyDiff diff = PolicyDiff.of(side, side, cases);
    assertThat(diff.bills()).hasSameSizeAs(cases.cases());
    for (int i = 0; i < cases.cases().size(); i++) {
      String expected = cases.cases().get(i).expected().get("deductible");
      var differences = diff.bills().get(i).differences();
      if (expected != null) {
        assertThat(differences)
            .as(cases.cases().get(i).name())
            .anyMatch(one ->
                one.share().equals("deductible") && Money.of(one.a()).equals(Money.of(expected)));
      }
    }
  }

  @Test
  void whatACaseExpectsDoesNotMatter() {
    String other = City.change(City.CASES, "cash: 206", "cash: 1");
    assertThat(diff(other, "60%", "55%").totals())
        .isEqualTo(diff(City.CASES, "60%", "55%").totals());
  }

  /** What must be assumed to settle a case by a policy that is not its own. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          from: 2024-01-01 | from: 2024-01-01 |                             | 294.00
          \"990001\"         | \"990002\"         | 按 990002 的政策计算                | 294.00
          scheme: employee | scheme: resident | 按居民计算                       | 294.00
          from: 2024-01-01 | from: 2025-01-01 | 政策自 2025-01-01 起，按首日的标准计算 | 294.00
          """)
  void whatIsAssumedIsSaid(String part, String instead, @Nullable String note, String paid) {
    var bill = diff(City.CASES, part, instead).bills().getFirst();
    assertThat(String.join("；", bill.b().notes())).isEqualTo(note == null ? "" : note);
    assertThat(bill.differences())
        .filteredOn(row -> row.share().equals("basic-fund"))
        .extracting(Difference::b)
        .containsExactly(paid);
  }

  @Test
  void aResidentCountsAsActiveUnderTheScheme() {
    String resident =
        City.change(
            City.CASES, "employment: retired, ", "", "scheme: employee", "scheme: resident");
    assertThat(diff(resident, "60%", "55%").bills().getFirst().b().notes())
        .containsExactly("按在职职工计算");
  }

  @Test
  void ofSeveralOtherDistrictsNoneIsChosen() {
    City.write(folder.resolve("x/a.yaml"), City.change(City.POLICY, "990001", "990002"));
    City.write(folder.resolve("x/b.yaml"), City.change(City.POLICY, "990001", "990003"));
    Path bills = City.write(folder.resolve("bills.yaml"), City.CASES);
    var both = new Named("x", PolicyFolder.policiesOf(folder.resolve("x")));
    PolicyDiff diff = PolicyDiff.of(both, both, CaseFile.read(bills, "bills.yaml"));
    assertThat(diff.both()).isZero();
    assertThat(diff.text()).contains("A  没有政策；不予结算（no-policy）：没有找到 990001 职工在 2024-06-01 的政策");
  }
}
