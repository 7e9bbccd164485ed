package org.yima.platform.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.yima.platform.bill.Payment;
import org.yima.platform.bill.Samples;
import org.yima.platform.ledger.Posting;
import org.yima.platform.order.PaymentOrder.Codes;
import org.yima.platform.order.Reversal.Approval;
import org.yima.settlement.Money;
import org.yima.settlement.Share;

/** What was said of a payment before it, and what undoes it afterwards. */
class PromiseTest {
  /** E08: total 1,050, fund 455, account 100, cash 495. */
  private static final Payment E08 = Samples.settled(Samples.e08());

  private static Payment with(Share share, Money amount) {
    Map<Share, Money> shares = new EnumMap<>(E08.shares());
    shares.put(share, amount);
    return new Payment(
        E08.hospcode(),
        E08.number(),
        E08.at(),
        E08.total(),
        E08.inScope(),
        shares,
        E08.accountBefore(),
        E08.result());
  }

  @Test
  void it_says_what_would_be_paid() {
    Promise promise = Promise.of(E08);
    assertThat(promise.amounts())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "akc264", "1050.00",
                "akc260", "455.00",
                "akc255", "100.00",
                "akc261", "495.00"));
    assertThat(promise.balance()).isEqualTo(Money.of("100"));
    assertThat(promise.renewed()).isFalse();
    assertThat(promise.renew())
        .isEqualTo(
            new Promise(
                promise.total(),
                promise.funds(),
                promise.account(),
                promise.cash(),
                promise.balance(),
                true));
  }

  /** To the fen, and whoever pays it. */
  @ParameterizedTest
  @CsvSource({
    "BASIC_FUND,       455.00, true",
    "BASIC_FUND,       455.01, false",
    "BASIC_FUND,       454.99, false",
    "PERSONAL_ACCOUNT, 99.99,  false",
    "CASH,             495.01, false",
    "DEDUCTIBLE,       1.00,   true",
  })
  void it_is_kept_exactly_or_not(Share share, Money amount, boolean kept) {
    assertThat(Promise.of(E08).isKeptBy(with(share, amount))).isEqualTo(kept);
  }

  /** A stay may be charged more between the two: nobody pays less than the bill. */
  @Test
  void another_total_is_another_promise() {
    var more =
        new Payment(
            E08.hospcode(),
            E08.number(),
            E08.at(),
            E08.total().plus(Money.of("0.01")),
            E08.inScope(),
            E08.shares(),
            E08.accountBefore(),
            E08.result());
    assertThat(Promise.of(E08).isKeptBy(more)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "abc, abc, true",
    "abc, abd, false",
    "abc, ab,  false",
    "abc, '',  false",
    "'',  '',  true",
  })
  void codes_are_compared_as_a_whole(String kept, String sent, boolean same) {
    assertThat(Codes.same(kept, sent)).isEqualTo(same);
  }

  @Test
  void codes_are_not_printed() {
    assertThat(new Codes("secret-one", "secret-two").toString()).doesNotContain("secret");
  }

  private static Reversal reversal(OrderEvent event) {
    return new Reversal(
        7,
        event,
        "C2",
        Instant.parse("2024-03-15T16:00:00Z"),
        "",
        event == OrderEvent.REVERSE ? Optional.of(new Approval("甲", "乙")) : Optional.empty());
  }

  /** Numbers of 3.2.5 have 32 characters at most, and the day is Shanghai's. */
  @Test
  void a_refund_has_numbers_of_its_own() {
    Reversal refund = reversal(OrderEvent.REFUND);
    assertThat(refund.serial()).isEqualTo("20240316000000000007");
    assertThat(refund.orderNo()).isEqualTo("TF20240316000000000007").hasSizeLessThan(33);
  }

  /** A cancellation counts for nobody; whatever else undoes a payment is business of its cycle. */
  @ParameterizedTest
  @EnumSource(
      value = OrderEvent.class,
      names = {"REFUND", "CANCEL", "REVERSE"})
  void each_has_its_place_in_the_ledger(OrderEvent event) {
    Posting.Entry entry = reversal(event).entry(9);
    assertThat(entry.number()).isEqualTo(9);
    assertThat(entry.reversal()).isEqualTo(7);
    assertThat(entry.cycleNo()).isEqualTo("C2");
    assertThat(entry.kind())
        .isEqualTo(event == OrderEvent.CANCEL ? Posting.Kind.VOID : Posting.Kind.NAG);
  }
}
