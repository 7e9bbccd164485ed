package org.yima.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Amounts and ratios: what is read, what is printed, and the one place that rounds. */
class MoneyTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0.00, 0",
    "0000.00, 0, 0.00, 0",
    "-0.00, 0, 0.00, 0",
    "12, 1200, 12.00, 12",
    "12.5, 1250, 12.50, 12.50",
    "12.05, 1205, 12.05, 12.05",
    "-3.20, -320, -3.20, -3.20",
    "0.01, 1, 0.01, 0.01",
    "9999999999999.99, 999999999999999, 9999999999999.99, 9999999999999.99",
  })
  void yuanAreReadAndPrinted(String text, long fen, String printed, String plain) {
    assertThat(Money.of(text).fen()).isEqualTo(fen);
    assertThat(Money.of(text)).hasToString(printed);
    assertThat(Money.of(text).plain()).isEqualTo(plain);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " 1", "1.", ".5", "1.234", "1e3", "+1", "--1", "１", "1,000", "元", "NaN"})
  void anythingElseIsRefused(String text) {
    assertThatThrownBy(() -> Money.of(text))
        .isInstanceOf(NumberFormatException.class)
        .hasMessage("not an amount in yuan: " + text);
  }

  @Test
  void aLongTextIsRefusedAndShortenedInTheMessage() {
    assertThatThrownBy(() -> Money.of("1".repeat(1000)))
        .hasMessage("not an amount in yuan: " + "1".repeat(30) + "…");
  }

  @ParameterizedTest
  @CsvSource({
    "100.00, 65%, 65.00",
    "0.01, 50%, 0.01", // half a fen goes up
    "0.01, 49.9999%, 0.00",
    "-0.01, 50%, -0.01", // and mirrors when it is given back
    "-0.01, 49.9999%, 0.00",
    "33.33, 10%, 3.33",
    "33.35, 10%, 3.34",
    "0.00, 100%, 0.00",
    "123.45, 0%, 0.00",
    "123.45, 100%, 123.45",
    "1000.00, 11.2%, 112.00",
  })
  void aShareIsRoundedHalfUp(Money amount, Ratio ratio, Money share) {
    assertThat(amount.times(ratio)).isEqualTo(share);
  }

  @Test
  void sumsThatDoNotFitFail() {
    Money most = Money.ofFen(Long.MAX_VALUE);
    Money least = Money.ofFen(Long.MIN_VALUE);
    assertThatThrownBy(() -> most.plus(Money.ofFen(1))).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> least.minus(Money.ofFen(1))).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> most.times(Ratio.ONE)).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void amountsCompare() {
    Money one = Money.of("1");
    Money two = Money.of("2");
    assertThat(one.min(two)).isEqualTo(one);
    assertThat(two.min(one)).isEqualTo(one);
    assertThat(one.max(two)).isEqualTo(two);
    assertThat(two.max(one)).isEqualTo(two);
    assertThat(one).isLessThan(two);
    assertThat(one.isPositive()).isTrue();
    assertThat(Money.ZERO.isPositive()).isFalse();
    assertThat(Money.ZERO.isNegative()).isFalse();
    assertThat(Money.of("-1").isNegative()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "65%, 650000, 65%, 0.6500",
    "0.65, 650000, 65%, 0.6500",
    "11.2%, 112000, 11.2%, 0.1120",
    "0%, 0, 0%, 0.0000",
    "100%, 1000000, 100%, 1.0000",
    "1, 1000000, 100%, 1.0000",
    "0.0001%, 1, 0.0001%, 0.0000",
  })
  void ratiosAreReadAndPrinted(String text, int millionths, String printed, String decimal) {
    assertThat(Ratio.of(text).millionths()).isEqualTo(millionths);
    assertThat(Ratio.of(text)).hasToString(printed);
    assertThat(Ratio.of(text).decimal()).isEqualTo(decimal);
  }

  @ParameterizedTest
  @CsvSource({
    "101%, a ratio above 1: 101%",
    "1.01, a ratio above 1: 1.01",
    "0.00001%, finer than a millionth: 0.00001%",
    "-5%, not a ratio: -5%",
    "%, not a ratio: %",
    "1111111111111, not a ratio: 1111111111111",
  })
  void noOtherRatioExists(String text, String message) {
    assertThatThrownBy(() -> Ratio.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void aRatioLiesBetweenNothingAndTheWhole() {
    assertThatThrownBy(() -> new Ratio(-1)).hasMessageContaining("between 0 and 1");
    assertThatThrownBy(() -> new Ratio(1_000_001)).hasMessageContaining("between 0 and 1");
  }

  /** The cost that a fund's last fen still covers, divided back in full precision. */
  @ParameterizedTest
  @CsvSource({
    "59.99, 60%, 99.98", // 99.98333…
    "69.99, 70%, 99.99", // 99.98571…
    "0.01, 65%, 0.02", // 0.01538…
    "100, 100%, 100",
  })
  void aShareIsDividedBack(Money share, Ratio ratio, Money cost) {
    Fraction exact = Fraction.of(share).dividedBy(Fraction.of(ratio));
    assertThat(exact.rounded()).isEqualTo(cost);
  }
}
