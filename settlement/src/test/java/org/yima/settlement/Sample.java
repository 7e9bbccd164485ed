package org.yima.settlement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yima.settlement.Member.Employment;
import org.yima.settlement.Member.Scheme;

/** Bills, people and policies for tests, in few words. */
final class Sample {

  static final LocalDate DAY = LocalDate.of(2024, 6, 1);
  static final Citation SOURCE = new Citation(LocalDate.of(2024, 1, 1), "测试文件");
  static final Hospital HOSPITAL = new Hospital(Hospital.Level.TWO, Hospital.Kind.GENERAL);
  static final Member EMPLOYEE = new Member(Scheme.EMPLOYEE, Employment.ACTIVE, 40, List.of());

  private Sample() {}

  static BillLine line(int number, ItemClass itemClass, String upfront, String amount) {
    var item = new CatalogueItem("X" + number, itemClass, Ratio.of(upfront), null);
    return new BillLine(number, item, new BigDecimal(amount), BigDecimal.ONE, Money.of(amount));
  }

  static Bill bill(BillLine... lines) {
    return new Bill(DAY, MedicalType.OUTPATIENT, HOSPITAL, null, List.of(lines));
  }

  /** One line wholly within scope. */
  static Bill bill(String amount) {
    return bill(line(1, ItemClass.CLASS_A, "0%", amount));
  }

  static Visit visit(Bill bill) {
    return new Visit(bill, EMPLOYEE, YearSoFar.EMPTY, PersonalAccount.NONE);
  }

  static Visit visit(Bill bill, String year, String balance) {
    var account = new PersonalAccount(Money.of(balance), null);
    return new Visit(bill, EMPLOYEE, YearSoFar.parse(year), account);
  }

  /** A policy whose steps between the lines and the patient are these. */
  static Policy policy(Step... middle) {
    var steps = new ArrayList<Step>(List.of(new Step.ClassifyLines()));
    steps.addAll(Arrays.asList(middle));
    steps.add(new Step.PatientBears(Share.OVER_LIMIT));
    steps.add(new Step.FromAccount());
    steps.add(new Step.InCash());
    var coverage = new Coverage(Set.of(MedicalType.OUTPATIENT), Condition.ALWAYS, Map.of());
    return policy(new Benefit("普通门诊", coverage, steps));
  }

  static Policy policy(Benefit... benefits) {
    var january = MonthDay.of(1, 1);
    return new Policy("测试政策", "990001", Scheme.EMPLOYEE, january, List.of(benefits));
  }

  static Step deductible(Step.Deductible.Due due, String amount) {
    return new Step.Deductible("outpatient", due, Figure.of(Money.of(amount), SOURCE));
  }

  /**
   * @param limit the fund's yearly ceiling; null: none
   */
  static Step fund(Bands bands, @Nullable String limit) {
    var ceilings =
        limit == null
            ? List.<Step.Ceiling>of()
            : List.of(
                new Step.Ceiling(
                    "outpatient",
                    Step.Ceiling.Reach.WHOLE_POOL,
                    Figure.of(Money.of(limit), SOURCE)));
    var counts = Step.BasicFund.Counts.ABOVE_DEDUCTIBLE;
    return new Step.BasicFund("outpatient", counts, Figure.of(bands, SOURCE), ceilings);
  }

  static Settlement settle(Policy policy, Visit visit) {
    return switch (policy.settle(visit)) {
      case Settlement settlement -> settlement;
      case Decision.NotCovered none -> throw new AssertionError(none.sentence());
    };
  }
}
