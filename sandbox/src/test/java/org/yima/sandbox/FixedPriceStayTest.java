package org.yima.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yima.client.BusinessCycle;
import org.yima.client.Statement;
import org.yima.client.UnknownOutcome;
import org.yima.client.YimaClient;
import org.yima.protocol.Form;
import org.yima.sandbox.Ward.Line;
import org.yima.sandbox.Ward.Patient;
import org.yima.sandbox.World.Inhabitant;

/**
 * 包干: a stay of a fixed price by the illustrative rules of 530400, where a cataract costs 5,000.00
 * at level 3 and the fund pays 80 % of that, whatever was charged.
 */
@ExtendWith(Scene.Shared.class)
class FixedPriceStayTest {
  private static void charge(Ward ward, Patient patient, String price) {
    ward.charge(patient, List.of(new Line("R1", "1", price)));
  }

  /** The account holds 300.00. Whoever adds up the columns with the hospital's finds the total. */
  @ParameterizedTest(name = "{0}: the hospital bears {1}")
  @CsvSource({
    "4200.00, -800.00",
    "4999.99, -0.01",
    "5000.00, 0.00",
    "5000.01, 0.01",
    "9000.00, 4000.00",
  })
  void theHospitalBearsOrKeepsTheDifference(String charged, String hospital, Scene scene) {
    Ward ward = scene.ward();
    Patient patient = ward.admitFixedPrice(scene.newcomer("300.00"));
    charge(ward, patient, charged);
    Form promise = ward.presettle(patient, charged);
    assertThat(Ward.promised(promise, "bkc135")).isEqualTo(hospital);
    Paid paid = Paid.of(ward.settle(patient, promise));
    assertThat(
            List.of("akc264", "akc260", "akc255", "akc261", "bkc135").stream()
                .map(name -> paid.amount(name).toString()))
        .containsExactly(charged, "4000.00", "300.00", "700.00", hospital);
    assertThat(
            scene.tables.one(
                """
                select institution + basic_fund + personal_account + cash + hospital_borne
                  from posting where order_no = ?
                """,
                patient.order()))
        .as("the ledger balances")
        .isEqualTo("0");
  }

  /** ST099 says the sum of what hospitals bear; a refund takes its part back (decisions §9). */
  @Test
  void theStatementSaysWhatTheColumnsLeaveOut(Scene scene) throws UnknownOutcome {
    Hospital at = scene.hospital();
    YimaClient client =
        Branch.client(scene.sandbox, at.place(), scene.clock, (code, sent, reply) -> {});
    BusinessCycle cycle = client.signIn("FP1").value();
    Ward ward = new Ward(at, cycle.number());
    Inhabitant who = scene.newcomer("0.00");
    Patient first = ward.admitFixedPrice(who);
    charge(ward, first, "4200.00");
    Paid kept = Paid.of(ward.settle(first, ward.presettle(first, "4200.00")));
    Patient second = ward.admitFixedPrice(scene.newcomer("0.00"));
    charge(ward, second, "5300.01");
    Paid.of(ward.settle(second, ward.presettle(second, "5300.01")));
    Statement both = client.statement(cycle).value();
    assertThat(both.totalFen()).isEqualTo(950001);
    assertThat(both.fundsFen()).isEqualTo(800000);
    assertThat(both.hospitalFen()).isEqualTo(-49999);
    assertThat(Hospital.outcome(new Steps(at, ward.cycle()).refund(who, kept))).isEqualTo("00");
    assertThat(client.statement(cycle).value().hospitalFen()).isEqualTo(30001);
  }

  /** What the price covers cannot be told from what was paid before: that is undone first. */
  @Test
  void afterAnInterimSettlementTheWholeIsSettledOnceThatIsUndone(Scene scene) {
    Ward ward = scene.ward();
    Patient patient = ward.admit(scene.newcomer("0.00"));
    charge(ward, patient, "2000.00");
    String part = Scene.number();
    Map<String, String> until =
        Map.of("akc264", "2000.00", "endtime", "2026-03-10", "orderid", part);
    Paid.of(ward.settle(patient, ward.call("ST034", patient, until)));
    Map<String, String> packaged =
        Map.of("updateflag", "1000010000", "medicaltype", "24", "diseasecode", "H25.9");
    assertThat(Hospital.outcome(ward.call("ST033", patient, packaged))).isEqualTo("00");
    ward.charge(patient, List.of(new Line("R2", "1", "1000.00")));
    assertThat(Hospital.outcome(ward.presettle(patient, "1000.00"))).isEqualTo("E1612");

    assertThat(Hospital.outcome(new Steps(ward.at(), ward.cycle()).cancel(part))).isEqualTo("00");
    Paid whole = Paid.of(ward.settle(patient, ward.presettle(patient, "3000.00")));
    assertThat(whole.amount("bkc135")).hasToString("-2000.00");
    assertThat(whole.amount("akc260")).hasToString("4000.00");
  }
}
