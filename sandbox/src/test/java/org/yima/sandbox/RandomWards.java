package org.yima.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yima.protocol.Form;
import org.yima.sandbox.Reckoning.Kind;
import org.yima.sandbox.Reckoning.Split;
import org.yima.sandbox.Stay.Charge;
import org.yima.sandbox.Town.Kept;
import org.yima.sandbox.Town.Place;
import org.yima.sandbox.Truth.State;
import org.yima.sandbox.Truth.Terms;
import org.yima.sandbox.Ward.Patient;
import org.yima.sandbox.World.Inhabitant;

/** Wards that admit, settle and withdraw, each call compared with the truth. */
final class RandomWards {
  private final Town town;
  private final Truth truth;
  private final List<Bed> beds = new ArrayList<>();

  RandomWards(Town town) {
    this.town = town;
    this.truth = town.truth;
  }

  /** A stay with the place where it is. */
  record Bed(Place place, Stay stay) {
    Patient patient() {
      return stay.patient;
    }

    boolean isOpen() {
      return stay.state() == Stay.State.OPEN;
    }

    /** What is answered to whatever needs an open stay. */
    String open() {
      return isOpen() ? "00" : "E1107";
    }
  }

  List<Stay> stays() {
    return beds.stream().map(Bed::stay).toList();
  }

  Ward ward(Bed bed) {
    return town.ward(bed.place());
  }

  boolean isEmpty() {
    return beds.isEmpty();
  }

  /** Mostly one in which somebody still lies. */
  Bed anyBed() {
    List<Bed> open = beds.stream().filter(Bed::isOpen).toList();
    return town.any(open.isEmpty() || town.onceIn(5) ? beds : open);
  }

  /** One stay at a time, now and then for a cataract; what it bears and its number are told. */
  void admit() {
    Place place = town.any(town.hospitals);
    Inhabitant who = town.any(town.people);
    String person = who.person().number();
    Kind kind = town.onceIn(4) ? Kind.FIXED_PRICE : Kind.STAY;
    Map<String, String> fields = town.ward(place).admission(who, Scene.number());
    if (kind == Kind.FIXED_PRICE) {
      fields.putAll(Ward.CATARACT);
    }
    Form reply = town.ward(place).admit(fields);
    boolean inBed =
        stays().stream()
            .anyMatch(stay -> stay.person().equals(person) && stay.state() == Stay.State.OPEN);
    assertThat(Hospital.outcome(reply)).isEqualTo(inBed ? "E1611" : "00");
    if (!inBed) {
      compareStanding(reply, kind, place.level(), truth.totals(person));
      Patient patient = patient(who, Objects.requireNonNull(fields.get("orderid")), reply);
      beds.add(new Bed(place, new Stay(patient, place.hospcode(), place.level(), kind)));
    }
  }

  private static void compareStanding(Form reply, Kind kind, int level, Map<String, Long> year) {
    long visit = Reckoning.of(year, "visits:inpatient") + 1;
    long standard = (level == 1 ? 200_00 : 800_00) / (visit == 1 ? 1 : 2);
    assertThat(reply.get("akc290")).isEqualTo(Town.yuan(kind == Kind.FIXED_PRICE ? 0 : standard));
    assertThat(reply.get("akc090")).isEqualTo(visit + ".00");
  }

  private static Patient patient(Inhabitant who, String order, Form reply) {
    return new Patient(
        who,
        order,
        Objects.requireNonNull(reply.get("akc190")),
        Objects.requireNonNull(reply.get("ordervalidcode")));
  }

  void update() {
    if (!beds.isEmpty()) {
      Bed bed = anyBed();
      Form reply =
          ward(bed)
              .call(
                  "ST033",
                  bed.patient(),
                  Map.of("updateflag", "0100000000", "deptname", "外科" + town.random.nextInt(9)));
      assertThat(Hospital.outcome(reply)).isEqualTo(bed.open());
    }
  }

  /** All of a stay or its first day, by ST023's number or by another, with a limit or without. */
  void presettle() {
    if (beds.isEmpty()) {
      return;
    }
    Bed bed = anyBed();
    long limit = town.onceIn(3) ? Town.fen(town.amount(500)) : Long.MAX_VALUE;
    Terms terms = terms(bed.stay(), town.onceIn(3), limit);
    long wrong = town.onceIn(8) ? 2 : 0;
    String number = freeNumber(bed.patient().order());
    Form reply = ward(bed).call("ST034", bed.patient(), asking(number, terms, wrong));
    String expected = wrong > 0 ? "E1509" : promised(terms);
    assertThat(Hospital.outcome(reply)).isEqualTo(bed.isOpen() ? expected : bed.open());
    if (bed.isOpen() && expected.equals("00")) {
      comparePromise(reply, truth.split(terms));
      truth.prepared(number, terms, town.cycle(bed.place()));
      town.keep(number, new Kept(bed.place(), bed.patient().who(), "ST034", "", reply));
    }
  }

  /** A fixed price is for all of a stay. */
  private static String promised(Terms terms) {
    if (terms.bill().total() == 0) {
      return "E1504";
    }
    return terms.early() && terms.bill().kind() == Kind.FIXED_PRICE ? "E1612" : "00";
  }

  /** ST023's own as long as it may be used, or a new one. */
  private String freeNumber(String own) {
    boolean ownIsFree = !truth.knows(own) || truth.order(own).state() == State.PREPARED;
    return ownIsFree && town.random.nextBoolean() ? own : Scene.number();
  }

  private static Map<String, String> asking(String number, Terms terms, long wrong) {
    Map<String, String> fields = new HashMap<>();
    fields.put("orderid", number);
    fields.put("akc264", Town.yuan(terms.bill().total() + wrong));
    fields.put("endtime", terms.early() ? RandomCharges.FIRST_DAY : "");
    boolean limited = terms.accountLimit() < Long.MAX_VALUE;
    fields.put("akc255", limited ? Town.yuan(terms.accountLimit()) : "");
    return fields;
  }

  private static void comparePromise(Form reply, Split split) {
    assertThat(Town.fen(Ward.promised(reply, "bkc029"))).isEqualTo(split.deductible());
    assertThat(Town.fen(Ward.promised(reply, "akc260"))).isEqualTo(split.fund());
    assertThat(Town.fen(Ward.promised(reply, "akc255"))).isEqualTo(split.account());
    assertThat(Town.fen(Ward.promised(reply, "akc261"))).isEqualTo(split.cash());
    assertThat(Town.fen(Ward.promised(reply, "bkc135"))).isEqualTo(split.hospital());
  }

  private static Terms terms(Stay stay, boolean early, long limit) {
    return new Terms(stay.person(), stay.bill(early), stay, early, limit);
  }

  /** What was charged, taken back or paid since the pre-settlement is found out. */
  void settle() {
    List<Truth.Order> waiting =
        truth.in(State.PREPARED).stream().filter(order -> order.terms().stay() != null).toList();
    if (waiting.isEmpty()) {
      return;
    }
    Truth.Order order = town.any(waiting);
    Kept kept = town.kept(order.number());
    Stay stay = Objects.requireNonNull(order.terms().stay());
    Ward ward = town.ward(kept.place());
    Map<String, String> fields = ward.settlement(stay.patient, kept.reply());
    Terms now = terms(stay, order.terms().early(), order.terms().accountLimit());
    Form reply = ward.at().call("ST022", Hospital.xml(fields));
    String expected = outcome(order, now);
    assertThat(Hospital.outcome(reply)).as(order.toString()).isEqualTo(expected);
    if (expected.equals("E1507")) {
      RandomTills.compareChange(reply, truth.split(now));
      fields.putAll(RandomTills.changed(reply));
      reply = ward.at().call("ST022", Hospital.xml(fields));
    }
    if (expected.equals("00") || expected.equals("E1507")) {
      town.confirmed(order.number(), now, fields, reply);
    }
  }

  private String outcome(Truth.Order order, Terms now) {
    if (now.stay() == null || now.stay().state() != Stay.State.OPEN) {
      return "E1107";
    }
    if (now.bill().total() == 0) {
      return "E1504";
    }
    boolean holds = Town.figures(truth.split(now)).equals(Town.figures(order.split()));
    return holds ? "00" : "E1507";
  }

  void withdraw() {
    if (beds.isEmpty()) {
      return;
    }
    Bed bed = anyBed();
    Form reply = ward(bed).withdraw(bed.patient());
    String expected =
        switch (bed.stay().state()) {
          case WITHDRAWN -> "00";
          case SETTLED -> "E1107";
          case OPEN -> truth.isSettled(bed.stay()) ? "E1110" : "00";
        };
    assertThat(Hospital.outcome(reply)).isEqualTo(expected);
    if (expected.equals("00") && bed.isOpen()) {
      truth.withdrawn(bed.stay());
    }
  }

  /** ST036 of a stay. */
  void show(Stay stay) {
    Bed bed = beds.stream().filter(each -> each.stay() == stay).findFirst().orElseThrow();
    Form shown = ward(bed).call("ST036", bed.patient(), Map.of());
    List<Charge> pending = stay.pending(false);
    assertThat(shown.get("admissionstate")).isEqualTo(stay.state().code);
    assertThat(shown.get("count")).isEqualTo(String.valueOf(pending.size()));
    assertThat(shown.get("amount"))
        .isEqualTo(Town.yuan(pending.stream().mapToLong(Charge::fen).sum()));
    String own = bed.patient().order();
    String state = stay.state() == Stay.State.WITHDRAWN ? "4" : "1";
    assertThat(town.steps(bed.place()).state(own))
        .isEqualTo(truth.knows(own) ? truth.order(own).state().code : state);
  }
}
