package org.yima.policy;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which steps have figures under them, and that all that is wrong is told at once. */
class StepsTest {

  private static void refused(String part, String instead, String message) {
    String bad = GoodFiles.change(GoodFiles.POLICY, part, instead);
    assertThatThrownBy(() -> GoodFiles.readPolicy(bad))
        .isInstanceOf(PolicyException.class)
        .hasMessage("p.yaml:" + message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fixed-price",
        "out-of-region-upfront",
        "items-apart",
        "deductible",
        "basic-fund",
        "large-amount-fund",
        "patient-bears",
        "critical-illness",
        "civil-servants",
        "special-care",
        "retired-cadres",
        "pensioners",
        "enterprise",
        "other",
        "assistance",
        "relief",
      })
  void aStepThatHasFiguresIsRefusedWithoutThem(String step) {
    refused(
        "- from-account",
        "- " + step,
        "34: 步骤“%1$s”下面要写它的标准 / the step '%1$s' needs its figures under it".formatted(step));
  }

  @ParameterizedTest
  @CsvSource({
    "classify-lines, true",
    "all-in-scope, true",
    "in-cash, '{of: in-scope}'",
    "in-cash, ",
    "classify-lines, '[]'",
  })
  void aStepThatHasNoneIsRefusedWithThem(String step, @Nullable String under) {
    refused(
        "- from-account",
        "- " + step + ": " + (under == null ? "" : under),
        "34: 步骤“%1$s”下面不写任何内容 / the step '%1$s' has nothing under it".formatted(step));
  }

  /** Both halves of the message say what is missing, too much, or too late. */
  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          - from-account↵      - in-cash  | - in-cash↵      - from-account  | from-account 排得太后 | from-account comes too late
          - from-account         | - out-of-region-upfront: {share: [{from: 2024-01-01, source: 文件, is: 5%}]} | out-of-region-upfront 排得太后 | out-of-region-upfront comes too late
          - classify-lines       | - in-cash        | deductible 排得太后                             | deductible comes too late
          classify-lines↵      - deductible | deductible | 须有且只有一个 classify-lines 或 all-in-scope   | there is exactly one classify-lines or all-in-scope
          - classify-lines       | - classify-lines↵      - all-in-scope | 须有且只有一个 classify-lines 或 all-in-scope | there is exactly one classify-lines or all-in-scope
          - patient-bears: over-limit↵      - from | - from | 须有且只有一个 patient-bears                    | there is exactly one patient-bears
          - in-cash↵             | ``               | 须有且只有一个 in-cash                          | there is exactly one in-cash
          - in-cash              | - in-cash↵      - in-cash | 须有且只有一个 in-cash                 | there is exactly one in-cash
          """)
  void whatIsWrongWithTheOrderIsSaid(String part, String instead, String chinese, String english) {
    refused(
        part,
        instead,
        "13: 步骤不全或顺序不对（%s）；顺序为 %s / the steps are incomplete or out of order (%s); the order is %s"
            .formatted(chinese, StepReader.ORDER, english, StepReader.ORDER));
  }

  @ParameterizedTest
  @ValueSource(strings = {"- bonus", "- bonus: {pool: x}", "- {bonus: 300}"})
  void anUnknownStepIsRefusedWithThoseThatThereAre(String step) {
    refused(
        "- from-account",
        step,
        "34: 不认识的步骤“bonus”；可用的步骤：%1$s / unknown step 'bonus'; known: %1$s"
            .formatted(StepReader.ORDER));
  }

  /** A band that pays nothing is never full where the bands are laid on what the fund pays. */
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          fund-paid        | {above: 0, to: 500, ratio: 0%}, {above: 500, ratio: 80%}                         | 29
          fund-paid        | {above: 0, to: 500, ratio: 0.00%}, {above: 500, to: 900, ratio: 80%}             | 29
          fund-paid        | {above: 0, to: 500, ratio: {base: 0%, per-year-of-age: 1%}}, {above: 500, ratio: 80%} | 29
          fund-paid        | {above: 0, to: 500, ratio: 80%}, {above: 500, to: 900, ratio: 0%}                | 29
          fund-paid        | {above: 0, to: 500, ratio: 0.01%}, {above: 500, ratio: 80%}                      |
          fund-paid        | {above: 0, to: 500, ratio: 80%}, {above: 500, ratio: 0%}                         |
          in-scope         | {above: 0, to: 500, ratio: 0%}, {above: 500, ratio: 80%}                         |
          above-deductible | {above: 0, to: 500, ratio: 0%}, {above: 500, ratio: 80%}                         |
          """)
  void aBandOfPaymentsPaysSomething(String counts, String bands, @Nullable Integer line) {
    String text =
        GoodFiles.change(GoodFiles.POLICY, "counts: in-scope", "counts: " + counts)
            .replace("- {above: 0, to: 5000, ratio: 80%}\n", "[" + bands + "]\n")
            .replaceFirst(" *- \\{above: 5000, ratio: 90%}\n", "");
    if (line == null) {
      assertThatCode(() -> GoodFiles.readPolicy(text)).doesNotThrowAnyException();
    } else {
      assertThatThrownBy(() -> GoodFiles.readPolicy(text))
          .hasMessage(
              "p.yaml:"
                  + line
                  + ": 按基金支付额分段（fund-paid）时，0% 的一段永远填不满，后面各段就用不到；"
                  + "请改用 above-deductible 或 in-scope，或把这一段写成起付线"
                  + " / with 'counts: fund-paid' a band of 0% is never full and takes all that"
                  + " follows; count above-deductible or in-scope, or write this band as a"
                  + " deductible");
    }
  }

  @Test
  void everyStepAndEveryBenefitSaysWhatIsWrongWithIt() {
    String one = GoodFiles.change(GoodFiles.POLICY, "is: 300", "is: -300");
    String two = GoodFiles.change(one, "is: 65%", "is: 165%");
    String three = two + "  - {name: 住院, types: [inpatients], steps: [in-cash]}\n";
    assertThatThrownBy(() -> GoodFiles.readPolicy(three))
        .isInstanceOf(PolicyException.class)
        .hasMessageStartingWith("p.yaml:18: ")
        .hasMessageContainingAll("\np.yaml:26: ", "\np.yaml:36: ");
  }
}
