package org.yima.platform.bill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yima.platform.person.Enrolment;
import org.yima.platform.person.OnFile;
import org.yima.platform.person.OnFile.Credit;
import org.yima.platform.person.YearTotals.Total;
import org.yima.platform.transaction.Outcome;
import org.yima.settlement.Counter;
import org.yima.settlement.Member.Scheme;
import org.yima.settlement.Money;
import org.yima.settlement.Share;

/** 历年结余 and 当年计入, as the credits of the account and the year's totals tell them apart. */
class AccountPartsTest {
  /**
   * 上海, whose year begins in July, tells this year's credits from what is left. 100.00 in the
   * account and all of it spent: how much of that was this year's.
   */
  @ParameterizedTest(name = "{0}, spent {1}")
  @CsvSource({
    "'',                         '',              0.00",
    "2023-06=10,                 '',              0.00",
    "2023-07=30,                 '',              30.00",
    "2023-06=9 2023-07=30 2024-02=20, '',         50.00",
    "2023-07=30 2024-02=20,      2023=15,         35.00",
    "2023-07=30 2024-02=20,      2022=15,         50.00",
    "2023-07=30 2024-02=20,      2023=15 2024=10, 25.00",
    "2023-07=30 2024-02=20,      2023=50,         0.00",
    "2023-07=30,                 2023=31,         0.00",
    "2023-07=300,                '',              100.00",
    "2024-07=40,                 '',              40.00",
  })
  void what_earlier_years_left_is_told_apart(String credits, String spent, Money ofThisYear) {
    var content = Samples.content("11", Samples.DAY, Samples.line("CF1", "1", "A", "400"));
    var visit =
        Samples.visit(
            content,
            Samples.insured("310000", Optional.of(new Enrolment(Scheme.EMPLOYEE, true, false))));
    var enrolled = visit.onFile().enrolments();
    var onFile =
        new OnFile(
            enrolled,
            List.of(),
            List.of(),
            List.of(),
            entries(credits, (month, amount) -> new Credit(YearMonth.parse(month), amount)));
    var later =
        new Till.Case(
            visit.call(),
            visit.visit(),
            visit.lines(),
            visit.person(),
            entries(spent, AccountPartsTest::spent),
            onFile);
    Payment payment = ((Outcome.Done<Payment>) Samples.till().settle(later, () -> 41)).answer();
    assertThat(payment.of(Share.PERSONAL_ACCOUNT)).hasToString("100.00");
    assertThat(payment.result().movements().of(Counter.ACCOUNT_THIS_YEAR)).isEqualTo(ofThisYear);
  }

  private static Total spent(String year, Money amount) {
    return new Total(Integer.parseInt(year), Counter.ACCOUNT_THIS_YEAR, amount.fen());
  }

  private static <T> List<T> entries(String text, BiFunction<String, Money, T> of) {
    return Stream.of(text.split(" ", -1))
        .filter(entry -> !entry.isEmpty())
        .map(entry -> entry.split("=", -1))
        .map(entry -> of.apply(entry[0], Money.of(entry[1])))
        .toList();
  }
}
