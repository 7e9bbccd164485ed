package org.yima.platform.credential;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.yima.platform.credential.NationalService.Answer;
import org.yima.platform.credential.NationalService.Holder;
import org.yima.platform.credential.NationalService.NoAnswer;
import org.yima.platform.credential.NationalService.Question;
import org.yima.platform.person.IdNumber;
import org.yima.platform.person.PersonName;

/** The national code service over a real connection: what it may say, and what it may do to us. */
class CodeServiceGatewayTest {
  private static final Question QUESTION =
      new Question("04010089", "01301", "OP1", "收费员", "", "", "", "NATIONAL-CODE-1");
  private static final String GOOD =
      """
      {"code":0,"message":"成功","data":{"idNo":"990000199001011239","idType":"01","userName":"测试甲",
       "ecToken":"NATIONAL-TOKEN-1","insuOrg":"990000","ecIndexNo":"P1","gender":"1"}}
      """;

  /** Waits longer than any test should take; what is said is what counts. */
  private static CodeServiceGateway gateway(URI url) {
    return gateway(url, Duration.ofMinutes(1));
  }

  private static CodeServiceGateway gateway(URI url, Duration timeout) {
    return new CodeServiceGateway(
        new CodeServiceSettings(url, Duration.ofSeconds(30), timeout, null, null, ""));
  }

  private static Answer ask(String answer) throws IOException, NoAnswer {
    try (Loopback service = Loopback.http(exchange -> Loopback.send(exchange, 200, answer));
        CodeServiceGateway gateway = gateway(service.at("http"))) {
      return gateway.decode(QUESTION);
    }
  }

  @Test
  void a_decoded_code_gives_holder_and_token() throws Exception {
    Answer answer = ask(GOOD);
    assertThat(answer.code()).isZero();
    assertThat(answer.holder())
        .contains(
            new Holder(
                "990000",
                new IdNumber("01", "990000199001011239"),
                new PersonName("测试甲"),
                "NATIONAL-TOKEN-1"));
    assertThat(answer.holder().orElseThrow()).hasToString("测**");
  }

  @Test
  void the_question_is_the_json_of_the_national_library() throws Exception {
    try (Loopback service = Loopback.http(exchange -> Loopback.send(exchange, 200, GOOD));
        CodeServiceGateway gateway = gateway(service.at("http"))) {
      gateway.decode(QUESTION);
      assertThat(service.asked)
          .containsExactly(
              "{\"transType\":\"ec.query\",\"orgId\":\"04010089\",\"data\":{\"orgId\":\"04010089\","
                  + "\"businessType\":\"01301\",\"operatorId\":\"OP1\",\"operatorName\":\"收费员\","
                  + "\"officeId\":\"\",\"officeName\":\"\",\"deviceType\":\"\","
                  + "\"ecQrCode\":\"NATIONAL-CODE-1\"}}");
    }
  }

  /** Codes of spec/codes/ecerror.tsv, as a number or as text; with one of them nobody is named. */
  @ParameterizedTest
  @CsvSource({
    "'{\"code\":2002,\"message\":\"x\"}',   2002, expired",
    "'{\"code\":\"2003\",\"message\":\"x\"}', 2003, used",
    "'{\"code\":2001}',                   2001, unknown",
    "'{\"code\":1002}',                   1002, institution not registered there",
    "'{\"code\":3005,\"data\":{}}',         3005, token of another person",
    "'{\"code\":-1}',                     -1,   broken there",
  })
  void a_refusal_keeps_its_code(String answer, int code, String because) throws Exception {
    assertThat(ask(answer).code()).as(because).isEqualTo(code);
    assertThat(ask(answer).holder()).as(because).isEmpty();
  }

  static Stream<Named<Loopback.Script>> useless() {
    return Stream.of(
        says("no JSON", "<html>busy</html>"),
        says("nothing", ""),
        says("half of it", GOOD.substring(0, 40)),
        says("another form", "[0]"),
        says("no code", "{\"message\":\"成功\"}"),
        says("a code that nobody knows", "{\"code\":4711}"),
        says("good, and nobody", "{\"code\":0}"),
        says("no token", GOOD.replace("NATIONAL-TOKEN-1", "")),
        says("a token of two lines", GOOD.replace("NATIONAL-TOKEN-1", "A\\nB")),
        says(
            "a token that ST007 could not carry",
            GOOD.replace("NATIONAL-TOKEN-1", "A".repeat(101))),
        says("no district", GOOD.replace("\"insuOrg\":\"990000\"", "\"insuOrg\":\"somewhere\"")),
        says("no name", GOOD.replace("测试甲", " ")),
        says("no number", GOOD.replace("990000199001011239", "")),
        says("deep nesting", "{\"code\":".repeat(3000)),
        says("too much", " ".repeat(CodeServiceGateway.MOST_BYTES) + GOOD),
        Named.of("an error page", exchange -> Loopback.send(exchange, 500, GOOD)),
        Named.of("no content", exchange -> Loopback.send(exchange, 204, null)),
        Named.of(
            "elsewhere",
            exchange -> {
              exchange.getResponseHeaders().set("Location", "/other");
              Loopback.send(exchange, 307, null);
            }));
  }

  private static Named<Loopback.Script> says(String what, String answer) {
    return Named.of(what, exchange -> Loopback.send(exchange, 200, answer));
  }

  @ParameterizedTest
  @MethodSource("useless")
  void what_is_no_answer_is_taken_for_none(Loopback.Script script) throws Exception {
    try (Loopback service = Loopback.http(script);
        CodeServiceGateway gateway = gateway(service.at("http"))) {
      assertThatExceptionOfType(NoAnswer.class).isThrownBy(() -> gateway.decode(QUESTION));
      assertThat(service.asked).as("no second try, no redirect").hasSize(1);
    }
  }

  /** Silence before the first byte, and in the middle of the answer. */
  @ParameterizedTest
  @CsvSource({"0", "12"})
  void a_slow_service_is_not_waited_for(int bytes) throws Exception {
    try (Loopback service = silentAfter(bytes);
        CodeServiceGateway gateway = gateway(service.at("http"), Duration.ofMillis(300))) {
      assertThatExceptionOfType(NoAnswer.class)
          .isThrownBy(() -> gateway.decode(QUESTION))
          .withMessageContaining("no answer within");
    }
  }

  private static Loopback silentAfter(int bytes) throws IOException {
    Loopback[] self = new Loopback[1];
    self[0] =
        Loopback.http(exchange -> {
          if (bytes > 0) {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(GOOD.substring(0, bytes).getBytes(UTF_8));
            exchange.getResponseBody().flush();
          }
          self[0].over.await();
        });
    return self[0];
  }

  @Test
  void an_unreachable_service_is_said_to_be_silent() throws Exception {
    int nobody;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = socket.getLocalPort();
    }
    try (var gateway = gateway(URI.create("http://127.0.0.1:" + nobody + "/ec/query"))) {
      assertThatExceptionOfType(NoAnswer.class)
          .isThrownBy(() -> gateway.decode(QUESTION))
          .withMessageContaining("ConnectException");
    }
  }

  /** The code is the patient's secret for a minute: it is in no message. */
  @Test
  void nothing_of_the_question_is_printed() throws Exception {
    assertThat(QUESTION).hasToString("ec.query 01301");
    assertThatExceptionOfType(NoAnswer.class)
        .isThrownBy(() -> ask("{\"code\":\"NATIONAL-CODE-1\"}"))
        .withMessageNotContaining("NATIONAL");
  }
}
