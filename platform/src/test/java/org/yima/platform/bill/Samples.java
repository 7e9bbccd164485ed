package org.yima.platform.bill;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.yima.platform.Places;
import org.yima.platform.catalogue.Item;
import org.yima.platform.institution.Institution;
import org.yima.platform.person.CardNumber;
import org.yima.platform.person.Enrolment;
import org.yima.platform.person.IdNumber;
import org.yima.platform.person.Insured;
import org.yima.platform.person.OnFile;
import org.yima.platform.person.OnFile.Enrolled;
import org.yima.platform.person.PersonName;
import org.yima.platform.transaction.Outcome;
import org.yima.policy.PolicyBook;
import org.yima.settlement.CatalogueItem;
import org.yima.settlement.ItemClass;
import org.yima.settlement.Member.Approval;
import org.yima.settlement.Member.Period;
import org.yima.settlement.Member.Scheme;
import org.yima.settlement.Money;
import org.yima.settlement.Ratio;

/**
 * The published case E08 as an order: a pensioner of 丹东, total 1,050 of which 50 are self-paid; the
 * fund pays 455 and the patient 595, here 100 of it from the account.
 */
public final class Samples {
  public static final LocalDate DAY = LocalDate.of(2024, 3, 15);
  public static final Institution CLINIC = Places.hospital("99000101", 1);

  private static final PolicyBook POLICIES = PolicyBook.bundled();

  private Samples() {}

  static Till till() {
    return new Till(POLICIES);
  }

  /** What a pensioner of 丹东 pays for this, under the settlement number 41. */
  public static Payment settled(OrderContent content) {
    var outcome = till().settle(visit(content, pensioner()), () -> 41);
    return ((Outcome.Done<Payment>) outcome).answer();
  }

  /** A line of one prescription at 1.00 a unit, without anything optional. */
  public static ChargeLine line(String prescription, String number, String item, String yuan) {
    return new ChargeLine(
        prescription,
        number,
        "YY" + item,
        "测试项目" + item,
        item,
        "1",
        "1.0000",
        yuan,
        Money.of(yuan),
        "盒",
        "1",
        "",
        "",
        "",
        "",
        "",
        "",
        "");
  }

  public static OrderContent content(String medicalType, LocalDate day, ChargeLine... lines) {
    return new OrderContent(medicalType, "MZ0001", "BL0001", "OP01", day, "", List.of(lines));
  }

  public static OrderContent e08() {
    return content("11", DAY, line("CF1", "1", "A", "1000.00"), line("CF1", "2", "X", "50.00"));
  }

  /** Item A is 甲; B is 乙 with 10 % upfront and a ceiling of 0.80; every other code is unknown. */
  static PricedLine priced(ChargeLine line) {
    var terms =
        switch (line.itemCode()) {
          case "A" -> CatalogueItem.of("A", ItemClass.CLASS_A, Ratio.ZERO, null, false);
          case "B" ->
              CatalogueItem.of("B", ItemClass.CLASS_B, Ratio.of("10%"), Money.of("0.80"), false);
          default -> CatalogueItem.unknown(line.itemCode());
        };
    return PricedLine.of(line, new Item(terms, "", false, DAY.minusYears(1), null));
  }

  static Insured pensioner() {
    return insured("210600", Optional.of(new Enrolment(Scheme.EMPLOYEE, true, false)));
  }

  static Insured insured(String district, Optional<Enrolment> enrolment) {
    return new Insured(
        district,
        "P0000001",
        new IdNumber("01", "990000195901011234"),
        new PersonName("测试甲"),
        new CardNumber("D99000001"),
        "1",
        LocalDate.of(1959, 1, 1),
        null,
        "测试单位 <甲&乙>",
        Money.of("100.00"),
        enrolment);
  }

  static Till.Case visit(OrderContent content, Insured person) {
    return new Till.Case(
        Places.call(CLINIC),
        new Registration(OrderType.OUTPATIENT, content, DAY),
        content.lines().stream().map(Samples::priced).toList(),
        person,
        List.of(),
        onFile(person));
  }

  /** Enrolled without end in the scheme of the day, and nothing else. */
  static OnFile onFile(Insured person, Approval... approvals) {
    var enrolled =
        person.enrolment().stream()
            .map(e -> new Enrolled(e.scheme(), new Period(LocalDate.MIN, null, e.frozen())))
            .toList();
    return new OnFile(enrolled, List.of(approvals), List.of(), List.of(), List.of());
  }
}
