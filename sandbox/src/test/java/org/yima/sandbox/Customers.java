package org.yima.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.yima.sandbox.World.Inhabitant;

/** New people who come to a till one after the other, and none of whom may be refused. */
final class Customers {
  private final Clock clock;
  private final List<Bought> bought = new ArrayList<>();
  private int newcomers;

  Customers(Clock clock) {
    this.clock = clock;
  }

  /** A payment that is refunded later, and the request that made it. */
  record Bought(Inhabitant payer, Paid paid, String request) {}

  /** The first whose payment stands. */
  Bought earliest() {
    return bought.getFirst();
  }

  /**
   * Somebody new is identified, pays and asks for the outcome; the first payment of all is sent
   * again, and now and then one from halfway is refunded.
   */
  void come(Sandbox sandbox, Supplier<URI> way, int many) throws IOException {
    Hospital at = Hospital.first(sandbox, clock).through(way);
    Steps steps = new Steps(at, at.signIn("01", "0"));
    for (int i = 0; i < many; i++) {
      buy(steps, newcomer(sandbox));
      assertThat(Paid.of(at.call("ST007", earliest().request())).business())
          .as("a repeat is known under the key it was remembered with")
          .isEqualTo(earliest().paid().business());
      if (newcomers % 4 == 0 && bought.size() > 1) {
        refund(steps, bought.get(bought.size() / 2));
      }
    }
  }

  private void buy(Steps at, Inhabitant payer) {
    Map<String, String> scan = at.at().scan(payer);
    identified(at.at(), scan);
    String number = "KEY" + newcomers;
    String request = at.at().order(number, at.cycle(), scan).line("XA0001", "100.00").xml();
    bought.add(new Bought(payer, Paid.of(at.at().call("ST007", request)), request));
    assertThat(at.state(number)).isEqualTo("2");
  }

  void refundAll(Sandbox sandbox, Supplier<URI> way) throws IOException {
    Hospital at = Hospital.first(sandbox, clock).through(way);
    Steps steps = new Steps(at, at.signIn("01", "0"));
    List.copyOf(bought).forEach(each -> refund(steps, each));
  }

  void refund(Steps at, Bought payment) {
    assertThat(Hospital.outcome(at.refund(payment.payer(), payment.paid()))).isEqualTo("00");
    bought.remove(payment);
  }

  static void identified(Hospital at, Inhabitant who) {
    identified(at, at.scan(who));
  }

  private static void identified(Hospital at, Map<String, String> scan) {
    assertThat(Hospital.outcome(at.call("ST020", ScanCases.identification(scan)))).isEqualTo("00");
  }

  /** Somebody who has just moved here. */
  Inhabitant newcomer(Sandbox sandbox) {
    newcomers++;
    var person = Scene.person("530400", "500.00");
    var newcomer = new Inhabitant(person.name().value(), person, Map.of());
    sandbox.settle(newcomer);
    return newcomer;
  }
}
