package org.yima.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yima.protocol.Form;
import org.yima.sandbox.Ward.Line;
import org.yima.sandbox.Ward.Patient;
import org.yima.sandbox.World.Inhabitant;

/**
 * Ninety days in hospital: 3,000 charge lines in 30 calls, each in the cycle of its own day,
 * corrected, settled, queried. By hand: 3,000 lines of 12.34 are 37,020.00, less one line and half
 * of another: 37,001.49; 800.00 of deductible; 80 % of 10,000 and 85 % of the rest.
 */
@ExtendWith(Scene.Shared.class)
class LongStayTest {
  private static final int CALLS = 30;
  private static final int LINES = 100;
  private static final String PRICE = "12.34";

  @Test
  void threeThousandLinesInThirtyCalls(Scene scene) {
    Hospital at = scene.hospital();
    Inhabitant who = scene.newcomer("1000.00");
    List<String> cycles = new ArrayList<>(List.of(at.signIn("LS", "0")));
    Patient patient = new Ward(at, cycles.getFirst()).admit(who);
    List<String> serials = new ArrayList<>();
    for (int call = 0; call < CALLS; call++) {
      Ward today = new Ward(at, at.signIn("LS" + call, "0"));
      cycles.add(today.cycle());
      Form reply = today.charge(patient, lines(call, at.now()));
      assertThat(Hospital.outcome(reply)).as(Hospital.message(reply)).isEqualTo("00");
      serials.addAll(StayTest.serials(reply));
      scene.clock.advance(Duration.ofDays(3));
    }
    assertThat(serials).hasSize(CALLS * LINES).doesNotHaveDuplicates();

    Ward last = new Ward(at, at.signIn("LSE", "0"));
    cycles.add(last.cycle());
    correct(last, patient, serials);
    Paid paid = Paid.of(last.settle(patient, last.presettle(patient, "37001.49")));

    assertThat(paid.lines()).hasSize(CALLS * LINES - 1);
    assertThat(paid.balance().textOf("akc264")).isEqualTo("37001.49");
    assertThat(paid.balance().textOf("bkc029")).isEqualTo("800.00");
    assertThat(paid.balance().textOf("ake039")).isEqualTo("30271.27");
    assertThat(paid.balance().textOf("akc255")).isEqualTo("1000.00");
    assertThat(paid.balance().textOf("akc261")).isEqualTo("5730.22");
    Form queried = new Steps(at, last.cycle()).status(patient.order());
    assertThat(queried.get("aptorderackdata")).isEqualTo(paid.value("aptorderackdata"));
    assertThat(last.call("ST036", patient, Map.of()).get("count")).isEqualTo("0");
    // Nothing of a stay keeps a cycle open; and no other test finds one of summer.
    for (String cycle : cycles) {
      assertThat(Hospital.outcome(at.call("ST002", CycleCases.naming(at, cycle)))).isEqualTo("00");
    }
  }

  private static List<Line> lines(int call, String day) {
    var lines = new ArrayList<Line>();
    for (int i = 0; i < LINES; i++) {
      lines.add(
          new Line("R" + call + "-" + i / 25, String.valueOf(i % 25 + 1), "XA0001", PRICE, day));
    }
    return lines;
  }

  private static void correct(Ward ward, Patient patient, List<String> serials) {
    Form whole =
        ward.call(
            "ST032",
            patient,
            Map.of("bkc028", serials.getFirst(), "cancelno", "W" + patient.order()));
    Form half =
        ward.call(
            "ST032",
            patient,
            Map.of(
                "bkc028",
                serials.getLast(),
                "cancelnum",
                "0.50",
                "cancelamt",
                "6.17",
                "cancelno",
                "H" + patient.order()));
    assertThat(Hospital.outcome(whole)).isEqualTo("00");
    assertThat(Objects.requireNonNull(half.get("rows"), () -> Hospital.message(half)))
        .contains("<remainamt>6.17</remainamt>");
    Form left =
        ward.call(
            "ST033",
            patient,
            Map.of("updateflag", "0000100001", "outdate", ward.at().now(), "outreason", "0"));
    assertThat(Hospital.outcome(left)).isEqualTo("00");
  }

  /** 301 lines are refused, however they are spread over prescriptions. */
  @Test
  void threeHundredLinesACall(Scene scene) {
    Ward ward = scene.ward();
    Patient patient = ward.admit(scene.newcomer("0.00"));
    var lines = new ArrayList<Line>();
    for (int i = 0; i < 301; i++) {
      lines.add(new Line("R" + i / 200, String.valueOf(i), "1.00"));
    }
    assertThat(ward.charge(patient, lines).get("aprtmsg"))
        .startsWith("E1001")
        .contains("每次不超过300行");
    assertThat(Hospital.outcome(ward.charge(patient, lines.subList(0, 300)))).isEqualTo("00");
  }
}
