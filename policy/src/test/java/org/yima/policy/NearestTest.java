package org.yima.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody probably meant who has misspelt a word. */
class NearestTest {

  @ParameterizedTest
  @CsvSource({
    "employment,  employment,  0",
    "employement, employment,  1",
    "emplyment,   employment,  1",
    "employmant,  employment,  1",
    "form,        from,        1", // Neighbours that were swapped are one slip.
    "amuont,      amount,      1",
    "sauce,       source,      2",
    "be,          is,          2",
    "'',          is,          2",
    "abc,         cab,         2",
    "kitten,      sitting,     3",
    "住远,        住院,        1",
  })
  void slipsAreCounted(String one, String other, int slips) {
    assertThat(Nearest.slips(one, other)).isEqualTo(slips);
    assertThat(Nearest.slips(other, one)).isEqualTo(slips);
  }

  @ParameterizedTest
  @CsvSource({
    "employement,          employment",
    "Employment,           employment",
    "large-amount-selfpay, large-amount-self-pay",
    "form,                 from",
    "yaer,                 year",
    "years,                year",
    "is,                   is",
    "be,", // Two slips in two letters are another word.
    "salary,",
    "x,",
    "'',",
  })
  void theNearestIsNamedIfItIsNear(String word, @Nullable String nearest) {
    var known = List.of("from", "year", "is", "employment", "large-amount-self-pay");
    assertThat(Nearest.of(word, known)).isEqualTo(nearest);
  }

  /** Of two that are near the nearer is meant; of two as near, the first. */
  @ParameterizedTest
  @CsvSource({"visit-her, visit-here", "counters, counts", "pay, pays"})
  void theNearerIsMeant(String word, String nearest) {
    assertThat(Nearest.of(word, List.of("pays", "pools", "counts", "visits", "visit-here")))
        .isEqualTo(nearest);
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '¦',
      textBlock =
          """
          {employment: active, ¦ {employement: active, ¦ 26 ¦ 不认识的键“employement”；是否想写 employment？可用的键：level, ¦ unknown key 'employement'; did you mean 'employment'? known here: level,
          - from-account       ¦ - from-acount         ¦ 34 ¦ 不认识的步骤“from-acount”；是否想写 from-account？可用的步骤：classify-lines ¦ unknown step 'from-acount'; did you mean 'from-account'? known: classify-lines
          - deductible:        ¦ - deductable:         ¦ 15 ¦ 不认识的步骤“deductable”；是否想写 deductible？可用的步骤：classify-lines ¦ unknown step 'deductable'; did you mean 'deductible'? known: classify-lines
          """)
  void theRemedyBeginsWithIt(
      String part, String instead, int line, String chinese, String english) {
    String bad = GoodFiles.change(GoodFiles.POLICY, part, instead);
    assertThatThrownBy(() -> GoodFiles.readPolicy(bad))
        .hasMessageStartingWith("p.yaml:" + line + ": " + chinese)
        .hasMessageContaining(" / " + english);
  }

  @ParameterizedTest
  @CsvSource({"cahs, cash", "person-account, personal-account"})
  void aResultToo(String misspelt, String result) {
    String bad = GoodFiles.change(GoodFiles.CASE, "cash:", misspelt + ":");
    assertThatThrownBy(() -> GoodFiles.readCase(bad))
        .hasMessageStartingWith(
            "c.yaml:26: 不认识的结果“%s”；是否想写 %s？可用的结果：decision".formatted(misspelt, result))
        .hasMessageContaining("; did you mean '" + result + "'? known: decision");
  }
}
