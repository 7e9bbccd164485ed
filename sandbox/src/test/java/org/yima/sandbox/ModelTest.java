package org.yima.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yima.sandbox.Town.Place;

/**
 * Random calls of every transaction by hospitals and a pharmacy for several people, some of them
 * lost, late or sent twice, each compared with {@link Truth}: every answer, every state, every
 * account and running total, every statement, every event. More seeds: {@code -Dyima.seeds=200}.
 */
@ExtendWith(Scene.Shared.class)
class ModelTest {
  private static final int CALLS = 120;

  /** Totals that decide nothing in these rules, and are rounded where a ceiling cuts in. */
  private static final List<String> NOT_RECKONED = List.of("cost:outpatient", "cost:chronic");

  static LongStream seeds() {
    return LongStream.rangeClosed(1, Long.getLong("yima.seeds", 6));
  }

  /** One call here, the next there: what one server knows the other must not miss. */
  @ParameterizedTest
  @ValueSource(longs = {1001, 1002})
  void twoServersAndTruthNeverDiffer(long seed, Scene scene) {
    try (SecondServer second = SecondServer.beside(scene.sandbox, scene.clock)) {
      scene.through(second.inTurn());
      serverAndTruthNeverDiffer(seed, scene);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void serverAndTruthNeverDiffer(long seed, Scene scene) {
    Town town = new Town(scene, new Random(seed), seed);
    var events = new RandomEvents(town);
    var desks = new RandomDesks(town);
    var wards = new RandomWards(town);
    var charges = new RandomCharges(town, wards);
    List<Runnable> calls = calls(new RandomTills(town), wards, charges, desks);
    for (int call = 0; call < CALLS; call++) {
      town.any(calls).run();
    }
    town.truth.orders().forEach(desks::compareState);
    wards.stays().forEach(wards::show);
    town.people.forEach(who -> compareYear(town, who.person().number()));
    for (Place place : town.places) {
      town.cycles(place).forEach(cycle -> desks.compareStatement(place, cycle));
      events.compare(place);
    }
  }

  private static List<Runnable> calls(
      RandomTills tills, RandomWards wards, RandomCharges charges, RandomDesks desks) {
    List<Runnable> calls = new ArrayList<>();
    often(calls, 3, tills::pay, charges::charge, wards::presettle, wards::settle);
    often(calls, 2, tills::prepare, tills::confirm, tills::refund, tills::cancel, tills::repeat);
    often(calls, 2, wards::admit, charges::takeBack);
    often(calls, 1, tills::cancelUnknown, tills::lostAndRepeated, tills::lostAndCancelled);
    often(calls, 1, wards::update, wards::withdraw, desks::signIn, desks::signOut);
    often(calls, 1, desks::identify, desks::approvals, desks::download, desks::status);
    often(calls, 1, desks::statement, desks::reverse, desks::later);
    return calls;
  }

  private static void often(List<Runnable> calls, int times, Runnable... which) {
    for (int i = 0; i < times; i++) {
      calls.addAll(List.of(which));
    }
  }

  private static void compareYear(Town town, String person) {
    Tables tables = town.scene.tables;
    assertThat(tables.one("select balance from personal_account where person_no = ?", person))
        .isEqualTo(String.valueOf(town.truth.balance(person)));
    Map<String, Long> totals = new TreeMap<>();
    tables
        .ask("select counter, amount from year_total where person_no = ? and amount <> 0", person)
        .forEach(row -> totals.put(row.get(0), Long.valueOf(row.get(1))));
    totals.keySet().removeAll(NOT_RECKONED);
    assertThat(totals).isEqualTo(town.truth.totals(person));
  }
}
