package org.yima.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The names of the running totals. */
class CounterTest {

  @ParameterizedTest
  @CsvSource({
    "deductible:all,            DEDUCTIBLE, all",
    "cost:outpatient,           COST,       outpatient",
    "fund:慢性病/高血压,         FUND,       慢性病/高血压",
    "fund:two-diseases_2024,    FUND,       two-diseases_2024",
    "fund:/,                    FUND,       /",
  })
  void aCounterIsReadAsItIsPrinted(String text, Counter.Kind kind, String pool) {
    assertThat(Counter.of(text)).isEqualTo(new Counter(kind, pool)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ":", ":all", "fund", "Fund:all", "FUND:all", "funds:all", " fund:all"})
  void anUnknownKindIsRefused(String text) {
    assertThatThrownBy(() -> Counter.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "a counter is written KIND:POOL with deductible, cost, fund, burden, account or visits, not "
                + text);
  }

  /** Whatever would break the one line of text in which a year is stored. */
  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a,b", "a=b", "a:b", "a\nb", "a.b", "（一）", "a\u0000"})
  void aPoolThatCouldNotBeReadBackIsRefused(String pool) {
    assertThatThrownBy(() -> new Counter(Counter.Kind.FUND, pool))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a pool is named by letters, digits, '-', '_' and '/': " + pool);
  }

  @Test
  void aPoolHasUpTo160Characters() {
    String longest = "池".repeat(160);
    assertThat(Counter.of("cost:" + longest).pool()).isEqualTo(longest);
    assertThatThrownBy(() -> Counter.of("cost:" + longest + "池"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void countersSortByKindThenPool() {
    var counters = List.of("fund:a", "cost:b", "deductible:z", "fund:all", "cost:a");
    var sorted = new TreeSet<>(counters.stream().map(Counter::of).toList());
    assertThat(sorted.stream().map(Counter::toString).collect(Collectors.joining(" ")))
        .isEqualTo("deductible:z cost:a cost:b fund:a fund:all");
  }
}
