package org.yima.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Price × quantity against the amount that was sent: one fen, and 0.00005 yuan for each unit. */
class ChargeTest {

  @ParameterizedTest(name = "{0} × {1} × {2} = {3}: {4}")
  @CsvSource({
    // price,  number, days, amount,    agrees
    "12.25,    3,      1,    36.75,     true",
    "12.25,    3,      1,    36.74,     true",
    "12.25,    3,      1,    36.76,     true",
    "12.25,    3,      1,    36.73,     false",
    "12.25,    3,      1,    36.77,     false",
    // one unit: a fen of tolerance, and 0.00005 is not another one
    "0.01,     1,      1,    0.00,      true",
    "0.01,     1,      1,    0.02,      true",
    "0.01,     1,      1,    0.03,      false",
    // the second fen is explained from 200 units on
    "0.3333,   199,    1,    66.33,     true",
    "0.3333,   199,    1,    66.34,     true",
    "0.3333,   199,    1,    66.35,     false",
    "0.3333,   200,    1,    66.68,     true",
    "0.3333,   200,    1,    66.64,     true",
    "0.3333,   200,    1,    66.69,     false",
    "0.3333,   200,    1,    66.63,     false",
    "0.3333,   3000,   1,    1000.00,   true",
    "0.3333,   3000,   1,    1000.06,   true",
    "0.3333,   3000,   1,    1000.07,   false",
    // the product is rounded half up before it is compared
    "0.0050,   1,      1,    0.02,      true",
    "0.0049,   1,      1,    0.01,      true",
    "0.0049,   1,      1,    0.02,      false",
    "1.2345,   0.5,    1,    0.62,      true",
    "1.2345,   0.5,    1,    0.60,      false",
    // herbal medicine: grams × doses
    "0.15,     10,     7,    10.50,     true",
    "0.15,     10,     7,    1.50,      false",
    "0.15,     10,     1,    10.50,     false",
    "0.0312,   15,     30,   14.04,     true",
    "0.0312,   15,     30,   14.07,     true",
    "0.0312,   15,     30,   14.08,     false",
    // nothing costs nothing
    "0,        3,      1,    0.00,      true",
    "0,        3,      1,    0.02,      false",
    "12.25,    0,      1,    0.01,      true",
    "12.25,    0,      1,    0.02,      false",
    "12.25,    3,      0,    36.75,     false",
  })
  void aChargeAgreesToOneFenAndWhatRoundedPricesExplain(
      String price, String number, String days, Money amount, boolean agrees) {
    assertThat(Charge.of(price, number, days, amount).agrees()).isEqualTo(agrees);
  }

  @Test
  void aChargeBecomesALineWithAllItsUnits() {
    var item = CatalogueItem.of("T1", ItemClass.CLASS_B, Ratio.of("10%"), Money.of("9.5"), false);
    BillLine line = Charge.of("10", "2.5", "4", Money.of("100")).line(3, item, false);
    assertThat(line.number()).isEqualTo(3);
    assertThat(line.unitPrice()).isEqualByComparingTo("10");
    assertThat(line.quantity()).isEqualByComparingTo("10");
    assertThat(line.item().priceCeiling()).isEqualTo(new BigDecimal("9.50"));
    // 10 units, each half a yuan above the ceiling; a tenth of the other 95 is paid upfront.
    LineResult result = LineResult.of(line);
    assertThat(result.overCeiling()).hasToString("5.00");
    assertThat(result.upfront()).hasToString("9.50");
    assertThat(result.inScope()).hasToString("85.50");
  }

  @ParameterizedTest
  @CsvSource({"'',1,1", "1,'',1", "1,1,''", "1元,1,1", "1,一,1", "1,1,七付", "0x1,1,1"})
  void whatIsNoNumberIsNoCharge(String price, String number, String days) {
    assertThatThrownBy(() -> Charge.of(price, number, days, Money.ZERO))
        .isInstanceOf(NumberFormatException.class);
  }
}
