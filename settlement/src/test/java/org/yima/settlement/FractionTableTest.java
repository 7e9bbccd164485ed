package org.yima.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;

/** Exact fen: nothing is lost until a share is rounded, once. */
class FractionTableTest {

  private static Fraction of(String text) {
    String[] parts = text.strip().split("/", -1);
    Fraction whole = fen(parts[0]);
    return parts.length > 1 ? whole.dividedBy(fen(parts[1])) : whole;
  }

  private static Fraction fen(String number) {
    return Fraction.of(Money.ofFen(Long.parseLong(number)));
  }

  private static String cell(ArgumentsAccessor row, int index) {
    return Objects.requireNonNull(row.getString(index));
  }

  private static void same(Fraction found, String expected) {
    assertThat(found.compareTo(of(expected))).as("%s", found).isZero();
  }

  @ParameterizedTest(name = "{0} and {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # one | other | sum    | product | quotient | the smaller | one above the other
          1/3   | 1/6   | 1/2    | 1/18    | 2        | 1/6         | 1/6
          1/6   | 1/3   | 1/2    | 1/18    | 1/2      | 1/6         | 0
          5/7   | 3/7   | 8/7    | 15/49   | 5/3      | 3/7         | 2/7
          3/7   | 5/7   | 8/7    | 15/49   | 3/5      | 3/7         | 0
          4     | 4     | 8      | 16      | 1        | 4           | 0
          0     | 2/3   | 2/3    | 0       | 0        | 0           | 0
          9     | 2/3   | 29/3   | 6       | 27/2     | 2/3         | 25/3
          """)
  void twoFractions(ArgumentsAccessor row) {
    Fraction one = of(cell(row, 0));
    Fraction other = of(cell(row, 1));
    same(one.plus(other), cell(row, 2));
    same(one.times(other), cell(row, 3));
    same(one.dividedBy(other), cell(row, 4));
    same(one.min(other), cell(row, 5));
    same(one.above(other), cell(row, 6));
  }

  @ParameterizedTest
  @CsvSource({
    "0,          0.00, 0%",
    "1/2,        0.01, 50%",
    "4999/10000, 0.00, 49.99%",
    "1/3,        0.00, 33.3333%",
    "2/3,        0.01, 66.6667%",
    "1,          0.01, 100%",
  })
  void itIsRoundedHalfUp(String fraction, Money rounded, Ratio ratio) {
    assertThat(of(fraction).rounded()).isEqualTo(rounded);
    assertThat(of(fraction).ratio()).isEqualTo(ratio);
  }

  @ParameterizedTest
  @CsvSource({"3/2, 0.02", "5/2, 0.03", "7/5, 0.01", "99/2, 0.50"})
  void aboveOneItIsTheSame(String fraction, Money rounded) {
    assertThat(of(fraction).rounded()).isEqualTo(rounded);
  }

  @Test
  void whatIsDividedBackIsExactlyWhatItWas() {
    Fraction paid = Fraction.of(Money.of("100")).times(Fraction.of(Ratio.of("33.3333%")));
    same(paid.dividedBy(Fraction.of(Ratio.of("33.3333%"))), "10000");
    assertThat(paid.isPositive()).isTrue();
    assertThat(Fraction.ZERO.isPositive()).isFalse();
  }
}
