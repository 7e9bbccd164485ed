package org.yima.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yima.settlement.Member.Scheme;
import org.yima.settlement.Policy;
import org.yima.settlement.Step;

/** Which policy, and which figure of it, a day finds. */
class PolicyBookTest {

  @TempDir private Path folder;

  /** A first file whose deductible changes twice, and a second that replaces it from 2025-07-01. */
  @BeforeEach
  void write() throws IOException {
    Files.writeString(
        folder.resolve("a.yaml"),
        policy("旧政策", "2023-01-01", "04-01")
            + figure("2024-01-01", 200)
            + figure("2022-01-01", 100)
            + figure("2026-01-01", 300)
            + END);
    Files.writeString(
        folder.resolve("b.yaml"),
        policy("新政策", "2025-07-01", "01-01") + figure("2025-07-01", 400) + END);
  }

  @ParameterizedTest
  @CsvSource({
    "2023-01-01, 旧政策, 100.00",
    "2023-12-31, 旧政策, 100.00",
    "2024-01-01, 旧政策, 200.00",
    "2025-06-30, 旧政策, 200.00",
    "2025-07-01, 新政策, 400.00",
    // The older file's later figure no longer counts: its policy has been replaced.
    "2026-01-01, 新政策, 400.00",
    "2099-01-01, 新政策, 400.00",
  })
  void theDayDecides(LocalDate day, String name, String deductible) {
    Policy policy = PolicyBook.load(folder).policyFor("990001", Scheme.EMPLOYEE, day).orElseThrow();
    assertThat(policy.name()).isEqualTo(name);
    var step = (Step.Deductible) policy.benefits().getFirst().steps().get(1);
    assertThat(step.amount().cases().getFirst().value().base()).hasToString(deductible);
  }

  @ParameterizedTest
  @CsvSource({
    "990001, EMPLOYEE, 2022-12-31",
    "990001, RESIDENT, 2024-01-01",
    "990002, EMPLOYEE, 2024-01-01",
  })
  void elsewhereThereIsNone(String district, Scheme scheme, LocalDate day) {
    assertThat(PolicyBook.load(folder).policyFor(district, scheme, day)).isEmpty();
  }

  @Test
  void theBenefitYearBeginsWhereThePolicySays() {
    Policy policy =
        PolicyBook.load(folder)
            .policyFor("990001", Scheme.EMPLOYEE, LocalDate.of(2024, 3, 31))
            .orElseThrow();
    assertThat(policy.benefitYear(LocalDate.of(2024, 3, 31))).isEqualTo(2023);
    assertThat(policy.benefitYear(LocalDate.of(2024, 4, 1))).isEqualTo(2024);
  }

  private static final String END =
      """
            - patient-bears: over-limit
            - in-cash
      """;

  private static String policy(String name, String from, String yearStarts) {
    return """
    name: %s
    district: 990001
    scheme: employee
    from: %s
    year-starts: %s
    benefits:
      - name: 普通门诊
        types: [outpatient]
        steps:
          - classify-lines
          - deductible:
              pool: outpatient
              due: each-year
              amount:
    """
        .formatted(name, from, yearStarts);
  }

  private static String figure(String from, int amount) {
    return "            - {from: %s, source: 文件, is: %d}\n".formatted(from, amount);
  }
}
