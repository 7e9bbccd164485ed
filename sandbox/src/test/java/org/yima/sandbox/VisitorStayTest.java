package org.yima.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yima.protocol.Form;
import org.yima.sandbox.Ward.Line;
import org.yima.sandbox.Ward.Patient;
import org.yima.sandbox.World.Inhabitant;

/**
 * Somebody of 临沂 in a hospital of 530400: admitted with the out-of-region cycle, told at once that
 * ST022 will not settle it, and settled only where the district allows it (3.2.6, decisions §8). By
 * 临沂's rules for level 3, active: 800 of deductible inside the first band, then 80 %.
 */
@ExtendWith(Scene.Shared.class)
class VisitorStayTest {
  private static final String ALLOW = "update district set visitors_settle = ? where district = ?";

  private static Patient admitted(Ward ward, Scene scene) {
    Inhabitant who = Hospital.person("临沂的住院职工");
    scene.tables.tell(
        """
        insert into filing (district, person_no, kind, valid_from, place)
        values ('371300', ?, 'RESIDING', '2025-01-01', '530400') on conflict do nothing
        """,
        who.person().number());
    Map<String, String> fields = ward.admission(who, Scene.number());
    Form reply = ward.admit(fields);
    assertThat(reply.get("aprtmsg")).isEqualTo("执行成功；异地参保人的住院费用暂不能由验码支付结算");
    return ward.patient(who, fields);
  }

  @Test
  void onlyInTheCycleForVisitors(Scene scene) {
    Ward local = scene.ward();
    Form reply = local.admit(local.admission(Hospital.person("临沂的住院职工"), Scene.number()));
    assertThat(Hospital.outcome(reply)).isEqualTo("E1405");
  }

  @Test
  void settledWhereTheDistrictAllowsIt(Scene scene) {
    Hospital at = scene.hospital();
    Ward ward = new Ward(at, at.signIn("VST", "1"));
    Patient patient = admitted(ward, scene);
    ward.charge(patient, List.of(new Line("R1", "1", "1800.00")));
    Form promise = ward.presettle(patient, "1800.00");
    assertThat(Hospital.outcome(ward.settle(patient, promise))).isEqualTo("E1902");

    scene.tables.tell(ALLOW, true, "530400");
    scene.registryMoved();
    try {
      Ward later = new Ward(at, at.signIn("VST", "1"));
      Paid paid = Paid.of(later.settle(patient, later.presettle(patient, "1800.00")));
      assertThat(paid.value("sidistrictcode")).isEqualTo("371300");
      assertThat(paid.balance().textOf("bkc029")).isEqualTo("800.00");
      assertThat(paid.balance().textOf("ake039")).isEqualTo("800.00");
      assertThat(
              scene.tables.one(
                  "select person_district from posting where order_no = ?", patient.order()))
          .isEqualTo("371300");
      Form refund = new Steps(at, later.cycle()).refund(patient.who(), paid);
      assertThat(Hospital.outcome(refund)).isEqualTo("00");
      assertThat(Hospital.outcome(later.withdraw(patient))).isEqualTo("00");
    } finally {
      scene.tables.tell(ALLOW, false, "530400");
      scene.registryMoved();
    }
  }

  @Test
  void aVoidAdmissionIsWithdrawn(Scene scene) {
    Hospital at = scene.hospital();
    Ward ward = new Ward(at, at.signIn("VSV", "1"));
    Patient patient = admitted(ward, scene);
    assertThat(Hospital.outcome(ward.withdraw(patient))).isEqualTo("00");
    assertThat(ward.call("ST036", patient, Map.of()).get("admissionstate")).isEqualTo("3");
  }
}
