package org.yima.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yima.protocol.Form;
import org.yima.sandbox.World.Inhabitant;

/** ST010: the whole order is given back, exactly as it was taken (3.2.5, decisions §8). */
@ExtendWith(Scene.Shared.class)
class RefundTest {
  private static Steps steps(Scene scene) {
    return new Steps(scene.hospital(), scene.localCycle(scene.hospital()));
  }

  private static Map<String, String> business(Form reply) {
    Map<String, String> business = new TreeMap<>(RefusalTest.elements(reply));
    business.remove("transtype");
    return business;
  }

  @Test
  void everythingGoesBackTheNextDay(Scene scene) {
    Steps at = new Steps(scene.hospital(), scene.hospital().signIn("R1", "0"));
    Inhabitant payer = scene.newcomer("200.00");
    Paid paid = at.pay(payer, Scene.number(), "900.00");
    scene.clock.advance(Duration.ofHours(25));
    Steps tomorrow = new Steps(scene.hospital(), scene.hospital().signIn("R2", "0"));

    Map<String, String> asked = tomorrow.refunding(payer, paid);
    Map<String, String> refund = business(tomorrow.at().call("ST010", Hospital.xml(asked)));

    assertThat(refund)
        .containsOnlyKeys(
            "respcode",
            "respmsg",
            "aprcode",
            "aprtmsg",
            "reorderid",
            "receiverserialno",
            "canceltime",
            "totalfee")
        .containsEntry("canceltime", "2026-03-11 11:00:00")
        .containsEntry("totalfee", "900.00");
    assertThat(tomorrow.state(paid.value("orderid"))).isEqualTo("5");
    assertThat(person(scene, payer, "select balance from personal_account")).isEqualTo("20000");
    assertThat(person(scene, payer, "select sum(amount) from year_total")).isEqualTo("0");
    Form statement =
        tomorrow.at().call("ST099", CycleCases.naming(tomorrow.at(), tomorrow.cycle()));
    assertThat(statement.get("amount")).isEqualTo("-900.00");
    assertThat(
            scene.tables.ask(
                "select kind, cycle_no from posting where order_no = ? order by posting_no",
                paid.value("orderid")))
        .containsExactly(List.of("pos", at.cycle()), List.of("nag", tomorrow.cycle()));

    Map<String, String> again = business(tomorrow.at().call("ST010", Hospital.xml(asked)));
    assertThat(again).as("a lost reply is asked for again").isEqualTo(refund);
    assertThat(business(tomorrow.refund(payer, paid))).as("with a new code").isEqualTo(refund);
    assertThat(Hospital.outcome(at.cancel(paid.value("orderid")))).isEqualTo("E1102");
  }

  private static String person(Scene scene, Inhabitant who, String query) {
    return scene.tables.one(query + " where person_no = ?", who.person().number());
  }

  /** What a refund must show, and what becomes of it without. */
  record Wrong(String field, String value, String outcome) {
    @Override
    public String toString() {
      return field + " = " + value + " → " + outcome;
    }
  }

  static Stream<Wrong> wrong() {
    return Stream.of(
        new Wrong("orderid", "NONE", "E1101"),
        new Wrong("balanceno", "20260310000000000001", "E1105"),
        new Wrong("balancecode", "aaaaaaaaaaaaaaaaaaaaaaaaaa", "E1105"),
        new Wrong("busicycleno", "NONE", "E1401"),
        new Wrong("ectoken", "530400aaaaaaaaaaaaaaaaaaaaaaaaaa", "E1201"),
        new Wrong("idno", "990000198001019999", "E1301"),
        new Wrong("username", "测试乙", "E1301"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrong")
  void whatDoesNotFitIsRefused(Wrong wrong, Scene scene) {
    Steps at = steps(scene);
    Inhabitant payer = Hospital.person("在职职工");
    Paid paid = at.pay(payer, Scene.number(), "10.00");
    Map<String, String> fields = at.refunding(payer, paid);
    fields.put(wrong.field(), wrong.value());
    Map<String, String> before = scene.tables.contents();
    assertThat(Hospital.outcome(at.at().call("ST010", Hospital.xml(fields))))
        .isEqualTo(wrong.outcome());
    assertThat(scene.tables.contents()).isEqualTo(before);
  }

  @Test
  void onlyToWhoeverPaid(Scene scene) {
    Steps at = steps(scene);
    Paid paid = at.pay("在职职工", "10.00");
    assertThat(Hospital.outcome(at.refund(Hospital.person("退休职工"), paid))).isEqualTo("E1302");
    assertThat(at.state(paid.value("orderid"))).isEqualTo("2");
  }

  /** A visitor's payment touches two districts, and so does its refund. */
  @Test
  void aVisitorIsRefundedInTheirOwnDistrict(Scene scene) {
    Hospital clinic = scene.at(Scene.TOWNSHIP_RSA);
    Steps visitors = new Steps(clinic, clinic.signIn("R3", "1"));
    Inhabitant visitor = Hospital.person("外地退休职工");
    String balance = person(scene, visitor, "select balance from personal_account");
    String total = person(scene, visitor, "select coalesce(sum(amount), 0) from year_total");
    Paid paid = visitors.pay(visitor, Scene.number(), "700.00");
    Steps local = new Steps(clinic, clinic.signIn("R3", "0"));
    assertThat(Hospital.outcome(local.refund(visitor, paid))).isEqualTo("E1405");
    assertThat(Hospital.outcome(visitors.refund(visitor, paid))).isEqualTo("00");
    assertThat(person(scene, visitor, "select balance from personal_account")).isEqualTo(balance);
    assertThat(person(scene, visitor, "select coalesce(sum(amount), 0) from year_total"))
        .isEqualTo(total);
  }

  /**
   * Payments in one step and in two, refunds and cancellations of one person in any order: account
   * and running totals are always the sum of what stands.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void totalsAreTheSumOfWhatStands(long seed, Scene scene) {
    var random = new Random(seed);
    Steps at = new Steps(scene.hospital(), scene.hospital().signIn("RS" + seed, "0"));
    Inhabitant payer = scene.newcomer("500.00");
    List<Paid> standing = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      boolean pays = standing.isEmpty() || random.nextInt(5) < 3;
      if (pays) {
        String amount = random.nextInt(1, 600) + "." + random.nextInt(10, 100);
        standing.add(
            random.nextBoolean()
                ? at.pay(payer, Scene.number(), amount)
                : Paid.of(at.confirm(at.prepare(payer, Scene.number(), amount))));
      } else {
        Paid undone = standing.remove(random.nextInt(standing.size()));
        Form reply = random.nextBoolean() ? at.refund(payer, undone) : at.cancel(number(undone));
        assertThat(Hospital.outcome(reply)).isEqualTo("00");
      }
      assertThat(books(scene, payer)).as("step " + i).isEqualTo(sum(standing));
    }
  }

  private static String number(Paid paid) {
    return paid.value("orderid");
  }

  private record Books(long account, long deductible, long fund) {}

  private static Books books(Scene scene, Inhabitant who) {
    long balance = Long.parseLong(person(scene, who, "select balance from personal_account"));
    return new Books(
        500_00 - balance, total(scene, who, "deductible:all"), total(scene, who, "fund:all"));
  }

  private static long total(Scene scene, Inhabitant who, String counter) {
    return Long.parseLong(
        scene.tables.one(
            "select coalesce(sum(amount), 0) from year_total where person_no = ? and counter = ?",
            who.person().number(),
            counter));
  }

  private static Books sum(List<Paid> standing) {
    return standing.stream()
        .map(paid -> new Books(fen(paid, "akc255"), fen(paid, "bkc029"), fen(paid, "ake039")))
        .reduce(
            new Books(0, 0, 0),
            (one, other) ->
                new Books(
                    one.account() + other.account(),
                    one.deductible() + other.deductible(),
                    one.fund() + other.fund()));
  }

  private static long fen(Paid paid, String name) {
    return Objects.requireNonNull(paid.amount(name)).fen();
  }
}
