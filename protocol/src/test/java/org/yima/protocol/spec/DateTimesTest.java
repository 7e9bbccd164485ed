package org.yima.protocol.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateTimesTest {
  private static final List<String> FORMS =
      List.of("uuuu-MM-dd", "uuuuMMdd", "uuuu-MM-dd HH:mm:ss", "uuuuMMddHHmmss");

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
        "20260301093015123",
        "2026-03-0１",
        "2026-03-01 09.30.15",
        "+026-03-01",
        "2026 03 01"
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

  /** The four forms read by hand are those of strict formatters, slips of the pen included. */
  @Property
  void nothing_is_read_that_a_strict_formatter_would_not(
      @ForAll @IntRange(min = 0, max = 3) int form,
      @ForAll @IntRange(min = 1890, max = 2100) int year,
      @ForAll @IntRange(min = 0, max = 13) int month,
      @ForAll @IntRange(min = 0, max = 32) int day,
      @ForAll @IntRange(min = 0, max = 90_000) int second) {
    String date = FORMS.get(form).contains("-") ? "%04d-%02d-%02d" : "%04d%02d%02d";
    String time = FORMS.get(form).contains("-") ? " %02d:%02d:%02d" : "%02d%02d%02d";
    String text =
        date.formatted(year, month, day)
            + (FORMS.get(form).contains("H")
                ? time.formatted(second / 3600, second / 60 % 60, second % 60)
                : "");
    assertThat(readable(text)).as(text).isEqualTo(year >= 1900 && strict(form, text));
  }

  private static boolean strict(int form, String text) {
    try {
      DateTimeFormatter.ofPattern(FORMS.get(form))
          .withResolverStyle(ResolverStyle.STRICT)
          .parse(text);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean readable(String text) {
    try {
      DateTimes.read(text);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
