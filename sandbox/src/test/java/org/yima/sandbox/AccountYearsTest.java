package org.yima.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yima.sandbox.Ward.Line;
import org.yima.sandbox.Ward.Patient;
import org.yima.sandbox.World.Inhabitant;

/**
 * 上海: what is left from earlier years goes first, and a refund gives each part back to where it
 * came from. 500.00 were in the account when its year began in July 2025; 60.00 were credited
 * since.
 */
@ExtendWith(Scene.Shared.class)
class AccountYearsTest {
  private static final String CREDIT =
      """
      insert into account_posting (district, person_no, period, personal_account, contributions)
      values ('310000', ?, ?, 6000, -6000)
      """;
  private static final String BALANCE =
      "update personal_account set balance = balance + 6000 where person_no = ?";

  private static String spentOfThisYear(Scene scene, Inhabitant who) {
    return scene.tables.one(
        """
        select coalesce(sum(amount), 0) from year_total
         where person_no = ? and counter = 'account:this-year' and benefit_year = 2025
        """,
        who.person().number());
  }

  private static String balance(Scene scene, Inhabitant who) {
    return scene.tables.one(
        "select balance from personal_account where person_no = ?", who.person().number());
  }

  @Test
  void eachPartIsSpentAndGivenBack(Scene scene) {
    Inhabitant who = Hospital.person("上海的退休职工");
    String number = who.person().number();
    scene.tables.tell(CREDIT, number, "2026-01");
    scene.tables.tell(BALANCE, number);
    Steps at = new Steps(scene.at("31000001"), scene.at("31000001").signIn("Y1", "0"));

    Paid first = at.pay(who, Scene.number(), "490.00");
    assertThat(balance(scene, who)).as("10 of earlier years, 60 of this").isEqualTo("7000");
    assertThat(spentOfThisYear(scene, who)).isEqualTo("0");
    Paid second = at.pay(who, Scene.number(), "30.00");
    assertThat(spentOfThisYear(scene, who)).as("10 from earlier years, then 20").isEqualTo("2000");
    Paid third = at.pay(who, Scene.number(), "100.00");
    assertThat(third.balance().textOf("akc261")).as("40 were left").isEqualTo("60.00");
    assertThat(spentOfThisYear(scene, who)).isEqualTo("6000");

    assertThat(Hospital.outcome(at.refund(who, second))).isEqualTo("00");
    assertThat(spentOfThisYear(scene, who)).isEqualTo("4000");
    assertThat(balance(scene, who)).isEqualTo("3000");
    Paid again = at.pay(who, Scene.number(), "15.00");
    assertThat(spentOfThisYear(scene, who)).as("10 and 5 again").isEqualTo("4500");

    scene.clock.advance(Duration.ofHours(1));
    for (Paid paid : new Paid[] {first, third, again}) {
      assertThat(Hospital.outcome(at.refund(who, paid))).isEqualTo("00");
    }
    assertThat(spentOfThisYear(scene, who)).isEqualTo("0");
    assertThat(balance(scene, who)).isEqualTo("56000");

    stayUsesEarlierYearsAlone(scene, who);
  }

  /** 1,200.00 of deductible and 8 % of 100.00; 500.00 of it from the account, which has 560.00. */
  private static void stayUsesEarlierYearsAlone(Scene scene, Inhabitant who) {
    Hospital at = scene.at("31000001");
    Ward ward = new Ward(at, at.signIn("Y1", "0"));
    Patient patient = ward.admit(who);
    ward.charge(patient, List.of(new Line("R1", "1", "1300.00")));
    Paid paid = Paid.of(ward.settle(patient, ward.presettle(patient, "1300.00")));
    assertThat(paid.balance().textOf("akc255")).isEqualTo("500.00");
    assertThat(paid.balance().textOf("akc261")).isEqualTo("708.00");
    assertThat(spentOfThisYear(scene, who)).isEqualTo("0");
    assertThat(balance(scene, who)).isEqualTo("6000");
  }
}
