package org.yima.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.yima.platform.order.AdministrativeReversal;
import org.yima.protocol.Form;
import org.yima.sandbox.Reckoning.Split;
import org.yima.sandbox.Town.Place;
import org.yima.sandbox.Truth.State;
import org.yima.sandbox.World.Inhabitant;

/** Shifts, questions, the scheme's own office and the passing of time, compared with the truth. */
final class RandomDesks {
  private final Town town;
  private final Truth truth;
  private int halfHours = 2;
  private String catalogue = "";

  RandomDesks(Town town) {
    this.town = town;
    this.truth = town.truth;
  }

  void signIn() {
    town.signIn(town.any(town.places));
  }

  /** Refused while a payment of the cycle is prepared, which is then named. */
  void signOut() {
    Place place = town.any(town.places);
    String cycle = town.any(town.cycles(place));
    List<String> open =
        truth.in(State.PREPARED).stream()
            .filter(order -> order.cycle().equals(cycle) && order.terms().stay() == null)
            .map(Truth.Order::number)
            .toList();
    Form reply = place.at().call("ST002", CycleCases.naming(place.at(), cycle));
    assertThat(Hospital.outcome(reply)).isEqualTo(open.isEmpty() ? "00" : "E1406");
    String named = reply.get("aprtmsg") + reply.get("aprdetail");
    assertThat(open).allSatisfy(number -> assertThat(named).contains(number));
    if (open.isEmpty()) {
      payInVain(place, cycle);
      town.signIn(place);
    }
  }

  /** Its cycle is closed. */
  private void payInVain(Place place, String cycle) {
    Hospital.Order late =
        place.at().order(Scene.number(), cycle, place.at().scan(town.any(town.people)));
    if (place.isPharmacy()) {
      late.with("ordertype", "drugsscan").visit("medicaltype", "14");
    }
    Form reply = place.at().call("ST007", late.line("XA0001", "1.00").xml());
    assertThat(Hospital.outcome(reply)).isEqualTo("E1403");
  }

  /** ST020: who it is, and what the account holds. */
  void identify() {
    Inhabitant who = town.any(town.people);
    Hospital at = town.any(town.places).at();
    Form reply = at.call("ST020", Hospital.xml(at.scan(who)));
    String person = who.person().number();
    assertThat(reply.get("bac001")).as(Hospital.message(reply)).isEqualTo(person);
    assertThat(reply.get("bac048")).isEqualTo(Town.yuan(truth.balance(person)));
  }

  /** ST035. */
  void approvals() {
    Inhabitant who = town.any(town.people);
    Form reply =
        town.any(town.hospitals)
            .at()
            .call("ST035", Hospital.xml(Map.of("bac001", who.person().number())));
    String rows = Objects.requireNonNull(reply.get("rows"), () -> Hospital.message(reply));
    assertThat(rows.contains("M03900")).isEqualTo(!who.approvals().isEmpty());
  }

  /** ST042: nobody changes the catalogue meanwhile. */
  void download() {
    Form reply =
        town.any(town.places)
            .at()
            .call("ST042", Hospital.xml(Map.of("catalogue", "item", "afterversion", "")));
    String version = Objects.requireNonNull(reply.get("version"), () -> Hospital.message(reply));
    assertThat(version).isEqualTo(catalogue.isEmpty() ? version : catalogue);
    catalogue = version;
  }

  /** ST009 of any order. */
  void status() {
    if (!truth.orders().isEmpty()) {
      Truth.Order order = town.any(truth.orders());
      compareState(order);
    }
  }

  void compareState(Truth.Order order) {
    assertThat(town.steps(town.kept(order.number()).place()).state(order.number()))
        .as(order.toString())
        .isEqualTo(order.state().code);
  }

  /** ST099 of any cycle, open or closed. */
  void statement() {
    Place place = town.any(town.places);
    compareStatement(place, town.any(town.cycles(place)));
  }

  void compareStatement(Place place, String cycle) {
    Form reply = place.at().call("ST099", CycleCases.naming(place.at(), cycle));
    List<Long> lines = truth.statement(cycle, Split::total);
    assertThat(reply.get("count")).as(cycle).isEqualTo(String.valueOf(lines.size()));
    assertThat(Town.fen(Objects.requireNonNull(reply.get("amount")))).isEqualTo(sum(lines));
    long borne = sum(truth.statement(cycle, Split::hospital));
    assertThat(reply.get("bkc135")).isEqualTo(borne == 0 ? null : Town.yuan(borne));
  }

  private static long sum(List<Long> lines) {
    return lines.stream().mapToLong(line -> line).sum();
  }

  /** 经办冲正 by two people of the scheme. */
  void reverse() {
    List<Truth.Order> paid = truth.in(State.PAID);
    if (!paid.isEmpty()) {
      Truth.Order order = town.any(paid);
      String hospcode = order.terms().bill().hospital();
      AdministrativeReversal office = town.scene.sandbox.reversals();
      office.propose(hospcode, order.number(), "患者已离院", "甲");
      truth.refunded(order, office.approve(hospcode, order.number(), "乙").cycleNo(), "reversed");
    }
  }

  /** Half an hour later nobody can pay what was prepared before. A stay does not expire. */
  void later() {
    if (halfHours-- > 0) {
      town.scene.clock.advance(Duration.ofMinutes(31));
      truth.in(State.PREPARED).stream()
          .filter(order -> order.terms().stay() == null)
          .forEach(this::expire);
    }
  }

  private void expire(Truth.Order order) {
    Steps at = town.steps(town.kept(order.number()).place());
    for (int i = 0; i < 200 && !at.state(order.number()).equals("3"); i++) {
      LockSupport.parkNanos(50_000_000);
    }
    truth.expired(order);
    compareState(truth.order(order.number()));
  }
}
