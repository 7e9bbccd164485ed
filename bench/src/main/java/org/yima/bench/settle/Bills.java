package org.yima.bench.settle;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yima.settlement.Bill;
import org.yima.settlement.BillLine;
import org.yima.settlement.CatalogueItem;
import org.yima.settlement.Counter;
import org.yima.settlement.Hospital;
import org.yima.settlement.ItemClass;
import org.yima.settlement.MedicalType;
import org.yima.settlement.Member;
import org.yima.settlement.Money;
import org.yima.settlement.PersonalAccount;
import org.yima.settlement.Ratio;
import org.yima.settlement.Standing;
import org.yima.settlement.Visit;
import org.yima.settlement.YearSoFar;

/**
 * Invented stays in hospital. They differ in person, hospital, year and cost, so that between them
 * every band, ceiling and fund has its turn.
 */
final class Bills {

  private static final LocalDate DAY = LocalDate.of(2024, 6, 1);
  private static final Standing CIVIL_SERVANT =
      new Standing(Member.Group.GENERAL, Member.Assistance.NONE, true, false, false, null);
  private static final Hospital.Level[] LEVELS = Hospital.Level.values();

  /** What the catalogue has: 甲, 乙, a special examination with a price ceiling, 丙. */
  private static final List<CatalogueItem> ITEMS =
      List.of(
          CatalogueItem.of("A", ItemClass.CLASS_A, Ratio.ZERO, null, false),
          CatalogueItem.of("B", ItemClass.CLASS_B, Ratio.of("10%"), null, false),
          CatalogueItem.of("C", ItemClass.SPECIAL, Ratio.of("20%"), Money.of("28.88"), false),
          CatalogueItem.of("D", ItemClass.SELF_PAID, Ratio.ZERO, null, false),
          CatalogueItem.of("E", ItemClass.CLASS_A, Ratio.ZERO, null, false));

  private Bills() {}

  /** So many visits, each of so many lines. */
  static List<Visit> of(int visits, int lines) {
    var made = new ArrayList<Visit>();
    for (int i = 0; i < visits; i++) {
      made.add(visit(i, lines));
    }
    return made;
  }

  private static Visit visit(int number, int lines) {
    boolean retired = number % 3 == 0;
    var member =
        new Member(
            Member.Scheme.EMPLOYEE,
            retired ? Member.Employment.RETIRED : Member.Employment.ACTIVE,
            30 + number % 50,
            number % 2 == 0 ? CIVIL_SERVANT : Standing.PLAIN,
            Member.ALWAYS,
            List.of(),
            List.of());
    var hospital =
        new Hospital(
            "0401", LEVELS[number % LEVELS.length], Hospital.Kind.GENERAL, Hospital.Tier.NONE);
    // From a few hundred yuan to some 190,000, whatever the number of lines.
    long fen = (number * 293_717L) % 19_000_000 + 30_000;
    return new Visit(
        new Bill(DAY, MedicalType.INPATIENT, hospital, null, lines(lines, fen)),
        member,
        year(number),
        new PersonalAccount(Money.ofFen(number * 3_333L % 800_000), null));
  }

  private static List<BillLine> lines(int lines, long fen) {
    var made = new ArrayList<BillLine>(lines);
    for (int i = 0; i < lines; i++) {
      Money amount = Money.ofFen(fen / lines + i % 97);
      CatalogueItem item = ITEMS.get(i % ITEMS.size());
      BigDecimal price =
          item.priceCeiling() == null
              ? BigDecimal.valueOf(amount.fen(), 2)
              : new BigDecimal("30.1234");
      made.add(new BillLine(i + 1, item, price, BigDecimal.ONE, amount));
    }
    return made;
  }

  /** Some have been ill this year before. */
  private static YearSoFar year(int number) {
    if (number % 4 == 0) {
      return YearSoFar.EMPTY;
    }
    long paid = number * 777_777L % 9_000_000;
    return new YearSoFar(
        Map.of(
            Counter.of("fund:all"),
            paid,
            Counter.of("cost:inpatient"),
            paid * 10 / 9,
            Counter.of("deductible:critical-illness"),
            number * 9_999L % 500_000,
            Counter.of("visits:inpatient"),
            1L));
  }
}
