package org.yima.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.yima.platform.person.NewPerson;
import org.yima.protocol.Form;
import org.yima.sandbox.Steps.Prepared;
import org.yima.sandbox.World.Inhabitant;
import org.yima.settlement.Money;

/** ST021 and ST022: a promise, and its payment or nothing (3.2.3, 3.2.4, decisions §8). */
@ExtendWith(Scene.Shared.class)
class TwoStepTest {
  private static Steps steps(Scene scene) {
    return new Steps(scene.hospital(), scene.localCycle(scene.hospital()));
  }

  private static Map<String, String> business(Form reply) {
    Map<String, String> business = new TreeMap<>(RefusalTest.elements(reply));
    business.remove("transtype");
    return business;
  }

  /** Only the order and the memory of the call are new. */
  @Test
  void preparingMovesNothing(Scene scene) {
    Steps at = steps(scene);
    scene.hospital().scan(Hospital.person("在职职工"));
    Map<String, String> before = scene.tables.contents();
    Prepared order = at.prepare("在职职工", "500.00");
    Map<String, String> after = scene.tables.contents();
    for (String moved : new String[] {"payment_order", "remembered", "ec_code", "ec_token"}) {
      before.remove(moved);
      after.remove(moved);
    }
    assertThat(after).isEqualTo(before);
    assertThat(at.state(order.number())).isEqualTo("1");
  }

  @Test
  void theReplyIsThatOf3_2_3(Scene scene) {
    Prepared order = steps(scene).prepare("在职职工", "500.00");
    Map<String, String> reply = business(order.reply());
    assertThat(reply)
        .containsOnlyKeys(
            "respcode",
            "respmsg",
            "aprcode",
            "aprtmsg",
            "orderid",
            "ordervalidcode",
            "akc264",
            "akc260",
            "akc255",
            "akc261",
            "akc087")
        .containsEntry("orderid", order.number())
        .containsEntry("akc264", "500.00");
    assertThat(cents(reply, "akc260") + cents(reply, "akc255") + cents(reply, "akc261"))
        .isEqualTo(500_00);
    assertThat(cents(reply, "akc255")).isLessThanOrEqualTo(cents(reply, "akc087"));
  }

  private static long cents(Map<String, String> reply, String name) {
    return Money.of(Objects.requireNonNull(reply.get(name), name)).fen();
  }

  @ParameterizedTest
  @CsvSource({"在职职工, 412.34", "退休职工, 1000.00", "城乡居民, 88.80", "账户已空的职工, 50.00"})
  void whatWasPromisedIsPaid(String who, String amount, Scene scene) {
    Steps at = steps(scene);
    Prepared order = at.prepare(who, amount);
    Paid paid = Paid.of(at.confirm(order));
    for (String name : new String[] {"akc264", "akc260", "akc255", "akc261"}) {
      assertThat(paid.balance().textOf(name)).as(name).isEqualTo(order.value(name));
    }
    assertThat(paid.register().textOf("bac048")).isEqualTo(order.value("akc087"));
    assertThat(at.state(order.number())).isEqualTo("2");
    assertThat(business(at.status(order.number())).keySet())
        .containsAll(business(paid.reply()).keySet());
  }

  /** Both steps may be asked for again; so may the first until the second has come. */
  @Test
  void aLostReplyIsAskedForAgain(Scene scene) {
    Steps at = steps(scene);
    String number = Scene.number();
    Hospital.Order sent =
        at.at()
            .order(number, at.cycle(), at.at().scan(Hospital.person("在职职工")))
            .line("XA0001", "60.00");
    Form first = at.prepare(sent);
    assertThat(business(at.prepare(sent))).isEqualTo(business(first));

    Prepared order = Prepared.of(number, Hospital.person("在职职工"), first);
    Form paid = at.confirm(order);
    assertThat(business(at.confirm(order))).as("with a new code").isEqualTo(business(paid));
    assertThat(Hospital.outcome(at.prepare(sent))).isEqualTo("E1102");
    assertThat(scene.tables.one("select count(*) from posting where order_no = ?", number))
        .isEqualTo("1");
  }

  /** The second step may come in another shift's cycle; the payment belongs to that one. */
  @Test
  void itIsPaidInTheCycleOfTheSecondStep(Scene scene) {
    Steps first = steps(scene);
    Steps second = new Steps(scene.hospital(), scene.hospital().signIn("T2", "0"));
    Prepared order = first.prepare("在职职工", "20.00");
    assertThat(Hospital.outcome(first.at().call("ST002", signOut(first)))).isEqualTo("E1406");
    Paid.of(second.confirm(order));
    assertThat(scene.tables.one("select cycle_no from posting where order_no = ?", order.number()))
        .isEqualTo(second.cycle());
    assertThat(Hospital.outcome(first.cancel(order.number()))).isEqualTo("E1407");
    assertThat(Hospital.outcome(second.cancel(order.number()))).isEqualTo("00");
  }

  private static String signOut(Steps steps) {
    return CycleCases.naming(steps.at(), steps.cycle());
  }

  /** What the second step says of who pays; blank where it says nothing. */
  record Named(String label, String type, String document, String name, String outcome) {
    @Override
    public String toString() {
      return label + " → " + outcome;
    }
  }

  static Stream<Named> named() {
    NewPerson payer = Hospital.person("在职职工").person();
    String id = payer.id().value();
    return Stream.of(
        new Named("nobody is named", "", "", "", "00"),
        new Named("only the name", "", "", payer.name().value(), "00"),
        new Named("only the document", "01", id, "", "00"),
        new Named("somebody else's name", "", "", "测试某", "E1301"),
        new Named("somebody else's document", "01", "990000199901019999", "", "E1301"),
        new Named("the right document, another name", "01", id, "测试某", "E1301"));
  }

  /** Whoever was identified before need not be named again; whoever is named must be the payer. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("named")
  void theSecondStepMayLeaveOutWhoItIs(Named named, Scene scene) {
    Steps at = steps(scene);
    Map<String, String> fields = at.confirmation(at.prepare("在职职工", "5.00"));
    fields.put("idtype", named.type());
    fields.put("idno", named.document());
    fields.put("username", named.name());
    assertThat(Hospital.outcome(at.at().call("ST022", Hospital.xml(fields))))
        .isEqualTo(named.outcome());
  }

  @Test
  void anotherPersonsCodeDoesNotPay(Scene scene) {
    Steps at = steps(scene);
    Prepared order = at.prepare("在职职工", "5.00");
    Map<String, String> fields = at.confirmation(order);
    fields.putAll(at.at().scan(Hospital.person("退休职工")));
    assertThat(Hospital.outcome(at.at().call("ST022", Hospital.xml(fields)))).isEqualTo("E1302");
    fields.putAll(Map.of("idtype", "", "idno", "", "username", ""));
    assertThat(Hospital.outcome(at.at().call("ST022", Hospital.xml(fields)))).isEqualTo("E1302");
    // Of another district, by the same number or not: nor does theirs.
    fields.putAll(at.at().scan(Hospital.person("外地退休职工")));
    assertThat(Hospital.outcome(at.at().call("ST022", Hospital.xml(fields)))).isEqualTo("E1302");
  }

  /**
   * Another payment in between uses up the deductible: the split is another one. It is told, it
   * replaces the promise, and only whoever then names it pays it.
   */
  @Test
  void aPromiseThatDoesNotHoldIsReplaced(Scene scene) {
    Steps at = steps(scene);
    Inhabitant payer = scene.newcomer("1000.00");
    Prepared order = at.prepare(payer, Scene.number(), "400.00");
    at.pay(payer, Scene.number(), "350.00");

    Form refused = at.confirm(order);
    assertThat(Hospital.outcome(refused)).isEqualTo("E1507");
    assertThat(refused.get("aprcode")).isEqualTo("15");
    assertThat(refused.get("akc264")).isEqualTo("400.00");
    assertThat(refused.get("akc260")).isNotEqualTo(order.value("akc260"));
    assertThat(at.state(order.number())).isEqualTo("1");

    Form unsaid = at.confirm(order);
    assertThat(Hospital.outcome(unsaid)).isEqualTo("E1506");
    for (String name : new String[] {"akc264", "akc260", "akc255", "akc261"}) {
      assertThat(unsaid.get(name)).as(name).isEqualTo(refused.get(name));
    }
    Map<String, String> said = new HashMap<>(at.confirmation(order));
    said.put("akc264", order.value("akc264"));
    said.put("akc255", order.value("akc255"));
    if (!order.value("akc255").equals(refused.get("akc255"))) {
      assertThat(Hospital.outcome(at.at().call("ST022", Hospital.xml(said)))).isEqualTo("E1506");
    }
    said.put("akc255", refused.get("akc255"));
    Paid paid = Paid.of(at.at().call("ST022", Hospital.xml(said)));
    assertThat(paid.balance().textOf("akc260")).isEqualTo(refused.get("akc260"));
    assertThat(paid.balance().textOf("akc261")).isEqualTo(refused.get("akc261"));
  }

  @ParameterizedTest
  @CsvSource({"9.00, '', 00", "9.00, same, 00", "9.01, '', E1506", "'', 123456.00, E1506"})
  void amountsThatAreSaidMustAgree(String total, String account, String outcome, Scene scene) {
    Steps at = steps(scene);
    Prepared order = at.prepare("在职职工", "9.00");
    Map<String, String> fields = at.confirmation(order);
    fields.put("akc264", total);
    fields.put("akc255", account.equals("same") ? order.value("akc255") : account);
    assertThat(Hospital.outcome(at.at().call("ST022", Hospital.xml(fields)))).isEqualTo(outcome);
  }

  /** A bill of today may be paid until its order's time is over, if that is in four days. */
  @Test
  void theBillsDateIsLookedAtOnce(Scene scene) {
    Steps at = steps(scene);
    Hospital.Order order =
        at.at()
            .order(Scene.number(), at.cycle(), at.at().scan(Hospital.person("在职职工")))
            .with("orderovertime", "7200")
            .line("XA0001", "3.00");
    String number = Scene.number();
    Prepared prepared =
        Prepared.of(number, Hospital.person("在职职工"), at.prepare(order.with("orderid", number)));
    scene.clock.advance(Duration.ofDays(4));
    Steps later = new Steps(at.at(), at.at().signIn("T3", "0"));
    Paid paid = Paid.of(later.confirm(prepared));
    assertThat(paid.balance().textOf("balancetime")).startsWith("2026-03-14");
  }
}
