package org.yima.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.yima.client.ScriptedPlatform.answer;
import static org.yima.client.ScriptedPlatform.done;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.yima.securitypkg.CannotOpen;
import org.yima.securitypkg.Reception;
import org.yima.securitypkg.Suite;

/** What a hospital's receiver answers to what is posted to it, and how pulled events are read. */
final class EventsTest {
  private final List<OrderEvent> booked = new ArrayList<>();

  private EventReceiver receiver(Suite suite) {
    return new EventReceiver(Cast.kit(suite), booked::add);
  }

  private static SortedMap<String, String> event(String type, String state) {
    SortedMap<String, String> elements = Samples.state(state);
    elements.put("eventid", "990001-7");
    elements.put("eventseq", "7");
    elements.put("eventtype", type);
    return elements;
  }

  private static byte[] pushed(Reception from, Suite suite, SortedMap<String, String> elements) {
    try {
      return from.push(Cast.caller(suite), "ST009", elements);
    } catch (CannotOpen e) {
      throw new AssertionError(e);
    }
  }

  private static String code(byte[] answer) {
    String text = new String(answer, UTF_8);
    return text.substring("respcode=".length(), text.indexOf('&'));
  }

  @ParameterizedTest
  @EnumSource(Suite.class)
  void whatThePlatformSaysIsBooked(Suite suite) {
    byte[] body = pushed(Cast.reception(suite), suite, event("paid", "2"));
    EventReceiver receiver = receiver(suite);
    assertThat(code(receiver.receive(body))).isEqualTo("00");
    assertThat(code(receiver.receive(body))).as("again").isEqualTo("00");
    assertThat(booked).hasSize(1);
    assertThat(booked.getFirst().id()).isEqualTo("990001-7");
    assertThat(booked.getFirst().sequence()).isEqualTo(7);
    assertThat(booked.getFirst().type()).isEqualTo(EventType.PAID);
  }

  @ParameterizedTest
  @EnumSource(Suite.class)
  void whatAnImpostorSaysIsNot(Suite suite) {
    byte[] body = pushed(Cast.impostor(suite), suite, event("paid", "2"));
    assertThat(code(receiver(suite).receive(body))).isEqualTo("12");
    assertThat(booked).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Suite.class)
  void anotherSuiteIsNotOpened(Suite suite) {
    Suite other = suite == Suite.SM ? Suite.RSA : Suite.SM;
    byte[] body = pushed(Cast.reception(other), other, event("paid", "2"));
    assertThat(code(receiver(suite).receive(body))).isEqualTo("12");
    assertThat(booked).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "paid,      2, PAID,      PAID",
    "refunded,  5, REFUNDED,  REFUNDED",
    "cancelled, 4, CANCELLED, CANCELLED",
    "expired,   3, EXPIRED,   FAILED",
    "reversed,  5, REVERSED,  REFUNDED",
    "paid,      5, PAID,      REFUNDED",
  })
  void whatHappenedAndHowItStands(String word, String code, EventType type, PaymentState state) {
    byte[] body = pushed(Cast.reception(Suite.SM), Suite.SM, event(word, code));
    assertThat(code(receiver(Suite.SM).receive(body))).isEqualTo("00");
    assertThat(booked.getFirst().type()).isEqualTo(type);
    assertThat(booked.getFirst().order().state()).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({"eventid", "eventseq", "eventtype", "paystatus", "orderid"})
  void anEventThatLacksSomethingIsNotBooked(String element) {
    SortedMap<String, String> elements = event("paid", "2");
    elements.remove(element);
    byte[] body = pushed(Cast.reception(Suite.SM), Suite.SM, elements);
    assertThat(code(receiver(Suite.SM).receive(body))).isEqualTo("10");
    assertThat(booked).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"eventtype, returned", "eventseq, first", "paystatus, 9"})
  void norIsOneThatCannotBeRead(String element, String value) {
    SortedMap<String, String> elements = event("paid", "2");
    elements.put(element, value);
    byte[] body = pushed(Cast.reception(Suite.SM), Suite.SM, elements);
    assertThat(code(receiver(Suite.SM).receive(body))).isEqualTo("10");
  }

  @Test
  void whatCouldNotBeBookedIsAskedForAgain() {
    List<OrderEvent> tries = new ArrayList<>();
    var receiver =
        new EventReceiver(
            Cast.kit(Suite.SM),
            event -> {
              tries.add(event);
              if (tries.size() < 3) {
                throw new IllegalStateException("数据库不可用");
              }
            });
    byte[] body = pushed(Cast.reception(Suite.SM), Suite.SM, event("paid", "2"));
    assertThat(code(receiver.receive(body))).isEqualTo("-1");
    assertThat(code(receiver.receive(body))).isEqualTo("-1");
    assertThat(code(receiver.receive(body))).isEqualTo("00");
    assertThat(code(receiver.receive(body))).isEqualTo("00");
    assertThat(tries).hasSize(3);
  }

  private static SortedMap<String, String> rows(String rows) {
    SortedMap<String, String> reply = done();
    reply.put("rows", rows);
    return reply;
  }

  private static String row(String seq, String answer) {
    return "<row><eventid>990001-"
        + seq
        + "</eventid><eventseq>"
        + seq
        + "</eventseq><eventtype>cancelled</eventtype>"
        + answer
        + "</row>";
  }

  private static final String CANCELLED =
      "<answer><orderid>DD0001</orderid><paystatus>4</paystatus></answer>";

  @Test
  void pulledEventsAreReadInTheirOrder() throws UnknownOutcome {
    try (var platform = new ScriptedPlatform(Suite.SM)) {
      platform.then(answer(rows("<rows>" + row("8", CANCELLED) + row("9", CANCELLED) + "</rows>")));
      List<OrderEvent> events = platform.client().events(7, 50).value();
      assertThat(events).extracting(OrderEvent::sequence).containsExactly(8L, 9L);
      assertThat(events.getFirst().order().state()).isEqualTo(PaymentState.CANCELLED);
      assertThat(platform.lastTransdata())
          .contains("<aftereventseq>7</aftereventseq>", "<max>50</max>");
    }
  }

  @Test
  void noneIsAnAnswerToo() throws UnknownOutcome {
    try (var platform = new ScriptedPlatform(Suite.SM)) {
      platform.then(answer(done()));
      assertThat(platform.client().events(9, 50).value()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"<rows><row/></rows>", "<rows><row>", "<other/>"})
  void whatCannotBeReadIsNoAnswer(String rows) {
    try (var platform = new ScriptedPlatform(Suite.SM)) {
      platform.then(answer(rows(rows)));
      assertThatExceptionOfType(UnknownOutcome.class)
          .isThrownBy(() -> platform.client().events(0, 50));
    }
  }
}
