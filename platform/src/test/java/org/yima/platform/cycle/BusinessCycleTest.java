package org.yima.platform.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yima.platform.Places;
import org.yima.platform.transaction.Reason;
import org.yima.platform.transaction.Refusal;

/** Whether new business may go into a cycle. */
class BusinessCycleTest {
  private static final Instant EXPIRES = Instant.parse("2024-03-16T02:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "99000101, SYS1, open,   2024-03-15T02:00:00Z,           , while it is open",
    "99000101, SYS1, open,   2024-03-16T01:59:59.999Z,       , until its last moment",
    "99000101, SYS1, open,   2024-03-16T02:00:00Z, CYCLE_EXPIRED, from then on no more",
    "99000101, SYS1, closed, 2024-03-15T02:00:00Z, CYCLE_CLOSED, signed out",
    "99000101, SYS1, closed, 2024-03-17T02:00:00Z, CYCLE_CLOSED, closed comes before run out",
    "99000102, SYS1, open,   2024-03-15T02:00:00Z, CYCLE_NOT_YOURS, another institution",
    "99000101, SYS2, open,   2024-03-15T02:00:00Z, CYCLE_NOT_YOURS, another system",
    "99000102, SYS1, closed, 2024-03-17T02:00:00Z, CYCLE_NOT_YOURS, nothing is told of others",
  })
  void new_business(
      String hospcode, String system, String state, Instant at, @Nullable Reason refused) {
    var cycle =
        new BusinessCycle(
            "9900990001012024031510000001",
            "99000101",
            "SYS1",
            false,
            EXPIRES,
            state.equals("closed"));
    var call = Places.call(Places.hospital(hospcode, 3), system, at);
    assertThat(cycle.refusal(call).map(Refusal::reason).orElse(null)).isEqualTo(refused);
  }
}
