package org.yima.platform.bill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yima.platform.bill.OrderContent.PrescriptionTotal;
import org.yima.platform.catalogue.Item;
import org.yima.platform.transaction.Refusal;
import org.yima.settlement.CatalogueItem;
import org.yima.settlement.Money;

/** Whether an order adds up, and what the cashier is told if it does not. */
class AmountCheckTest {
  /** {@code 1.0000 × 3 = 3.00}, written by hospitals with prices rounded to four decimals. */
  @ParameterizedTest
  @CsvSource({
    "1.0000,       3,   3.00, true,  exactly",
    "1.0000,       3,   3.01, true,  one fen above",
    "1.0000,       3,   2.99, true,  one fen below",
    "1.0000,       3,   3.02, false, two fen: three units explain 0.00015",
    "1.0000,       3,   2.98, false, two fen below",
    "0.3333,     199,  66.33, true,  66.3267 is 66.33",
    "0.3333,     200,  66.68, true,  two fen: 200 units explain a second one",
    "0.3333,     200,  66.69, false, three fen",
    "0.3333,     199,  66.35, false, two fen: 199 units explain 0.00995",
    "0.3333,    9000, 3000.16, true, 9000 units explain 0.45",
    "0.3333,    9000, 3000.17, false, and no more",
    "12.5,       2.5,  31.25, true,  half units",
    "0.0150,       1,   0.02, true,  half a fen goes up",
    "0,            1,   0.00, true,  free of charge",
    "0,            1,   0.02, false, but not two fen",
  })
  void price_times_quantity(String price, String num, String yuan, boolean agrees, String because) {
    assertThat(refusal(yuan, "CF1=" + yuan, priced("CF1", "1", price, num, yuan)))
        .as(because)
        .isEqualTo(agrees ? expectedInRange(yuan) : "E1503 处方 CF1 第 1 项单价乘数量不等于金额");
  }

  private static String expectedInRange(String yuan) {
    return Money.of(yuan).isPositive() ? "" : "E1504 订单金额须大于零且不超过一千万元";
  }

  /** 付数 counts for herbs alone: others send it too, and mean nothing by it. */
  @ParameterizedTest
  @CsvSource({
    "true,  7, 21.00, true",
    "true,  7,  3.00, false",
    "false, 7,  3.00, true",
    "false, 7, 21.00, false",
    "true,  1,  3.00, true",
  })
  void herbs_are_charged_by_the_day(boolean herb, String days, String yuan, boolean agrees) {
    ChargeLine plain = line("CF1", "1", "0.3000", "10", yuan);
    assertThat(PricedLine.of(withDays(plain, days), item(herb)).charge().agrees())
        .isEqualTo(agrees);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "30.00 | CF1=30.00          | CF1/1=10.00 CF1/2=20.00 | ''",
        "30.00 | CF1=10.00 CF2=20.00 | CF1/1=10.00 CF2/1=20.00 | ''",
        "30.00 | CF1=10.00 CF1=20.00 | CF1/1=10.00 CF1/2=20.00 | ''",
        "30.01 | CF1=30.00          | CF1/1=30.00             | E1501 订单金额与处方合计不符，差 0.01 元",
        "29.99 | CF1=30.00          | CF1/1=30.00             | E1501 订单金额与处方合计不符，差 -0.01 元",
        "30.00 | CF1=10.00 CF2=20.00 | CF1/1=10.00 CF2/1=19.99 | E1502 处方 CF2 的总金额与明细合计不符，差 0.01 元",
        "30.00 | CF1=10.00 CF2=20.00 | CF1/1=10.01 CF2/1=19.99 | E1502 处方 CF1 的总金额与明细合计不符，差 -0.01 元",
        "30.00 | CF1=30.00          | CF1/1=10.00 CF1/1=20.00 | E1505 处方 CF1 第 1 项重复",
        "30.00 | CF1=10.00 CF2=20.00 | CF1/1=10.00 CF1/1=20.00 | E1502 处方 CF1 的总金额与明细合计不符，差 -20.00 元",
        "0.00  | CF1=0.00           | CF1/1=0.00              | E1504 订单金额须大于零且不超过一千万元",
        "-1.00 | CF1=-1.00          | CF1/1=-1.00             | E1503 处方 CF1 第 1 项单价乘数量不等于金额",
        "10000000.00 | CF1=10000000.00 | CF1/1=10000000.00    | ''",
        "10000000.01 | CF1=10000000.01 | CF1/1=10000000.01    | E1504 订单金额须大于零且不超过一千万元",
        "99999999999999.99 | CF1=30.00 | CF1/1=30.00 | E1501 订单金额与处方合计不符，差 99999999999969.99 元",
      })
  void an_order_is_its_prescriptions_and_they_are_their_lines(
      String order, String totals, String lines, String sentence) {
    assertThat(
            refusal(
                order,
                totals,
                Arrays.stream(lines.split(" ", -1))
                    .map(AmountCheckTest::pricedAtOne)
                    .toArray(PricedLine[]::new)))
        .isEqualTo(sentence);
  }

  private static String refusal(String order, String totals, PricedLine... lines) {
    List<PrescriptionTotal> given =
        Arrays.stream(totals.split(" ", -1))
            .map(each -> each.split("=", -1))
            .map(each -> new PrescriptionTotal(each[0], Money.of(each[1])))
            .toList();
    return AmountCheck.refusal(Money.of(order), given, List.of(lines))
        .map(Refusal::sentence)
        .orElse("");
  }

  /** {@code CF1/2=20.00}: the second line of CF1, 20 units at 1.00; below zero, one at 1.00. */
  private static PricedLine pricedAtOne(String text) {
    String[] parts = text.split("[/=]", -1);
    return priced(parts[0], parts[1], "1.0000", parts[2].replace("-", ""), parts[2]);
  }

  private static PricedLine priced(
      String prescription, String number, String price, String num, String yuan) {
    return PricedLine.of(line(prescription, number, price, num, yuan), item(false));
  }

  private static Item item(boolean herb) {
    return new Item(CatalogueItem.unknown("A"), "", herb, LocalDate.MIN, null);
  }

  private static ChargeLine line(
      String prescription, String number, String price, String num, String yuan) {
    ChargeLine line = Samples.line(prescription, number, "A", yuan);
    List<String> cells = new ArrayList<>(line.pack());
    cells.set(6, price);
    cells.set(7, num);
    return ChargeLine.unpack(cells);
  }

  private static ChargeLine withDays(ChargeLine line, String days) {
    List<String> cells = new ArrayList<>(line.pack());
    cells.set(10, days);
    return ChargeLine.unpack(cells);
  }
}
