package org.yima.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yima.protocol.Form;
import org.yima.sandbox.Steps.Prepared;
import org.yima.sandbox.World.Inhabitant;

/** Everything that can happen to an order, at the same moment, for one person. */
@ExtendWith(Scene.Shared.class)
class LifeStormTest {
  private static final int THREADS = 32;

  private static Steps steps(Scene scene) {
    return new Steps(scene.hospital(), scene.localCycle(scene.hospital()));
  }

  /** Sends until the answer is not "in progress". */
  private static String inTheEnd(Supplier<Form> call) {
    for (int attempt = 0; attempt < 20; attempt++) {
      String outcome = Hospital.outcome(call.get());
      if (!outcome.equals("E1801")) {
        return outcome;
      }
    }
    throw new AssertionError("in progress for ever");
  }

  private static long fen(Scene scene, String query, Inhabitant who) {
    return Long.parseLong(scene.tables.one(query, who.person().number()));
  }

  private static long balance(Scene scene, Inhabitant who) {
    return fen(scene, "select balance from personal_account where person_no = ?", who);
  }

  private static long total(Scene scene, Inhabitant who, String counter) {
    return fen(
        scene,
        "select coalesce(sum(amount), 0) from year_total where counter = '"
            + counter
            + "' and person_no = ?",
        who);
  }

  @Test
  void oneConfirmationSentThirtyTwoTimesPaysOnce(Scene scene) {
    Steps at = steps(scene);
    Inhabitant who = scene.newcomer("100.00");
    Prepared order = at.prepare(who, Scene.number(), "400.00");
    List<String> sent =
        IntStream.range(0, 4).mapToObj(i -> Hospital.xml(at.confirmation(order))).toList();
    List<String> outcomes =
        Storm.of(THREADS, i -> inTheEnd(() -> at.at().call("ST022", sent.get(i % sent.size()))));
    assertThat(outcomes).containsOnly("00");
    assertThat(balance(scene, who)).isZero();
    assertThat(scene.tables.one("select count(*) from posting where order_no = ?", order.number()))
        .isEqualTo("1");
  }

  @Test
  void oneRefundSentThirtyTwoTimesGivesBackOnce(Scene scene) {
    Steps at = steps(scene);
    Inhabitant who = scene.newcomer("100.00");
    Paid paid = at.pay(who, Scene.number(), "400.00");
    List<String> sent =
        IntStream.range(0, 4).mapToObj(i -> Hospital.xml(at.refunding(who, paid))).toList();
    List<String> outcomes =
        Storm.of(THREADS, i -> inTheEnd(() -> at.at().call("ST010", sent.get(i % sent.size()))));
    assertThat(outcomes).containsOnly("00");
    assertThat(balance(scene, who)).isEqualTo(100_00);
    assertThat(total(scene, who, "deductible:all")).isZero();
  }

  /** Whoever is first undoes it; nobody undoes it twice. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void aRefundAndACancellationRace(int round, Scene scene) {
    Steps at = steps(scene);
    Inhabitant who = scene.newcomer("50.00");
    Paid paid = at.pay(who, Scene.number(), "90.00");
    String refund = Hospital.xml(at.refunding(who, paid));
    List<Callable<String>> calls = new ArrayList<>();
    calls.add(() -> inTheEnd(() -> at.at().call("ST010", refund)));
    calls.add(() -> inTheEnd(() -> at.cancel(paid.value("orderid"))));
    Collections.shuffle(calls, new Random(round));
    List<String> outcomes = Storm.of(calls);
    assertThat(outcomes).containsExactlyInAnyOrder("00", "E1102");
    assertThat(balance(scene, who)).isEqualTo(50_00);
    assertThat(at.state(paid.value("orderid"))).isIn("4", "5");
  }

  /**
   * The edges of balance, deductible and ceiling: bills that together exceed all three. By hand, at
   * level 3: deductible 300, fund 4,000 at most, account 250.
   */
  @Test
  void edgesHoldUnderThirtyTwoThreads(Scene scene) {
    Steps at = steps(scene);
    Inhabitant who = scene.newcomer("250.00");
    List<String> sent =
        IntStream.range(0, THREADS)
            .mapToObj(i ->
                at.at()
                    .order(Scene.number(), at.cycle(), at.at().scan(who))
                    .line("XA0001", "300.00")
                    .xml())
            .toList();
    List<String> outcomes =
        Storm.of(THREADS, i -> inTheEnd(() -> at.at().call("ST007", sent.get(i))));
    assertThat(outcomes).containsOnly("00");
    assertThat(balance(scene, who)).isZero();
    assertThat(total(scene, who, "deductible:all")).isEqualTo(300_00);
    assertThat(total(scene, who, "fund:all")).isEqualTo(4000_00);
    long cash =
        fen(
            scene,
            """
            select sum(s.cash) from settlement s join payment_order o
              using (district, hospcode, order_no) where o.person_no = ?
            """,
            who);
    assertThat(cash).isEqualTo(THREADS * 300_00L - 4000_00 - 250_00);
  }

  /** Payments and their undoing, mixed: what is left is what stands. */
  @Test
  void paymentsAndRefundsMixed(Scene scene) {
    Steps at = steps(scene);
    Inhabitant who = scene.newcomer("1000.00");
    List<Paid> paid =
        IntStream.range(0, 8).mapToObj(i -> at.pay(who, Scene.number(), "60.00")).toList();
    List<Map<String, String>> refunds =
        paid.stream().limit(4).map(each -> at.refunding(who, each)).toList();
    List<Callable<String>> calls = new ArrayList<>();
    refunds.forEach(
        fields -> calls.add(() -> inTheEnd(() -> at.at().call("ST010", Hospital.xml(fields)))));
    paid.stream()
        .skip(4)
        .limit(2)
        .forEach(each -> calls.add(() -> inTheEnd(() -> at.cancel(each.value("orderid")))));
    for (int i = 0; i < 6; i++) {
      String sent =
          at.at()
              .order(Scene.number(), at.cycle(), at.at().scan(who))
              .line("XA0001", "60.00")
              .xml();
      calls.add(() -> inTheEnd(() -> at.at().call("ST007", sent)));
    }
    Collections.shuffle(calls, new Random(7));
    assertThat(Storm.of(calls)).containsOnly("00");
    long standing =
        fen(
            scene,
            """
            select sum(s.personal_account) from settlement s join payment_order o
              using (district, hospcode, order_no) where o.state = '2' and o.person_no = ?
            """,
            who);
    assertThat(balance(scene, who)).isEqualTo(1000_00 - standing);
    assertThat(total(scene, who, "deductible:all"))
        .isEqualTo(
            fen(
                scene,
                """
                select sum(s.deductible) from settlement s join payment_order o
                  using (district, hospcode, order_no) where o.state = '2' and o.person_no = ?
                """,
                who));
  }
}
