package org.yima.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yima.protocol.Element;
import org.yima.protocol.spec.Amounts;
import org.yima.protocol.spec.FieldCheck;
import org.yima.protocol.spec.FieldFault;
import org.yima.protocol.spec.Spec;

/** What a bill adds up to, and what is found missing in it. */
final class BillTest {
  private static final Institution HOSPITAL = new Institution("99000001", "测试医院");

  private static ChargeLine.Builder line(String price, String quantity) {
    return ChargeLine.builder().unitPrice(price).quantity(quantity, "盒");
  }

  private static List<String> faults(PaymentOrder order) {
    var table = Spec.get().table("ST007.request");
    return FieldCheck.check(table, order.transdata(HOSPITAL)).stream()
        .map(FieldFault::toString)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    // unit price, quantity, doses, amount in fen
    "12.25,        3,        1,     3675",
    "12.2500,      3.00,     1,     3675",
    "0.15,         10,       7,     1050",
    // half a fen goes up, less than half down
    "0.0050,       1,        1,     1",
    "0.0049,       1,        1,     0",
    "0.3333,       3,        1,     100",
    "1.2345,       0.5,      1,     62",
    // a dose is rounded once, not seven times
    "0.0049,       1,        7,     3",
    "999999.9999,  999999.99, 1,    99999998990000",
  })
  void aLineCostsPriceTimesQuantity(String price, String quantity, int doses, long fen) {
    assertThat(line(price, quantity).herbalDoses(doses).build().amountFen()).isEqualTo(fen);
  }

  @Test
  void aHospitalMayStateItsOwnAmount() {
    assertThat(line("0.3333", "3").amountFen(99).build().amountFen()).isEqualTo(99);
  }

  @Property(tries = 200)
  void theBillIsTheSumOfItsLines(
      @ForAll @Size(max = 5)
          List<@Size(max = 8) List<@LongRange(min = 0, max = 999_999_999) Long>> bills) {
    Bill.Builder builder = Bill.builder();
    List<Long> all = new ArrayList<>();
    for (List<Long> amounts : bills) {
      Prescription.Builder prescription = Prescription.builder("CF" + all.size());
      amounts.forEach(fen -> prescription.line(line("1", "1").amountFen(fen).build()));
      builder.prescription(prescription.build());
      all.addAll(amounts);
    }
    Bill bill = builder.build();
    assertThat(bill.totalFen()).isEqualTo(all.stream().mapToLong(Long::longValue).sum());
    Element sent = Samples.orderBuilder().bill(bill).build().transdata(HOSPITAL);
    assertThat(Amounts.fen(sent.textOf("orderamt"))).isEqualTo(bill.totalFen());
  }

  @Test
  void aCompleteOrderHasNoFaults() {
    assertThat(faults(Samples.order())).isEmpty();
  }

  @Test
  void everythingMissingIsNamedAtOnce() {
    Bill bill =
        Bill.builder()
            .prescription(Prescription.builder("").line(line("1.23456", "-1").build()).build())
            .build();
    PaymentOrder order =
        PaymentOrder.builder(OrderType.PHARMACY, "D&1", Cast.NOW).bill(bill).build();
    String row = "orderdata/prescriptionlistinfo/row[1]/";
    String item = row + "prescriptionitemlistinfo/row[1]/";
    assertThat(faults(order))
        .containsExactly(
            "orderid BAD_CHARACTER",
            "busicycleno MISSING",
            "ecqrcode MISSING",
            "ectoken MISSING",
            "idtype MISSING",
            "idno MISSING",
            "username MISSING",
            "pname MISSING",
            "pidno MISSING",
            "orderdata/operatorid MISSING",
            "orderdata/medicaltype MISSING",
            "orderdata/outpatientno MISSING",
            "orderdata/bkc012 MISSING",
            "orderdata/outpatienttime MISSING",
            row + "prescriptionno MISSING",
            item + "hoschargeprocode MISSING",
            item + "hoschargeproname MISSING",
            item + "chargeprocode MISSING",
            item + "chargepromame MISSING",
            item + "chargesort MISSING",
            item + "chargesort111 MISSING",
            item + "unitprice TOO_MANY_DECIMALS",
            item + "num NEGATIVE",
            item + "prescribetime MISSING",
            item + "prescribedeptcode MISSING");
  }

  @Test
  void anOrderWithoutABillIsNamed() {
    PaymentOrder order = Samples.orderBuilder().bill(Bill.builder().build()).build();
    assertThat(faults(order)).contains("orderdata/prescriptionlistinfo MISSING");
  }

  @ParameterizedTest
  @CsvSource({"abc,1", "1,abc", "'',1", "99999999999999999999,1", "999999999999,999999999999"})
  void aFactorThatIsNoNumberIsLeftToTheFieldCheck(String price, String quantity) {
    ChargeLine line = line(price, quantity).build();
    assertThat(line.amountFen()).isZero();
    Bill bill = Bill.builder().prescription(Samples.prescription("CF1", line)).build();
    assertThat(faults(Samples.orderBuilder().bill(bill).build()))
        .anyMatch(fault -> fault.contains("/unitprice ") || fault.contains("/num "));
  }

  @Test
  void moreThan99LinesInAPrescriptionAreNamed() {
    ChargeLine[] lines = new ChargeLine[100];
    java.util.Arrays.fill(lines, Samples.tablets());
    Bill bill = Bill.builder().prescription(Samples.prescription("CF1", lines)).build();
    assertThat(faults(Samples.orderBuilder().bill(bill).build()))
        .contains(
            "orderdata/prescriptionlistinfo/row[1]/prescriptionitemlistinfo/row[100]"
                + "/prescriptionorderno TOO_LONG");
  }

  @Test
  void aFieldThatTheInterfaceDoesNotHaveIsRefusedAtOnce() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Bill.builder().field("medicaltyp", "11"))
        .withMessage("orderdata has no field medicaltyp");
  }

  @Test
  void aBuilderCanGoOnWithoutChangingWhatItBuilt() {
    ChargeLine.Builder builder = line("1", "1");
    ChargeLine first = builder.build();
    builder.unitPrice("2");
    assertThat(first.row(1, Fields.of("orderdata.item")).textOf("unitprice")).isEqualTo("1");
  }
}
