package org.yima.platform.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yima.platform.Places;
import org.yima.platform.transaction.Call;
import org.yima.platform.transaction.Refusal;

/**
 * A cycle that has run out takes nothing new; what was done in it may be undone until it is closed.
 */
class CorrectionTest {
  private static final Instant NOON = Instant.parse("2024-03-15T04:00:00Z");

  private static String told(Optional<Refusal> refusal) {
    return refusal.map(each -> each.reason().number()).orElse("");
  }

  @ParameterizedTest
  @CsvSource({
    // system, expires, closed: new business, undoing
    "SYS1, 2024-03-15T04:00:01Z, false, '',    ''",
    "SYS1, 2024-03-15T04:00:00Z, false, E1404, ''",
    "SYS1, 2024-03-14T04:00:00Z, false, E1404, ''",
    "SYS1, 2024-03-15T04:00:01Z, true,  E1403, E1403",
    "SYS1, 2024-03-14T04:00:00Z, true,  E1403, E1403",
  })
  void what_is_still_allowed(
      String system, Instant expires, boolean closed, String business, String undoing) {
    Call call = Places.call(Places.hospital("99000101", 1), system, NOON);
    var cycle = new BusinessCycle("C1", "99000101", system, false, expires, closed);
    assertThat(told(cycle.refusal(call))).isEqualTo(business);
    assertThat(told(cycle.correctionRefusal(call))).isEqualTo(undoing);
  }

  @ParameterizedTest
  @CsvSource({"99000101, SYS1, ''", "99000101, SYS2, E1402", "99000102, SYS1, E1402"})
  void it_is_for_whoever_opened_it(String hospcode, String system, String reason) {
    Call call = Places.call(Places.hospital("99000101", 1), "SYS1", NOON);
    var cycle = new BusinessCycle("C1", hospcode, system, false, NOON.plusSeconds(60), false);
    assertThat(told(cycle.refusal(call))).isEqualTo(reason);
    assertThat(told(cycle.correctionRefusal(call))).isEqualTo(reason);
  }
}
