package org.yima.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.yima.platform.credential.Scan;
import org.yima.platform.person.IdNumber;
import org.yima.platform.person.PersonName;
import org.yima.protocol.Element;
import org.yima.protocol.ElementReader;
import org.yima.protocol.MalformedMessage;
import org.yima.protocol.spec.FieldCheck;
import org.yima.protocol.spec.Spec;
import org.yima.protocol.spec.Table;
import org.yima.sandbox.World;
import org.yima.settlement.Money;

/** The bill that is paid is a good one, and as large as the target says. */
class TenLinesTest {
  private static final Table REQUEST =
      Objects.requireNonNull(Spec.get().transaction("ST007")).request();
  private static final Scan SCAN =
      new Scan(
          "5304000000000000000000000000",
          "530400token",
          new IdNumber("01", "990001198001000000"),
          new PersonName("测试压"));

  private static Element bill() throws MalformedMessage {
    return ElementReader.read(
        TenLines.transdata(
            World.places().getFirst(), "C1", "O1", SCAN, Instant.parse("2026-01-02T03:04:05Z")));
  }

  @Test
  void everyFieldPassesTheChecksOfTheInterface() throws MalformedMessage {
    assertThat(FieldCheck.check(REQUEST, bill())).isEmpty();
  }

  @Test
  void itsTimesAreTheInterfacesClock() throws MalformedMessage {
    assertThat(bill().textOf("ordertime")).isEqualTo("2026-01-02 11:04:05");
  }

  @Test
  void itHasTenLinesThatAddUp() throws MalformedMessage {
    Element orderdata = Objects.requireNonNull(bill().child("orderdata"));
    Element prescription =
        Objects.requireNonNull(orderdata.child("prescriptionlistinfo")).children().getFirst();
    var lines = Objects.requireNonNull(prescription.child("prescriptionitemlistinfo")).children();
    Money sum =
        lines.stream().map(line -> Money.of(line.textOf("amount"))).reduce(Money.ZERO, Money::plus);

    assertThat(lines).hasSize(10);
    assertThat(sum).isEqualTo(Money.of(bill().textOf("orderamt"))).isEqualTo(TenLines.TOTAL);
    assertThat(prescription.textOf("prescriptionfee")).isEqualTo(sum.toString());
  }

  @Test
  void priceTimesQuantityIsTheAmountOfEachLine() {
    assertThat(TenLines.LINES)
        .allSatisfy(line ->
            assertThat(line.amount().fen()).isEqualTo((long) line.price() * line.quantity()));
  }
}
