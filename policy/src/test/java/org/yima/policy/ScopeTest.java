package org.yima.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yima.settlement.Member.Scheme;

/** Whom a file is for, told from lines that may be no YAML. */
class ScopeTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      nullValues = "-",
      textBlock =
          """
          district: 990001↵scheme: employee            ¦ 990001 ¦ EMPLOYEE
          scheme: resident↵district: "990001" # 某市   ¦ 990001 ¦ RESIDENT
          district： 990001↵scheme：“resident”         ¦ 990001 ¦ RESIDENT
          district: '990001'↵scheme : employee         ¦ 990001 ¦ EMPLOYEE
          name: 一: 二↵district: 990001                ¦ 990001 ¦ -
          district: 9900↵scheme: 职工                  ¦ -      ¦ -
          district: 9900011↵scheme: employees          ¦ -      ¦ -
          note: {↵  district: 990001↵  scheme: resident ¦ -     ¦ -
          ``                                           ¦ -      ¦ -
          """)
  void theFirstSuchLineTells(String text, @Nullable String district, @Nullable Scheme scheme) {
    assertThat(Scope.of(text.replace("↵", "\n"))).isEqualTo(new Scope(district, scheme));
    assertThat(Scope.of("\uFEFF" + text.replace("↵", "\r\n")))
        .isEqualTo(new Scope(district, scheme));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "990001, EMPLOYEE, true,  true",
        "990001, -,        false, true",
        "-,      EMPLOYEE, false, true",
        "-,      -,        false, true",
        "990002, EMPLOYEE, false, false",
        "990001, RESIDENT, false, false",
        "-,      RESIDENT, false, false",
        "990002, -,        false, false",
      })
  void whatIsNotKnownSpeaksAgainstNothing(
      @Nullable String district, @Nullable Scheme scheme, boolean is, boolean mayBe) {
    var scope = new Scope(district, scheme);
    assertThat(scope.is("990001", Scheme.EMPLOYEE)).isEqualTo(is);
    assertThat(scope.mayBe("990001", Scheme.EMPLOYEE)).isEqualTo(mayBe);
  }
}
