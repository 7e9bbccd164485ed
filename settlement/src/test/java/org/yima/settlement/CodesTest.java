package org.yima.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Codes that the interface has for what the engine knows, and the words for it. */
class CodesTest {

  /** {@code akc065}. */
  @ParameterizedTest
  @CsvSource({
    "1, CLASS_A,   甲类",
    "2, CLASS_B,   乙类",
    "3, SELF_PAID, 自费",
    "4, SPECIAL,   特检特治",
  })
  void classesOfItems(String code, ItemClass itemClass, String chinese) {
    assertThat(ItemClass.of(code)).isEqualTo(itemClass);
    assertThat(itemClass.code()).isEqualTo(code);
    assertThat(itemClass.chinese()).isEqualTo(chinese);
  }

  @Test
  void noOtherClassExists() {
    for (String code : new String[] {"0", "5", "", "11"}) {
      assertThatThrownBy(() -> ItemClass.of(code))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("no item class " + code);
    }
  }

  @ParameterizedTest
  @CsvSource({"ONE, 一级", "TWO, 二级", "THREE, 三级", "UNGRADED, 未定级"})
  void levelsOfHospitals(Hospital.Level level, String chinese) {
    assertThat(level.chinese()).isEqualTo(chinese);
  }

  /** Ratios compare by what they are, not by how they were written. */
  @ParameterizedTest
  @CsvSource({"65%, 0.65, 0", "65%, 65.0001%, -1", "1, 99.9999%, 1", "0, 0%, 0"})
  void ratiosCompare(String one, String other, int expected) {
    assertThat(Integer.signum(Ratio.of(one).compareTo(Ratio.of(other)))).isEqualTo(expected);
  }

  /** A year equals another with the same history, and nothing else. */
  @Test
  void yearsAreEqualByTheirTotals() {
    YearSoFar year = YearSoFar.parse("fund:all=1.00,visits:inpatient=2");
    assertThat(year).isEqualTo(YearSoFar.parse("visits:inpatient=2,fund:all=1.00"));
    assertThat(year).hasSameHashCodeAs(YearSoFar.parse("visits:inpatient=2,fund:all=1.00"));
    assertThat(year).isNotEqualTo(YearSoFar.parse("fund:all=1.00,visits:inpatient=3"));
    assertThat((Object) year).isNotEqualTo(year.toString());
    assertThat(YearSoFar.read(Counter.of("visits:inpatient"), "12")).isEqualTo(12);
    assertThat(YearSoFar.read(Counter.of("fund:all"), "12")).isEqualTo(1200);
  }
}
