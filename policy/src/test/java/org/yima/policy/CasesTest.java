package org.yima.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every worked case in {@code policies/}, against the policies beside it. */
class CasesTest {

  private static final Path FOLDER = Path.of("../policies");
  private static final PolicyBook BOOK = PolicyBook.load(FOLDER);

  @TestFactory
  Stream<DynamicNode> everyCaseComesOutAsExpected() {
    return CaseFile.load(FOLDER).stream()
        .map(file -> dynamicContainer(file.name(), file.cases().stream().map(CasesTest::test)));
  }

  private static DynamicNode test(WorkedCase worked) {
    return dynamicTest(
        worked.line() + ": " + worked.name(), () -> assertThat(worked.check(BOOK)).isEmpty());
  }

  @Test
  void theClassPathHasTheSamePoliciesAndCasesAsTheFolder() throws IOException {
    List<String> inFolder = SourceFile.under(FOLDER).stream().map(SourceFile::name).toList();
    assertThat(Files.readAllLines(FOLDER.resolve("index.txt")))
        .as("policies/index.txt lists every file, sorted, so that the jar needs no listing")
        .isEqualTo(inFolder.stream().sorted().toList());
    assertThat(CaseFile.bundled()).containsExactlyInAnyOrderElementsOf(CaseFile.load(FOLDER));
    var book = PolicyBook.bundled();
    for (CaseFile file : CaseFile.bundled()) {
      assertThat(file.cases()).allSatisfy(worked -> assertThat(worked.check(book)).isEmpty());
    }
  }
}
