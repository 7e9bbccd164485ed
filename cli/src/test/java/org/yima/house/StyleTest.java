package org.yima.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** STYLE.md as a test, over every Java source of the repository. A finding names file and line. */
class StyleTest {
  private static final List<JavaSource> SOURCES = JavaSource.ofRepository();

  static final Map<String, Function<JavaSource, List<String>>> PER_FILE =
      Map.of(
          "files are at most 500 lines", ShapeRules::fileIsShort,
          "methods are at most 60 lines", ShapeRules::methodsAreShort,
          "methods take at most 5 parameters", ShapeRules::parametersAreFew,
          "names say what they are", ShapeRules::namesSayWhatTheyAre,
          "nothing is left over", ShapeRules::nothingIsLeftOver,
          "money is whole", VocabularyRules::moneyIsWhole,
          "decimals stay inside", VocabularyRules::decimalsStayInside,
          "time and chance are inputs", VocabularyRules::timeAndChanceAreInputs,
          "nothing is mocked or generated", VocabularyRules::nothingIsMockedOrGenerated);

  static final Map<String, Function<List<JavaSource>, List<String>>> OVER_ALL =
      Map.of(
          "19 of 20 files are at most 250 lines", WholeRules::filesAreUsuallyShort,
          "19 of 20 methods are at most 20 lines", WholeRules::methodsAreUsuallyShort,
          "packages are described", WholeRules::packagesAreDescribed,
          "tests are at least as long as code", WholeRules::testsAreAtLeastAsLongAsCode);

  @TestFactory
  Stream<DynamicTest> every_file() {
    return PER_FILE.entrySet().stream()
        .map(rule ->
            test(
                rule.getKey(),
                SOURCES.stream()
                    .flatMap(source -> rule.getValue().apply(source).stream())
                    .toList()));
  }

  @TestFactory
  Stream<DynamicTest> all_files_together() {
    return OVER_ALL.entrySet().stream()
        .map(rule -> test(rule.getKey(), rule.getValue().apply(SOURCES)));
  }

  /** Without this a wrong directory would make every rule hold. */
  @Test
  void the_sources_are_those_of_the_repository() {
    assertThat(SOURCES).extracting(JavaSource::module).contains("protocol", "platform", "cli");
    assertThat(SOURCES).extracting(JavaSource::fileName).contains("Yima.java", "StyleTest.java");
  }

  private static DynamicTest test(String rule, List<String> findings) {
    return DynamicTest.dynamicTest(rule, () -> assertThat(findings).as(rule).isEmpty());
  }
}
