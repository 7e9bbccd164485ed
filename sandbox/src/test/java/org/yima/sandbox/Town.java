package org.yima.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.yima.protocol.Form;
import org.yima.sandbox.Reckoning.Split;
import org.yima.sandbox.Truth.Terms;
import org.yima.sandbox.World.Inhabitant;
import org.yima.settlement.MedicalType;
import org.yima.settlement.Money;

/** Two hospitals, a pharmacy and three people of one random run, and what the tills have kept. */
final class Town {
  /**
   * A place of treatment.
   *
   * @param level of a hospital; 0: a pharmacy
   */
  record Place(Hospital at, int level) {
    String hospcode() {
      return at.place().institution().code();
    }

    boolean isPharmacy() {
      return level == 0;
    }
  }

  /**
   * What a till has kept of an order.
   *
   * @param sent the request that paid it, to be sent again; empty where there is none
   */
  record Kept(Place place, Inhabitant who, String transaction, String sent, Form reply) {}

  final Scene scene;
  final Random random;
  final Truth truth = new Truth();
  final List<Inhabitant> people = new ArrayList<>();
  final List<Place> hospitals;
  final List<Place> places;
  private final String name;
  private final Map<Place, List<String>> cycles = new HashMap<>();
  private final Map<String, Kept> kept = new HashMap<>();
  private int shifts;

  Town(Scene scene, Random random, long seed) {
    this.scene = scene;
    this.random = random;
    this.name = "MO" + seed + "-";
    Place county = new Place(scene.at(Scene.HOSPITAL), 3);
    Place township = new Place(scene.at(Scene.TOWNSHIP_RSA), 1);
    hospitals = List.of(county, township);
    places = List.of(county, township, new Place(scene.at(Scene.PHARMACY), 0));
    places.forEach(this::signIn);
    settle("0.00", Map.of(MedicalType.CHRONIC_DISEASE, "M03900"));
    settle("150.00", Map.of());
    settle("2500.00", Map.of());
  }

  private void settle(String balance, Map<MedicalType, String> approvals) {
    Inhabitant who = scene.newcomer(balance, approvals);
    people.add(who);
    truth.born(who.person().number(), fen(balance));
  }

  void signIn(Place place) {
    shifts++;
    cycles(place).add(place.at().signIn(name + shifts, "0"));
  }

  /** The cycles of a place; the last one is open. */
  List<String> cycles(Place place) {
    return cycles.computeIfAbsent(place, any -> new ArrayList<>());
  }

  String cycle(Place place) {
    return cycles(place).getLast();
  }

  Steps steps(Place place) {
    return new Steps(place.at(), cycle(place));
  }

  Ward ward(Place place) {
    return new Ward(place.at(), cycle(place));
  }

  <T> T any(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  /** Once in so many times. */
  boolean onceIn(int times) {
    return random.nextInt(times) == 0;
  }

  /** Yuan with an even number of fen, so that half of it is an amount. */
  String amount(int most) {
    return "%d.%02d".formatted(random.nextInt(1, most), 2 * random.nextInt(50));
  }

  static long fen(String yuan) {
    return Money.of(yuan).fen();
  }

  static String yuan(long fen) {
    return Money.ofFen(fen).toString();
  }

  void keep(String number, Kept what) {
    kept.put(number, what);
  }

  /** ST022 has paid. */
  void confirmed(String number, Terms terms, Map<String, String> sent, Form reply) {
    Kept before = kept(number);
    assertThat(figures(Paid.of(reply))).isEqualTo(figures(truth.split(terms)));
    truth.paid(number, terms, cycle(before.place()));
    keep(number, new Kept(before.place(), before.who(), "ST022", Hospital.xml(sent), reply));
  }

  Kept kept(String number) {
    return Objects.requireNonNull(kept.get(number), number);
  }

  /** The figures that a cashier reads. */
  static List<Long> figures(Split split) {
    return List.of(
        split.total(),
        split.deductible(),
        split.fund(),
        split.account(),
        split.cash(),
        split.hospital());
  }

  static List<Long> figures(Paid paid) {
    return Stream.of("akc264", "bkc029", "akc260", "akc255", "akc261", "bkc135")
        .map(name -> paid.amount(name).fen())
        .toList();
  }
}
