package org.yima.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yima.protocol.Element;
import org.yima.protocol.ElementReader;
import org.yima.protocol.Form;
import org.yima.protocol.MalformedMessage;

/** What an institution is told of its orders, called or calling, over real HTTP. */
class EventTest {
  @TempDir Path folder;

  private final SettableClock clock = new SettableClock(Scene.MORNING, Hospital.ZONE);
  private final CallbackSite site = new CallbackSite();
  private Sandbox sandbox;
  private Tables tables;
  private Hospital hospital;
  private String cycle;

  @BeforeEach
  void start() throws IOException {
    start(true);
  }

  private void start(boolean anyAddress) throws IOException {
    sandbox =
        Sandbox.start(
            folder,
            0,
            clock,
            Map.of("yima.events.any-address", anyAddress, "yima.events.pull-wait", "2s"));
    tables = new Tables(sandbox);
    tables.tell("update institution set callbacks = array[?]", site.url());
    tables.tell("update registry_version set version = version + 1");
    clock.advance(Duration.ofSeconds(3));
    hospital = Hospital.first(sandbox, clock);
    cycle = hospital.signIn("01", "0");
  }

  @AfterEach
  void stop() {
    site.close();
    tables.close();
    sandbox.close();
  }

  private void pay(String number, String callback) {
    var order =
        hospital
            .order(number, cycle, hospital.scan(Hospital.person("在职职工")))
            .with("backurl", callback)
            .line("XA0001", "10.00");
    assertThat(Hospital.outcome(hospital.call("ST007", order.xml()))).isEqualTo("00");
  }

  /** Waits for what happens in the background. */
  private void until(String expected, String query) {
    for (int i = 0; i < 300; i++) {
      if (tables.ask(query).equals(List.of(List.of(expected)))) {
        return;
      }
      LockSupport.parkNanos(50_000_000);
    }
    assertThat(tables.ask(query)).isEqualTo(List.of(List.of(expected)));
  }

  private Form pull(String after, String max) {
    return hospital.call("ST041", Hospital.xml(Map.of("aftereventseq", after, "max", max)));
  }

  private static List<Element> rows(Form reply) throws MalformedMessage {
    return ElementReader.read(Objects.requireNonNull(reply.get("rows"))).children();
  }

  @Test
  void a_payment_is_told_once_sealed_with_the_answer_of_ST009() throws Exception {
    pay("E1", site.url() + "/orders?a=b");
    Form told = hospital.kit().openPush(site.next());
    assertThat(told.get("transtype")).isEqualTo("ST009");
    assertThat(told.get("eventtype")).isEqualTo("paid");
    assertThat(told.get("eventseq")).isEqualTo("1");
    assertThat(told.get("paystatus")).isEqualTo("2");
    Form asked = hospital.call("ST009", Hospital.xml(Map.of("orderid", "E1")));
    for (String name :
        List.of("orderid", "balancecode", "aptorderackdata", "aprcode", "respcode")) {
      assertThat(told.get(name)).as(name).isEqualTo(asked.get(name));
    }
    until("DELIVERED 1 ACCEPTED", STATE);
  }

  private static final String STATE =
      """
      select o.state || ' ' || o.attempts || ' ' || string_agg(d.outcome, ',' order by delivery_no)
        from outbox o join delivery d using (district, event_no) group by o.state, o.attempts
      """;

  @ParameterizedTest(name = "HTTP {0} {1}: {2}")
  @CsvSource({
    "200, respcode=11,    NOT_ACCEPTED",
    "200, ok,             NOT_ACCEPTED",
    "200, '',             NOT_ACCEPTED",
    "302, respcode=00,    HTTP_STATUS",
    "404, respcode=00,    HTTP_STATUS",
    "500, respcode=00,    HTTP_STATUS",
    "0,   '',             TOO_SLOW",
  })
  void what_is_not_accepted_comes_again(int status, String body, String outcome) {
    site.answers(status, body);
    pay("E1", site.url());
    site.next();
    until("DUE 1 " + outcome, STATE);
    assertThat(site.redirected()).isEmpty();
    site.answers(200, "respcode=00");
    clock.advance(Duration.ofSeconds(18));
    site.next();
    until("DELIVERED 2 " + outcome + ",ACCEPTED", STATE);
  }

  @Test
  void after_sixteen_failures_it_is_parked() {
    site.answers(503, "");
    pay("E1", site.url());
    for (int attempt = 1; attempt <= 16; attempt++) {
      site.next();
      until(String.valueOf(attempt), "select count(*)::text from delivery");
      clock.advance(Duration.ofHours(8));
    }
    until("PARKED 16", "select state || ' ' || attempts from outbox");
  }

  @Test
  void an_address_withdrawn_or_one_that_nobody_answers_is_not_reached() {
    pay("E1", site.url());
    site.next();
    tables.tell("update institution set callbacks = '{}'");
    tables.tell("update registry_version set version = version + 1");
    until("DELIVERED", "select state from outbox where order_no = 'E1'");
    clock.advance(Duration.ofSeconds(3));
    tables.tell(
        "update outbox set state = 'DUE', due_at = happened_at, attempts = 0 where order_no = 'E1'");
    until("NOT_REGISTERED", "select outcome from delivery order by delivery_no desc limit 1");
  }

  @Test
  void outside_the_sandbox_this_machine_is_refused() throws IOException {
    tables.close();
    sandbox.close();
    start(false);
    pay("E1", site.url());
    until("DUE 1 ADDRESS_REFUSED", STATE);
  }

  /** A hospital that never answers has its places taken; another one is told all the same. */
  @Test
  void a_slow_institution_delays_no_other() throws Exception {
    try (CallbackSite slow = new CallbackSite()) {
      slow.answers(0, "");
      tables.tell(
          "update institution set callbacks = array[?] where hospcode = '04010089'", slow.url());
      tables.tell("update registry_version set version = version + 1");
      clock.advance(Duration.ofSeconds(3));
      IntStream.range(0, 6).forEach(i -> pay("SLOW" + i, slow.url()));
      slow.next();
      Hospital other = new Hospital(sandbox, World.places().get(1), clock);
      var order =
          other
              .order("FAST", other.signIn("01", "0"), other.scan(Hospital.person("城乡居民")))
              .with("backurl", site.url())
              .line("XA0001", "10.00");
      assertThat(Hospital.outcome(other.call("ST007", order.xml()))).isEqualTo("00");
      assertThat(other.kit().openPush(site.next()).get("orderid")).isEqualTo("FAST");
      until("DELIVERED", "select state from outbox where order_no = 'FAST'");
    }
  }

  @Test
  void events_are_pulled_in_order_without_gaps() throws Exception {
    LongStream.rangeClosed(1, 5).forEach(i -> pay("P" + i, ""));
    until("5", "select last::text from event_sequence");
    assertThat(rows(pull("0", "")).stream().map(row -> row.textOf("eventseq")))
        .containsExactly("1", "2", "3", "4", "5");
    List<Element> some = rows(pull("2", "2"));
    assertThat(some.stream().map(row -> row.textOf("eventseq"))).containsExactly("3", "4");
    Element answer = Objects.requireNonNull(some.getFirst().child("answer"));
    assertThat(answer.textOf("orderid")).isEqualTo("P3");
    assertThat(answer.textOf("paystatus")).isEqualTo("2");
    assertThat(Objects.requireNonNull(answer.child("aptorderackdata")).children()).isNotEmpty();
    assertThat(tables.ask("select distinct state from outbox")).containsExactly(List.of("PULL"));
  }

  @Test
  void a_pull_waits_for_the_next_event_and_not_for_ever() throws Exception {
    assertThat(Hospital.outcome(pull("0", ""))).isEqualTo("00");
    assertThat(pull("0", "").get("rows")).isNull();
    Thread later = Thread.ofVirtual().start(() -> pay("LATE", ""));
    assertThat(rows(pull("0", ""))).hasSize(1);
    later.join();
  }

  @ParameterizedTest(name = "after {0}, at most {1}: {2}")
  @CsvSource({"x, '', E1001", "-1, '', E1001", "0, x, E1001", "0, 12345, E1001", "'', '', 00"})
  void pulls_are_checked(String after, String max, String outcome) {
    pay("P1", "");
    assertThat(Hospital.outcome(pull(after, max))).isEqualTo(outcome);
  }

  /** Two servers' worth of numbering at once, while events come in. */
  @Test
  void numbers_are_given_once_and_without_gaps() {
    Storm.of(
        8,
        i -> {
          tables(
              "insert into outbox (district, hospcode, order_no, event, happened_at)"
                  + " select '530400', '04010089', 'S' || n, 'paid', now() from generate_series(1, 250) n");
          return i;
        });
    until(
        "2000 2000 2000",
        "select count(*) || ' ' || count(distinct event_seq) || ' ' || max(event_seq) from outbox");
  }

  private void tables(String change) {
    try (Tables own = new Tables(sandbox)) {
      own.tell(change);
    }
  }
}
