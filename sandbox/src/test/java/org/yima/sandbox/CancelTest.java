package org.yima.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yima.protocol.Form;
import org.yima.sandbox.Steps.Prepared;
import org.yima.sandbox.World.Inhabitant;

/** ST100: afterwards the number is not paid, and will not be (3.3.1, decisions §8). */
@ExtendWith(Scene.Shared.class)
class CancelTest {
  private static Steps steps(Scene scene) {
    return new Steps(scene.hospital(), scene.localCycle(scene.hospital()));
  }

  @Test
  void aPaymentThatWasNotBookedIsTakenBack(Scene scene) throws Exception {
    Steps at = new Steps(scene.hospital(), scene.hospital().signIn("X1", "0"));
    Inhabitant payer = scene.newcomer("80.00");
    Map<String, String> before = people(scene);
    Paid paid = at.pay(payer, Scene.number(), "500.00");
    String number = paid.value("orderid");
    at.pay("退休职工", "7.00");
    assertThat(people(scene)).isNotEqualTo(before);

    assertThat(Hospital.outcome(at.cancel(number))).isEqualTo("00");

    assertThat(at.state(number)).isEqualTo("4");
    assertThat(at.status(number).get("aptorderackdata")).as("3.3.1: no settlement").isNull();
    assertThat(at.status(number).get("balancecode")).isNull();
    assertThat(balance(scene, payer)).isEqualTo("8000");
    assertThat(totals(scene, payer)).isEqualTo("0");
    assertThat(
            scene.tables.ask(
                "select kind, institution from posting where order_no = ? order by 1", number))
        .as("the ledger keeps both")
        .containsExactly(List.of("pos", "50000"), List.of("void", "-50000"));
    Form statement = at.at().call("ST099", CycleCases.naming(at.at(), at.cycle()));
    assertThat(statement.get("count")).isEqualTo("1");
    assertThat(statement.get("amount")).isEqualTo("7.00");
  }

  private static Map<String, String> people(Scene scene) {
    Map<String, String> contents = scene.tables.contents();
    contents.keySet().retainAll(List.of("personal_account", "year_total"));
    return contents;
  }

  private static String balance(Scene scene, Inhabitant who) {
    return scene.tables.one(
        "select balance from personal_account where person_no = ?", who.person().number());
  }

  private static String totals(Scene scene, Inhabitant who) {
    return scene.tables.one(
        "select coalesce(sum(amount), 0) from year_total where person_no = ?",
        who.person().number());
  }

  /** A call on its way finds its number closed, whichever it is, and however often it comes. */
  @ParameterizedTest
  @ValueSource(strings = {"ST007", "ST021"})
  void aNumberIsClosedBeforeItsOrderComes(String transaction, Scene scene) {
    Steps at = steps(scene);
    String number = Scene.number();
    Hospital.Order late =
        at.at()
            .order(number, at.cycle(), at.at().scan(Hospital.person("在职职工")))
            .line("XA0001", "9.00");
    String sent = transaction.equals("ST021") ? late.unscanned().xml() : late.xml();

    assertThat(Hospital.outcome(at.cancel(number))).isEqualTo("00");
    assertThat(at.state(number)).isEqualTo("4");
    assertThat(at.status(number).get("orderamt")).as("nothing is known of it").isNull();
    for (int i = 0; i < 2; i++) {
      Form reply = at.at().call(transaction, sent);
      assertThat(reply.get("aprtmsg")).isEqualTo("E1102 订单已处于状态4 支付已取消，不能再办理本交易");
    }
    assertThat(Hospital.outcome(at.cancel(number))).as("again").isEqualTo("00");
    assertThat(scene.tables.one("select count(*) from posting where order_no = ?", number))
        .isEqualTo("0");
  }

  @Test
  void anUnpaidOrderIsCancelledFromAnyCycle(Scene scene) {
    Steps at = steps(scene);
    Steps other = new Steps(at.at(), at.at().signIn("X2", "0"));
    Prepared order = at.prepare("在职职工", "9.00");
    assertThat(Hospital.outcome(other.cancel(order.number()))).isEqualTo("00");
    assertThat(at.state(order.number())).isEqualTo("4");
    assertThat(Hospital.outcome(at.confirm(order))).isEqualTo("E1102");
  }

  /** A duplicate of the payment is not answered "paid" any more. */
  @Test
  void aCopyOfThePaymentIsTold(Scene scene) {
    Steps at = steps(scene);
    String number = Scene.number();
    String sent =
        at.at()
            .order(number, at.cycle(), at.at().scan(Hospital.person("在职职工")))
            .line("XA0001", "9.00")
            .xml();
    Paid.of(at.at().call("ST007", sent));
    at.cancel(number);
    assertThat(Hospital.outcome(at.at().call("ST007", sent))).isEqualTo("E1102");
    assertThat(Hospital.outcome(at.cancel(number))).isEqualTo("00");
  }

  /** A cycle that has run out takes nothing new, but its payments may still be cancelled. */
  @Test
  void untilTheCycleIsSignedOut(Scene scene) {
    Steps at = new Steps(scene.hospital(), scene.hospital().signIn("X3", "0"));
    String first = at.pay("在职职工", "1.00").value("orderid");
    String second = at.pay("在职职工", "2.00").value("orderid");
    scene.clock.advance(Duration.ofHours(25));
    assertThat(Hospital.outcome(at.cancel(first))).isEqualTo("00");
    assertThat(Hospital.outcome(at.at().call("ST002", CycleCases.naming(at.at(), at.cycle()))))
        .isEqualTo("00");
    assertThat(Hospital.outcome(at.cancel(second))).isEqualTo("E1403");
    assertThat(at.state(second)).isEqualTo("2");
  }

  /**
   * Payment and cancellation of one number at the same moment: whoever comes first, a cancellation
   * that was done means not paid, and the books are sound.
   */
  @Test
  void inARaceDoneMeansNotPaid(Scene scene) {
    Steps at = steps(scene);
    for (int round = 0; round < 12; round++) {
      String number = Scene.number();
      String sent =
          at.at()
              .order(number, at.cycle(), at.at().scan(Hospital.person("退休职工")))
              .line("XA0001", "9.00")
              .xml();
      List<Callable<String>> calls =
          List.of(
              () -> Hospital.outcome(at.at().call("ST007", sent)),
              () -> Hospital.outcome(at.cancel(number)),
              () -> Hospital.outcome(at.at().call("ST007", sent)));
      List<String> outcomes = Storm.of(calls);
      assertThat(outcomes.get(1)).isIn("00", "E1801");
      if (outcomes.get(1).equals("00")) {
        assertThat(at.state(number)).isEqualTo("4");
        assertThat(
                scene.tables.one(
                    "select coalesce(sum(institution), 0) from posting where order_no = ?", number))
            .isEqualTo("0");
      }
    }
  }
}
