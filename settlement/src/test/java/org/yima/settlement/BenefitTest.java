package org.yima.settlement;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The steps of a benefit: what must stand, once, and what the codes of items and levels mean. */
class BenefitTest {
  private static final Map<String, Step> STEPS =
      Map.of(
          "lines", new Step.ClassifyLines(),
          "package", new Step.AllInScope(),
          "bears", new Step.PatientBears(Share.OVER_LIMIT),
          "cash", new Step.InCash());

  private static Benefit of(String steps) {
    List<Step> all =
        Stream.of(steps.split(" ", -1)).filter(STEPS::containsKey).map(STEPS::get).toList();
    return new Benefit("门诊", Condition.ALWAYS, null, all);
  }

  @ParameterizedTest
  @CsvSource({
    "lines bears,            there is exactly one in-cash",
    "lines bears cash cash,  there is exactly one in-cash",
    "lines cash,             there is exactly one patient-bears",
    "lines bears bears cash, there is exactly one patient-bears",
    "bears cash,             there is exactly one classify-lines or all-in-scope",
    "lines package bears cash, there is exactly one classify-lines or all-in-scope",
    "bears lines cash,       classify-lines comes too late",
    "'',                     there is exactly one classify-lines or all-in-scope",
  })
  void threeStepsStandOnce(String steps, String message) {
    assertThatThrownBy(() -> of(steps))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void nothingElseIsNeeded() {
    assertThatCode(() -> of("lines bears cash")).doesNotThrowAnyException();
    assertThatCode(() -> of("package bears cash")).doesNotThrowAnyException();
  }
}
