package org.yima.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yima.protocol.Form;
import org.yima.sandbox.RandomWards.Bed;
import org.yima.sandbox.Stay.Charge;
import org.yima.sandbox.Ward.Line;

/** What is charged to stays and taken back from them, each call compared with the truth. */
final class RandomCharges {
  static final String FIRST_DAY = "2026-03-10";

  private final Town town;
  private final RandomWards wards;
  private int prescriptions;

  RandomCharges(Town town, RandomWards wards) {
    this.town = town;
    this.wards = wards;
  }

  /** Sent twice now and then. */
  void charge() {
    if (wards.isEmpty()) {
      return;
    }
    Bed bed = wards.anyBed();
    List<Line> lines = lines();
    Form reply = wards.ward(bed).charge(bed.patient(), lines);
    assertThat(Hospital.outcome(reply)).isEqualTo(bed.open());
    if (bed.isOpen()) {
      List<String> serials = StayTest.serials(reply);
      if (town.onceIn(3)) {
        assertThat(StayTest.serials(wards.ward(bed).charge(bed.patient(), lines)))
            .isEqualTo(serials);
      }
      for (int i = 0; i < lines.size(); i++) {
        bed.stay().charged(charge(serials.get(i), lines.get(i)));
      }
    }
  }

  private List<Line> lines() {
    prescriptions++;
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i <= town.random.nextInt(3); i++) {
      String item = town.onceIn(4) ? "UNLISTED" : "XA0001";
      String time = (town.onceIn(3) ? "2026-03-12" : FIRST_DAY) + " 09:00:00";
      lines.add(new Line("R" + prescriptions, String.valueOf(i), item, town.amount(4000), time));
    }
    return lines;
  }

  private static Charge charge(String serial, Line line) {
    return new Charge(
        serial,
        Town.fen(line.price()),
        line.item().equals("XA0001"),
        line.day().startsWith(FIRST_DAY),
        false,
        null);
  }

  /** A line, half of one, or all that nobody has paid; sent twice now and then. */
  void takeBack() {
    if (wards.isEmpty()) {
      return;
    }
    Bed bed = wards.anyBed();
    if (town.onceIn(4)) {
      Form reply = wards.ward(bed).call("ST032", bed.patient(), Map.of("cancelno", Scene.number()));
      assertThat(Hospital.outcome(reply)).isEqualTo(bed.open());
      if (bed.isOpen()) {
        bed.stay().pending(false).forEach(charge -> bed.stay().left(charge, 0));
      }
    } else if (!bed.stay().charges().isEmpty()) {
      Charge charge = town.any(bed.stay().charges());
      takeBack(bed, charge, !charge.halved() && town.random.nextBoolean());
    }
  }

  private void takeBack(Bed bed, Charge charge, boolean half) {
    String rest = Town.yuan(half ? charge.fen() / 2 : 0);
    Map<String, String> fields = new HashMap<>();
    fields.put("bkc028", charge.serial());
    fields.put("cancelno", Scene.number());
    fields.put("cancelnum", half ? "0.50" : "");
    fields.put("cancelamt", half ? rest : "");
    Form reply = wards.ward(bed).call("ST032", bed.patient(), fields);
    boolean pending = charge.paidBy() == null;
    assertThat(Hospital.outcome(reply)).isEqualTo(bed.isOpen() && !pending ? "E1109" : bed.open());
    if (bed.isOpen() && pending) {
      assertThat(reply.get("rows")).contains("<remainamt>" + rest + "</remainamt>");
      Form again = wards.ward(bed).call("ST032", bed.patient(), fields);
      assertThat(again.get("rows")).isEqualTo(reply.get("rows"));
      bed.stay().left(charge, Town.fen(rest));
    }
  }
}
