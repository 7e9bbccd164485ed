package org.yima.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yima.protocol.Form;
import org.yima.sandbox.Ward.Line;
import org.yima.sandbox.Ward.Patient;

/** Charge lines of a stay, entered, taken back, and what is said of the stay meanwhile. */
@ExtendWith(Scene.Shared.class)
class StayChargesTest {
  private static void done(Form reply) {
    assertThat(Hospital.outcome(reply)).as(Hospital.message(reply)).isEqualTo("00");
  }

  private static String rows(Form reply) {
    return Objects.requireNonNull(reply.get("rows"), () -> Hospital.message(reply));
  }

  /** All or none, every bad line named; the same line again answers as before. */
  @Test
  void chargesAreEnteredOnce(Scene scene) {
    Ward ward = scene.ward();
    Patient patient = ward.admit(scene.newcomer("0.00"));
    List<Line> lines = List.of(new Line("R1", "1", "10.00"), new Line("R1", "2", "20.00"));
    List<String> serials = StayTest.serials(ward.charge(patient, lines));
    Map<String, String> before = scene.tables.contents();
    assertThat(StayTest.serials(ward.charge(patient, lines))).isEqualTo(serials);
    assertThat(scene.tables.contents()).isEqualTo(before);

    Form bad =
        ward.charge(
            patient,
            List.of(
                new Line("R1", "1", "11.00"),
                new Line("R1", "2", "21.00"),
                new Line("R1", "3", "5.00"),
                new Line("R2", "1", "1.00"),
                new Line("R2", "1", "1.00")));
    assertThat(Hospital.outcome(bad)).isEqualTo("E1702");
    assertThat(bad.get("aprdetail"))
        .contains("处方 R1 第 1 项已录入且内容不同", "处方 R1 第 2 项已录入且内容不同", "处方 R2 第 1 项重复");
    assertThat(scene.tables.contents()).as("nothing was written").isEqualTo(before);

    List<Line> more = new ArrayList<>(lines);
    more.add(new Line("R1", "3", "5.00"));
    assertThat(StayTest.serials(ward.charge(patient, more)))
        .startsWith(serials.toArray(String[]::new))
        .hasSize(3);
    assertThat(ward.call("ST036", patient, Map.of()).get("amount")).isEqualTo("35.00");
  }

  /** A part of a line, a whole line, all that is left; and never more than that. */
  @Test
  void chargesAreTakenBack(Scene scene) {
    Ward ward = scene.ward();
    Patient patient = ward.admit(scene.newcomer("0.00"));
    Line line = new Line("R1", "1", "XB0001", "10.00", "2026-03-10 09:00:00");
    String serial =
        StayTest.serials(ward.charge(patient, List.of(line, new Line("R1", "2", "20.00"))))
            .getFirst();

    Map<String, String> part =
        Map.of(
            "bkc028", serial, "cancelnum", "0.40", "cancelamt", "4.00", "cancelno", "D1" + serial);
    Form cut = ward.call("ST032", patient, part);
    done(cut);
    assertThat(rows(cut))
        .contains("<remainnum>0.60</remainnum>", "<remainamt>6.00</remainamt>")
        .contains("<remainakc228>0.60</remainakc228>");
    Map<String, String> more = new HashMap<>(part);
    more.put("cancelnum", "0.70");
    more.put("cancelamt", "7.00");
    assertThat(Hospital.outcome(ward.call("ST032", patient, more))).isEqualTo("E1701");
    more.put("cancelno", "D2" + serial);
    assertThat(ward.call("ST032", patient, more).get("aprtmsg"))
        .isEqualTo("E1508 删除的部分超过剩余，剩余数量 0.60，剩余金额 6.00 元");
    more.put("cancelnum", "0.10");
    assertThat(Hospital.outcome(ward.call("ST032", patient, more))).isEqualTo("E1508");
    more.put("cancelamt", "6.00");
    assertThat(Hospital.outcome(ward.call("ST032", patient, more)))
        .as("half a unit at no price is no line")
        .isEqualTo("E1503");

    done(ward.call("ST032", patient, Map.of("bkc028", serial, "cancelno", "D3" + serial)));
    assertThat(
            Hospital.outcome(
                ward.call("ST032", patient, Map.of("bkc028", serial, "cancelno", "D4" + serial))))
        .isEqualTo("E1109");
    assertThat(rows(ward.call("ST032", patient, part))).as("a lost answer").isEqualTo(rows(cut));
    done(ward.charge(patient, List.of(new Line("R1", "1", "33.00"))));
    assertThat(ward.call("ST036", patient, Map.of()).get("amount")).isEqualTo("53.00");
    done(ward.call("ST032", patient, Map.of("cancelno", "D5" + serial)));
    assertThat(ward.call("ST036", patient, Map.of()).get("amount")).isEqualTo("0.00");
  }

  @Test
  void onlyMarkedFieldsChange(Scene scene) {
    Ward ward = scene.ward();
    Patient patient = ward.admit(scene.newcomer("0.00"));
    Map<String, String> update = new HashMap<>();
    update.put("updateflag", "0000100101");
    update.put("medicaltype", "22");
    update.put("outdate", "2026-03-12");
    update.put("outdiseasename", "测试出院诊断");
    update.put("outreason", "0");
    done(ward.call("ST033", patient, update));
    assertThat(
            scene.tables.ask(
                "select in_date, out_date from admission where admission_no = ?",
                patient.admission()))
        .containsExactly(List.of("2026-03-10", "2026-03-12"));
    update.put("outdate", "2026-03-09");
    assertThat(Hospital.outcome(ward.call("ST033", patient, update))).isEqualTo("E1001");
    // 22 needs a listed disease (4.6), and nothing was listed.
    update.put("updateflag", "1000010000");
    update.put("diseasecode", "X99");
    assertThat(Hospital.outcome(ward.call("ST033", patient, update))).isEqualTo("E1609");
  }
}
