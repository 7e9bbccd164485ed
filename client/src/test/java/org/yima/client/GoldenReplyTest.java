package org.yima.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yima.protocol.Form;
import org.yima.protocol.FormReader;
import org.yima.protocol.MalformedMessage;

/** The inner string of a reply to ST009, laid out in the file for reading only, and its meaning. */
final class GoldenReplyTest {
  private static String text() {
    try (InputStream in = GoldenReplyTest.class.getResourceAsStream("/ST009.reply.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .collect(Collectors.joining());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Form form(String text) {
    try {
      return FormReader.readInner(text.getBytes(StandardCharsets.UTF_8));
    } catch (MalformedMessage e) {
      throw new AssertionError(e);
    }
  }

  private static OrderStatus status() throws UnreadableAnswer {
    return OrderStatus.read(form(text()));
  }

  private static Payment payment() throws UnreadableAnswer {
    return Objects.requireNonNull(status().payment());
  }

  @Test
  void theOrder() throws Exception {
    OrderStatus status = status();
    assertThat(status.orderNumber()).isEqualTo("DD0002");
    assertThat(status.state()).isEqualTo(PaymentState.PAID);
    assertThat(status.amountFen()).isEqualTo(1070_05);
    assertThat(status.orderedAt()).isEqualTo(LocalDateTime.of(2026, 3, 2, 10, 0));
    assertThat(status).hasToString("order DD0002, state 2 支付成功");
  }

  @Test
  void thePayment() throws Exception {
    Payment payment = payment();
    assertThat(payment.orderNumber()).isEqualTo("DD0002");
    assertThat(payment.balanceCode()).isEqualTo("YZ7K2M9Q4T");
    assertThat(payment.amountFen()).isEqualTo(1070_05);
    assertThat(payment.memberNumber()).isEqualTo("9900000002");
    assertThat(payment.cardNumber()).isEqualTo("K990000002");
    assertThat(payment.district()).isEqualTo("990001");
    assertThat(payment.field("paystatus")).isEqualTo("2");
    assertThat(payment.field("nosuchfield")).isEmpty();
  }

  @Test
  void whoBearsHowMuch() throws Exception {
    Settlement split = payment().settlement();
    assertThat(split.number()).isEqualTo("JS20260302000042");
    assertThat(split.settledAt()).isEqualTo(LocalDateTime.of(2026, 3, 2, 10, 0, 1));
    assertThat(split.totalFen()).isEqualTo(1070_05);
    assertThat(split.fundsFen()).isEqualTo(455_00);
    assertThat(split.basicFundFen()).isEqualTo(455_00);
    assertThat(split.accountFen()).isEqualTo(260_05);
    assertThat(split.cashFen()).isEqualTo(355_00);
    assertThat(split.hospitalFen()).isZero();
    assertThat(split.accountBeforeFen()).isEqualTo(260_05);
    assertThat(split.accountAfterFen()).isZero();
    assertThat(split.selfPaidFen()).isEqualTo(58_94);
    assertThat(split.upfrontFen()).isEqualTo(11_11);
    assertThat(split.inScopeFen()).isEqualTo(1000_00);
    assertThat(split.deductibleFen()).isEqualTo(300_00);
    assertThat(split.bandSelfPayFen()).isEqualTo(240_00);
    assertThat(split.overLimitFen()).isEqualTo(5_00);
  }

  /** An auditor's sums: the file itself must be a possible settlement, or it proves nothing. */
  @Test
  void itsAmountsAgree() throws Exception {
    Settlement split = payment().settlement();
    assertThat(split.lines().stream().mapToLong(SettledLine::amountFen).sum())
        .isEqualTo(split.totalFen());
    assertThat(split.lines().stream().mapToLong(SettledLine::selfPaidFen).sum())
        .isEqualTo(split.selfPaidFen());
    assertThat(split.lines().stream().mapToLong(SettledLine::upfrontFen).sum())
        .isEqualTo(split.upfrontFen());
    assertThat(split.lines().stream().mapToLong(SettledLine::inScopeFen).sum())
        .isEqualTo(split.inScopeFen());
    assertThat(split.selfPaidFen() + split.upfrontFen() + split.inScopeFen())
        .isEqualTo(split.totalFen());
    assertThat(split.deductibleFen() + split.fundsFen() + split.bandSelfPayFen())
        .isEqualTo(split.inScopeFen() - split.overLimitFen());
  }

  @ParameterizedTest
  @CsvSource({
    // line, prescription/number name, class ratio: amount = self-paid (of it over) + upfront +
    // scope
    "0, CF1/1 示例甲类片 1 0.0000: 90000 = 0 (0) + 0 + 90000",
    "1, CF1/2 示例乙类针 2 0.1000: 12000 = 889 (889) + 1111 + 10000",
    "2, CF2/1 示例自费胶囊 3 1.0000: 5005 = 5005 (0) + 0 + 0",
  })
  void aLine(int index, String told) throws Exception {
    SettledLine line = payment().settlement().lines().get(index);
    assertThat(
            "%s/%s %s %s %s: %d = %d (%d) + %d + %d"
                .formatted(
                    line.prescription(),
                    line.number(),
                    line.name(),
                    line.itemClass(),
                    line.upfrontRatio(),
                    line.amountFen(),
                    line.selfPaidFen(),
                    line.overCeilingFen(),
                    line.upfrontFen(),
                    line.inScopeFen()))
        .isEqualTo(told);
    assertThat(line)
        .hasToString(
            "line %s/%s, %d fen".formatted(line.prescription(), line.number(), line.amountFen()));
  }

  @ParameterizedTest
  @CsvSource({
    "akc190, DJ20260302000017, ''",
    "akc290, 300.00,           ''",
    "BAC046, 0,                ''",
    "bac046, '',               ''",
    "bkc019, 4000.00,          ''",
    "hosrcode, '',             99000001",
    "AKC290, '',               300.00",
    "bkc030, '',               0.65",
  })
  void aFieldByItsWireName(String name, String ofRegistration, String ofBalance) throws Exception {
    Settlement split = payment().settlement();
    assertThat(split.registrationField(name)).isEqualTo(ofRegistration);
    assertThat(split.field(name)).isEqualTo(ofBalance);
  }

  @Test
  void nothingPersonalIsInTheTextOfAnObject() throws Exception {
    Settlement split = payment().settlement();
    List<Object> objects = List.of(status(), payment(), split, split.lines().get(1));
    for (Object object : objects) {
      assertThat(object.toString())
          .doesNotContain("测试乙", "9900000002", "K990000002", "YZ7K2M9Q4T", "BL0001", "示例");
    }
  }

  /** One thing is wrong, and the whole answer is no answer: a cashier relies on it. */
  @ParameterizedTest(name = "{0} → {1}: {2}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          &orderid=DD0002            | -                        | orderid
          &orderamt=1070.05          | -                        | orderamt
          orderamt=1070.05           | orderamt=1070.5x         | orderamt
          orderamt=1070.05           | orderamt=1070.06         | akc264 ≠ orderamt
          &ordertime=2026-03-02 10:00:00 | -                    | ordertime
          ordertime=2026-03-02 10:00:00 | ordertime=2026-02-30 10:00:00 | ordertime
          &paystatus=2               | -                        | paystatus
          &balancecode=YZ7K2M9Q4T    | -                        | balancecode
          <akc264>1070.05            | <akc264>1070.04          | akc264 ≠ akc260 + akc255 + akc261 + bkc135
          <akc260>455.00             | <akc260>455.01           | akc264 ≠ akc260 + akc255 + akc261 + bkc135
          <bkc135>0.00               | <bkc135>0.01             | akc264 ≠ akc260 + akc255 + akc261 + bkc135
          <aae019>900.00</aae019>    | -                        | aae019
          <bkc026>8.89               | <bkc026>八元             | bkc026
          <akc228>11.11              | <akc228>11,11            | akc228
          <akc268>8.89               | <akc268>8.889            | akc268
          <bac048>260.05             | <bac048>260.05元         | bac048
          """)
  void anAnswerThatCannotBeReliedOnIsNone(String part, @Nullable String instead, String named) {
    String text = text();
    assertThat(text).as("the row changes something").contains(part);
    Form changed = form(text.replace(part, instead == null ? "" : instead));
    assertThatExceptionOfType(UnreadableAnswer.class)
        .isThrownBy(() -> OrderStatus.read(changed))
        .withMessage(named);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "3", "4", "5"})
  void anOrderThatIsNotPaidNeedsNoSettlement(String state) throws Exception {
    String text = text();
    int from = text.indexOf("&aptorderackdata=");
    int to = text.indexOf("&balancecode=");
    Form changed =
        form(
            (text.substring(0, from) + text.substring(to))
                .replace("paystatus=2", "paystatus=" + state));
    OrderStatus status = OrderStatus.read(changed);
    assertThat(status.payment()).isNull();
    assertThat(status.state().toString()).startsWith(state + " ");
    assertThat(status.state().isEndedUnpaid()).isEqualTo(!state.equals("1"));
  }

  @Test
  void anAnswerIsDoneOrRefusedAndNeverBoth() {
    Answer<String> done = Answer.done("值");
    assertThat(done.isDone()).isTrue();
    assertThat(done.value()).isEqualTo("值");
    assertThat(done).hasToString("done: 值");
    assertThatIllegalStateException().isThrownBy(done::refusal).withMessage("done, not refused");
    Form reply = Form.empty().with("aprcode", "15").with("aprtmsg", "E1501 金额不符");
    Answer<String> refused = Answer.refused(Refusal.business(reply));
    assertThat(refused.isDone()).isFalse();
    assertThat(refused.refusal().reason()).isEqualTo("E1501");
    assertThat(refused).hasToString("refused: 15 E1501 金额不符");
    assertThatIllegalStateException()
        .isThrownBy(refused::value)
        .withMessage("refused: 15 E1501 金额不符");
  }

  /** A number is four digits after an E and a blank; anything else belongs to the sentence. */
  @ParameterizedTest
  @CsvSource({
    "E1501 金额不符,     E1501, 金额不符",
    "E1501  金额不符,    E1501, ' 金额不符'",
    "E15 金额不符,       '',    E15 金额不符",
    "e1501 金额不符,     '',    e1501 金额不符",
    "金额不符 E1501,     '',    金额不符 E1501",
    "'',                '',    ''",
  })
  void aReasonsNumberIsToldApartFromItsSentence(String message, String number, String sentence) {
    Refusal refusal = Refusal.business(Form.empty().with("aprcode", "15").with("aprtmsg", message));
    assertThat(refusal.reason()).isEqualTo(number);
    assertThat(refusal.sentence()).isEqualTo(sentence);
  }
}
