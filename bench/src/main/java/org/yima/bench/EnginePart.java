package org.yima.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.yima.bench.Part.Side;
import org.yima.platform.catalogue.Catalogues;
import org.yima.policy.PolicyBook;
import org.yima.settlement.Bill;
import org.yima.settlement.BillLine;
import org.yima.settlement.CatalogueItem;
import org.yima.settlement.Charge;
import org.yima.settlement.Hospital;
import org.yima.settlement.MedicalType;
import org.yima.settlement.Member;
import org.yima.settlement.Member.Employment;
import org.yima.settlement.Member.Scheme;
import org.yima.settlement.Money;
import org.yima.settlement.PersonalAccount;
import org.yima.settlement.Policy;
import org.yima.settlement.Settlement;
import org.yima.settlement.Visit;
import org.yima.settlement.YearSoFar;

/** The benefit engine on the bill that is paid. */
final class EnginePart {
  private static final String DISTRICT = "530400";

  private EnginePart() {}

  static void measure(Parts parts, Stage stage, LocalDate day) {
    Policy policy =
        stage.part(PolicyBook.class).policyFor(DISTRICT, Scheme.EMPLOYEE, day).orElseThrow();
    var hospital = new Hospital(Hospital.Level.THREE, Hospital.Kind.GENERAL);
    List<BillLine> lines = lines(stage.part(Catalogues.class), day);
    var visit =
        new Visit(
            new Bill(day, MedicalType.OUTPATIENT, hospital, null, lines),
            new Member(Scheme.EMPLOYEE, Employment.ACTIVE, 45, List.of()),
            YearSoFar.EMPTY,
            new PersonalAccount(Money.of("5000.00"), null));
    if (!(policy.settle(visit) instanceof Settlement)) {
      throw new IllegalStateException("the bench's bill is not covered");
    }
    // Shown apart and counted in the transaction, of which it is a part.
    parts.of(Side.SERVER, Kind.ENGINE).add("待遇计算 settle", 0, () -> policy.settle(visit));
  }

  private static List<BillLine> lines(Catalogues catalogues, LocalDate day) {
    List<BillLine> lines = new ArrayList<>();
    for (TenLines.Line line : TenLines.LINES) {
      CatalogueItem item = catalogues.find(DISTRICT, line.item(), day).terms();
      String quantity = String.valueOf(line.quantity());
      lines.add(
          Charge.of(line.unitPrice(), quantity, "1", line.amount())
              .line(lines.size() + 1, item, false));
    }
    return lines;
  }
}
