package org.yima.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yima.protocol.Element;
import org.yima.protocol.ElementReader;
import org.yima.protocol.Form;
import org.yima.protocol.MalformedMessage;
import org.yima.sandbox.Steps.Prepared;
import org.yima.sandbox.World.Inhabitant;

/** Whatever happens to an order is told: once, in its order, and how the order stands now. */
@ExtendWith(Scene.Shared.class)
class EventLifeTest {
  private static Steps steps(Scene scene) {
    return new Steps(scene.hospital(), scene.hospital().signIn("EV", "0"));
  }

  private static void until(BooleanSupplier done) {
    for (int i = 0; i < 300 && !done.getAsBoolean(); i++) {
      LockSupport.parkNanos(50_000_000);
    }
    assertThat(done.getAsBoolean()).as("it did not happen").isTrue();
  }

  private static List<String> events(Scene scene, String order) {
    return scene
        .tables
        .ask("select event from outbox where order_no = ? order by event_no", order)
        .stream()
        .map(List::getFirst)
        .toList();
  }

  private static void numbered(Scene scene) {
    until(
        () -> scene.tables.one("select count(*) from outbox where event_seq is null").equals("0"));
  }

  /** What a till does, and what is told of it. */
  @ParameterizedTest
  @CsvSource({
    "pay,             paid",
    "pay refund,      paid refunded",
    "pay cancel,      paid cancelled",
    "pay reverse,     paid reversed",
    "prepare,         ''",
    "prepare confirm, paid",
    "prepare cancel,  cancelled",
    "prepare expire,  expired",
    "close,           ''",
  })
  void eachIsTold(String actions, String told, Scene scene) {
    Steps at = steps(scene);
    Inhabitant who = scene.newcomer("10.00");
    String number = Scene.number();
    Paid paid = null;
    Prepared prepared = null;
    for (String action : actions.split(" ", -1)) {
      switch (action) {
        case "pay" -> paid = at.pay(who, number, "30.00");
        case "prepare" -> prepared = at.prepare(who, number, "30.00");
        case "confirm" -> paid = Paid.of(at.confirm(Objects.requireNonNull(prepared)));
        case "refund" -> at.refund(who, Objects.requireNonNull(paid));
        case "reverse" -> reverse(scene, number);
        case "expire" -> expire(scene, at, number);
        default -> at.cancel(number);
      }
    }
    assertThat(String.join(" ", events(scene, number))).isEqualTo(told);
  }

  private static void reverse(Scene scene, String number) {
    scene.sandbox.reversals().propose(Scene.HOSPITAL, number, "患者已离院", "甲");
    scene.sandbox.reversals().approve(Scene.HOSPITAL, number, "乙");
  }

  private static void expire(Scene scene, Steps at, String number) {
    scene.clock.advance(Duration.ofMinutes(31));
    until(() -> at.state(number).equals("3"));
  }

  /** A refused call is no event, nor is the copy of one that succeeded. */
  @Test
  void onlyWhatHappenedIsTold(Scene scene) {
    Steps at = steps(scene);
    String number = Scene.number();
    Hospital.Order order =
        at.at()
            .order(number, at.cycle(), at.at().scan(Hospital.person("在职职工")))
            .line("XA0001", "5.00");
    at.at().call("ST007", order.with("orderamt", "6.00").xml());
    assertThat(events(scene, number)).isEmpty();
    at.at().call("ST007", order.with("orderamt", "5.00").xml());
    at.at().call("ST007", order.xml());
    assertThat(events(scene, number)).containsExactly("paid");
  }

  /** ST041 gives them in their order without gaps, each with the order as it stands. */
  @Test
  void theyAreFetchedInTheirOrder(Scene scene) throws MalformedMessage {
    Steps at = steps(scene);
    numbered(scene);
    String before =
        scene.tables.one(
            "select coalesce(max(event_seq), 0) from outbox where hospcode = ?", Scene.HOSPITAL);
    List<String> numbers = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      numbers.add(at.pay("在职职工", "3.00").value("orderid"));
    }
    at.cancel(numbers.getFirst());
    numbered(scene);

    Form reply = at.at().call("ST041", Hospital.xml(Map.of("aftereventseq", before, "max", "100")));
    List<Element> rows = ElementReader.read(Objects.requireNonNull(reply.get("rows"))).children();

    assertThat(rows).hasSize(6);
    long seq = Long.parseLong(before);
    for (Element row : rows) {
      assertThat(row.textOf("eventseq")).isEqualTo(String.valueOf(++seq));
    }
    assertThat(rows).extracting(row -> row.textOf("eventid")).doesNotHaveDuplicates();
    assertThat(rows.getLast().textOf("eventtype")).isEqualTo("cancelled");
    Element first = Objects.requireNonNull(rows.getFirst().child("answer"));
    assertThat(first.textOf("orderid")).isEqualTo(numbers.getFirst());
    assertThat(first.textOf("paystatus")).as("as it stands now").isEqualTo("4");
  }
}
