package org.yima.platform.order;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yima.platform.bill.OrderContent;
import org.yima.platform.bill.OrderType;
import org.yima.platform.bill.Payment;
import org.yima.platform.bill.Samples;
import org.yima.platform.order.Orders.Found;
import org.yima.platform.order.PaymentOrder.Codes;
import org.yima.platform.order.PaymentOrder.Times;
import org.yima.platform.transaction.Reply;
import org.yima.protocol.Element;
import org.yima.protocol.ElementReader;
import org.yima.protocol.MalformedMessage;
import org.yima.settlement.Money;

/**
 * The answer to one fixed payment, byte for byte: {@code paid.xml} beside this class has one line
 * an element, so that a difference can be read; the answer itself has none of those breaks.
 */
class OrderReplyTest {
  /**
   * E08 with a line of 乙 above its ceiling: 100.00 at 1.00, of which 20.00 and 8.00 are not
   * covered.
   */
  private static final OrderContent CONTENT =
      Samples.content(
          "11",
          Samples.DAY,
          Samples.line("CF1", "1", "A", "1000.00"),
          Samples.line("CF1", "2", "X", "50.00"),
          Samples.line("CF2", "1", "B", "100.00"));

  private static PaymentOrder order(OrderContent content, String yuan) {
    return new PaymentOrder(
        "DD0001",
        OrderType.OUTPATIENT,
        "9900990001012024031510000001",
        Money.of(yuan),
        new Times(
            LocalDateTime.of(2024, 3, 15, 11, 59, 58),
            Instant.parse("2024-03-15T04:29:58Z"),
            Instant.parse("2024-03-15T04:00:00Z")),
        new Codes("", "abcdefghijklmnopqrstuvwx23"),
        "",
        content,
        Optional.empty());
  }

  private static Found paid() {
    Payment payment = Samples.settled(CONTENT);
    return found(OrderState.PAID, Optional.of(payment));
  }

  private static Found found(OrderState state, Optional<Payment> payment) {
    PaymentOrder order = order(CONTENT, "1150.00");
    return new Found(order.number(), state, Optional.of(order), payment);
  }

  private static Map<String, String> written(Found found) {
    var reply = new Reply();
    OrderReply.write(found, reply);
    return reply.elements();
  }

  private static String details() {
    return Objects.requireNonNull(written(paid()).get("aptorderackdata"));
  }

  @Test
  void the_details_are_those_of_the_golden_file() throws IOException {
    String details = details();
    assertThat(lines(details)).isEqualTo(golden());
    assertThat(details).doesNotContain("\n");
  }

  /** Breaks the line before each opening tag and after each block. */
  private static String lines(String xml) {
    return xml.replace("><", ">\n<").replaceAll("(<(\\w+)>)\n(</\\2>)", "$1$3") + "\n";
  }

  private static String golden() throws IOException {
    try (InputStream in = OrderReplyTest.class.getResourceAsStream("paid.xml")) {
      return new String(Objects.requireNonNull(in, "paid.xml").readAllBytes(), UTF_8);
    }
  }

  /**
   * aae019 = bkc026 + akc228 + bkc027 on each line, and the sums of the lines stand in the bill.
   */
  @Test
  void the_lines_add_up_to_the_settlement() throws MalformedMessage {
    Element details = ElementReader.read(details());
    Element settlement = child(details, "balanceret");
    Money selfPaid = Money.ZERO;
    Money upfront = Money.ZERO;
    Money inScope = Money.ZERO;
    for (Element row : child(details, "orderentryret").children()) {
      selfPaid = selfPaid.plus(Money.of(row.textOf("bkc026")));
      upfront = upfront.plus(Money.of(row.textOf("akc228")));
      inScope = inScope.plus(Money.of(row.textOf("bkc027")));
    }
    assertThat(settlement.textOf("ckc120")).isEqualTo(selfPaid.toString());
    assertThat(settlement.textOf("ckc121")).isEqualTo(upfront.toString());
    assertThat(settlement.textOf("akc801")).isEqualTo(inScope.toString());
    assertThat(settlement.textOf("akc264"))
        .isEqualTo(selfPaid.plus(upfront).plus(inScope).toString());
  }

  private static Element child(Element parent, String name) {
    return Objects.requireNonNull(parent.child(name), name);
  }

  @Test
  void the_flat_elements_are_those_of_3_2_1() {
    Map<String, String> elements = written(paid());
    assertThat(elements)
        .containsEntry("orderid", "DD0001")
        .containsEntry("orderamt", "1150.00")
        .containsEntry("ordertime", "2024-03-15 11:59:58")
        .containsEntry("balancecode", "abcdefghijklmnopqrstuvwx23")
        .containsEntry("sipno", "P0000001")
        .containsEntry("sicardno", "D99000001")
        .containsEntry("sidistrictcode", "210600")
        .hasSize(8);
  }

  /** 3.2.2: a settlement is shown where it counts, 3.3.1: and not where it was cancelled. */
  @ParameterizedTest
  @EnumSource(OrderState.class)
  void a_settlement_is_shown_as_long_as_it_counts(OrderState state) {
    boolean counts = state == OrderState.PAID || state == OrderState.REFUNDED;
    Map<String, String> elements = written(found(state, paid().payment()));
    assertThat(elements.containsKey("aptorderackdata")).isEqualTo(counts);
    assertThat(elements.containsKey("balancecode")).isEqualTo(counts);
  }

  @Test
  void an_order_without_a_settlement_says_nothing_of_one() {
    assertThat(written(found(OrderState.PAYING, Optional.empty())))
        .containsOnlyKeys("orderid", "orderamt", "ordertime");
  }

  @Test
  void a_number_that_was_closed_before_its_order_came_is_a_number() {
    var tombstone = new Found("DD0002", OrderState.CANCELLED, Optional.empty(), Optional.empty());
    assertThat(written(tombstone)).containsOnly(Map.entry("orderid", "DD0002"));
  }

  /** 3.2.4 has no order time. */
  @Test
  void a_payment_in_two_steps_answers_the_elements_of_3_2_4() {
    var reply = new Reply();
    OrderReply.writePaid(paid(), reply);
    var expected = written(paid());
    expected.remove("ordertime");
    assertThat(reply.elements()).isEqualTo(expected);
  }
}
