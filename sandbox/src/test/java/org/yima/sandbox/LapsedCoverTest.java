package org.yima.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yima.protocol.Form;
import org.yima.sandbox.Ward.Line;
import org.yima.sandbox.Ward.Patient;
import org.yima.sandbox.World.Inhabitant;

/**
 * Somebody whose cover ends while they lie in hospital, admitted on 10 March and discharged on the
 * 13th, or after a visit. Most districts judge a stay by its discharge; 990092 judges it by its
 * admission ({@code stays-by: admission}), and its people are visitors in 530400, which here lets
 * them settle.
 */
@ExtendWith(Scene.Shared.class)
class LapsedCoverTest {
  private final Scene scene;

  LapsedCoverTest(Scene scene) {
    this.scene = scene;
  }

  @BeforeEach
  void visitorsSettle() {
    scene.tables.tell(
        "insert into district (district, name) values ('990092', '自拟') on conflict do nothing");
    scene.tables.tell("update district set visitors_settle = true");
    scene.registryMoved();
  }

  @AfterEach
  void visitorsDoNot() {
    scene.tables.tell("update district set visitors_settle = false");
    scene.registryMoved();
  }

  /** By hand: 2,000 less 800 at 80 %; in 990092 another province's 900 × 150 % + 200, 70 %. */
  @ParameterizedTest(name = "{0}, covered until {1}: {2}")
  @CsvSource({
    "530400, 2026-03-13, 00,    800.00,  960.00",
    "530400, 2026-03-12, E1601, '',      ''",
    "530400, 2026-03-10, E1601, '',      ''",
    "990092, 2026-03-13, 00,    1550.00, 315.00",
    "990092, 2026-03-12, 00,    1550.00, 315.00",
    "990092, 2026-03-10, 00,    1550.00, 315.00",
  })
  void theDayThatDecides(
      String district, LocalDate until, String outcome, String deductible, String fund) {
    Inhabitant who = scene.newcomerOf(district);
    coveredUntil(who, until);
    Patient patient = admitted(who);
    scene.clock.advance(Duration.ofDays(3));
    Ward ward = ward(who, "LPS2");

    Form promise = ward.presettle(patient, "2000.00");

    assertThat(Hospital.outcome(promise)).as(Hospital.message(promise)).isEqualTo(outcome);
    if (outcome.equals("00")) {
      assertThat(Ward.promised(promise, "bkc029")).isEqualTo(deductible);
      Paid paid = Paid.of(ward.settle(patient, promise));
      assertThat(paid.balance().textOf("bkc029")).isEqualTo(deductible);
      assertThat(paid.balance().textOf("ake039")).isEqualTo(fund);
    }
  }

  /** Nothing new is paid for them, and nothing that was paid is out of their reach. */
  @Test
  void afterItsEndOnlyWhatWasPaidIsGivenBack() {
    Hospital at = scene.hospital();
    Inhabitant who = scene.newcomer("100.00");
    Paid paid = new Steps(at, at.signIn("LPS3", "0")).pay(who, Scene.number(), "60.00");
    coveredUntil(who, LocalDate.of(2026, 3, 10));
    scene.clock.advance(Duration.ofDays(1));
    Steps later = new Steps(at, at.signIn("LPS4", "0"));

    assertThat(Hospital.outcome(at.call("ST020", Hospital.xml(at.scan(who))))).isEqualTo("E1601");
    String order =
        at.order(Scene.number(), later.cycle(), at.scan(who)).line("XA0001", "5.00").xml();
    assertThat(Hospital.outcome(at.call("ST007", order))).isEqualTo("E1601");
    assertThat(Hospital.outcome(later.refund(who, paid))).isEqualTo("00");
    assertThat(
            scene.tables.one(
                "select balance from personal_account where person_no = ?", who.person().number()))
        .isEqualTo("10000");
  }

  /** 2007 is left for people of whom no enrolment is known. */
  @Test
  void whoNeverWasInsuredHasNoToken() {
    Inhabitant who = scene.newcomer("0.00");
    scene.tables.tell("delete from enrolment where person_no = ?", who.person().number());
    Form reply = scene.hospital().decode(scene.hospital().show(who));
    assertThat(reply.get("code")).isEqualTo("2007");
  }

  private void coveredUntil(Inhabitant who, LocalDate until) {
    scene.tables.tell(
        "update enrolment set valid_to = ? where district = ? and person_no = ?",
        until,
        who.person().district(),
        who.person().number());
  }

  private Ward ward(Inhabitant who, String operator) {
    boolean visitor = !who.person().district().equals("530400");
    Hospital at = scene.hospital();
    return new Ward(at, at.signIn(operator, visitor ? "1" : "0"));
  }

  private Patient admitted(Inhabitant who) {
    Ward ward = ward(who, "LPS1");
    Patient patient = ward.admit(who);
    ward.charge(patient, List.of(new Line("R1", "1", "2000.00")));
    Map<String, String> discharge = new HashMap<>();
    discharge.put("updateflag", "0000100001");
    discharge.put("outdate", "2026-03-13");
    discharge.put("outreason", "0");
    assertThat(Hospital.outcome(ward.call("ST033", patient, discharge))).isEqualTo("00");
    return patient;
  }
}
