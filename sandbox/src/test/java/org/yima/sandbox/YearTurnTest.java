package org.yima.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yima.sandbox.World.Inhabitant;

/**
 * The turn of the year, for which nothing has to be run: the day of the bill says which year's
 * totals it meets and moves. At level 3 an employee bears 300.00 a year, then the fund pays 50 %.
 */
class YearTurnTest {
  private static final Instant LAST_DAY = Instant.parse("2026-12-31T02:00:00Z");
  private static final String DEDUCTED =
      """
      select benefit_year, amount from year_total
       where person_no = ? and counter = 'deductible:outpatient' order by benefit_year
      """;

  @TempDir Path folder;

  private static Paid pay(Steps at, Inhabitant who, String day) {
    var order = at.at().order(Scene.number(), at.cycle(), at.at().scan(who));
    return Paid.of(
        at.at().call("ST007", order.line("XA0001", "200.00").visit("outpatienttime", day).xml()));
  }

  private static void bears(Paid paid, String deductible, String fund) {
    assertThat(paid.amount("bkc029")).as("deductible").hasToString(deductible);
    assertThat(paid.amount("ake039")).as("fund").hasToString(fund);
  }

  @Test
  void aBillCountsForTheYearOfItsDay() throws IOException {
    var clock = new SettableClock(LAST_DAY, Hospital.ZONE);
    try (Sandbox sandbox = Sandbox.start(folder, 0, clock);
        Tables tables = new Tables(sandbox)) {
      Inhabitant who = new Customers(clock).newcomer(sandbox);
      Hospital hospital = Hospital.first(sandbox, clock);
      Paid last = pay(new Steps(hospital, hospital.signIn("01", "0")), who, "2026-12-31");
      bears(last, "200.00", "0.00");

      clock.advance(Duration.ofDays(1));
      Steps january = new Steps(hospital, hospital.signIn("02", "0"));
      bears(pay(january, who, "2027-01-01"), "200.00", "0.00");
      bears(pay(january, who, "2026-12-31"), "100.00", "50.00");
      assertThat(tables.ask(DEDUCTED, who.person().number()).toString())
          .isEqualTo("[[2026, 30000], [2027, 20000]]");

      assertThat(Hospital.outcome(january.refund(who, last))).isEqualTo("00");
      assertThat(tables.ask(DEDUCTED, who.person().number()).toString())
          .as("what December's bill had moved goes back to December's year")
          .isEqualTo("[[2026, 10000], [2027, 20000]]");
      bears(pay(january, who, "2027-01-01"), "100.00", "50.00");
    }
  }
}
