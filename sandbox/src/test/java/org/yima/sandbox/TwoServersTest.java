package org.yima.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yima.platform.audit.AuditReport;
import org.yima.platform.audit.Verification;
import org.yima.protocol.Form;

/** Two servers on one database: what each does beside its calls, and the same call to both. */
class TwoServersTest {
  private static final int MANY = 40;

  @TempDir Path folder;

  private final SettableClock clock = new SettableClock(Scene.MORNING, Hospital.ZONE);
  private final CallbackSite site = new CallbackSite();
  private Sandbox sandbox;
  private SecondServer second;
  private Tables tables;
  private Hospital hospital;
  private String cycle;

  @BeforeEach
  void start() throws IOException {
    sandbox = Sandbox.start(folder, 0, clock);
    second = SecondServer.beside(sandbox, clock);
    tables = new Tables(sandbox);
    tables.tell("update institution set callbacks = array[?]", site.url());
    tables.tell("update registry_version set version = version + 1");
    clock.advance(Duration.ofSeconds(3));
    hospital = Hospital.first(sandbox, clock).through(second.inTurn());
    cycle = hospital.signIn("01", "0");
  }

  @AfterEach
  void stop() {
    site.close();
    tables.close();
    second.close();
    sandbox.close();
  }

  private Hospital.Order order(String number) {
    return hospital
        .order(number, cycle, hospital.scan(Hospital.person("城乡居民")))
        .with("backurl", site.url())
        .line("XA0001", "10.00");
  }

  private void until(String expected, String query) {
    for (int i = 0; i < 400 && !tables.one(query).equals(expected); i++) {
      LockSupport.parkNanos(50_000_000);
    }
    assertThat(tables.one(query)).isEqualTo(expected);
  }

  /** Both number, both deliver: each event has one number and comes once. */
  @Test
  void everyEventIsToldOnce() throws Exception {
    for (int i = 0; i < MANY; i++) {
      Form paid = hospital.call("ST007", order("TWO" + i).xml());
      assertThat(Hospital.outcome(paid)).isEqualTo("00");
    }
    List<String> told = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      told.add(hospital.kit().openPush(site.next()).get("orderid"));
    }
    assertThat(told)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, MANY).mapToObj(i -> "TWO" + i).toList());
    until("DELIVERED", "select string_agg(distinct state, ',') from outbox");
    assertThat(
            tables.one(
                """
                select count(*) || ' ' || count(distinct event_seq) || ' ' || max(event_seq)
                       || ' ' || sum(attempts) from outbox
                """))
        .isEqualTo("%1$d %1$d %1$d %1$d".formatted(MANY));
  }

  /** The same bytes to both at once: one pays, both say so. */
  @Test
  void aCallToBothIsOnePayment() {
    for (int i = 0; i < 8; i++) {
      String request = order("SAME" + i).xml();
      Supplier<URI> here = sandbox::gateway;
      List<Supplier<URI>> both = List.of(here, second::gateway, here, second::gateway);
      List<String> outcomes =
          Storm.of(
              both.stream()
                  .<Callable<String>>map(
                      way -> () -> Hospital.outcome(hospital.through(way).call("ST007", request)))
                  .toList());
      assertThat(outcomes).allMatch(outcome -> outcome.equals("00") || outcome.equals("E1801"));
      assertThat(outcomes).contains("00");
    }
    assertThat(tables.one("select count(*) from settlement")).isEqualTo("8");
    assertThat(tables.one("select count(*) from posting")).isEqualTo("8");
  }

  /** Both seal, in turns: one chain without a gap. */
  @Test
  void bothSealOneChain() {
    for (int i = 0; i < MANY; i++) {
      hospital.call("ST009", Hospital.xml(Map.of("orderid", "NONE" + i)));
      if (i % 10 == 0) {
        until("0", "select count(*) from audit_unsealed");
      }
    }
    until("0", "select count(*) from audit_unsealed");
    try (Bureau bureau =
        Bureau.open(sandbox.databaseUrl(), folder, folder.resolve("keys/columns.p12"))) {
      AuditReport report = bureau.get(Verification.class).verify(List.of());
      assertThat(report.findings()).isEmpty();
      assertThat(report.entries()).isGreaterThanOrEqualTo(MANY);
    }
  }

  /** Prepared orders expire once, whichever server looks first. */
  @Test
  void ordersExpireOnce() {
    for (int i = 0; i < 10; i++) {
      Form prepared = hospital.call("ST021", order("LATE" + i).unscanned().xml());
      assertThat(Hospital.outcome(prepared)).isEqualTo("00");
    }
    clock.advance(Duration.ofMinutes(31));
    until("3", "select string_agg(distinct state, ',') from payment_order");
    until("10", "select count(*) from outbox where event = 'expired'");
  }
}
