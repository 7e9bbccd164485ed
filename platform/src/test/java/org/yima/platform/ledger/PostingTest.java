package org.yima.platform.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yima.platform.ledger.Posting.Entry;
import org.yima.platform.ledger.Posting.Kind;
import org.yima.settlement.Money;
import org.yima.settlement.Share;

/** Who pays for a settlement: all of it, or it is no posting. */
class PostingTest {
  @ParameterizedTest
  @CsvSource({
    "100.00, 60.00, 30.00, 10.00, true",
    "100.00, 60.00, 30.00, 9.99,  false",
    "100.00, 60.00, 30.00, 10.01, false",
    "100.00, 0.00,  0.00,  100.00, true",
    "0.01,   0.01,  0.00,  0.00,  true",
  })
  void what_is_owed_is_paid(Money total, Money fund, Money account, Money cash, boolean balances) {
    Map<Share, Money> payers =
        Map.of(Share.BASIC_FUND, fund, Share.PERSONAL_ACCOUNT, account, Share.CASH, cash);
    if (balances) {
      assertThat(new Posting(1, "DD1", "530400", "1", total, payers).payers()).isEqualTo(payers);
    } else {
      assertThatIllegalStateException()
          .isThrownBy(() -> new Posting(1, "DD1", "530400", "1", total, payers))
          .withMessageContaining(total.toString());
    }
  }

  @Test
  void a_payment_is_turned_by_nothing() {
    Entry entry = Entry.payment(5, "C1");
    assertThat(entry.kind()).isEqualTo(Kind.POS);
    assertThat(entry.reversal()).isNull();
    assertThat(entry.cycleNo()).isEqualTo("C1");
  }

  @Test
  void a_serial_is_the_day_and_the_number() {
    var noon = ZonedDateTime.of(2024, 3, 15, 12, 0, 0, 0, ZoneId.of("Asia/Shanghai"));
    assertThat(Posting.serial(noon, 41)).isEqualTo("20240315000000000041");
  }
}
