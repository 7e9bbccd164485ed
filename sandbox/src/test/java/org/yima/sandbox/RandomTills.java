package org.yima.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yima.protocol.Form;
import org.yima.sandbox.Hospital.Order;
import org.yima.sandbox.Reckoning.Bill;
import org.yima.sandbox.Reckoning.Kind;
import org.yima.sandbox.Reckoning.Split;
import org.yima.sandbox.Steps.Prepared;
import org.yima.sandbox.Town.Kept;
import org.yima.sandbox.Town.Place;
import org.yima.sandbox.Truth.State;
import org.yima.sandbox.Truth.Terms;
import org.yima.sandbox.World.Inhabitant;

/** Tills that pay visits and purchases and undo payments, each call compared with the truth. */
final class RandomTills {
  private final Town town;
  private final Truth truth;

  RandomTills(Town town) {
    this.town = town;
    this.truth = town.truth;
  }

  /** Something to be paid: 甲 items, and with luck some of which the fund pays nothing. */
  private record Sale(Place place, Inhabitant who, String number, Bill bill) {
    Terms terms() {
      return new Terms(who.person().number(), bill);
    }

    Order in(String cycle) {
      Order order = place.at().order(number, cycle, place.at().scan(who));
      if (bill.kind() == Kind.PHARMACY) {
        order.with("ordertype", "drugsscan").visit("medicaltype", "14");
      } else if (bill.kind() == Kind.CHRONIC) {
        order.visit("medicaltype", "13").visit("diseasecode", "M03900");
      }
      order.line("XA0001", Town.yuan(bill.inScope()));
      if (bill.total() > bill.inScope()) {
        order.line("UNLISTED", Town.yuan(bill.total() - bill.inScope()));
      }
      return order;
    }
  }

  private Sale sale(List<Place> places) {
    Place place = town.any(places);
    Inhabitant who = town.any(town.people);
    Kind kind = Kind.OUTPATIENT;
    if (place.isPharmacy()) {
      kind = Kind.PHARMACY;
    } else if (!who.approvals().isEmpty() && town.random.nextBoolean()) {
      kind = Kind.CHRONIC;
    }
    long inScope = Town.fen(town.amount(1500));
    long more = town.onceIn(3) ? Town.fen(town.amount(50)) : 0;
    return new Sale(
        place,
        who,
        Scene.number(),
        new Bill(kind, place.hospcode(), place.level(), inScope + more, inScope));
  }

  private void paid(Sale sale, String sent, Form reply) {
    assertThat(Town.figures(Paid.of(reply)))
        .as(sale.toString())
        .isEqualTo(Town.figures(truth.split(sale.terms())));
    truth.paid(sale.number(), sale.terms(), town.cycle(sale.place()));
    town.keep(sale.number(), new Kept(sale.place(), sale.who(), "ST007", sent, reply));
  }

  void pay() {
    Sale sale = sale(town.places);
    String sent = sale.in(town.cycle(sale.place())).xml();
    paid(sale, sent, sale.place().at().call("ST007", sent));
  }

  void prepare() {
    Sale sale = sale(town.hospitals);
    String cycle = town.cycle(sale.place());
    Form reply = town.steps(sale.place()).prepare(sale.in(cycle));
    Prepared prepared = Prepared.of(sale.number(), sale.who(), reply);
    Split expected = truth.split(sale.terms());
    assertThat(Town.fen(prepared.value("akc260"))).isEqualTo(expected.fund());
    assertThat(Town.fen(prepared.value("akc255"))).isEqualTo(expected.account());
    assertThat(Town.fen(prepared.value("akc261"))).isEqualTo(expected.cash());
    truth.prepared(sale.number(), sale.terms(), cycle);
    town.keep(sale.number(), new Kept(sale.place(), sale.who(), "ST021", "", reply));
  }

  /** Pays what was promised if it still holds; else the new split is named and paid. */
  void confirm() {
    List<Truth.Order> waiting =
        truth.in(State.PREPARED).stream().filter(order -> order.terms().stay() == null).toList();
    if (waiting.isEmpty()) {
      return;
    }
    Truth.Order order = town.any(waiting);
    Kept till = town.kept(order.number());
    Prepared prepared = new Prepared(order.number(), till.who(), till.reply());
    Map<String, String> fields = town.steps(till.place()).confirmation(prepared);
    Split now = truth.split(order.terms());
    boolean holds = Town.figures(now).equals(Town.figures(order.split()));
    Form reply = till.place().at().call("ST022", Hospital.xml(fields));
    assertThat(Hospital.outcome(reply)).isEqualTo(holds ? "00" : "E1507");
    if (!holds) {
      compareChange(reply, now);
      fields.putAll(changed(reply));
      reply = till.place().at().call("ST022", Hospital.xml(fields));
    }
    town.confirmed(order.number(), order.terms(), fields, reply);
  }

  /** What the refusal says would be paid now. */
  static void compareChange(Form reply, Split now) {
    assertThat(reply.get("akc264")).isEqualTo(Town.yuan(now.total()));
    assertThat(reply.get("akc260")).isEqualTo(Town.yuan(now.fund()));
    assertThat(reply.get("akc255")).isEqualTo(Town.yuan(now.account()));
    assertThat(reply.get("akc261")).isEqualTo(Town.yuan(now.cash()));
  }

  /** What the till sends to pay that. */
  static Map<String, String> changed(Form reply) {
    return Map.of(
        "akc264", Objects.requireNonNull(reply.get("akc264")),
        "akc255", Objects.requireNonNull(reply.get("akc255")));
  }

  void refund() {
    List<Truth.Order> paid = truth.in(State.PAID);
    if (!paid.isEmpty()) {
      Truth.Order order = town.any(paid);
      Kept till = town.kept(order.number());
      Form reply = town.steps(till.place()).refund(till.who(), new Paid(till.reply()));
      assertThat(Hospital.outcome(reply)).as(order.toString()).isEqualTo("00");
      assertThat(reply.get("totalfee")).isEqualTo(Town.yuan(order.split().total()));
      truth.refunded(order, town.cycle(till.place()), "refunded");
    }
  }

  /** A number that nobody knows may be cancelled at any time, and is then used. */
  void cancelUnknown() {
    String unknown = Scene.number();
    Steps at = town.steps(town.any(town.places));
    assertThat(Hospital.outcome(at.cancel(unknown))).isEqualTo("00");
    assertThat(at.state(unknown)).isEqualTo("4");
  }

  /** What is paid only from its own cycle. */
  void cancel() {
    if (truth.orders().isEmpty()) {
      return;
    }
    Truth.Order order = town.any(truth.orders());
    Steps at = town.steps(town.kept(order.number()).place());
    String expected =
        switch (order.state()) {
          case PREPARED -> order.admits() ? "E1108" : "00";
          case EXPIRED, CANCELLED -> "00";
          case PAID -> order.cycle().equals(at.cycle()) ? "00" : "E1407";
          case REFUNDED -> "E1102";
        };
    assertThat(Hospital.outcome(at.cancel(order.number())))
        .as(order.toString())
        .isEqualTo(expected);
    if (expected.equals("00")) {
      truth.cancelled(order);
    }
  }

  /** A copy of what paid is answered as the first one was, as long as that holds. */
  void repeat() {
    List<Truth.Order> sent =
        truth.orders().stream()
            .filter(order -> !town.kept(order.number()).sent().isEmpty())
            .toList();
    if (!sent.isEmpty()) {
      Truth.Order order = town.any(sent);
      Kept till = town.kept(order.number());
      Form again = till.place().at().call(till.transaction(), till.sent());
      boolean stands = order.state() == State.PAID;
      assertThat(Hospital.outcome(again)).as(order.toString()).isEqualTo(stands ? "00" : "E1102");
      if (stands) {
        assertThat(again.get("aptorderackdata")).isEqualTo(till.reply().get("aptorderackdata"));
      }
    }
  }

  /** The request or its reply is lost; the till sends the same again. */
  void lostAndRepeated() {
    Sale sale = sale(town.places);
    String sent = sale.in(town.cycle(sale.place())).xml();
    if (town.random.nextBoolean()) {
      sale.place().at().call("ST007", sent);
    }
    paid(sale, sent, sale.place().at().call("ST007", sent));
  }

  /** The request or its reply is lost; the till cancels, and then the first one may arrive. */
  void lostAndCancelled() {
    Sale sale = sale(town.places);
    Hospital at = sale.place().at();
    Steps steps = town.steps(sale.place());
    String sent = sale.in(steps.cycle()).xml();
    if (town.random.nextBoolean()) {
      paid(sale, sent, at.call("ST007", sent));
    }
    assertThat(Hospital.outcome(steps.cancel(sale.number()))).isEqualTo("00");
    assertThat(Hospital.outcome(at.call("ST007", sent))).isEqualTo("E1102");
    assertThat(steps.state(sale.number())).isEqualTo("4");
    if (truth.knows(sale.number())) {
      truth.cancelled(truth.order(sale.number()));
    }
  }
}
