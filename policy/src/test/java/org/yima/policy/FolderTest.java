package org.yima.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yima.settlement.Member.Scheme;

/** Which files of a folder are policies, which are cases, and which are neither. */
class FolderTest {

  private static final LocalDate DAY = LocalDate.of(2024, 6, 1);

  @TempDir private Path folder;

  private void write(String name, String text) throws IOException {
    Path path = folder.resolve(name);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private static String policy(String change, String instead) {
    return GoodFiles.change(GoodFiles.POLICY, change, instead);
  }

  @ParameterizedTest
  @CsvSource({
    "a.yaml,                       policy",
    "990001-x/a.yaml,              policy",
    "990001-x/more/a.yaml,         policy",
    "990001-x/cases/a.yaml,        case",
    "cases/a.yaml,                 case",
    "990001-x/cases/more/a.yaml,   case",
    "990001-x/my-cases/a.yaml,     policy",
    "990001-x/a.yml,               neither",
    "990001-x/a.yaml.bak,          neither",
    "990001-x/README.md,           neither",
    "1/2/3/4/a.yaml,               neither", // Deeper than any district's folder.
  })
  void theNameAndPlaceOfAFileDecide(String name, String what) throws IOException {
    write(name, what.equals("case") ? GoodFiles.CASE : GoodFiles.POLICY);
    boolean found = PolicyBook.load(folder).policyFor("990001", Scheme.EMPLOYEE, DAY).isPresent();
    assertThat(found).isEqualTo(what.equals("policy"));
    assertThat(CaseFile.load(folder).stream().map(CaseFile::name).toList())
        .isEqualTo(what.equals("case") ? List.of(name) : List.of());
  }

  /** What a file is, its keys tell; where it belongs, the message. */
  @Test
  void aFileInTheWrongPlaceIsToldWhereItBelongs() throws IOException {
    write("990001-x/a.yaml", GoodFiles.CASE);
    write("990001-x/cases/b.yaml", GoodFiles.POLICY);
    assertThatThrownBy(() -> PolicyBook.load(folder))
        .hasMessage(
            "990001-x/a.yaml:1: 这是算例文件，不是政策；请把它放进旁边的 cases 文件夹"
                + " / this is a case file, not a policy: it belongs into the folder 'cases' beside"
                + " the policy");
    assertThatThrownBy(() -> CaseFile.load(folder))
        .hasMessage(
            "990001-x/cases/b.yaml:1: 这是政策文件，不是算例；政策放在 cases 文件夹的旁边，不放在里面"
                + " / this is a policy, not a case file: it stands beside the folder 'cases', not"
                + " in it");
  }

  @Test
  void eachDistrictAndSchemeHasItsOwnShelf() throws IOException {
    write("990001/employee.yaml", GoodFiles.POLICY);
    write("990002/employee.yaml", policy("district: 990001", "district: 990002"));
    write("990001/later.yaml", policy("from: 2024-01-01↵year", "from: 2024-07-01↵year"));
    PolicyBook book = PolicyBook.load(folder);
    assertThat(book.policyFor("990001", Scheme.EMPLOYEE, DAY).orElseThrow().district())
        .isEqualTo("990001");
    assertThat(book.policyFor("990002", Scheme.EMPLOYEE, DAY).orElseThrow().district())
        .isEqualTo("990002");
    assertThat(book.policyFor("990002", Scheme.RESIDENT, DAY)).isEmpty();
    assertThat(book.policyFor("990003", Scheme.EMPLOYEE, DAY)).isEmpty();
    assertThat(book.policyFor("", Scheme.EMPLOYEE, DAY)).isEmpty();
  }

  @Test
  void theFileThatIsWrongIsNamedByItsPlaceInTheFolder() throws IOException {
    write("990001/a.yaml", GoodFiles.POLICY);
    write("990002/b.yaml", policy("scheme: employee", "scheme: all"));
    assertThatThrownBy(() -> PolicyBook.load(folder))
        .isInstanceOf(PolicyException.class)
        .hasMessageStartingWith("990002/b.yaml:3: ");
    write("990001/cases/c.yaml", GoodFiles.change(GoodFiles.CASE, "age: 65", "age: x"));
    assertThatThrownBy(() -> CaseFile.load(folder))
        .isInstanceOf(PolicyException.class)
        .hasMessageStartingWith("990001/cases/c.yaml:9: ");
  }

  @Test
  void twoFilesOfOneDayAreFoundInWhicheverFoldersTheyLie() throws IOException {
    write("990001/a.yaml", GoodFiles.POLICY);
    write("more/z.yaml", policy("name: 测试政策", "name: 另一政策"));
    assertThatThrownBy(() -> PolicyBook.load(folder))
        .hasMessageStartingWith("more/z.yaml:1: 该统筹区、险种已有另一文件自 2024-01-01 起");
  }

  @Test
  void anEmptyFolderIsABookWithoutPolicies() {
    assertThat(PolicyBook.load(folder).policyFor("990001", Scheme.EMPLOYEE, DAY)).isEmpty();
    assertThat(CaseFile.load(folder)).isEmpty();
  }

  @Test
  void aFolderThatIsNotThereIsNamed() {
    Path nowhere = folder.resolve("nowhere");
    assertThatThrownBy(() -> PolicyBook.load(nowhere))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(nowhere.toString());
  }
}
