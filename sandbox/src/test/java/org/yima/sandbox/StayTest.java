package org.yima.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yima.protocol.Form;
import org.yima.sandbox.Ward.Line;
import org.yima.sandbox.Ward.Patient;
import org.yima.sandbox.World.Inhabitant;

/** A stay in hospital from admission to discharge (2.3), by the illustrative rules of 530400. */
@ExtendWith(Scene.Shared.class)
class StayTest {
  private static final Pattern SERIAL = Pattern.compile("<bkc028>([0-9]+)</bkc028>");

  private static void done(Form reply) {
    assertThat(Hospital.outcome(reply)).as(Hospital.message(reply)).isEqualTo("00");
  }

  static List<String> serials(Form reply) {
    return SERIAL
        .matcher(Objects.requireNonNull(reply.get("orderentryret")))
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  /** Level 3: 800 of deductible, then 80 %; the account holds 100.00. */
  @Test
  void admittedChargedSettled(Scene scene) {
    Ward ward = scene.ward();
    Inhabitant who = scene.newcomer("100.00");
    Map<String, String> asked = ward.admission(who, Scene.number());
    Form admitted = ward.admit(asked);
    assertThat(admitted.get("akc290")).isEqualTo("800.00");
    assertThat(admitted.get("akc090")).isEqualTo("1.00");
    assertThat(admitted.get("sipno")).isEqualTo(who.person().number());
    assertThat(ward.admit(asked).get("akc190")).as("again").isEqualTo(admitted.get("akc190"));
    Patient patient =
        new Patient(
            who,
            Objects.requireNonNull(asked.get("orderid")),
            Objects.requireNonNull(admitted.get("akc190")),
            Objects.requireNonNull(admitted.get("ordervalidcode")));

    Form entered =
        ward.charge(
            patient, List.of(new Line("R1", "1", "1500.00"), new Line("R1", "2", "300.00")));
    done(entered);
    assertThat(serials(entered)).hasSize(2).doesNotHaveDuplicates();
    Form promise = ward.presettle(patient, "1800.00");
    done(promise);
    assertThat(Ward.promised(promise, "ake039")).isEqualTo("800.00");
    assertThat(Ward.promised(promise, "balanceno")).isEmpty();
    assertThat(ward.presettle(patient, "1800.00").get("ordervalidcode"))
        .isEqualTo(promise.get("ordervalidcode"));

    Paid paid = Paid.of(ward.settle(patient, promise));
    assertThat(paid.balance().textOf("bkc029")).isEqualTo("800.00");
    assertThat(paid.balance().textOf("ake039")).isEqualTo("800.00");
    assertThat(paid.balance().textOf("akc255")).isEqualTo("100.00");
    assertThat(paid.balance().textOf("akc261")).isEqualTo("900.00");
    assertThat(paid.register().textOf("akc190")).isEqualTo(patient.admission());
    assertThat(paid.lines()).extracting(line -> line.textOf("bkc028")).isEqualTo(serials(entered));
    assertThat(new Steps(ward.at(), ward.cycle()).state(patient.order())).isEqualTo("2");
    Form shown = ward.call("ST036", patient, Map.of());
    assertThat(shown.get("admissionstate")).isEqualTo("2");
    assertThat(shown.get("count")).isEqualTo("0");
    assertThat(Hospital.outcome(ward.charge(patient, List.of(new Line("R2", "1", "1.00")))))
        .isEqualTo("E1107");
    assertThat(Hospital.outcome(ward.withdraw(patient))).isEqualTo("E1107");
  }

  /** The second admission of the year bears half the deductible. */
  @Test
  void theSecondAdmissionIsCountedAndOneIsOpenAtATime(Scene scene) {
    Ward ward = scene.ward();
    Inhabitant who = scene.newcomer("0.00");
    Patient first = ward.admit(who);
    assertThat(Hospital.outcome(ward.admit(ward.admission(who, Scene.number()))))
        .isEqualTo("E1611");
    ward.charge(first, List.of(new Line("R1", "1", "900.00")));
    Paid.of(ward.settle(first, ward.presettle(first, "900.00")));
    Form second = ward.admit(ward.admission(who, Scene.number()));
    assertThat(second.get("akc290")).isEqualTo("400.00");
    assertThat(second.get("akc090")).isEqualTo("2.00");
  }

  /** Interim settlement up to a day, the rest at discharge: the deductible once. */
  @Test
  void aLongStayIsSettledInParts(Scene scene) {
    Ward ward = scene.ward();
    Patient patient = ward.admit(scene.newcomer("0.00"));
    ward.charge(
        patient,
        List.of(
            new Line("R1", "1", "XA0001", "2000.00", "2026-03-10 08:00:00"),
            new Line("R1", "2", "XA0001", "500.00", "2026-03-20 08:00:00")));
    scene.clock.advance(Duration.ofHours(12));
    String part = Scene.number();
    Form interim =
        ward.call(
            "ST034",
            patient,
            Map.of("akc264", "2000.00", "endtime", "2026-03-10", "orderid", part));
    Paid first = Paid.of(ward.settle(patient, interim));
    assertThat(first.balance().textOf("bkc029")).isEqualTo("800.00");
    assertThat(first.balance().textOf("ake039")).isEqualTo("960.00");
    assertThat(Hospital.outcome(ward.withdraw(patient))).isEqualTo("E1110");
    assertThat(ward.call("ST036", patient, Map.of()).get("admissionstate")).isEqualTo("1");

    Paid last = Paid.of(ward.settle(patient, ward.presettle(patient, "500.00")));
    assertThat(last.balance().textOf("bkc029")).isEqualTo("0.00");
    assertThat(last.balance().textOf("ake039")).isEqualTo("400.00");
    assertThat(ward.call("ST036", patient, Map.of()).get("admissionstate")).isEqualTo("2");
  }

  /** Cancelled, the charges are open again and are settled by another order. */
  @Test
  void afterACancellationItIsSettledAgain(Scene scene) {
    Ward ward = scene.ward();
    Patient patient = ward.admit(scene.newcomer("0.00"));
    Steps steps = new Steps(ward.at(), ward.cycle());
    assertThat(Hospital.outcome(steps.cancel(patient.order()))).isEqualTo("E1108");
    ward.charge(patient, List.of(new Line("R1", "1", "1000.00")));
    Paid.of(ward.settle(patient, ward.presettle(patient, "1000.00")));
    done(steps.cancel(patient.order()));
    assertThat(steps.state(patient.order())).isEqualTo("4");
    assertThat(ward.call("ST036", patient, Map.of()).get("amount")).isEqualTo("1000.00");

    assertThat(Hospital.outcome(ward.presettle(patient, "1000.00")))
        .as("its number is used")
        .isEqualTo("E1102");
    String again = Scene.number();
    Form promise = ward.call("ST034", patient, Map.of("akc264", "1000.00", "orderid", again));
    Paid paid = Paid.of(ward.settle(patient, promise));
    assertThat(paid.balance().textOf("bkc029")).isEqualTo("800.00");
    done(steps.refund(patient.who(), paid));
    done(ward.withdraw(patient));
    assertThat(ward.call("ST036", patient, Map.of()).get("admissionstate")).isEqualTo("3");
    assertThat(
            scene.tables.one(
                "select coalesce(sum(amount), 0) from year_total where person_no = ?",
                patient.who().person().number()))
        .isEqualTo("0");
  }

  /** A stay lasts longer than a shift: open or pre-settled, it holds no cycle (decisions §6). */
  @Test
  void theCycleIsSignedOutWhileSomebodyLiesInBed(Scene scene) {
    Hospital at = scene.hospital();
    Ward today = new Ward(at, at.signIn("BED1", "0"));
    Patient patient = today.admit(scene.newcomer("0.00"));
    today.charge(patient, List.of(new Line("R1", "1", "900.00")));
    today.presettle(patient, "900.00");
    assertThat(Hospital.outcome(at.call("ST002", CycleCases.naming(at, today.cycle()))))
        .isEqualTo("00");
    Ward tomorrow = new Ward(at, at.signIn("BED2", "0"));
    Paid paid = Paid.of(tomorrow.settle(patient, tomorrow.presettle(patient, "900.00")));
    assertThat(paid.balance().textOf("akc264")).isEqualTo("900.00");
    assertThat(scene.tables.one("select cycle_no from posting where order_no = ?", patient.order()))
        .isEqualTo(tomorrow.cycle());
  }

  @Test
  void anAdmissionInVainIsWithdrawn(Scene scene) {
    Ward ward = scene.ward();
    Inhabitant who = scene.newcomer("0.00");
    Patient patient = ward.admit(who);
    ward.charge(patient, List.of(new Line("R1", "1", "10.00")));
    String further = Scene.number();
    done(ward.call("ST034", patient, Map.of("akc264", "10.00", "orderid", further)));
    done(ward.withdraw(patient));
    assertThat(new Steps(ward.at(), ward.cycle()).state(patient.order())).isEqualTo("4");
    assertThat(new Steps(ward.at(), ward.cycle()).state(further)).isEqualTo("4");
    assertThat(Hospital.outcome(ward.presettle(patient, "10.00"))).isEqualTo("E1107");
    done(ward.admit(ward.admission(who, Scene.number())));
  }

  /** What ST022 must say after ST034, and what it must agree with. */
  @Test
  void aStayIsOnlyPaidByWhoeverSaysSo(Scene scene) {
    Ward ward = scene.ward();
    Patient patient = ward.admit(scene.newcomer("300.00"));
    ward.charge(patient, List.of(new Line("R1", "1", "1000.00")));
    assertThat(Hospital.outcome(ward.presettle(patient, "999.99"))).isEqualTo("E1509");
    Form promise = ward.call("ST034", patient, Map.of("akc264", "1000.00", "akc255", "50.00"));
    assertThat(Ward.promised(promise, "akc255")).isEqualTo("50.00");
    for (String missing : new String[] {"akc264", "akc255"}) {
      Map<String, String> fields = ward.settlement(patient, promise);
      fields.put(missing, "");
      assertThat(Hospital.outcome(ward.at().call("ST022", Hospital.xml(fields))))
          .as(missing)
          .isEqualTo("E1506");
    }
    Map<String, String> nameless = ward.settlement(patient, promise);
    nameless.put("username", "");
    assertThat(Hospital.outcome(ward.at().call("ST022", Hospital.xml(nameless))))
        .isEqualTo("E1001");
  }

  /** The refusal says what it comes to now; whoever sends that pays it, as after ST021. */
  @Test
  void whatWasChargedSinceIsFoundOut(Scene scene) {
    Ward ward = scene.ward();
    Patient patient = ward.admit(scene.newcomer("300.00"));
    ward.charge(patient, List.of(new Line("R1", "1", "1000.00")));
    Form promise = ward.call("ST034", patient, Map.of("akc264", "1000.00", "akc255", "50.00"));
    ward.charge(patient, List.of(new Line("R1", "2", "100.00")));
    Map<String, String> fields = ward.settlement(patient, promise);
    Form changed = ward.at().call("ST022", Hospital.xml(fields));
    assertThat(Hospital.outcome(changed)).isEqualTo("E1507");
    assertThat(changed.get("akc264")).isEqualTo("1100.00");
    assertThat(changed.get("akc260")).isEqualTo("240.00");
    assertThat(changed.get("akc255")).isEqualTo("50.00");
    assertThat(changed.get("akc261")).isEqualTo("810.00");
    assertThat(Hospital.outcome(ward.at().call("ST022", Hospital.xml(fields))))
        .as("the old total does not pay the new bill")
        .isEqualTo("E1506");
    fields.put("akc264", "1100.00");
    Paid paid = Paid.of(ward.at().call("ST022", Hospital.xml(fields)));
    assertThat(paid.amount("akc264")).hasToString("1100.00");
    assertThat(
            scene.tables.one(
                "select amount from payment_order where order_no = ?", patient.order()))
        .isEqualTo("110000");
  }

  /** All was taken back after ST034: there is nothing to be paid, and the stay stays open. */
  @Test
  void nothingIsNotSettled(Scene scene) {
    Ward ward = scene.ward();
    Patient patient = ward.admit(scene.newcomer("0.00"));
    ward.charge(patient, List.of(new Line("R1", "1", "1000.00")));
    Form promise = ward.presettle(patient, "1000.00");
    done(ward.call("ST032", patient, Map.of("cancelno", Scene.number())));
    assertThat(Hospital.outcome(ward.settle(patient, promise))).isEqualTo("E1504");
    assertThat(ward.call("ST036", patient, Map.of()).get("admissionstate")).isEqualTo("1");
  }
}
