package org.yima.platform.admission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Quantities as the interface writes them: 8,2 (4.4). */
class QuantityTest {
  @ParameterizedTest
  @CsvSource({
    "1, 100, 1.00",
    "0.5, 50, 0.50",
    ".5, 50, 0.50",
    "12.25, 1225, 12.25",
    "3., 300, 3.00",
    "0, 0, 0.00",
    "0.01, 1, 0.01",
    "999999.99, 99999999, 999999.99",
  })
  void is_exact(String sent, long hundredths, String written) {
    assertThat(Quantity.of(sent)).isEqualTo(new Quantity(hundredths)).hasToString(written);
  }

  @ParameterizedTest
  @CsvSource({
    "5, 2, 3.00, false, false",
    "5, 5, 0.00, true, false",
    "0.60, 0.70, -0.10, false, true",
    "1, 0.99, 0.01, false, false",
  })
  void what_is_left(String of, String taken, String left, boolean none, boolean tooMuch) {
    Quantity rest = Quantity.of(of).minus(Quantity.of(taken));
    assertThat(rest.isZero()).isEqualTo(none);
    assertThat(rest.isNegative()).isEqualTo(tooMuch);
    if (!tooMuch) {
      assertThat(rest).hasToString(left);
    }
  }
}
