package org.yima.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.yima.protocol.Form;
import org.yima.sandbox.Hospital.Order;
import org.yima.sandbox.Steps.Prepared;
import org.yima.sandbox.Truth.Split;
import org.yima.sandbox.Truth.State;
import org.yima.sandbox.World.Inhabitant;
import org.yima.settlement.Money;

/** Tills of several hospitals that call at random, each call compared with {@link Truth}. */
final class RandomTills {
  /** One hospital with its level. */
  private record Place(Hospital at, int level) {}

  /** What a till has kept of an order that it sent. */
  private record Kept(Place place, Inhabitant who, String sent, Form reply) {}

  private final Scene scene;
  private final Random random;
  private final String name;
  private final Truth truth = new Truth();
  private final List<Inhabitant> people = new ArrayList<>();
  private final List<Place> places = new ArrayList<>();
  private final Map<Place, List<String>> cycles = new HashMap<>();
  private final Map<String, Kept> kept = new HashMap<>();

  RandomTills(Scene scene, Random random, long seed) {
    this.scene = scene;
    this.random = random;
    this.name = "MO" + seed + "-";
    places.add(new Place(scene.at(Scene.HOSPITAL), 3));
    places.add(new Place(scene.at(Scene.TOWNSHIP_RSA), 1));
    places.forEach(this::signIn);
    for (long yuan : new long[] {0, 150, 2500}) {
      Inhabitant who = scene.newcomer(yuan + ".00");
      people.add(who);
      truth.born(who.person().number(), yuan * 100);
    }
  }

  private void signIn(Place place) {
    List<String> own = cycles.computeIfAbsent(place, any -> new ArrayList<>());
    own.add(place.at().signIn(name + own.size(), "0"));
  }

  private String cycle(Place place) {
    return Objects.requireNonNull(cycles.get(place)).getLast();
  }

  private Steps steps(Place place) {
    return new Steps(place.at(), cycle(place));
  }

  private <T> T any(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  void call() {
    switch (random.nextInt(12)) {
      case 0, 1, 2 -> pay();
      case 3, 4 -> prepare();
      case 5 -> confirm();
      case 6 -> refund();
      case 7 -> cancel();
      case 8 -> repeat();
      case 9, 10 -> lost();
      default -> {
        signIn(any(places));
      }
    }
  }

  private String amount() {
    return random.nextInt(1, 1500) + "." + random.nextInt(10, 100);
  }

  private static long fen(String yuan) {
    return Money.of(yuan).fen();
  }

  private void pay() {
    Place place = any(places);
    Inhabitant who = any(people);
    String number = Scene.number();
    String amount = amount();
    Order order = place.at().order(number, cycle(place), place.at().scan(who));
    String sent = order.line("XA0001", amount).xml();
    Form reply = place.at().call("ST007", sent);
    String person = who.person().number();
    Split expected = truth.split(person, place.level(), fen(amount));
    compare(Paid.of(reply), expected);
    truth.paid(number, person, place.level(), fen(amount), cycle(place));
    kept.put(number, new Kept(place, who, sent, reply));
  }

  private void prepare() {
    Place place = any(places);
    Inhabitant who = any(people);
    String number = Scene.number();
    String amount = amount();
    Prepared prepared = steps(place).prepare(who, number, amount);
    Split expected = truth.split(who.person().number(), place.level(), fen(amount));
    assertThat(fen(prepared.value("akc255"))).isEqualTo(expected.account());
    assertThat(fen(prepared.value("akc261"))).isEqualTo(expected.cash());
    truth.prepared(number, who.person().number(), place.level(), fen(amount), cycle(place));
    kept.put(number, new Kept(place, who, "", prepared.reply()));
  }

  /** Pays what was promised if it still holds; else the new split is named and paid. */
  private void confirm() {
    Truth.Order order = anyIn(State.PREPARED);
    if (order == null) {
      return;
    }
    Kept till = kept(order);
    Prepared prepared = new Prepared(order.number(), till.who(), till.reply());
    Map<String, String> fields = steps(till.place()).confirmation(prepared);
    Split now = truth.split(order.person(), order.level(), order.total());
    boolean holds = now.fund() == order.split().fund() && now.account() == order.split().account();
    Form reply = till.place().at().call("ST022", Hospital.xml(fields));
    assertThat(Hospital.outcome(reply)).isEqualTo(holds ? "00" : "E1507");
    if (!holds) {
      fields.put("akc264", Objects.requireNonNull(reply.get("akc264")));
      fields.put("akc255", Objects.requireNonNull(reply.get("akc255")));
      reply = till.place().at().call("ST022", Hospital.xml(fields));
    }
    compare(Paid.of(reply), now);
    truth.paid(order.number(), order.person(), order.level(), order.total(), cycle(till.place()));
    kept.put(order.number(), new Kept(till.place(), till.who(), "", reply));
  }

  private void refund() {
    Truth.Order order = anyIn(State.PAID);
    if (order != null) {
      Kept till = kept(order);
      Form reply = steps(till.place()).refund(till.who(), new Paid(till.reply()));
      assertThat(Hospital.outcome(reply)).isEqualTo("00");
      truth.refunded(order, cycle(till.place()));
    }
  }

  /** What is paid only from its own cycle; a number that nobody knows at any time. */
  private void cancel() {
    if (truth.orders().isEmpty() || random.nextInt(6) == 0) {
      String unknown = Scene.number();
      Place place = any(places);
      assertThat(Hospital.outcome(steps(place).cancel(unknown))).isEqualTo("00");
      assertThat(steps(place).state(unknown)).isEqualTo("4");
      return;
    }
    Truth.Order order = any(List.copyOf(truth.orders().values()));
    Steps at = steps(kept(order).place());
    String expected =
        switch (order.state()) {
          case PREPARED, CANCELLED -> "00";
          case PAID -> order.cycle().equals(at.cycle()) ? "00" : "E1407";
          case REFUNDED -> "E1102";
        };
    assertThat(Hospital.outcome(at.cancel(order.number()))).as(order.number()).isEqualTo(expected);
    if (expected.equals("00")) {
      truth.cancelled(order);
    }
  }

  /** A copy of an ST007 is answered as the first one was, as long as that holds. */
  private void repeat() {
    List<Truth.Order> sent =
        truth.orders().values().stream().filter(one -> !kept(one).sent().isEmpty()).toList();
    if (!sent.isEmpty()) {
      Truth.Order order = any(sent);
      Kept till = kept(order);
      Form again = till.place().at().call("ST007", till.sent());
      assertThat(Hospital.outcome(again)).isEqualTo(order.state() == State.PAID ? "00" : "E1102");
      if (order.state() == State.PAID) {
        assertThat(again.get("aptorderackdata")).isEqualTo(till.reply().get("aptorderackdata"));
      }
    }
  }

  /**
   * The request or its reply is lost. The till sends the same again, or cancels; then the first one
   * may still arrive.
   */
  private void lost() {
    Place place = any(places);
    Inhabitant who = any(people);
    String number = Scene.number();
    String amount = amount();
    String sent =
        place.at().order(number, cycle(place), place.at().scan(who)).line("XA0001", amount).xml();
    String person = who.person().number();
    Split expected = truth.split(person, place.level(), fen(amount));
    if (random.nextBoolean()) {
      place.at().call("ST007", sent);
    }
    if (random.nextBoolean()) {
      Form again = place.at().call("ST007", sent);
      compare(Paid.of(again), expected);
      truth.paid(number, person, place.level(), fen(amount), cycle(place));
      kept.put(number, new Kept(place, who, sent, again));
    } else {
      assertThat(Hospital.outcome(steps(place).cancel(number))).isEqualTo("00");
      assertThat(Hospital.outcome(place.at().call("ST007", sent))).isEqualTo("E1102");
      assertThat(steps(place).state(number)).isEqualTo("4");
    }
  }

  private Kept kept(Truth.Order order) {
    return Objects.requireNonNull(kept.get(order.number()));
  }

  private Truth.@org.jspecify.annotations.Nullable Order anyIn(State state) {
    List<Truth.Order> all =
        truth.orders().values().stream().filter(one -> one.state() == state).toList();
    return all.isEmpty() ? null : any(all);
  }

  private static void compare(Paid paid, Split expected) {
    assertThat(
            new Split(
                paid.amount("akc264").fen(),
                paid.amount("bkc029").fen(),
                paid.amount("akc260").fen(),
                paid.amount("akc255").fen(),
                paid.amount("akc261").fen()))
        .isEqualTo(expected);
  }

  void compareAll() {
    for (Truth.Order order : truth.orders().values()) {
      assertThat(steps(kept(order).place()).state(order.number()))
          .as(order.number())
          .isEqualTo(order.state().code);
    }
    for (Inhabitant who : people) {
      String person = who.person().number();
      assertThat(total("select balance from personal_account", person))
          .isEqualTo(truth.balance(person));
      assertThat(counter("deductible:all", person)).isEqualTo(truth.deductible(person));
      assertThat(counter("fund:all", person)).isEqualTo(truth.fund(person));
    }
    cycles.forEach((place, own) -> own.forEach(cycle -> compareStatement(place, cycle)));
  }

  private void compareStatement(Place place, String cycle) {
    Form reply = place.at().call("ST099", CycleCases.naming(place.at(), cycle));
    List<Long> lines = truth.statement(cycle);
    assertThat(reply.get("count")).as(cycle).isEqualTo(String.valueOf(lines.size()));
    assertThat(fen(Objects.requireNonNull(reply.get("amount"))))
        .isEqualTo(lines.stream().mapToLong(line -> line).sum());
  }

  private long counter(String counter, String person) {
    return Long.parseLong(
        scene.tables.one(
            "select coalesce(sum(amount), 0) from year_total where counter = ? and person_no = ?",
            counter,
            person));
  }

  private long total(String query, String person) {
    return Long.parseLong(scene.tables.one(query + " where person_no = ?", person));
  }
}
