package org.yima.protocol.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateTimesTest {
  @ParameterizedTest
  @CsvSource({
    "2026-03-01 09:30:15, 2026-03-01T09:30:15",
    "20260301093015, 2026-03-01T09:30:15",
    "2026-03-01, 2026-03-01T00:00:00",
    "20260301, 2026-03-01T00:00:00",
    "' 20260301 ', 2026-03-01T00:00:00",
    "2024-02-29, 2024-02-29T00:00:00",
    "1900-01-01, 1900-01-01T00:00:00"
  })
  void four_forms_are_read(String text, LocalDateTime time) {
    assertThat(DateTimes.read(text)).isEqualTo(time);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-02-29",
        "20260229",
        "2026-04-31 00:00:00",
        "2026-03-01 24:00:00",
        "2026-03-01 09:60:00",
        "2026-3-1",
        "2026-03-01T09:30:15",
        "2026/03/01",
        "1899-12-31",
        "0000-01-01",
        "２０２６０３０１",
        "-2026-03-1",
        "20260301093015123"
      })
  void dates_that_do_not_exist_are_refused_without_repeating_them(String text) {
    assertThatThrownBy(() -> DateTimes.read(text))
        .isExactlyInstanceOf(DateTimeException.class)
        .hasNoCause()
        .hasMessage("not a date of a form that the interface knows");
  }

  @Property
  void what_is_written_is_read_again(
      @ForAll @IntRange(min = 0, max = 40_000) int day,
      @ForAll @IntRange(min = 0, max = 86_399) int second) {
    LocalDate date = LocalDate.of(1950, 1, 1).plusDays(day);
    LocalDateTime time = date.atStartOfDay().plusSeconds(second);
    assertThat(DateTimes.read(DateTimes.text(time))).isEqualTo(time);
    assertThat(DateTimes.read(DateTimes.compact(time))).isEqualTo(time);
    assertThat(DateTimes.read(DateTimes.text(date))).isEqualTo(date.atStartOfDay());
  }
}
