package org.yima.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.yima.client.ScriptedPlatform.answer;
import static org.yima.client.ScriptedPlatform.body;
import static org.yima.client.ScriptedPlatform.coded;
import static org.yima.client.ScriptedPlatform.lost;
import static org.yima.client.ScriptedPlatform.redirectTo;
import static org.yima.client.ScriptedPlatform.status;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yima.client.ScriptedPlatform.Scene;
import org.yima.securitypkg.Suite;

/**
 * What a cashier is told when things go wrong on the way. The client may try three times: ST007,
 * then twice ST009 and ST007 again.
 */
final class PaymentFollowUpTest {
  private final ScriptedPlatform platform = new ScriptedPlatform(Suite.SM);

  @AfterEach
  void stop() {
    platform.close();
  }

  private Scene scene(String word) {
    return switch (word) {
      case "paid" -> answer(Samples.paid());
      case "lost" -> lost();
      case "garbage" -> body("<html>网关错误</html>".getBytes(StandardCharsets.UTF_8));
      case "empty" -> body(new byte[0]);
      case "http500" -> status(500);
      case "redirect" -> redirectTo(platform.uri());
      case "unopened" -> platform.unopened();
      case "busy" -> answer(coded("00", "18", "E1801 同一订单正在处理"));
      case "broken" -> answer(coded("00", "-1", "E9901 系统异常"));
      case "call-broken" -> answer(coded("-1", "", "系统异常"));
      case "rate-limit" -> answer(coded("14", "", "请求过多"));
      case "stale" -> answer(coded("13", "", "超出时间窗口"));
      case "code-expired" -> answer(coded("00", "12", "E1203 二维码已过期，请患者刷新后重新扫码"));
      case "other-content" -> answer(coded("00", "17", "E1701 订单号已用于内容不同的订单"));
      case "no-order" -> answer(coded("00", "11", "E1101 没有此订单"));
      case "other-amount" -> answer(otherAmount());
      case "no-settlement" -> answer(without("aptorderackdata"));
      case "no-code" -> answer(without("balancecode"));
      default -> answer(Samples.state(word.substring("state".length())));
    };
  }

  /** A colleague's order that happens to have the same number. */
  private static SortedMap<String, String> otherAmount() {
    Map<String, String> balance = Samples.balance();
    balance.put("akc264", "90.00");
    balance.put("akc261", "20.00");
    SortedMap<String, String> reply = Samples.state("2");
    reply.put("orderamt", "90.00");
    reply.put("aptorderackdata", Samples.settlement(balance));
    return reply;
  }

  private static SortedMap<String, String> without(String element) {
    SortedMap<String, String> reply = Samples.paid();
    reply.remove(element);
    return reply;
  }

  private void play(String script) {
    for (String word : script.split(" ", -1)) {
      platform.then(scene(word));
    }
  }

  private static String told(Answer<Payment> answer) {
    if (answer.isDone()) {
      return "paid " + answer.value().settlement().cashFen();
    }
    return "refused " + answer.refusal().code() + " " + answer.refusal().reason();
  }

  @ParameterizedTest
  @CsvSource({
    // what happens                           | what the cashier is told | what was sent
    "paid,                                      paid 1400,           ST007",
    "code-expired,                              refused 12 E1203,    ST007",
    "other-content,                             refused 17 E1701,    ST007",
    "rate-limit,                                'refused 14 ',       ST007",
    "stale,                                     'refused 13 ',       ST007",
    "lost state2,                               paid 1400,           ST007 ST009",
    "lost no-order paid,                        paid 1400,           ST007 ST009 ST007",
    "lost no-order code-expired,                refused 12 E1203,    ST007 ST009 ST007",
    "lost state3,                               refused 11 E1102,    ST007 ST009",
    "lost state4,                               refused 11 E1102,    ST007 ST009",
    "lost state5,                               refused 11 E1102,    ST007 ST009",
    "lost other-amount other-content,           refused 17 E1701,    ST007 ST009 ST007",
    "lost lost lost lost paid,                  paid 1400,           ST007 ST009 ST007 ST009 ST007",
    "busy state1 paid,                          paid 1400,           ST007 ST009 ST007",
    "busy no-order busy state2,                 paid 1400,           ST007 ST009 ST007 ST009",
    "broken no-order code-expired,              refused 12 E1203,    ST007 ST009 ST007",
    "call-broken no-order paid,                 paid 1400,           ST007 ST009 ST007",
    "garbage no-order paid,                     paid 1400,           ST007 ST009 ST007",
    "empty no-order paid,                       paid 1400,           ST007 ST009 ST007",
    "http500 http500 paid,                      paid 1400,           ST007 ST009 ST007",
    "redirect no-order paid,                    paid 1400,           ST007 ST009 ST007",
    "unopened no-order paid,                    paid 1400,           ST007 ST009 ST007",
    // After a copy may be out, only the transaction itself can say no.
    "lost no-order rate-limit no-order paid,    paid 1400,           ST007 ST009 ST007 ST009 ST007",
    "lost no-order stale no-order code-expired, refused 12 E1203,    ST007 ST009 ST007 ST009 ST007",
    // Paid, but not readable: nobody may charge again, and the next copy may be readable.
    "no-settlement no-order paid,               paid 1400,           ST007 ST009 ST007",
    "no-code no-order paid,                     paid 1400,           ST007 ST009 ST007",
  })
  void becomesCertain(String script, String told, String sent) throws Exception {
    play(script);
    assertThat(told(platform.client().pay(Samples.order()))).isEqualTo(told);
    assertThat(String.join(" ", platform.calls())).isEqualTo(sent);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lost lost lost lost lost",
        "lost no-order lost no-order lost",
        "lost no-order lost no-order rate-limit",
        "busy state1 busy state1 busy",
        "broken no-order broken no-order broken",
        "unopened no-order unopened no-order unopened",
        "lost other-amount lost other-amount lost",
      })
  void staysUnknown(String script) {
    play(script);
    assertThatExceptionOfType(UnknownOutcome.class)
        .isThrownBy(() -> platform.client().pay(Samples.order()))
        .withMessageStartingWith("支付结果未知：请查询，勿重复收费")
        .satisfies(e -> assertThat(e.transaction()).isEqualTo("ST007"));
    assertThat(platform.calls()).containsExactly("ST007", "ST009", "ST007", "ST009", "ST007");
    assertThat(platform.waits()).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
  }

  @ParameterizedTest
  @CsvSource({
    "rate-limit no-order paid, paid 1400",
    "stale state4,             refused 11 E1102",
    "code-expired,             refused 12 E1203",
  })
  void resumingTrustsOnlyTheTransaction(String script, String told) throws Exception {
    play(script);
    assertThat(told(platform.client().resume(Samples.order()))).isEqualTo(told);
  }

  @Test
  void everyCopyIsTheSameOrderUnderAFreshSeal() throws Exception {
    List<String> orders = new ArrayList<>();
    List<String> nonces = new ArrayList<>();
    Scene noting =
        (request, http) -> {
          orders.add(request.value("transdata"));
          nonces.add(request.value("nonce"));
          scene(orders.size() == 1 ? "lost" : "paid").play(request, http);
        };
    platform.then(noting).then(scene("no-order")).then(noting);
    assertThat(platform.client().pay(Samples.order()).isDone()).isTrue();
    assertThat(orders).hasSize(2).allMatch(orders.getFirst()::equals);
    assertThat(nonces).hasSize(2).doesNotHaveDuplicates();
  }

  @Test
  void aReplyOfAnotherRequestIsNoAnswer() throws Exception {
    byte[][] earlier = new byte[1][];
    platform.then((request, http) -> {
      earlier[0] = request.reply().write(Samples.paid());
      http.close();
    });
    platform.then(scene("no-order"));
    platform.then((_, http) -> ScriptedPlatform.send(http, earlier[0]));
    platform.then(scene("no-order")).then(scene("code-expired"));
    assertThat(told(platform.client().pay(Samples.order()))).isEqualTo("refused 12 E1203");
  }

  @Test
  void nobodyListens() {
    YimaClient client = platform.client();
    platform.close();
    assertThatExceptionOfType(UnknownOutcome.class)
        .isThrownBy(() -> client.pay(Samples.order()))
        .withMessageContaining("ConnectException");
    assertThat(platform.waits()).hasSize(2);
  }

  @Test
  void aReplyThatTakesTooLongIsNotWaitedFor() {
    CountDownLatch never = new CountDownLatch(1);
    platform.then((_, _) -> {
      try {
        never.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    });
    YimaClient client =
        platform
            .builder()
            .timeouts(Duration.ofSeconds(30), Duration.ofMillis(100))
            .backOff()
            .build();
    assertThatExceptionOfType(UnknownOutcome.class)
        .isThrownBy(() -> client.pay(Samples.order()))
        .withMessageContaining("SocketTimeoutException");
    never.countDown();
  }

  @Test
  void anInterruptedWaitLeavesTheOutcomeUnknown() {
    play("lost");
    YimaClient client =
        platform
            .builder()
            .pause(_ -> {
              throw new InterruptedException();
            })
            .build();
    assertThatExceptionOfType(UnknownOutcome.class).isThrownBy(() -> client.pay(Samples.order()));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(platform.calls()).containsExactly("ST007");
  }
}
