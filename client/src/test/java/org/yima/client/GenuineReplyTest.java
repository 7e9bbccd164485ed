package org.yima.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.yima.client.ScriptedPlatform.answer;
import static org.yima.client.ScriptedPlatform.body;
import static org.yima.client.ScriptedPlatform.done;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.yima.protocol.FormReader;
import org.yima.protocol.FormWriter;
import org.yima.protocol.MalformedMessage;
import org.yima.securitypkg.Suite;

/** Only the platform's own answer to this very call counts, whole and in time. */
final class GenuineReplyTest {
  private static SortedMap<String, String> cycle() {
    SortedMap<String, String> reply = done();
    reply.put("busicycleno", "ZQ1");
    return reply;
  }

  private static void isNoAnswer(ScriptedPlatform platform) {
    isNoAnswer(platform.client());
  }

  private static void isNoAnswer(YimaClient client) {
    assertThatExceptionOfType(UnknownOutcome.class)
        .isThrownBy(() -> client.signIn("OP1"))
        .withMessageStartingWith("ST001 未收到可信的应答")
        .satisfies(e -> assertThat(e.transaction()).isEqualTo("ST001"));
  }

  /**
   * It can open what we sent, and its certificate bears the platform's name, but we never saw it.
   */
  @ParameterizedTest
  @EnumSource(
      value = Suite.class,
      names = {"SM", "RSA"})
  void aStrangersSignatureUnderThePlatformsNameIsRefused(Suite suite) {
    try (var impostor = new ScriptedPlatform(suite, Cast.impostor(suite))) {
      impostor.then(answer(cycle()));
      isNoAnswer(impostor);
      assertThat(impostor.calls()).as("the request itself was opened").containsExactly("ST001");
    }
  }

  @Test
  void anImpostorCannotSayThatAPaymentWasMade() {
    try (var impostor = new ScriptedPlatform(Suite.SM, Cast.impostor(Suite.SM))) {
      impostor.then(answer(Samples.paid())).then(answer(Samples.state("2")));
      YimaClient client = impostor.builder().backOff(Duration.ofSeconds(1)).build();
      assertThatExceptionOfType(UnknownOutcome.class)
          .isThrownBy(() -> client.pay(Samples.order()))
          .withMessageStartingWith("支付结果未知：请查询，勿重复收费");
      assertThat(impostor.calls()).containsExactly("ST007", "ST009", "ST007");
    }
  }

  /** A genuine sealed reply in which one thing was changed on the way. */
  @ParameterizedTest
  @CsvSource({
    "encrpteddata, flip",
    "encrpteddata, cut",
    "encryptkey,   flip",
    "suite,        LEGACY",
    "suite,        RSA",
    "transtype,    ST002",
  })
  void aReplyThatWasTouchedIsRefused(String element, String change) {
    try (var platform = new ScriptedPlatform(Suite.SM)) {
      platform.then((request, http) ->
          ScriptedPlatform.send(http, touched(request.reply().write(cycle()), element, change)));
      isNoAnswer(platform);
    }
  }

  private static byte[] touched(byte[] reply, String element, String change) throws IOException {
    try {
      var form = FormReader.readBody(reply);
      String value = Objects.requireNonNullElse(form.get(element), "");
      String other =
          switch (change) {
            case "flip" -> value.replaceFirst("^.", value.startsWith("A") ? "B" : "A");
            case "cut" -> value.substring(0, value.length() / 8 * 4);
            default -> change;
          };
      assertThat(other).as("something is changed").isNotEqualTo(value);
      return FormWriter.encoded(form.with(element, other));
    } catch (MalformedMessage e) {
      throw new IOException(e);
    }
  }

  @Test
  void aPlainReplyIsNoAnswerHoweverGoodItLooks() {
    try (var platform = new ScriptedPlatform(Suite.SM)) {
      platform.then(
          body(
              "{aprcode=00&aprtmsg=成功&busicycleno=ZQ1&respcode=00&respmsg=成功}"
                  .getBytes(StandardCharsets.UTF_8)));
      isNoAnswer(platform);
    }
  }

  @Test
  void aReplyToTheCallBeforeIsRefused() throws Exception {
    try (var platform = new ScriptedPlatform(Suite.SM)) {
      byte[][] earlier = new byte[1][];
      platform.then((request, http) -> {
        earlier[0] = request.reply().write(cycle());
        ScriptedPlatform.send(http, earlier[0]);
      });
      platform.then((_, http) -> ScriptedPlatform.send(http, earlier[0]));
      YimaClient client = platform.client();
      assertThat(client.signIn("OP1").value().number()).isEqualTo("ZQ1");
      isNoAnswer(client);
    }
  }

  /** A byte now and then keeps every read in time; the reply as a whole is not. */
  @Test
  void aReplyThatDripsInIsNotWaitedForToItsEnd() {
    try (var platform = new ScriptedPlatform(Suite.SM)) {
      platform.then((_, http) -> drip(http));
      YimaClient client =
          platform.builder().timeouts(Duration.ofSeconds(30), Duration.ofMillis(200)).build();
      assertThatExceptionOfType(UnknownOutcome.class)
          .isThrownBy(() -> client.signIn("OP1"))
          .withMessageMatching("(?s).*(longer than 10 read time-outs|SocketTimeoutException).*");
    }
  }

  /** Would go on for a minute. */
  private static void drip(HttpExchange http) throws IOException {
    http.sendResponseHeaders(200, 0);
    try {
      for (int i = 0; i < 1_200; i++) {
        http.getResponseBody().write('x');
        http.getResponseBody().flush();
        Thread.sleep(50);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aGenuineReplyMayBringMoreThanWeKnow() throws Exception {
    try (var platform = new ScriptedPlatform(Suite.SM)) {
      SortedMap<String, String> reply = cycle();
      reply.putAll(Map.of("newelement", "一", "aprdetail", "二"));
      platform.then(answer(reply));
      assertThat(platform.client().signIn("OP1").value()).hasToString("cycle ZQ1");
    }
  }
}
