package org.yima.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The direction of dependencies, over the compiled main classes of every module. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.yima");

  @TempDir Path temporary;

  @TestFactory
  Stream<DynamicTest> rules() {
    return ArchitectureRules.RULES.entrySet().stream()
        .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> rule.getValue().check(CLASSES)));
  }

  @TestFactory
  Stream<DynamicTest> modules_know_only_those_below() {
    return ArchitectureRules.BELOW.keySet().stream()
        .map(module ->
            DynamicTest.dynamicTest(
                module, () -> ArchitectureRules.knowsOnlyThoseBelow(module).check(CLASSES)));
  }

  /** Without this an importer that cannot read the class files would make every rule hold. */
  @Test
  void the_classes_are_those_of_all_modules() {
    assertThat(CLASSES)
        .extracting(JavaClass::getName)
        .contains("org.yima.protocol.Element", "org.yima.cli.Yima");
  }

  /** Classes that break a rule, compiled here: each must be found by the rule of its line. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          settlement is pure computation      | org.yima.settlement      | A       | java.sql.Connection c;
          settlement is pure computation      | org.yima.settlement      | A       | java.nio.file.Path p;
          settlement is pure computation      | org.yima.settlement.fund | A       | org.yima.protocol.Element e;
          protocol depends on the JDK alone   | org.yima.protocol        | A       | org.bouncycastle.math.Primes p;
          securitypkg adds BouncyCastle alone | org.yima.securitypkg     | A       | picocli.CommandLine c;
          HTTP stays at the edge              | org.yima.platform.order  | ScanPay | java.net.http.HttpClient c;
          HTTP stays at the edge              | org.yima.platform        | Orders  | com.sun.net.httpserver.HttpServer s;
          SQL stays in repositories and store | org.yima.platform.order  | ScanPay | java.sql.Connection c;
          SQL stays in repositories and store | org.yima.platform.order  | Access  | javax.sql.DataSource d;
          """)
  void a_class_that_breaks_a_rule_is_found(String rule, String inPackage, String name, String field)
      throws IOException {
    JavaClasses bad = compile(inPackage, name, field);
    assertThatThrownBy(() -> rule(rule).check(bad))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(inPackage + "." + name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          settlement is pure computation      | org.yima.settlement       | A       | java.math.BigDecimal[] a; int[] b; java.time.LocalDate c;
          protocol depends on the JDK alone   | org.yima.protocol         | A       | org.w3c.dom.Node n; byte[][] b;
          securitypkg adds BouncyCastle alone | org.yima.securitypkg      | A       | org.bouncycastle.math.Primes p; org.yima.protocol.Element e;
          HTTP stays at the edge              | org.yima.platform.gateway | A       | java.net.http.HttpClient c;
          HTTP stays at the edge              | org.yima.platform         | Gateway | java.net.http.HttpClient c;
          HTTP stays at the edge              | org.yima.platform.person  | AGateway | java.net.http.HttpClient c;
          HTTP stays at the edge              | org.yima.platform.notify  | A       | java.net.http.HttpClient c;
          SQL stays in repositories and store | org.yima.platform.store   | A       | java.sql.Connection c;
          SQL stays in repositories and store | org.yima.platform.order   | Orders  | java.sql.Connection c;
          SQL stays in repositories and store | org.yima.platform.person  | People  | java.sql.Connection c;
          """)
  void a_class_that_keeps_a_rule_is_not(String rule, String inPackage, String name, String field)
      throws IOException {
    rule(rule).check(compile(inPackage, name, field));
  }

  @Test
  void a_module_that_imports_one_above_it_is_found() throws IOException {
    JavaClasses bad = compile("org.yima.platform", "A", "org.yima.cli.Yima y;");
    assertThatThrownBy(() -> ArchitectureRules.knowsOnlyThoseBelow("platform").check(bad))
        .hasMessageContaining("org.yima.platform.A");
  }

  @Test
  void who_imports_the_console_is_found() throws IOException {
    compile("org.yima.platform.console", "Page", "int a;");
    JavaClasses bad = compile("org.yima.platform.order", "A", "org.yima.platform.console.Page p;");
    assertThatThrownBy(() -> rule("nobody imports the console").check(bad))
        .hasMessageContaining("org.yima.platform.order.A");
  }

  /**
   * The class is compiled into org.yima.platform, because those it may not see are hidden there.
   */
  @ParameterizedTest
  @CsvSource({
    "Idempotency, true",
    "Idempotency.Key, true",
    "ContentDigest, true",
    "InFlight, true",
    "Transactions, false"
  })
  void a_handler_that_looks_for_copies_is_found(String seen, boolean found) throws IOException {
    JavaClasses classes =
        compile(
            "org.yima.platform",
            "A",
            "static abstract class H implements"
                + " org.yima.platform.transaction.Transaction<String, String, String> {"
                + seen
                + " seen; }");
    if (found) {
      assertThatThrownBy(() -> rule("handlers do not see idempotency").check(classes))
          .hasMessageContaining("org.yima.platform.A$H");
    } else {
      rule("handlers do not see idempotency").check(classes);
    }
  }

  private static ArchRule rule(String name) {
    return Objects.requireNonNull(ArchitectureRules.RULES.get(name), name);
  }

  /** Compiles a public class with these fields and reads all classes compiled so far. */
  private JavaClasses compile(String inPackage, String name, String fields) throws IOException {
    Path source = temporary.resolve(name + ".java");
    Files.writeString(
        source, "package %s; public class %s { %s }".formatted(inPackage, name, fields));
    JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "a JDK");
    String classPath = System.getProperty("java.class.path") + File.pathSeparator + temporary;
    String[] arguments = {
      "-proc:none", "-d", temporary.toString(), "-cp", classPath, source.toString()
    };
    assertThat(compiler.run(null, null, null, arguments)).isZero();
    return new ClassFileImporter().importPath(temporary);
  }
}
