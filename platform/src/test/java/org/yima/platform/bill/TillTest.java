package org.yima.platform.bill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yima.platform.Places;
import org.yima.platform.institution.Institution;
import org.yima.platform.person.Enrolment;
import org.yima.platform.person.YearTotals.Total;
import org.yima.platform.transaction.Call;
import org.yima.platform.transaction.Outcome;
import org.yima.platform.transaction.Refusal;
import org.yima.settlement.Counter;
import org.yima.settlement.MedicalType;
import org.yima.settlement.Member.Approval;
import org.yima.settlement.Member.Scheme;
import org.yima.settlement.Money;
import org.yima.settlement.Share;

/** The till: what it refuses, in which order, and how it settles, by the policies that ship. */
class TillTest {
  private final Till till = Samples.till();
  private final AtomicLong numbers = new AtomicLong(41);

  /** Today is 2024-03-15; bills may be three days old; 丹东 has a policy from 2022 on. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "210600 | retired        | 2024-03-15 | 11 | ''",
        "210600 | retired        | 2024-03-12 | 11 | ''",
        "210600 | retired        | 2024-03-11 | 11 | E1604 门诊日期早于允许补结的 3 天",
        "210600 | retired        | 2024-03-16 | 11 | E1603 门诊日期晚于今天",
        "210600 | retired        | 2024-03-15 | 99 | E1606 医疗类别 99 不适用于本订单类型或参保人",
        "210600 | retired        | 2024-03-15 | 21 | E1606 医疗类别 21 不适用于本订单类型或参保人",
        "210600 | active         | 2024-03-15 | 11 | E1606 医疗类别 11 不适用于本订单类型或参保人",
        "210600 | resident       | 2024-03-15 | 11 | E1605 参保地在该日期没有适用的待遇政策",
        "990099 | retired        | 2024-03-15 | 11 | E1605 参保地在该日期没有适用的待遇政策",
        "210600 | none           | 2024-03-15 | 11 | E1601 就诊日期不在参保期内",
        "210600 | retired frozen | 2024-03-15 | 11 | E1602 参保待遇已冻结，请联系参保地医保经办机构",
        "990099 | none           | 2024-03-16 | 99 | E1601 就诊日期不在参保期内",
        "990099 | retired frozen | 2024-03-16 | 99 | E1602 参保待遇已冻结，请联系参保地医保经办机构",
        "990099 | retired        | 2024-03-16 | 99 | E1603 门诊日期晚于今天",
        "990099 | retired        | 2024-03-11 | 99 | E1604 门诊日期早于允许补结的 3 天",
        "990099 | retired        | 2024-03-15 | 99 | E1605 参保地在该日期没有适用的待遇政策",
      })
  void the_first_reason_is_told(
      String district, String enrolment, LocalDate day, String medicalType, String sentence) {
    var content = Samples.content(medicalType, day, Samples.line("CF1", "1", "A", "400.00"));
    var person = Samples.insured(district, enrolment(enrolment));
    var outcome = till.settle(Samples.visit(content, person), numbers::getAndIncrement);
    assertThat(refusal(outcome).map(Refusal::sentence).orElse("")).isEqualTo(sentence);
    assertThat(numbers).hasValue(sentence.isEmpty() ? 42 : 41);
  }

  private static Optional<Enrolment> enrolment(String text) {
    if (text.equals("none")) {
      return Optional.empty();
    }
    Scheme scheme = text.equals("resident") ? Scheme.RESIDENT : Scheme.EMPLOYEE;
    return Optional.of(new Enrolment(scheme, text.contains("retired"), text.contains("frozen")));
  }

  /** Midnight in Shanghai, not in Greenwich, begins the day. */
  @ParameterizedTest
  @CsvSource({
    "2024-03-14T15:59:59Z, E1603 门诊日期晚于今天",
    "2024-03-14T16:00:00Z, ''",
    "2024-03-18T15:59:59Z, ''",
    "2024-03-18T16:00:00Z, E1604 门诊日期早于允许补结的 3 天",
  })
  void days_are_those_of_shanghai(Instant now, String sentence) {
    var visit = Samples.visit(Samples.e08(), Samples.pensioner());
    var then = at(visit, Places.call(Samples.CLINIC, "SYS1", now));
    assertThat(refusal(till.settle(then, numbers::get)).map(Refusal::sentence).orElse(""))
        .isEqualTo(sentence);
  }

  private static Till.Case at(Till.Case visit, Call call) {
    return new Till.Case(
        call,
        new Registration(visit.type(), visit.content(), call.today()),
        visit.lines(),
        visit.person(),
        visit.totals(),
        visit.onFile());
  }

  /** E08, with 100.00 in the account. */
  @Test
  void the_published_case_is_settled_as_published() {
    Payment payment = settled(Samples.visit(Samples.e08(), Samples.pensioner()));
    assertThat(payment.number()).isEqualTo(41);
    assertThat(payment.total()).isEqualTo(Money.of("1050"));
    assertThat(payment.inScope()).isEqualTo(Money.of("1000"));
    assertThat(payment.of(Share.SELF_PAID)).isEqualTo(Money.of("50"));
    assertThat(payment.of(Share.DEDUCTIBLE)).isEqualTo(Money.of("300"));
    assertThat(payment.funds()).isEqualTo(Money.of("455"));
    assertThat(payment.of(Share.PERSONAL_ACCOUNT)).isEqualTo(Money.of("100"));
    assertThat(payment.of(Share.CASH)).isEqualTo(Money.of("495"));
    assertThat(payment.accountAfter()).isEqualTo(Money.ZERO);
  }

  /** Only the totals of the bill's own benefit year count, and its year is 2024. */
  @ParameterizedTest
  @CsvSource({"2024, 0.00", "2023, 300.00", "2025, 300.00"})
  void the_deductible_is_borne_once_a_year(int year, Money deductible) {
    var visit = Samples.visit(Samples.e08(), Samples.pensioner());
    var earlier =
        List.of(
            new Total(year, Counter.of("deductible:all"), 30_000),
            new Total(year, Counter.of("deductible:outpatient"), 30_000));
    var later =
        new Till.Case(
            visit.call(), visit.visit(), visit.lines(), visit.person(), earlier, visit.onFile());
    assertThat(settled(later).of(Share.DEDUCTIBLE)).isEqualTo(deductible);
  }

  /** 汕尾's two diseases: only with an approval that holds on the day, and only for its disease. */
  @ParameterizedTest
  @CsvSource({
    "13, M03900, 2024-03-15, 700.00",
    "18, M03900, 2024-03-15, 700.00",
    "13, M01600, 2024-03-15, not covered",
    "13, M03900, 2024-03-14, not covered",
    "13, '',     2024-03-15, not covered",
  })
  void an_approval_opens_a_benefit(
      String medicalType, String disease, LocalDate until, String fund) {
    var plain = Samples.content(medicalType, Samples.DAY, Samples.line("CF1", "1", "A", "1000"));
    var content =
        new OrderContent(
            medicalType, "MZ0001", "BL0001", "OP01", Samples.DAY, disease, plain.lines());
    var person = Samples.insured("441500", enrolment("active"));
    var visit = Samples.visit(content, person);
    var approval =
        new Approval(MedicalType.CHRONIC_DISEASE, "M03900", Samples.DAY.minusYears(1), until);
    var approved =
        new Till.Case(
            visit.call(),
            new Registration(visit.type(), content, Samples.DAY),
            visit.lines(),
            person,
            List.of(),
            Samples.onFile(person, approval));
    var outcome = till.settle(approved, numbers::get);
    assertThat(refusal(outcome).isPresent() ? "not covered" : paid(outcome).funds().toString())
        .isEqualTo(fund);
  }

  /** The level decides: 5304's active employees, 2024, 1,300.00 of 甲. */
  @ParameterizedTest
  @CsvSource({"0, 780.00", "1, 780.00", "2, 660.00", "3, 500.00", "9, 780.00"})
  void the_level_of_the_hospital_reaches_the_policy(int level, Money fund) {
    var content = Samples.content("11", Samples.DAY, Samples.line("CF1", "1", "A", "1300"));
    var person = Samples.insured("530400", enrolment("active"));
    Institution hospital = Places.hospital("99000101", level);
    var visit = at(Samples.visit(content, person), Places.call(hospital));
    assertThat(settled(visit).funds()).isEqualTo(fund);
  }

  /** 14 is a purchase under drugsscan and an emergency under hissscan. */
  @ParameterizedTest
  @CsvSource({"PHARMACY, 0.00, 100.00", "OUTPATIENT, 780.00, 100.00"})
  void the_order_type_decides_what_14_means(OrderType type, Money fund, Money account) {
    var content = Samples.content("14", Samples.DAY, Samples.line("CF1", "1", "A", "1300"));
    var visit = Samples.visit(content, Samples.insured("530400", enrolment("active")));
    var typed =
        new Till.Case(
            visit.call(),
            new Registration(type, content, Samples.DAY),
            visit.lines(),
            visit.person(),
            List.of(),
            visit.onFile());
    assertThat(settled(typed).funds()).isEqualTo(fund);
    assertThat(settled(typed).of(Share.PERSONAL_ACCOUNT)).isEqualTo(account);
  }

  private Payment settled(Till.Case visit) {
    return paid(till.settle(visit, numbers::get));
  }

  private static Payment paid(Outcome<Payment> outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    return ((Outcome.Done<Payment>) outcome).answer();
  }

  private static Optional<Refusal> refusal(Outcome<Payment> outcome) {
    return outcome instanceof Outcome.Refused<Payment> refused
        ? Optional.of(refused.refusal())
        : Optional.empty();
  }
}
