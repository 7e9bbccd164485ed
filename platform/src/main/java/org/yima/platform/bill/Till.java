package org.yima.platform.bill;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yima.platform.institution.Institution;
import org.yima.platform.person.Enrolment;
import org.yima.platform.person.Insured;
import org.yima.platform.person.OnFile;
import org.yima.platform.person.YearTotals;
import org.yima.platform.person.YearTotals.Total;
import org.yima.platform.transaction.Call;
import org.yima.platform.transaction.Outcome;
import org.yima.platform.transaction.Reason;
import org.yima.platform.transaction.Refusal;
import org.yima.policy.PolicyBook;
import org.yima.settlement.Bill;
import org.yima.settlement.BillLine;
import org.yima.settlement.Counter;
import org.yima.settlement.Decision;
import org.yima.settlement.MedicalType;
import org.yima.settlement.Money;
import org.yima.settlement.PersonalAccount;
import org.yima.settlement.Policy;
import org.yima.settlement.Settlement;
import org.yima.settlement.Stays;
import org.yima.settlement.Treated;
import org.yima.settlement.Visit;
import org.yima.settlement.YearSoFar;

/**
 * Settles one visit by the rules of its day: the place of enrolment's policy over the place of
 * treatment's catalogue. Decides alone and stores nothing.
 */
@Component
final class Till {
  private final PolicyBook policies;

  Till(PolicyBook policies) {
    this.policies = policies;
  }

  /** All that a settlement depends on. */
  record Case(
      Call call,
      Registration visit,
      List<PricedLine> lines,
      Insured person,
      List<Total> totals,
      OnFile onFile) {

    LocalDate day() {
      return content().visitDate();
    }

    OrderType type() {
      return visit.type();
    }

    OrderContent content() {
      return visit.content();
    }

    @Override
    public String toString() {
      return content().toString();
    }
  }

  /**
   * Settles, or says why not.
   *
   * @param numbers asked once, if there is a settlement to be numbered
   */
  Outcome<Payment> settle(Case visit, LongSupplier numbers) {
    if (visit.person().enrolment().isEmpty()) {
      return Outcome.refuse(Reason.NOT_ENROLLED);
    }
    Enrolment enrolment = visit.person().enrolment().get();
    Optional<MedicalType> type = medicalType(visit);
    Optional<Policy> policy = policy(visit, enrolment, type);
    Optional<Refusal> refusal =
        Refusal.first(
            () -> Refusal.unless(!enrolment.frozen(), Reason.FROZEN),
            () -> dated(visit),
            () -> Refusal.unless(policy.isPresent(), Reason.NO_POLICY),
            () ->
                Refusal.unless(
                    type.isPresent(),
                    Reason.MEDICAL_TYPE_NOT_COVERED,
                    visit.content().medicalType()));
    return Outcome.unless(
        refusal, () -> settle(visit, enrolment, policy.orElseThrow(), type.orElseThrow(), numbers));
  }

  private static Optional<MedicalType> medicalType(Case visit) {
    return MedicalType.of(visit.type().medical(), visit.content().medicalType())
        .filter(asked -> asked.isStay() == (visit.type() == OrderType.INPATIENT));
  }

  /** What the policy says of stays as such; of a visit that it settles. */
  Stays stays(Case visit) {
    Enrolment enrolment = visit.person().enrolment().orElseThrow();
    return policy(visit, enrolment, medicalType(visit)).orElseThrow().stays();
  }

  private Optional<Policy> policy(Case visit, Enrolment enrolment, Optional<MedicalType> type) {
    String district = visit.person().district();
    return type.isEmpty()
        ? policies.policyFor(district, enrolment.scheme(), visit.day())
        : policies.policyFor(district, enrolment.scheme(), bill(visit, type.get()));
  }

  private static Optional<Refusal> dated(Case visit) {
    int days = visit.call().institution().pool().billDays();
    LocalDate today = visit.visit().acceptedOn();
    return Refusal.first(
        () -> Refusal.unless(!visit.day().isAfter(today), Reason.BILL_IN_FUTURE),
        () ->
            Refusal.unless(
                !visit.day().isBefore(today.minusDays(days)), Reason.BILL_TOO_OLD, days));
  }

  private static Outcome<Payment> settle(
      Case visit, Enrolment enrolment, Policy policy, MedicalType type, LongSupplier numbers) {
    Bill bill = policy.judged(bill(visit, type));
    int year = policy.benefitYear(bill.date());
    YearSoFar before = YearTotals.of(year, visit.totals());
    Insured person = visit.person();
    var seen =
        new Visit(
            bill,
            enrolment.member(person.birth(), bill.date(), visit.onFile()),
            before,
            account(visit, policy, year),
            visit.visit().sameVisit(year));
    return switch (policy.settle(seen)) {
      case Decision.Refused refused -> Outcome.refuse(reason(refused.why()), why(refused, visit));
      case Settlement settlement -> {
        Treated treated = Treated.of(seen.bill(), seen.member());
        var holder = Holder.of(person, enrolment, bill.date(), treated);
        var result = Result.of(holder, policy.name(), year, before, settlement);
        yield Outcome.done(
            Payment.of(visit.call(), numbers.getAsLong(), settlement, person.balance(), result));
      }
    };
  }

  /**
   * The account as the policy sees it. Where it tells its parts apart, what was credited since the
   * benefit year began and not yet spent is this year's, and all else was left from earlier years.
   */
  private static PersonalAccount account(Case visit, Policy policy, int year) {
    Money balance = visit.person().balance();
    @Nullable Money limit = visit.visit().accountLimit();
    if (!policy.tellsAccountApart()) {
      return new PersonalAccount(balance, limit);
    }
    Money thisYear = credited(visit, policy, year).minus(spentOfIt(visit, year));
    Money earlier = balance.minus(thisYear.max(Money.ZERO).min(balance));
    return new PersonalAccount(balance, earlier, limit);
  }

  private static Money credited(Case visit, Policy policy, int year) {
    return visit.onFile().credits().stream()
        .filter(credit -> policy.benefitYear(credit.month().atDay(1)) >= year)
        .map(OnFile.Credit::amount)
        .reduce(Money.ZERO, Money::plus);
  }

  private static Money spentOfIt(Case visit, int year) {
    return visit.totals().stream()
        .filter(total -> total.year() >= year && total.counter().equals(Counter.ACCOUNT_THIS_YEAR))
        .map(total -> Money.ofFen(total.amount()))
        .reduce(Money.ZERO, Money::plus);
  }

  private static String why(Decision.Refused refused, Case visit) {
    boolean byCode = refused.why() == Decision.Why.NOT_COVERED;
    return byCode ? visit.content().medicalType() : refused.sentence();
  }

  private static Reason reason(Decision.Why why) {
    return switch (why) {
      case NOT_ENROLLED -> Reason.NOT_ENROLLED;
      case FROZEN -> Reason.FROZEN;
      case WAITING -> Reason.WAITING_PERIOD;
      case NOT_FOR_SCHEME -> Reason.TYPE_NOT_FOR_SCHEME;
      case DISEASE_NEEDED -> Reason.DISEASE_NEEDED;
      case NOT_COVERED -> Reason.MEDICAL_TYPE_NOT_COVERED;
      case FIXED_PRICE_IN_PARTS -> Reason.FIXED_PRICE_IN_PARTS;
      case ACCOUNT_TOO_SMALL -> Reason.ACCOUNT_TOO_SMALL;
    };
  }

  private static Bill bill(Case visit, MedicalType type) {
    var lines = new ArrayList<BillLine>(visit.lines().size());
    for (PricedLine line : visit.lines()) {
      lines.add(line.billLine(lines.size() + 1, visit.onFile(), visit.day()));
    }
    @Nullable String disease =
        visit.content().disease().isEmpty() ? null : visit.content().disease();
    Institution institution = visit.call().institution();
    boolean visitor = !visit.person().district().equals(institution.district());
    return new Bill(
        visit.day(),
        type,
        institution.asHospital(),
        disease,
        visitor ? institution.district() : null,
        visit.visit().admittedOn(),
        lines);
  }
}
