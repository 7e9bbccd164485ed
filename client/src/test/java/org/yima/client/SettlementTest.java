package org.yima.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.yima.client.ScriptedPlatform.answer;

import java.time.LocalDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yima.securitypkg.Suite;

/** The answer of 4.5, in words and by wire names. */
final class SettlementTest {
  private static Settlement read(Map<String, String> balance) throws UnreadableAnswer {
    return Settlement.read(Samples.settlement(balance));
  }

  @Test
  void theSplit() throws Exception {
    Settlement settlement = read(Samples.balance());
    assertThat(settlement.number()).isEqualTo("JS0001");
    assertThat(settlement.settledAt()).isEqualTo(LocalDateTime.of(2026, 3, 2, 10, 0, 1));
    assertThat(settlement).hasToString("total 8400 = funds 4000 + account 3000 + cash 1400 fen");
    assertThat(settlement.basicFundFen()).isEqualTo(40_00);
    assertThat(settlement.accountBeforeFen()).isEqualTo(100_00);
    assertThat(settlement.accountAfterFen()).isEqualTo(70_00);
    assertThat(settlement.selfPaidFen()).isEqualTo(4_00);
    assertThat(settlement.upfrontFen()).isEqualTo(3_68);
    assertThat(settlement.inScopeFen()).isEqualTo(76_32);
    assertThat(settlement.deductibleFen()).isEqualTo(10_00);
    assertThat(settlement.bandSelfPayFen()).isEqualTo(26_32);
    assertThat(settlement.overLimitFen()).isZero();
  }

  @Test
  void anyFieldByItsWireNameCaseMatters() throws Exception {
    Settlement settlement = read(Samples.balance());
    assertThat(settlement.field("AKC290")).isEqualTo("10.00");
    assertThat(settlement.field("akc290")).isEmpty();
    assertThat(settlement.registrationField("akc190")).isEqualTo("MZ990001");
    assertThat(settlement.lines().getFirst().field("AKC228")).isEqualTo("3.48");
  }

  @Test
  void theLines() throws Exception {
    SettledLine line = read(Samples.balance()).lines().getFirst();
    assertThat(line.prescription()).isEqualTo("CF1");
    assertThat(line.number()).isEqualTo("1");
    assertThat(line.name()).isEqualTo("示例片");
    assertThat(line.itemClass()).isEqualTo("2");
    assertThat(line.upfrontRatio()).isEqualTo("0.1000");
    assertThat(line.amountFen())
        .isEqualTo(line.selfPaidFen() + line.upfrontFen() + line.inScopeFen())
        .isEqualTo(36_75);
    assertThat(line.overCeilingFen()).isEqualTo(2_00);
  }

  @Test
  void aHospitalThatBearsADifference() throws Exception {
    Map<String, String> balance = Samples.balance();
    balance.put("bkc135", "-6.00");
    balance.put("akc261", "20.00");
    assertThat(read(balance))
        .hasToString("total 8400 = funds 4000 + account 3000 + cash 2000 + hospital -600 fen");
  }

  @ParameterizedTest
  @CsvSource({
    "akc264,      '',        akc264",
    "akc264,      84.0x,     akc264",
    "akc261,      '',        akc261",
    "akc255,      1e3,       akc255",
    "balancetime, yesterday, balancetime",
    "akc261,      14.01,     akc264 ≠ akc260 + akc255 + akc261 + bkc135",
  })
  void whatCannotBeReliedOnIsNotShown(String field, String value, String named) {
    Map<String, String> balance = Samples.balance();
    balance.put(field, value);
    assertThatExceptionOfType(UnreadableAnswer.class)
        .isThrownBy(() -> read(balance))
        .withMessage(named);
  }

  @ParameterizedTest
  @CsvSource({"registerret", "orderentryret", "balanceret"})
  void aBlockThatIsMissingIsNamed(String block) {
    String xml = Samples.settlement(Samples.balance()).replace(block + ">", "other>");
    assertThatExceptionOfType(UnreadableAnswer.class)
        .isThrownBy(() -> Settlement.read(xml))
        .withMessage(block);
  }

  @Test
  void thePayment() throws Exception {
    try (var platform = new ScriptedPlatform(Suite.RSA)) {
      platform.then(answer(Samples.paid()));
      Payment payment = platform.client().pay(Samples.order()).value();
      assertThat(payment.orderNumber()).isEqualTo("DD0001");
      assertThat(payment.balanceCode()).isEqualTo("BC-SECRET");
      assertThat(payment.amountFen()).isEqualTo(84_00);
      assertThat(payment.memberNumber()).isEqualTo("9900000001");
      assertThat(payment.cardNumber()).isEqualTo("K990000001");
      assertThat(payment.district()).isEqualTo("990001");
      assertThat(payment.field("ordertime")).isEqualTo("2026-03-02 10:00:00");
      assertThat(payment.toString()).doesNotContain("BC-SECRET", "9900000001", "K990000001");
    }
  }
}
