package org.yima.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each rule of {@link StyleTest} on a small source that breaks it, and on one that just does not.
 */
class StyleRulesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          methods take at most 5 parameters | class A { void f(int a, int b, int c, int d, int e, int f) {} }    | 1
          methods take at most 5 parameters | class A { A(int a, int b, int c, int d, int e, int f) {} }         | 1
          methods take at most 5 parameters | interface A { void f(int a, int b, int c, int d, int e, int f); }  | 1
          methods take at most 5 parameters | record A(int a) { void f(int a, int b, int c, int d, int e, int f) {} } | 1
          methods take at most 5 parameters | record A(int a, int b, int c, int d, int e, int f) {}              | 0
          methods take at most 5 parameters | record A(int a, int b, int c, int d, int e, int f) { A {} }        | 0
          methods take at most 5 parameters | class A { void f(int a, int b, int c, int d, int e) {} }           | 0
          names say what they are           | class StringUtil {}                                | 1
          names say what they are           | class StringUtils {}                               | 1
          names say what they are           | class OrderHelper {}                               | 1
          names say what they are           | class CacheManager {}                              | 1
          names say what they are           | class OrdersImpl {}                                | 1
          names say what they are           | class OrdersImplTest {}                            | 1
          names say what they are           | interface IOrders {}                               | 1
          names say what they are           | class A { static class InnerHelper {} }            | 1
          names say what they are           | class Institution {}                               | 0
          names say what they are           | class Ids {}                                       | 0
          names say what they are           | record Implant(int a) {}                           | 0
          money is whole                    | class A { double amount; }                         | 1
          money is whole                    | class A { float[] amounts; }                       | 1
          money is whole                    | class A { Object o = 0.1; }                        | 1
          money is whole                    | class A { Object o = Double.valueOf(text()); }     | 1
          money is whole                    | class A { Object o = number().doubleValue(); }     | 1
          money is whole                    | class A { long fen = 10; String s = "double"; }    | 0
          decimals stay inside              | class A { java.math.BigDecimal amount; }           | 1
          decimals stay inside              | class A { BigDecimal amount; }                     | 1
          decimals stay inside              | class A { BigInteger amount; }                     | 0
          time and chance are inputs        | class A { long t = System.currentTimeMillis(); }   | 1
          time and chance are inputs        | class A { Object t = Instant.now(); }              | 1
          time and chance are inputs        | class A { Object t = java.time.Instant.now(); }    | 1
          time and chance are inputs        | class A { Object t = LocalDate.now(zone); }        | 1
          time and chance are inputs        | class A { Object t = ZonedDateTime.now(); }        | 1
          time and chance are inputs        | class A { Supplier<Instant> t = Instant::now; }    | 1
          time and chance are inputs        | class A { Object r = new Random(); }               | 1
          time and chance are inputs        | class A { Object d = new Date(); }                 | 1
          time and chance are inputs        | class A { Object u = UUID.randomUUID(); }          | 1
          time and chance are inputs        | class A { Object d = new Date(millis); }           | 0
          time and chance are inputs        | class A { Object t = clock.now(); }                | 0
          time and chance are inputs        | class A { Object t = source.instant(); }           | 0
          nothing is mocked or generated    | import org.mockito.Mockito; class A {}             | 1
          nothing is mocked or generated    | import static org.mockito.Mockito.when; class A {} | 1
          nothing is mocked or generated    | import lombok.Data; class A {}                     | 1
          nothing is mocked or generated    | import java.util.List; class A {}                  | 0
          """)
  void a_small_source_in_the_main_code_of_platform(String rule, String source, int findings) {
    assertThat(check(rule, "platform/src/main/java/A.java", source)).hasSize(findings);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          money is whole             | platform/src/test/java/A.java                 | class A { double d; }
          money is whole             | bench/src/main/java/A.java                    | class A { double d; }
          decimals stay inside       | settlement/src/main/java/A.java               | class A { BigDecimal d; }
          decimals stay inside       | policy/src/main/java/A.java                   | class A { BigDecimal d; }
          decimals stay inside       | protocol/src/main/java/org/yima/protocol/spec/A.java | package org.yima.protocol.spec; class A { BigDecimal d; }
          time and chance are inputs | platform/src/test/java/A.java                 | class A { Object t = Instant.now(); }
          time and chance are inputs | platform/src/main/java/org/yima/platform/Clock.java | class Clock { Object t = Instant.now(); }
          """)
  void a_place_where_the_rule_does_not_hold(String rule, String file, String source) {
    assertThat(check(rule, file, source)).isEmpty();
  }

  @Test
  void a_finding_names_file_line_and_remedy() {
    String file = "client/src/main/java/A.java";
    assertThat(check("money is whole", file, "class A {\n  int a;\n  double b;\n}"))
        .containsExactly(
            file + ":3 no double or float: amounts are integer fen, ratios integer parts");
  }

  @Test
  void a_note_to_oneself_is_found_in_any_file() {
    String note = "class A {} // TO" + "DO later";
    assertThat(check("nothing is left over", "cli/src/test/java/A.java", note)).hasSize(1);
    assertThat(check("nothing is left over", "cli/src/test/java/A.java", "class TODOS {}"))
        .isEmpty();
  }

  @Test
  void length_of_a_file_counts_all_lines() {
    assertThat(check("files are at most 500 lines", "a/src/main/java/A.java", "\n".repeat(500)))
        .isEmpty();
    assertThat(check("files are at most 500 lines", "a/src/main/java/A.java", "\n".repeat(501)))
        .hasSize(1);
  }

  @Test
  void length_of_a_method_is_from_brace_to_brace() {
    String rule = "methods are at most 60 lines";
    assertThat(check(rule, "a/src/main/java/A.java", method(60))).isEmpty();
    assertThat(check(rule, "a/src/main/java/A.java", method(61)))
        .containsExactly(
            "a/src/main/java/A.java:2 f has 61 lines, more than 60: give its steps names of their own");
  }

  @Test
  void one_long_method_in_20_is_usual_and_two_are_not() {
    String shorts = "void g() {}\n".repeat(18);
    String rule = "19 of 20 methods are at most 20 lines";
    assertThat(
            checkAll(rule, "class A {\n" + method(21, shorts + "abstract void x(); void h() {}")))
        .isEmpty();
    assertThat(checkAll(rule, "class A {\n" + method(21, shorts))).hasSize(1);
  }

  @Test
  void one_long_file_among_few_is_found() {
    String rule = "19 of 20 files are at most 250 lines";
    assertThat(checkAll(rule, "\n".repeat(250))).isEmpty();
    assertThat(checkAll(rule, "\n".repeat(251))).hasSize(1);
  }

  @Test
  void a_package_needs_its_description_once() {
    JavaSource code = source("a/src/main/java/p/A.java", "package p; class A {}");
    JavaSource test = source("a/src/test/java/p/ATest.java", "package p; class ATest {}");
    JavaSource info = source("a/src/main/java/p/package-info.java", "/** P. */ package p;");
    assertThat(WholeRules.packagesAreDescribed(List.of(code, test, info))).isEmpty();
    assertThat(WholeRules.packagesAreDescribed(List.of(code, test)))
        .containsExactly(
            "a/src/main/java/p/A.java:1 add package-info.java: what the package owns and what it hides");
  }

  @Test
  void tests_are_weighed_against_code_without_blank_lines() {
    JavaSource code = source("a/src/main/java/A.java", "class A {\n}\n");
    JavaSource test = source("a/src/test/java/ATest.java", "class ATest {\n}\n");
    JavaSource padded = source("a/src/test/java/ATest.java", "class ATest {}\n\n\n");
    assertThat(WholeRules.testsAreAtLeastAsLongAsCode(List.of(code, test))).isEmpty();
    assertThat(WholeRules.testsAreAtLeastAsLongAsCode(List.of(code, padded)))
        .containsExactly("1 lines of tests for 2 of code (a 1:2): which rule has no test yet?");
  }

  private static List<String> check(String rule, String file, String text) {
    return Objects.requireNonNull(StyleTest.PER_FILE.get(rule), rule).apply(source(file, text));
  }

  private static List<String> checkAll(String rule, String text) {
    return Objects.requireNonNull(StyleTest.OVER_ALL.get(rule), rule)
        .apply(List.of(source("a/src/main/java/A.java", text)));
  }

  private static JavaSource source(String file, String text) {
    return JavaSource.parse(Path.of(file), text);
  }

  private static String method(int lines) {
    return "class A {\n" + method(lines, "");
  }

  /** A method whose body has so many lines, then more members. */
  private static String method(int lines, String more) {
    return "void f() {" + "\n".repeat(lines - 1) + "}\n" + more + "\n}";
  }
}
