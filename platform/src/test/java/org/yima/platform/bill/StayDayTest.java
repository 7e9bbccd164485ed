package org.yima.platform.bill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yima.platform.person.Enrolment;
import org.yima.platform.person.YearTotals.Total;
import org.yima.platform.transaction.Outcome;
import org.yima.settlement.Counter;
import org.yima.settlement.Member.Scheme;
import org.yima.settlement.Share;

/**
 * The day by which a stay is settled: 990092 judges by the admission, 990090 by the discharge. The
 * deductible of 990092 is 800 until the end of 2023 and 900 after it, half as much again for
 * somebody from another district who has filed nothing, as here.
 */
class StayDayTest {
  private static final LocalDate DISCHARGE = LocalDate.of(2024, 3, 15);

  private static Payment settled(String district, LocalDate admitted) {
    var content = Samples.content("21", DISCHARGE, Samples.line("CF1", "1", "A", "2000"));
    var enrolment = new Enrolment(Scheme.EMPLOYEE, false, false);
    var visit = Samples.visit(content, Samples.insured(district, Optional.of(enrolment)));
    var stay =
        new Registration(OrderType.INPATIENT, content, DISCHARGE, admitted, null, false, Map.of());
    var spent = new Total(2023, Counter.of("visits:inpatient"), 1);
    var asked =
        new Till.Case(
            visit.call(), stay, visit.lines(), visit.person(), List.of(spent), visit.onFile());
    return ((Outcome.Done<Payment>) Samples.till().settle(asked, () -> 41)).answer();
  }

  @ParameterizedTest
  @CsvSource({
    "990092, 2023-12-31, 2023, 1200.00",
    "990092, 2024-01-01, 2024, 1350.00",
    "990092, 2024-03-15, 2024, 1350.00",
    "990090, 2024-03-01, 2024, 1000.00",
  })
  void a_stay_belongs_to_its_year(
      String district, LocalDate admitted, int year, String deductible) {
    Payment payment = settled(district, admitted);
    assertThat(payment.result().benefitYear()).isEqualTo(year);
    assertThat(payment.of(Share.DEDUCTIBLE)).hasToString(deductible);
  }
}
