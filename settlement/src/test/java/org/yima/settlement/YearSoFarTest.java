package org.yima.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The running totals of a year, and the one line of text that they are stored as. */
class YearSoFarTest {

  private static final Counter DEDUCTIBLE = Counter.of("deductible:outpatient");
  private static final Counter FUND = Counter.of("fund:慢性病/高血压");

  @Test
  void aYearIsOneLineOfText() {
    var year = new YearSoFar(Map.of(FUND, 1230L, DEDUCTIBLE, 30000L));
    assertThat(year).hasToString("deductible:outpatient=300.00,fund:慢性病/高血压=12.30");
    assertThat(YearSoFar.parse(year.toString())).isEqualTo(year);
    assertThat(YearSoFar.parse("")).isEqualTo(YearSoFar.EMPTY).hasToString("");
  }

  @Test
  void aTotalOfZeroIsNone() {
    var year = new YearSoFar(Map.of(FUND, 500L, DEDUCTIBLE, 0L));
    assertThat(year.totals()).containsOnlyKeys(FUND);
    assertThat(year.of(DEDUCTIBLE)).isEqualTo(Money.ZERO);
    assertThat(year.minus(year)).isEqualTo(YearSoFar.EMPTY);
  }

  @Test
  void whatWasMovedCanBeGivenBack() {
    var year = YearSoFar.parse("deductible:all=100.00,fund:all=50.00");
    var moved = YearSoFar.parse("deductible:all=200.00,cost:outpatient=7.00");
    assertThat(year.plus(moved))
        .hasToString("deductible:all=300.00,cost:outpatient=7.00,fund:all=50.00");
    assertThat(year.plus(moved).minus(moved)).isEqualTo(year);
    assertThat(year.deductibleBorne()).isEqualTo(Money.of("100"));
    assertThat(year.basicFundPaid()).isEqualTo(Money.of("50"));
  }

  @Test
  void aYearCannotBeChanged() {
    var totals = YearSoFar.parse("fund:all=50.00").totals();
    assertThatThrownBy(() -> totals.put(DEDUCTIBLE, 0L))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          fund:all                     | a running total is written counter=yuan: fund:all
          fund:all=1,                  | a running total is written counter=yuan:
          fund:all=x                   | not an amount in yuan: x
          fund=1                       | a counter is written KIND:POOL with deductible, cost, fund, burden, account or visits, not fund
          large:all=1                  | a counter is written KIND:POOL with deductible, cost, fund, burden, account or visits, not large:all
          fund:=1                      | a pool is named by letters, digits, '-', '_' and '/':
          fund:a b=1                   | a pool is named by letters, digits, '-', '_' and '/': a b
          fund:all=1,fund:all=2        | a running total is given twice: fund:all=2
          """)
  void otherTextIsRefused(String text, String message) {
    assertThatThrownBy(() -> YearSoFar.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .satisfies(e -> assertThat(String.valueOf(e.getMessage()).strip()).isEqualTo(message));
  }

  @Test
  void aTextWithoutEndIsRefused() {
    assertThatThrownBy(() -> YearSoFar.parse("x".repeat(16_001)))
        .hasMessage("a year of 16001 characters is no year");
  }
}
