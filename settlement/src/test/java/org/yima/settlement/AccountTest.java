package org.yima.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yima.settlement.PersonalAccount.Part;

/** What the personal account may pay of what the patient bears: parts of it, and for whom. */
class AccountTest {

  private static Step.FromAccount pays(Part part, @Nullable String most, Share... shares) {
    var limit = most == null ? null : Sample.amount(most);
    return new Step.FromAccount(Condition.ALWAYS, Set.of(shares), part, limit);
  }

  /** 50 self-paid, 300 deductible, the rest over the limit. */
  private static Policy policy(Step... payments) {
    var steps = new ArrayList<Step>();
    steps.add(new Step.ClassifyLines());
    steps.add(Sample.deductible(Anew.EACH_YEAR, "300"));
    steps.add(new Step.PatientBears(Share.OVER_LIMIT));
    steps.addAll(List.of(payments));
    steps.add(new Step.InCash());
    return Sample.policyOf(new Benefit("门诊", Sample.covers(MedicalType.OUTPATIENT), null, steps));
  }

  private static Bill bill() {
    return Sample.bill(
        Sample.line(1, ItemClass.CLASS_A, "0%", "450"),
        Sample.line(2, ItemClass.SELF_PAID, "0%", "50"));
  }

  private static Step.FromAccount step(String text) {
    String[] parts = text.split(" ", -1);
    String most = parts.length > 1 && !parts[1].equals("-") ? parts[1] : null;
    Share[] shares =
        parts.length > 2
            ? List.of(parts[2].split(",", -1)).stream().map(Share::valueOf).toArray(Share[]::new)
            : new Share[0];
    return pays(Part.valueOf(parts[0]), most, shares);
  }

  /** Of 500 that the patient bears; the account as balance/earlier years/limit. */
  @ParameterizedTest(name = "{0} with {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # account    | steps                                      | each pays     | cash
          1000/0/      | WHOLE                                      | 500.00        | 0.00
          200/0/       | WHOLE                                      | 200.00        | 300.00
          1000/0/80    | WHOLE                                      | 80.00         | 420.00
          # earlier years first (上海), then the patient's own share, then this year
          900/100/     | EARLIER_YEARS; THIS_YEAR                   | 100.00 400.00 | 0.00
          300/100/     | EARLIER_YEARS; THIS_YEAR                   | 100.00 200.00 | 200.00
          300/100/250  | EARLIER_YEARS; THIS_YEAR                   | 100.00 150.00 | 250.00
          300/100/99   | EARLIER_YEARS; THIS_YEAR                   | 99.00 0.00    | 401.00
          300/300/     | EARLIER_YEARS; THIS_YEAR                   | 300.00 0.00   | 200.00
          300/0/       | EARLIER_YEARS; THIS_YEAR                   | 0.00 300.00   | 200.00
          300/100/     | THIS_YEAR; EARLIER_YEARS                   | 200.00 100.00 | 200.00
          # the whole takes what is left from earlier years first
          300/100/     | WHOLE; EARLIER_YEARS                       | 300.00 0.00   | 200.00
          300/200/     | WHOLE 250; EARLIER_YEARS                   | 250.00 0.00   | 250.00
          300/200/     | WHOLE 150; EARLIER_YEARS                   | 150.00 50.00  | 300.00
          300/100/     | WHOLE 250; THIS_YEAR                       | 250.00 50.00  | 200.00
          300/100/     | THIS_YEAR 150; WHOLE                       | 150.00 150.00 | 200.00
          300/100/     | EARLIER_YEARS; WHOLE                       | 100.00 200.00 | 200.00
          # restricted to some parts
          1000/0/      | WHOLE - DEDUCTIBLE                         | 300.00        | 200.00
          1000/0/      | WHOLE - SELF_PAID                          | 50.00         | 450.00
          1000/0/      | WHOLE - OVER_LIMIT,DEDUCTIBLE              | 450.00        | 50.00
          1000/0/      | WHOLE - BAND_SELF_PAY                      | 0.00          | 500.00
          1000/400/    | EARLIER_YEARS - OVER_LIMIT; THIS_YEAR - DEDUCTIBLE | 150.00 300.00 | 50.00
          # at most so much of this bill, with what earlier steps took
          1000/0/      | WHOLE 120                                  | 120.00        | 380.00
          1000/0/      | WHOLE 0                                    | 0.00          | 500.00
          1000/300/    | EARLIER_YEARS 200; THIS_YEAR 250           | 200.00 50.00  | 250.00
          1000/300/    | EARLIER_YEARS 200; THIS_YEAR 150           | 200.00 0.00   | 300.00
          """)
  void theAccountPays(String account, String steps, String each, Money cash) {
    String[] parts = account.split("/", -1);
    Patient patient =
        Patient.SOMEONE.account(parts[0], parts[1], parts[2].isEmpty() ? null : parts[2]);
    var payments = List.of(steps.split("; ", -1)).stream().map(AccountTest::step).toList();
    Settlement one = patient.pays(policy(payments.toArray(Step[]::new)), bill());
    var paid =
        one.explanation().stream()
            .filter(Explained.Paid.class::isInstance)
            .map(Explained::result)
            .map(Money::toString)
            .toList();
    assertThat(String.join(" ", paid)).isEqualTo(each + " " + cash);
    assertThat(one.of(Share.CASH)).isEqualTo(cash);
    assertThat(one.of(Share.PERSONAL_ACCOUNT).plus(cash)).hasToString("500.00");
  }

  /** What is counted of a year: only this year's money, and only where a rule tells it apart. */
  @ParameterizedTest(name = "{0} with {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # account    | steps                    | of this year
          300/100/     | EARLIER_YEARS; THIS_YEAR | 200.00
          900/100/     | EARLIER_YEARS; THIS_YEAR | 400.00
          300/100/     | EARLIER_YEARS            | 0.00
          300/100/     | EARLIER_YEARS; WHOLE     | 200.00
          900/100/     | WHOLE 250; EARLIER_YEARS | 150.00
          300/100/     | THIS_YEAR 150; WHOLE     | 200.00
          300/100/     | WHOLE                    | 0.00
          300/0/       | WHOLE                    | 0.00
          """)
  void whatWasCreditedThisYearIsCounted(String account, String steps, Money ofThisYear) {
    String[] parts = account.split("/", -1);
    Patient patient = Patient.SOMEONE.account(parts[0], parts[1], null);
    var payments = List.of(steps.split("; ", -1)).stream().map(AccountTest::step).toList();
    Settlement one = patient.pays(policy(payments.toArray(Step[]::new)), bill());
    assertThat(one.movements().of(Counter.ACCOUNT_THIS_YEAR)).isEqualTo(ofThisYear);
    assertThat(one.movements().of(Counter.of("account:this-year"))).isEqualTo(ofThisYear);
  }

  @Test
  void aStepMayBeForSomeOnly() {
    var servants = Condition.of(Dimension.CIVIL_SERVANT, Condition.OneOf.of(true));
    Policy policy = policy(new Step.FromAccount(servants, Set.of(), Part.WHOLE, null));
    Patient someone = Patient.SOMEONE.account("1000", "0", null);
    assertThat(someone.pays(policy, bill()).of(Share.CASH)).hasToString("500.00");
    assertThat(someone.civilServant().pays(policy, bill()).of(Share.CASH)).hasToString("0.00");
  }

  @Test
  void whatIsToldNamesWhatWasOpenToTheStep() {
    Patient patient = Patient.SOMEONE.account("300", "100", "250");
    Policy policy = policy(pays(Part.EARLIER_YEARS, null), pays(Part.THIS_YEAR, null));
    assertThat(patient.pays(policy, bill()).explanation().stream().map(Explained::sentence))
        .contains(
            "个人负担 500 元，个人账户（历年结余）可用 100 元，本次支付 100 元",
            "个人负担 400 元，个人账户（当年计入）可用 150 元，本次支付 150 元",
            "现金支付 250 元");
  }

  @Test
  void anAccountIsNotBelowZeroNorOlderThanWhole() {
    Money one = Money.of("1");
    for (var wrong :
        List.<ThrowingCallable>of(
            () -> new PersonalAccount(one, Money.of("1.01"), null),
            () -> new PersonalAccount(one, Money.of("-0.01"), null),
            () -> new PersonalAccount(Money.of("-1"), null),
            () -> new PersonalAccount(one, Money.of("-0.01")))) {
      assertThatThrownBy(wrong).hasMessage("an account's balance and limit are not negative");
    }
    assertThatThrownBy(() -> pays(Part.WHOLE, null, Share.BASIC_FUND))
        .hasMessage("BASIC_FUND is not borne by the patient");
  }
}
