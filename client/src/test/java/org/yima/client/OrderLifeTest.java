package org.yima.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.yima.client.ScriptedPlatform.answer;
import static org.yima.client.ScriptedPlatform.coded;
import static org.yima.client.ScriptedPlatform.done;
import static org.yima.client.ScriptedPlatform.lost;

import java.util.Objects;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yima.client.ScriptedPlatform.Scene;
import org.yima.protocol.Form;
import org.yima.securitypkg.Suite;

/**
 * ST021, ST022, ST010 and ST100 as a till calls them, and what it is told when answers are lost.
 */
final class OrderLifeTest {
  private final ScriptedPlatform platform = new ScriptedPlatform(Suite.SM);

  @AfterEach
  void stop() {
    platform.close();
  }

  private static SortedMap<String, String> prepared() {
    SortedMap<String, String> reply = done();
    reply.put("orderid", "DD0001");
    reply.put("ordervalidcode", "VC-SECRET");
    split(reply, "40.00");
    reply.put("akc087", "100.00");
    return reply;
  }

  private static void split(SortedMap<String, String> reply, String funds) {
    reply.put("akc264", "84.00");
    reply.put("akc260", funds);
    reply.put("akc255", "30.00");
    reply.put("akc261", funds.equals("40.00") ? "14.00" : "24.00");
  }

  private static SortedMap<String, String> refunded() {
    SortedMap<String, String> reply = done();
    reply.put("reorderid", "TF20260302000000000042");
    reply.put("receiverserialno", "20260302000000000042");
    reply.put("canceltime", "2026-03-02 11:00:00");
    reply.put("totalfee", "84.00");
    return reply;
  }

  private static SortedMap<String, String> changed() {
    SortedMap<String, String> reply = coded("00", "15", "E1507 参保人的年度累计已变化");
    split(reply, "30.00");
    return reply;
  }

  private Scene scene(String word) {
    return switch (word) {
      case "prepared" -> answer(prepared());
      case "paid" -> answer(Samples.paid());
      case "refunded" -> answer(refunded());
      case "cancelled" -> answer(done());
      case "changed" -> answer(changed());
      case "lost" -> lost();
      case "busy" -> answer(coded("00", "18", "E1801 同一订单正在处理"));
      case "no-order" -> answer(coded("00", "11", "E1101 没有此订单"));
      case "other-cycle" -> answer(coded("00", "14", "E1407 订单在另一业务周期内支付"));
      case "expired" -> answer(coded("00", "12", "E1203 二维码已过期"));
      case "rate-limit" -> answer(coded("14", "", "请求过多"));
      default -> answer(Samples.state(word.substring("state".length())));
    };
  }

  private void play(String script) {
    for (String word : script.split(" ", -1)) {
      platform.then(scene(word));
    }
  }

  private static String told(Answer<?> answer) {
    return answer.isDone() ? "done" : answer.refusal().reason() + answer.refusal().code();
  }

  private static Confirmation confirmation() {
    return Confirmation.of("DD0001", "VC-SECRET", Samples.CYCLE, Samples.credential());
  }

  /** Three tries: what is lost is sent again, and a payment is looked for in between. */
  @ParameterizedTest
  @CsvSource({
    "confirm, paid,                            done,    ST022",
    "confirm, changed,                         E150715, ST022",
    "confirm, lost state2,                     done,    ST022 ST009",
    "confirm, lost state1 paid,                done,    ST022 ST009 ST022",
    "confirm, lost state3,                     E110211, ST022 ST009",
    "confirm, busy no-order expired,           E120312, ST022 ST009 ST022",
    "refund,  refunded,                        done,    ST010",
    "refund,  lost refunded,                   done,    ST010 ST010",
    "refund,  lost busy refunded,              done,    ST010 ST010 ST010",
    "refund,  lost expired,                    E120312, ST010 ST010",
    "cancel,  cancelled,                       done,    ST100",
    "cancel,  lost lost cancelled,             done,    ST100 ST100 ST100",
    "cancel,  lost rate-limit other-cycle,     E140714, ST100 ST100 ST100",
    "prepare, lost prepared,                   done,    ST021 ST021",
  })
  void isFollowedUp(String action, String script, String told, String sent) throws UnknownOutcome {
    play(script);
    assertThat(told(carryOut(action))).isEqualTo(told);
    assertThat(String.join(" ", platform.calls())).isEqualTo(sent);
  }

  private Answer<?> carryOut(String action) throws UnknownOutcome {
    YimaClient client = platform.client();
    return switch (action) {
      case "confirm" -> client.confirm(confirmation());
      case "refund" -> client.refund(payment(), Samples.CYCLE, Samples.credential());
      case "cancel" -> client.cancel("DD0001", Samples.CYCLE, "未能入账");
      default -> client.prepare(unscanned());
    };
  }

  private static Payment payment() {
    try {
      return Payment.read(Form.of(Samples.paid()));
    } catch (UnreadableAnswer e) {
      throw new AssertionError(e);
    }
  }

  private static PaymentOrder unscanned() {
    return PaymentOrder.builder(OrderType.OUTPATIENT, "DD0001", Cast.NOW)
        .cycle(Samples.CYCLE)
        .payer("测试甲", "990001199001010015")
        .bill(Samples.bill())
        .build();
  }

  @Test
  void nothingIsKnownWhenAllTriesAreLost() {
    play("lost lost lost");
    assertThatExceptionOfType(UnknownOutcome.class)
        .isThrownBy(() -> platform.client().cancel("DD0001", Samples.CYCLE, "未能入账"));
  }

  @Test
  void aPreparationNamesThePayerAndNoCode() throws UnknownOutcome {
    play("prepared");
    PreparedOrder order = platform.client().prepare(unscanned()).value();
    assertThat(platform.lastTransdata())
        .contains("<pname>测试甲</pname>", "<pidno>990001199001010015</pidno>")
        .doesNotContain("ecqrcode", "ectoken", "idno>990001TOKEN");
    assertThat(order.split().fundsFen()).isEqualTo(40_00);
    assertThat(order.split().cashFen()).isEqualTo(14_00);
    assertThat(order.accountBalanceFen()).isEqualTo(100_00);
    assertThat(order.toString()).doesNotContain("SECRET");
  }

  /** Only what somebody has looked at is agreed to. */
  @Test
  void aNewSplitIsShownAndThenNamed() throws UnknownOutcome {
    play("changed paid");
    Refusal refusal = platform.client().confirm(confirmation()).refusal();
    assertThat(platform.lastTransdata()).doesNotContain("akc264");
    Split now = Objects.requireNonNull(refusal.split());
    assertThat(now.fundsFen()).isEqualTo(30_00);
    assertThat(now.cashFen()).isEqualTo(24_00);
    assertThat(refusal.retry()).isEqualTo(Retry.CORRECTED);
    assertThat(told(platform.client().confirm(confirmation().agreeing(now)))).isEqualTo("done");
    assertThat(platform.lastTransdata())
        .contains("<akc264>84.00</akc264>", "<akc255>30.00</akc255>");
  }

  @Test
  void otherRefusalsCarryNoSplit() throws UnknownOutcome {
    play("expired");
    assertThat(platform.client().confirm(confirmation()).refusal().split()).isNull();
  }

  /** A number that was cancelled before its order came has neither amount nor time. */
  @Test
  void aClosedNumberIsAnAnswer() throws UnknownOutcome {
    SortedMap<String, String> closed = done();
    closed.put("orderid", "DD0001");
    closed.put("paystatus", "4");
    platform.then(answer(closed));
    OrderStatus status = platform.client().query("DD0001").value();
    assertThat(status.state()).isEqualTo(PaymentState.CANCELLED);
    assertThat(status.orderedAt()).isNull();
    assertThat(status.amountFen()).isZero();
    assertThat(status.payment()).isNull();
  }

  @Test
  void aRefundIsRead() throws UnknownOutcome {
    play("refunded");
    Refund refund =
        platform.client().refund(payment(), Samples.CYCLE, Samples.credential()).value();
    assertThat(refund.serial()).isEqualTo("20260302000000000042");
    assertThat(refund.number()).isEqualTo("TF20260302000000000042");
    assertThat(refund.totalFen()).isEqualTo(84_00);
    assertThat(refund.refundedAt()).hasToString("2026-03-02T11:00");
    assertThat(platform.lastTransdata())
        .contains("<balanceno>JS0001</balanceno>", "<balancecode>BC-SECRET</balancecode>");
  }
}
