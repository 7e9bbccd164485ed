package org.yima.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.yima.settlement.Amount;
import org.yima.settlement.Bands;
import org.yima.settlement.Figure;
import org.yima.settlement.Member.Scheme;
import org.yima.settlement.Policy;
import org.yima.settlement.Step;

/** The policies that ship: from the folder as from the class path, on each day around a change. */
class ShippedPoliciesTest {

  private static final Path FOLDER = Path.of("../policies");
  private static final PolicyBook FROM_FOLDER = PolicyBook.load(FOLDER);
  private static final PolicyBook FROM_CLASS_PATH = PolicyBook.bundled();

  static Stream<SourceFile> policies() {
    return SourceFile.under(FOLDER).stream().filter(file -> !file.isCase());
  }

  @Test
  void thereAreSome() {
    assertThat(policies()).hasSizeGreaterThanOrEqualTo(6);
  }

  @ParameterizedTest
  @MethodSource("policies")
  void aPolicyIsTheSameFromTheFolderAndFromTheClassPath(SourceFile file) {
    NavigableMap<LocalDate, Policy> read = PolicyReader.read(file);
    for (var change : read.entrySet()) {
      Policy policy = change.getValue();
      LocalDate day = change.getKey();
      for (LocalDate near : List.of(day.minusDays(1), day, day.plusDays(1))) {
        var found = FROM_FOLDER.policyFor(policy.district(), policy.scheme(), near);
        assertThat(FROM_CLASS_PATH.policyFor(policy.district(), policy.scheme(), near))
            .as("%s on %s", file.name(), near)
            .isEqualTo(found);
      }
      assertThat(FROM_FOLDER.policyFor(policy.district(), policy.scheme(), day))
          .as("%s changes on %s", file.name(), day)
          .contains(policy);
    }
    Policy first = read.firstEntry().getValue();
    LocalDate eve = read.firstKey().minusDays(1);
    assertThat(FROM_FOLDER.policyFor(first.district(), first.scheme(), eve))
        .as("%s: nothing before it", file.name())
        .isEmpty();
  }

  /** A district's folder begins with its six digits; 990028 and such are invented districts. */
  @ParameterizedTest
  @MethodSource("policies")
  void aPolicyLiesInTheFolderOfItsDistrict(SourceFile file) {
    Policy policy = PolicyReader.read(file).firstEntry().getValue();
    String scheme = Words.of(policy.scheme());
    assertThat(file.name()).matches(policy.district() + "-[a-z0-9-]+/" + scheme + "\\.yaml");
  }

  @ParameterizedTest
  @MethodSource("policies")
  void everyFigureSaysWhereItComesFromAndHoldsFromTheStart(SourceFile file) {
    for (var change : PolicyReader.read(file).entrySet()) {
      for (Figure<?> figure : figures(change.getValue())) {
        assertThat(figure.citation().source()).hasSizeGreaterThan(4);
        assertThat(figure.citation().from()).isBeforeOrEqualTo(change.getKey());
      }
    }
  }

  private static List<Figure<?>> figures(Policy policy) {
    var figures = new ArrayList<Figure<?>>();
    for (Step step : policy.benefits().stream().flatMap(b -> b.steps().stream()).toList()) {
      if (step instanceof Step.Deductible deductible) {
        figures.add(deductible.amount());
      } else if (step instanceof Step.Fund fund) {
        figures.add(fund.terms().pays());
        fund.terms().ceilings().forEach(ceiling -> figures.add(ceiling.amount()));
      }
    }
    return figures;
  }

  /** The first benefit's deductibles, ratios and yearly limits as they stood on a day. */
  @ParameterizedTest(name = "{0} {1} on {2}")
  @CsvSource({
    // district, scheme, day,          deductibles, ratios, limits
    "530400, EMPLOYEE, 2022-12-31,",
    "530400, EMPLOYEE, 2023-01-01, '400 | 50%, 55% | 2000'",
    "530400, EMPLOYEE, 2023-12-31, '400 | 50%, 55% | 2000'",
    "530400, EMPLOYEE, 2024-01-01, '100, 200, 300 | 65%, 70%, 60% 65%, 65% 70%, 50%, 55% | 4000, 5000'",
    "530400, EMPLOYEE, 2099-12-31, '100, 200, 300 | 65%, 70%, 60% 65%, 65% 70%, 50%, 55% | 4000, 5000'",
    "210600, EMPLOYEE, 2021-12-31,",
    "210600, EMPLOYEE, 2022-01-01, '300 | 65% | '",
    "210600, RESIDENT, 2024-01-01,",
    "441500, EMPLOYEE, 2024-01-01, ' | 70% | 4000'",
    "441500, RESIDENT, 2024-01-01, ' | 60% | 3000'",
    "990028, EMPLOYEE, 2024-01-01, '200, 500 | 65%, 50% | '",
    "999999, EMPLOYEE, 2024-01-01,",
  })
  void theFiguresOfADay(String district, Scheme scheme, LocalDate day, @Nullable String figures) {
    var found = FROM_CLASS_PATH.policyFor(district, scheme, day);
    assertThat(found.map(ShippedPoliciesTest::figuresOfTheFirst).orElse(null)).isEqualTo(figures);
  }

  private static String figuresOfTheFirst(Policy policy) {
    var deductibles = new ArrayList<String>();
    var paid = new ArrayList<String>();
    var ceilings = new ArrayList<String>();
    for (Step step : policy.benefits().getFirst().steps()) {
      if (step instanceof Step.Deductible due) {
        due.amount().cases().forEach(one -> deductibles.add(plain(one)));
      } else if (step instanceof Step.Fund fund) {
        fund.terms().pays().cases().forEach(one -> paid.add(ratios(one.value())));
        fund.terms()
            .ceilings()
            .forEach(c -> c.amount().cases().forEach(one -> ceilings.add(plain(one))));
      }
    }
    return Stream.of(deductibles, paid, ceilings)
        .map(each -> String.join(", ", each))
        .collect(Collectors.joining(" | "));
  }

  private static String plain(Figure.Case<Amount> one) {
    return one.value().base().plain();
  }

  private static String ratios(Bands bands) {
    return bands.bands().stream()
        .map(band -> band.rate().base().toString())
        .collect(Collectors.joining(" "));
  }

  /** What the CLI does with a file of its own: the same text gives the same cases. */
  @Test
  void aCaseFileReadFromBytesIsTheOneReadFromTheFolder() {
    for (SourceFile file : SourceFile.under(FOLDER)) {
      if (file.isCase()) {
        byte[] text = file.text().getBytes(StandardCharsets.UTF_8);
        assertThat(CaseFile.load(FOLDER)).contains(CaseFile.parse(file.name(), text));
      }
    }
  }
}
