package org.yima.settlement;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Someone and his visits, for tests, in few words; every setting answers with another patient. */
record Patient(Member member, PersonalAccount account, YearSoFar year, SameVisit sameVisit) {

  static final Patient SOMEONE =
      new Patient(Sample.EMPLOYEE, PersonalAccount.NONE, YearSoFar.EMPTY, SameVisit.WHOLE);

  private Patient with(Member changed) {
    return new Patient(changed, account, year, sameVisit);
  }

  private Patient with(
      int age,
      Standing standing,
      List<Member.Period> enrolled,
      List<Member.Approval> approvals,
      List<Member.Filing> filings) {
    return with(
        new Member(
            member.scheme(), member.employment(), age, standing, enrolled, approvals, filings));
  }

  Patient aged(int age) {
    return with(age, member.standing(), member.enrolled(), member.approvals(), member.filings());
  }

  Patient standing(Standing standing) {
    return with(member.age(), standing, member.enrolled(), member.approvals(), member.filings());
  }

  Patient civilServant() {
    return standing(
        new Standing(Member.Group.GENERAL, Member.Assistance.NONE, true, false, false, null));
  }

  Patient enrolled(Member.Period... periods) {
    return with(
        member.age(), member.standing(), List.of(periods), member.approvals(), member.filings());
  }

  /** Approved in 2024 for this kind of visit and these diseases. */
  Patient approved(MedicalType type, String... diseases) {
    var approvals =
        List.of(diseases).stream()
            .map(disease ->
                new Member.Approval(
                    type, disease, LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31)))
            .toList();
    return with(member.age(), member.standing(), member.enrolled(), approvals, member.filings());
  }

  Patient filed(Member.Filing... filings) {
    return with(
        member.age(), member.standing(), member.enrolled(), member.approvals(), List.of(filings));
  }

  Patient account(String balance, String earlierYears, @Nullable String limit) {
    Money most = limit == null ? null : Money.of(limit);
    var changed = new PersonalAccount(Money.of(balance), Money.of(earlierYears), most);
    return new Patient(member, changed, year, sameVisit);
  }

  Patient after(@Nullable String soFar) {
    return after(YearSoFar.parse(soFar == null ? "" : soFar));
  }

  Patient after(YearSoFar soFar) {
    return new Patient(member, account, soFar, sameVisit);
  }

  /** An earlier part of the same visit was settled already; it is in the year too. */
  Patient stillThere(Settlement earlier) {
    YearSoFar moved = sameVisit.moved().plus(earlier.movements());
    return new Patient(member, account, earlier.yearAfter(), SameVisit.partAfter(moved));
  }

  /** The visit will be settled in parts, of which this is the first. */
  Patient staysOn() {
    return new Patient(member, account, year, SameVisit.partAfter(YearSoFar.EMPTY));
  }

  Visit visits(Bill bill) {
    return new Visit(bill, member, year, account, sameVisit);
  }

  /** What a policy makes of a bill of this much, wholly within the catalogue. */
  Settlement pays(Policy policy, String amount) {
    return Sample.settle(policy, visits(Sample.bill(amount)));
  }

  Settlement pays(Policy policy, Bill bill) {
    return Sample.settle(policy, visits(bill));
  }
}
