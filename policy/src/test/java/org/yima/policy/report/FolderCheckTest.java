package org.yima.policy.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
    assertThat(check).isEqualTo(new FolderCheck(1, 3, 1, List.of(), List.of(), List.of()));
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
    City.write(folder.resolve("a.yaml"), City.change(City.POLICY, "60%", "160%"));
    City.write(folder.resolve("b.yaml"), City.change(City.POLICY, "source: 某发", "sauce: 某发"));
    City.write(folder.resolve("c.yaml"), "a: b: c");
    City.write(folder.resolve("employee-2.yaml"), City.POLICY);
    City.write(
        folder.resolve("resident.yaml"),
        City.change(City.POLICY, "scheme: employee", "scheme: resident"));
    City.write(folder.resolve("old.yml"), City.POLICY);
    City.write(folder.resolve("cases/b.yaml"), City.change(City.CASES, "age: 67", "age: old"));
    City.write(
        folder.resolve("cases/c.yaml"),
        City.change(
            City.CASES, "cash: 206", "cash: 205.99", "type: outpatient", "type: emergency"));
    City.write(folder.resolve("cases/d.yaml"), City.change(City.CASES, "990001", "990009"));
    City.write(
        folder.resolve("cases/e.yaml"), City.change(City.CASES, "cash: 206", "cash: 205.99"));
    City.write(
        folder.resolve("cases/f.yaml"),
        City.change(City.CASES, "amount: 100}", "amount: 99999999999999}"));
    FolderCheck check = check();
    assertThat(check.passed()).isFalse();
    Golden.same(check.text(), folder, "check.txt");
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
