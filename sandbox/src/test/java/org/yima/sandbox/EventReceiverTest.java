package org.yima.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yima.client.EventReceiver;
import org.yima.client.EventType;
import org.yima.client.OrderEvent;
import org.yima.client.PaymentState;
import org.yima.client.UnknownOutcome;
import org.yima.client.YimaClient;
import org.yima.client.YimaClientBuilder;

/** What the client makes of events, pushed by a real server to a real address, or pulled. */
class EventReceiverTest {
  @TempDir Path folder;

  private final SettableClock clock = new SettableClock(Scene.MORNING, Hospital.ZONE);
  private final CallbackSite site = new CallbackSite();
  private final List<OrderEvent> booked = new ArrayList<>();
  private final AtomicBoolean broken = new AtomicBoolean();
  private Sandbox sandbox;
  private Tables tables;
  private Hospital hospital;
  private EventReceiver receiver;

  @BeforeEach
  void start() throws IOException {
    sandbox = Sandbox.start(folder, 0, clock, Map.of("yima.events.pull-wait", "2s"));
    tables = new Tables(sandbox);
    tables.tell("update institution set callbacks = array[?]", site.url());
    tables.tell("update registry_version set version = version + 1");
    clock.advance(Duration.ofSeconds(3));
    hospital = Hospital.first(sandbox, clock);
    receiver = new EventReceiver(hospital.kit(), this::book);
  }

  @AfterEach
  void stop() {
    site.close();
    tables.close();
    sandbox.close();
  }

  private void book(OrderEvent event) throws IOException {
    if (broken.get()) {
      throw new IOException("the hospital's own database is down");
    }
    booked.add(event);
  }

  private String pay(String number, String callback) {
    String cycle = hospital.signIn("01", "0");
    var order =
        hospital
            .order(number, cycle, hospital.scan(Hospital.person("在职职工")))
            .with("backurl", callback)
            .line("XA0001", "10.00");
    assertThat(Hospital.outcome(hospital.call("ST007", order.xml()))).isEqualTo("00");
    return cycle;
  }

  private static String text(byte[] answer) {
    return new String(answer, StandardCharsets.UTF_8);
  }

  @Test
  void anEventIsBookedOnceHoweverOftenItComes() throws Exception {
    pay("R1", site.url());
    byte[] pushed = site.next();
    assertThat(text(receiver.receive(pushed))).isEqualTo("respcode=00&respmsg=已接收");
    assertThat(text(receiver.receive(pushed))).isEqualTo("respcode=00&respmsg=已接收过");
    assertThat(booked).hasSize(1);
    OrderEvent event = booked.getFirst();
    assertThat(event.type()).isEqualTo(EventType.PAID);
    assertThat(event.sequence()).isEqualTo(1);
    assertThat(event.order().orderNumber()).isEqualTo("R1");
    assertThat(event.order().state()).isEqualTo(PaymentState.PAID);
    assertThat(event.order().payment()).isNotNull();
    assertThat(event.toString()).doesNotContain("测试");
  }

  /** What could not be booked is asked for again, and then booked. */
  @Test
  void whatCannotBeBookedComesAgain() throws Exception {
    pay("R2", site.url());
    byte[] pushed = site.next();
    broken.set(true);
    assertThat(text(receiver.receive(pushed))).startsWith("respcode=-1&");
    broken.set(false);
    assertThat(text(receiver.receive(pushed))).startsWith("respcode=00&");
    assertThat(booked).hasSize(1);
  }

  @Test
  void whatIsNotThePlatformsIsRefused() throws Exception {
    pay("R3", site.url());
    byte[] pushed = site.next();
    pushed[pushed.length / 2] ^= 1;
    assertThat(text(receiver.receive(pushed))).matches("respcode=1[02]&.*");
    assertThat(text(receiver.receive("hello".getBytes(StandardCharsets.UTF_8))))
        .startsWith("respcode=12&");
    assertThat(booked).isEmpty();
  }

  /** Those who accept no calls ask for the same. */
  @Test
  void eventsArePulledInTheirOrder() throws UnknownOutcome {
    String cycle = pay("R4", "");
    pay("R5", "");
    new Steps(hospital, cycle).cancel("R4");
    YimaClient client =
        new YimaClientBuilder(sandbox.gateway(), hospital.kit(), Scene.HOSPITAL, "示例市人民医院").build();
    List<OrderEvent> events = client.events(0, 100).value();
    for (int i = 0; i < 100 && events.size() < 3; i++) {
      LockSupport.parkNanos(50_000_000);
      events = client.events(0, 100).value();
    }
    assertThat(events).extracting(OrderEvent::sequence).containsExactly(1L, 2L, 3L);
    assertThat(events)
        .extracting(OrderEvent::type)
        .containsExactly(EventType.PAID, EventType.PAID, EventType.CANCELLED);
    assertThat(events.getFirst().order().state()).as("now").isEqualTo(PaymentState.CANCELLED);
    assertThat(events.get(1).order().payment()).isNotNull();
    assertThat(client.events(2, 100).value()).hasSize(1);
    assertThat(client.events(3, 100).value()).isEmpty();
  }
}
