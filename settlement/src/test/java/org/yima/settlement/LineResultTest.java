package org.yima.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a line falls into self-paid, upfront and in-scope. */
class LineResultTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # class, upfront, ceiling | price    | number | amount | self-paid, of it over ceiling, upfront, in scope
          CLASS_A   0%           | 25.5     | 20     | 510.00 | 0.00 0.00 0.00 510.00
          CLASS_B   10%          | 33.3333  | 3      | 100.00 | 0.00 0.00 10.00 90.00
          CLASS_B   10%          | 0.05     | 1      | 0.05   | 0.00 0.00 0.01 0.04
          CLASS_B   10%          | 0.04     | 1      | 0.04   | 0.00 0.00 0.00 0.04
          SPECIAL   20% 280      | 300      | 1      | 300.00 | 20.00 20.00 56.00 224.00
          SPECIAL   20% 280      | 280      | 1      | 280.00 | 0.00 0.00 56.00 224.00
          SPECIAL   20% 280      | 279.9999 | 1      | 280.00 | 0.00 0.00 56.00 224.00
          CLASS_A   0%  1.2344   | 1.2345   | 50     | 61.73  | 0.01 0.01 0.00 61.72
          CLASS_A   0%  1.2344   | 1.2345   | 49.99  | 61.71  | 0.00 0.00 0.00 61.71
          CLASS_A   0%  0        | 10       | 2      | 19.99  | 19.99 19.99 0.00 0.00
          SELF_PAID 0%           | 80       | 1      | 80.00  | 80.00 0.00 0.00 0.00
          SELF_PAID 0%  50       | 80       | 1      | 80.00  | 80.00 0.00 0.00 0.00
          CLASS_B   100%         | 80       | 1      | 80.00  | 0.00 0.00 80.00 0.00
          CLASS_A   0%           | 0        | 0      | 0.00   | 0.00 0.00 0.00 0.00
          """)
  void aLineIsClassified(
      String item, BigDecimal price, BigDecimal number, Money amount, String split) {
    LineResult line = LineResult.of(new BillLine(7, item(item), price, number, amount));
    assertThat(
            List.of(line.selfPaid(), line.overCeiling(), line.upfront(), line.inScope()).stream()
                .map(Money::toString)
                .collect(Collectors.joining(" ")))
        .isEqualTo(split);
    assertThat(line.number()).isEqualTo(7);
  }

  private static CatalogueItem item(String text) {
    String[] parts = text.split(" +", -1);
    var ceiling = parts.length < 3 ? null : new BigDecimal(parts[2]);
    return new CatalogueItem("X", ItemClass.valueOf(parts[0]), Ratio.of(parts[1]), ceiling);
  }

  @Test
  void anUnknownItemIsWhollySelfPaidAndSaysSo() {
    var item = CatalogueItem.unknown("9999999999");
    var line = LineResult.of(new BillLine(1, item, BigDecimal.TEN, BigDecimal.ONE, Money.of("10")));
    assertThat(line.selfPaid()).isEqualTo(Money.of("10"));
    assertThat(line.upfrontRatio()).isEqualTo(Ratio.ONE);
    assertThat(line.sentence()).isEqualTo("该项目不在医保目录内或为丙类，全部 10 元自费");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          CLASS_A | 0%  |    | 该项目为甲类，无需先自付，100 元纳入报销范围
          CLASS_B | 10% |    | 该项目为乙类，先自付 10%，即 10 元，90 元纳入报销范围
          SPECIAL | 20% | 90 | 该项目为特检特治，单价超过限价的 10 元自费，先自付 20%，即 18 元，72 元纳入报销范围
          """)
  void aLineSaysWhy(
      ItemClass itemClass, Ratio upfront, @Nullable BigDecimal ceiling, String sentence) {
    var item = new CatalogueItem("X", itemClass, upfront, ceiling);
    var price = BigDecimal.valueOf(100);
    var line = LineResult.of(new BillLine(1, item, price, BigDecimal.ONE, Money.of("100")));
    assertThat(line.sentence()).isEqualTo(sentence);
    assertThat(line.upfrontRatio()).isEqualTo(upfront);
  }

  /** An item that needs an approval is in scope only with one; 丙 stays self-paid with it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          CLASS_B   | true  | false | 100.00 100% 0.00  | 该项目须先审批，没有查到审批，全部 100 元自费
          CLASS_B   | true  | true  | 0.00 10% 90.00    | 该项目为乙类，先自付 10%，即 10 元，90 元纳入报销范围
          CLASS_B   | false | false | 0.00 10% 90.00    | 该项目为乙类，先自付 10%，即 10 元，90 元纳入报销范围
          SELF_PAID | true  | true  | 100.00 100% 0.00  | 该项目不在医保目录内或为丙类，全部 100 元自费
          """)
  void anApprovalMayBeNeeded(
      ItemClass itemClass, boolean needed, boolean approved, String split, String sentence) {
    var item = new CatalogueItem("X", itemClass, Ratio.of("10%"), null, needed);
    var price = BigDecimal.valueOf(100);
    var line =
        LineResult.of(new BillLine(1, item, price, BigDecimal.ONE, Money.of("100"), approved));
    assertThat(line.selfPaid() + " " + line.upfrontRatio() + " " + line.inScope()).isEqualTo(split);
    assertThat(line.sentence()).isEqualTo(sentence);
  }

  @Test
  void noLineIsNegative() {
    var item = CatalogueItem.unknown("X");
    var one = BigDecimal.ONE;
    assertThatThrownBy(() -> new BillLine(3, item, one, one, Money.of("-0.01")))
        .hasMessage("line 3 has a negative amount");
    assertThatThrownBy(() -> new BillLine(3, item, one.negate(), one, Money.ZERO))
        .hasMessage("line 3 has a negative amount");
    assertThatThrownBy(() -> new BillLine(3, item, one, one.negate(), Money.ZERO))
        .hasMessage("line 3 has a negative amount");
    assertThatThrownBy(() -> new CatalogueItem("X", ItemClass.CLASS_A, Ratio.ZERO, one.negate()))
        .hasMessage("price ceiling below zero for item X");
  }
}
