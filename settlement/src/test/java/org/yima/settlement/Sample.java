package org.yima.settlement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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

  static Bill on(LocalDate day, Bill bill) {
    return new Bill(day, bill.type(), bill.hospital(), bill.disease(), bill.place(), bill.lines());
  }

  static Bill as(MedicalType type, Bill bill) {
    return new Bill(bill.date(), type, bill.hospital(), bill.disease(), bill.place(), bill.lines());
  }

  /** At an institution of this code, for this disease, in this place. */
  static Bill at(String hospital, @Nullable String disease, @Nullable String place, Bill bill) {
    var here = new Hospital(hospital, HOSPITAL.level(), HOSPITAL.kind(), HOSPITAL.tier());
    return new Bill(bill.date(), bill.type(), here, disease, place, bill.lines());
  }

  static Visit visit(Bill bill) {
    return new Visit(bill, EMPLOYEE, YearSoFar.EMPTY, PersonalAccount.NONE);
  }

  static Visit visit(Bill bill, YearSoFar year) {
    return new Visit(bill, EMPLOYEE, year, PersonalAccount.NONE);
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
    steps.add(Step.FromAccount.FREELY);
    steps.add(new Step.InCash());
    return policyOf(new Benefit("普通门诊", covers(MedicalType.OUTPATIENT), null, steps));
  }

  static Policy policyOf(Benefit... benefits) {
    return policyOf(Map.of(), benefits);
  }

  /**
   * @param diseases code → group
   */
  static Policy policyOf(Map<String, String> diseases, Benefit... benefits) {
    var january = MonthDay.of(1, 1);
    return new Policy(
        "测试政策", "990001", Scheme.EMPLOYEE, january, diseases, null, List.of(benefits));
  }

  static Condition covers(MedicalType... types) {
    return Condition.of(Dimension.TYPE, Condition.OneOf.of((Object[]) types));
  }

  static Figure<Amount> amount(String yuan) {
    return Figure.of(Amount.of(Money.of(yuan)), SOURCE);
  }

  static Step.Deductible deductible(Anew due, String amount) {
    return new Step.Deductible("outpatient", due, amount(amount), List.of());
  }

  static Bands.Band band(String from, @Nullable String to, String ratio) {
    Money end = to == null ? null : Money.of(to);
    return new Bands.Band(Money.of(from), end, Rate.of(Ratio.of(ratio)));
  }

  static Step.Fund fund(FundTerms.Counts counts, Bands bands, Ceiling... ceilings) {
    var terms = FundTerms.yearly("outpatient", counts, Figure.of(bands, SOURCE), List.of(ceilings));
    return new Step.Fund(Step.Fund.Kind.BASIC, terms);
  }

  /**
   * @param limit the fund's yearly ceiling; null: none
   */
  static Step.Fund fund(Bands bands, @Nullable String limit) {
    var counts = FundTerms.Counts.ABOVE_DEDUCTIBLE;
    return limit == null
        ? fund(counts, bands)
        : fund(
            counts, bands, Ceiling.yearly("outpatient", Ceiling.Reach.WHOLE_POOL, amount(limit)));
  }

  /** The visit under the first benefit of a policy without diseases. */
  static Claim claim(Visit visit) {
    var type = visit.bill().type();
    var seen = Situation.of(visit.bill(), visit.member(), type, Situation.NO_GROUP, "990090");
    return Claim.of(visit, policy().benefits().getFirst(), type, seen, false);
  }

  static Settlement settle(Policy policy, Visit visit) {
    return switch (policy.settle(visit)) {
      case Settlement settlement -> settlement;
      case Decision.Refused refused -> throw new AssertionError(refused.sentence());
    };
  }
}
