package org.yima.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yima.bench.Cpu.Used;

/** What a load's figures mean. */
class MeasuredTest {
  private static final long SECOND = 1_000_000_000L;

  @ParameterizedTest(name = "of 1 to {0}: p50 {1}, p90 {2}, p99 {3}")
  @CsvSource({
    "1,    1,   1,   1",
    "2,    1,   2,   2",
    "10,   5,   9,  10",
    "100, 50,  90,  99",
    "101, 51,  91, 100",
    "1000, 500, 900, 990",
  })
  void percentilesAreLatenciesThatOccurred(int count, long p50, long p90, long p99) {
    long[] latencies = LongStream.rangeClosed(1, count).toArray();
    var measured = Measured.of(latencies, 0, new Used(SECOND, 0, 0));
    assertThat(measured.p50()).isEqualTo(p50);
    assertThat(measured.p90()).isEqualTo(p90);
    assertThat(measured.p99()).isEqualTo(p99);
  }

  @Property
  void percentilesDoNotDependOnTheOrder(
      @ForAll @Size(min = 1, max = 200) List<@LongRange(min = 0, max = 1000) Long> latencies) {
    Measured measured = measured(latencies);
    assertThat(measured(latencies.reversed())).isEqualTo(measured);
    assertThat(measured.p50()).isLessThanOrEqualTo(measured.p90());
    assertThat(measured.p90()).isLessThanOrEqualTo(measured.p99());
  }

  private static Measured measured(List<Long> latencies) {
    long[] nanos = latencies.stream().mapToLong(Long::longValue).toArray();
    return Measured.of(nanos, 0, new Used(SECOND, 0, 0));
  }

  @Test
  void aRefusedCallIsNotPaidAndStillCosts() {
    var measured = Measured.of(new long[10], 2, new Used(2 * SECOND, 800, 80));
    assertThat(measured.paid()).isEqualTo(8);
    assertThat(measured.refused()).isEqualTo(2);
    assertThat(measured.perSecond()).isEqualTo(4);
    assertThat(measured.java()).isEqualTo(100);
    assertThat(measured.database()).isEqualTo(10);
    assertThat(measured.processors()).isEqualTo(110);
  }

  @Test
  void allProcessorsAllTheTimeAreAThousandPermille() {
    long all = SECOND * Cpu.cores();
    var measured = Measured.of(new long[1], 0, new Used(SECOND, all / 2, all - all / 2));
    assertThat(measured.busyPermille()).isEqualTo(1000);
  }

  @Test
  void nothingDoneIsNoDivisionByZero() {
    assertThat(Measured.of(new long[0], 0, new Used(0, 0, 0)).perSecond()).isZero();
  }
}
