package org.yima.platform.bill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yima.platform.ledger.Posting;
import org.yima.platform.transaction.Outcome;
import org.yima.settlement.Money;
import org.yima.settlement.Program;
import org.yima.settlement.Share;
import org.yima.settlement.Subsidised;

/** A stored payment: its numbers, who pays it, and that its words come back as they were said. */
class PaymentTest {
  private static final Payment E08 = settled(41);

  static Payment settled(long number) {
    var visit = Samples.visit(Samples.e08(), Samples.pensioner());
    var outcome = Samples.till().settle(visit, new AtomicLong(number)::get);
    return ((Outcome.Done<Payment>) outcome).answer();
  }

  /** 结算编号 has 32 characters, 登记编号 and 记账流水号 have 20. */
  @ParameterizedTest
  @ValueSource(longs = {1, 41, 999_999_999_999L})
  void numbers_fit_their_fields(long number) {
    Payment payment = settled(number);
    assertThat(payment.balanceNo()).hasSize(20).containsOnlyDigits().startsWith("20240315");
    assertThat(payment.visitNo()).hasSizeLessThanOrEqualTo(20);
    assertThat(payment.lineNo(0)).hasSizeLessThanOrEqualTo(20).endsWith("0001");
    assertThat(payment.lineNo(2_999)).hasSizeLessThanOrEqualTo(20).endsWith("3000");
  }

  @ParameterizedTest
  @CsvSource({
    "2024-03-15T15:59:59Z, 20240315000000000041",
    "2024-03-15T16:00:00Z, 20240316000000000041",
  })
  void the_day_in_a_number_is_that_of_shanghai(Instant at, String balanceNo) {
    var payment =
        new Payment(
            E08.hospcode(),
            41,
            at,
            E08.total(),
            E08.inScope(),
            E08.shares(),
            E08.accountBefore(),
            E08.result());
    assertThat(payment.balanceNo()).isEqualTo(balanceNo);
  }

  /** The posting's constructor fails if they do not. */
  @Test
  void those_who_pay_add_up_to_what_is_owed() {
    var posting = new Posting(41, "DD0001", "210600", "P0000001", E08.total(), E08.payers());
    assertThat(posting.payers()).doesNotContainKeys(Share.SELF_PAID, Share.DEDUCTIBLE);
    assertThat(posting.payers())
        .containsEntry(Share.BASIC_FUND, Money.of("455"))
        .containsEntry(Share.PERSONAL_ACCOUNT, Money.of("100"))
        .containsEntry(Share.CASH, Money.of("495"));
  }

  /** {@code akc260}: every fund and subsidy, but neither the patient nor the hospital. */
  @ParameterizedTest
  @EnumSource
  void all_funds_count_and_nobody_else(Share share) {
    var payment =
        new Payment(
            "99000101",
            1,
            E08.at(),
            Money.ZERO,
            Money.ZERO,
            Map.of(share, Money.of("1")),
            Money.ZERO,
            E08.result());
    boolean fund = share.chinese().matches(".*(基金|救助|救济)");
    assertThat(payment.funds()).isEqualTo(fund ? Money.of("1") : Money.ZERO);
  }

  /** The column holds all of it: who, which figures, each line, each step. */
  @Test
  void a_result_comes_back_from_its_column() {
    Result result = E08.result();
    assertThat(result.lines()).hasSize(2);
    assertThat(result.steps()).hasSizeGreaterThan(3);
    assertThat(result.figures().basic().limit()).isNull();
    assertThat(Result.unpack(result.pack())).isEqualTo(result);
  }

  @Test
  void a_result_with_limits_comes_back_too() {
    Result result = E08.result();
    Figures figures = result.figures();
    var limited =
        new Figures(
            figures.deductible(),
            figures.deductibleSoFar(),
            2,
            new Figures.Fund(Money.of("7"), Money.of("4000"), Money.ZERO, "0.6500"),
            figures.largeAmount(),
            figures.civilServants());
    var subsidy =
        new Subsidised(
            Program.CIVIL_SERVANTS, Share.DEDUCTIBLE, Money.of("100"), Money.of("12.34"));
    var with =
        new Result(
            result.holder(),
            result.policy(),
            result.benefitYear(),
            result.movements(),
            limited,
            List.of(subsidy),
            List.of(),
            List.of());
    assertThat(Result.unpack(with.pack())).isEqualTo(with);
  }

  @Test
  void what_is_moved_is_what_a_refund_would_take_back() {
    assertThat(E08.result().movements().deductibleBorne()).isEqualTo(Money.of("300"));
    assertThat(E08.result().movements().basicFundPaid()).isEqualTo(Money.of("455"));
    assertThat(E08.result().benefitYear()).isEqualTo(2024);
  }

  @Test
  void the_holder_is_who_paid_and_prints_a_number() {
    Holder holder = E08.result().holder();
    assertThat(holder.name()).isEqualTo("测试甲");
    assertThat(holder.age()).isEqualTo("65");
    assertThat(holder.employerNo()).isEmpty();
    assertThat(holder.employerName()).isEqualTo("测试单位 <甲&乙>");
    assertThat(holder).hasToString("holder P0000001");
    assertThat(Holder.unpack(holder.pack())).isEqualTo(holder);
  }
}
