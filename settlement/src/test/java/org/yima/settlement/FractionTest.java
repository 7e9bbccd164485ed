package org.yima.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exact sums of money, beside the same sums by big numbers that are never reduced. */
class FractionTest {

  /** The plain model: two big numbers. */
  private record Model(BigInteger above, BigInteger below) {

    static Model of(long above, long below) {
      return new Model(BigInteger.valueOf(above), BigInteger.valueOf(below));
    }

    Model plus(Model other, int sign) {
      BigInteger added = other.above.multiply(below).multiply(BigInteger.valueOf(sign));
      return new Model(above.multiply(other.below).add(added), below.multiply(other.below));
    }

    Model times(Model other) {
      return new Model(above.multiply(other.above), below.multiply(other.below));
    }

    Model turned() {
      BigInteger upper = below;
      BigInteger lower = above;
      return new Model(upper, lower);
    }

    int compareTo(Model other) {
      return above.multiply(other.below).compareTo(other.above.multiply(below));
    }

    long rounded() {
      return new BigDecimal(above)
          .divide(new BigDecimal(below), 0, RoundingMode.HALF_UP)
          .longValueExact();
    }
  }

  private static Fraction fen(long fen) {
    return Fraction.of(Money.ofFen(fen));
  }

  private static Fraction ppm(int millionths) {
    return Fraction.of(new Ratio(millionths));
  }

  /** A chain of what funds do: pay a share, divide back by a ratio, add, take what is left. */
  @Property(tries = 2000)
  void aChainOfSumsIsExactHoweverLongItGets(
      @ForAll @LongRange(min = 0, max = 10_000_000_000_000L) long start,
      @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 1_000_000) Integer> ratios) {
    Fraction fraction = fen(start);
    Model model = Model.of(start, 1);
    for (int ratio : ratios) {
      Fraction share = fraction.times(ppm(ratio));
      Model modelShare = model.times(Model.of(ratio, 1_000_000));
      assertThat(share.rounded().fen()).isEqualTo(modelShare.rounded());
      assertThat(Integer.signum(share.compareTo(fraction))).isEqualTo(modelShare.compareTo(model));
      assertThat(share.dividedBy(ppm(ratio))).isEqualTo(fraction);
      fraction = fraction.minus(share).plus(fen(7).dividedBy(ppm(ratio)));
      model =
          model
              .plus(modelShare, -1)
              .plus(Model.of(7, 1).times(Model.of(ratio, 1_000_000).turned()), 1);
      assertThat(fraction.rounded().fen()).isEqualTo(model.rounded());
    }
  }

  @Property(tries = 2000)
  void equalNumbersAreEqualHoweverTheyCameAbout(
      @ForAll @LongRange(min = 0, max = Long.MAX_VALUE) long fen,
      @ForAll @IntRange(min = 1, max = 1_000_000) int one,
      @ForAll @IntRange(min = 1, max = 1_000_000) int other) {
    Fraction there = fen(fen).times(ppm(one)).dividedBy(ppm(other));
    Fraction back = there.times(ppm(other)).dividedBy(ppm(one));
    assertThat(back).isEqualTo(fen(fen)).hasSameHashCodeAs(fen(fen));
    assertThat(back.toString()).isEqualTo(fen(fen).toString());
    assertThat(back.rounded()).isEqualTo(Money.ofFen(fen));
    assertThat(there.plus(fen(fen)).minus(there)).isEqualTo(fen(fen));
    assertThat(there.above(there)).isEqualTo(Fraction.ZERO);
    assertThat(there.isPositive()).isEqualTo(fen > 0);
    assertThat(there.min(fen(fen)).compareTo(there)).isLessThanOrEqualTo(0);
  }

  @ParameterizedTest
  @CsvSource({
    // fen, times,  divided by, rounded
    "1,     500000,  1000000,   1",
    "1,     499999,  1000000,   0",
    "3,     500000,  1000000,   2",
    "100,   1000000, 333333,    300",
    "0,     850000,  1000000,   0",
    "9223372036854775807, 1000000, 1000000, 9223372036854775807",
    "9223372036854775807, 500000,  1000000, 4611686018427387904",
  })
  void isRoundedHalfUpOnce(long fen, int times, int divided, long rounded) {
    Fraction found = fen(fen).times(ppm(times)).dividedBy(ppm(divided));
    assertThat(found.rounded().fen()).isEqualTo(rounded);
  }

  @Test
  void aSumBeyondALongIsStillExact() {
    Fraction most = fen(Long.MAX_VALUE);
    Fraction twice = most.plus(most);
    assertThat(twice.compareTo(most)).isPositive();
    assertThat(twice.isPositive()).isTrue();
    assertThat(twice.minus(most)).isEqualTo(most);
    assertThat(twice).hasToString("18446744073709551614/1").isNotEqualTo(most);
    assertThat(twice.times(ppm(500_000))).isEqualTo(most);
    assertThat(most.dividedBy(twice)).isEqualTo(ppm(500_000));
    assertThatThrownBy(twice::rounded).isInstanceOf(ArithmeticException.class);
    assertThat(twice.hashCode()).isEqualTo(most.plus(most).hashCode());
  }

  @Test
  void aRatioIsPrintedToTheMillionth() {
    assertThat(fen(1).dividedBy(fen(3)).ratio()).isEqualTo(new Ratio(333_333));
    assertThat(fen(2).dividedBy(fen(3)).ratio()).isEqualTo(new Ratio(666_667));
    assertThat(Fraction.ONE.ratio()).isEqualTo(Ratio.ONE);
    assertThat(Fraction.ZERO.ratio()).isEqualTo(Ratio.ZERO);
  }

  @Test
  void nothingIsNegativeAndNothingIsDividedByNothing() {
    assertThatThrownBy(() -> fen(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> fen(1).minus(fen(2))).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ppm(1).minus(fen(1))).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> fen(1).dividedBy(Fraction.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    Fraction wide = fen(Long.MAX_VALUE).plus(fen(Long.MAX_VALUE));
    assertThatThrownBy(() -> fen(1).minus(wide)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> wide.dividedBy(Fraction.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(fen(1).above(wide)).isEqualTo(Fraction.ZERO);
  }
}
