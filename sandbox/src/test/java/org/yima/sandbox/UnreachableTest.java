package org.yima.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Addresses at which nobody can be told, and what the delivery log says of them. */
class UnreachableTest {
  @TempDir static Path folder;
  private static final SettableClock CLOCK = new SettableClock(Scene.MORNING, Hospital.ZONE);
  private static Sandbox sandbox;
  private static Tables tables;
  private static Hospital hospital;
  private static String cycle;

  @BeforeAll
  static void start() throws IOException {
    sandbox = Sandbox.start(folder, 0, CLOCK);
    tables = new Tables(sandbox);
    tables.tell(
        """
        update institution set callbacks =
          array['http://127.0.0.1:1', 'http://no-such-host.invalid', 'http://127.0.0.1:%d',
                'https://127.0.0.1:%1$d']
        """
            .formatted(freePort()));
    tables.tell("update registry_version set version = version + 1");
    CLOCK.advance(Duration.ofSeconds(3));
    hospital = Hospital.first(sandbox, CLOCK);
    cycle = hospital.signIn("01", "0");
  }

  /** Nobody listens there any more. */
  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @AfterAll
  static void stop() {
    tables.close();
    sandbox.close();
  }

  /** The payment stands, and the event is due again. */
  @ParameterizedTest
  @CsvSource({
    "1, UNREACHABLE ConnectException",
    "2, UNREACHABLE no such host",
    "3, UNREACHABLE ConnectException",
    "4, UNREACHABLE ConnectException",
  })
  void isTriedAgain(int callback, String outcome) {
    String number = "GONE" + callback;
    String url = tables.one("select callbacks[?] from institution limit 1", callback);
    var order =
        hospital
            .order(number, cycle, hospital.scan(Hospital.person("城乡居民")))
            .with("backurl", url + "/yima")
            .line("XA0001", "10.00");
    assertThat(Hospital.outcome(hospital.call("ST007", order.xml()))).isEqualTo("00");
    String standing =
        """
        select coalesce(string_agg(o.state || ' ' || o.attempts || ' ' || d.outcome || ' ' || d.detail, ''), '')
          from outbox o join delivery d using (district, event_no) where o.order_no = ?
        """;
    for (int i = 0; i < 300 && tables.one(standing, number).isEmpty(); i++) {
      LockSupport.parkNanos(50_000_000);
    }
    assertThat(tables.one(standing, number)).isEqualTo("DUE 1 " + outcome);
  }
}
