package org.yima.settlement;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/**
 * The engine computes, and does nothing else: no input, output, clock, chance or floating point.
 */
class PurityTest {

  private static final JavaClasses ENGINE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.yima.settlement");

  @Test
  void itUsesOnlyTheLanguageCollectionsDatesAndExactNumbers() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "org.yima.settlement",
            "org.jspecify.annotations",
            "java.lang..",
            "java.math",
            "java.time",
            "java.util",
            "java.util.function",
            "java.util.stream")
        .check(ENGINE);
  }

  @Test
  void itNeitherAsksTheTimeNorStartsAnything() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(System.class, Thread.class, Runtime.class, java.time.Clock.class)
        .orShould()
        .callMethod(java.time.LocalDate.class, "now")
        .check(ENGINE);
  }

  @Test
  void itKnowsNoFloatingPoint() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(double.class, float.class, Double.class, Float.class)
        .check(ENGINE);
  }
}
