package org.yima.protocol.spec;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;

/**
 * Dates and times as the interface writes them, always Asia/Shanghai. Four forms are read: {@code
 * yyyy-MM-dd HH:mm:ss}, {@code yyyyMMddHHmmss} and the two without a time.
 */
public final class DateTimes {
  // Earlier years are slips of the pen, and not every database can hold them.
  private static final int FIRST_YEAR = 1900;

  private static final DateTimeFormatter DATE = strict("uuuu-MM-dd");
  private static final DateTimeFormatter DATE_TIME = strict("uuuu-MM-dd HH:mm:ss");
  private static final DateTimeFormatter COMPACT_DATE = strict("uuuuMMdd");
  private static final DateTimeFormatter COMPACT_DATE_TIME = strict("uuuuMMddHHmmss");

  private DateTimes() {}

  private static DateTimeFormatter strict(String pattern) {
    return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
  }

  /**
   * A date with or without a time; without one, the beginning of the day.
   *
   * @throws DateTimeException if it has none of the four forms, does not exist in the calendar, or
   *     lies before 1900
   */
  public static LocalDateTime read(String text) {
    LocalDateTime time;
    try {
      time = parse(text.trim());
    } catch (DateTimeException withTheValue) {
      // A fresh exception, since the parser's quotes the text, which may be a date of birth.
      throw notADate();
    }
    if (time.getYear() < FIRST_YEAR) {
      throw notADate();
    }
    return time;
  }

  private static LocalDateTime parse(String text) {
    switch (text.length()) {
      case 8:
        return LocalDate.parse(text, COMPACT_DATE).atStartOfDay();
      case 10:
        return LocalDate.parse(text, DATE).atStartOfDay();
      case 14:
        return LocalDateTime.parse(text, COMPACT_DATE_TIME);
      case 19:
        return LocalDateTime.parse(text, DATE_TIME);
      default:
        throw notADate();
    }
  }

  /** {@code yyyy-MM-dd HH:mm:ss}, as in ordertime. */
  public static String text(LocalDateTime time) {
    return DATE_TIME.format(time);
  }

  /** {@code yyyy-MM-dd}, as in the statement. */
  public static String text(LocalDate date) {
    return DATE.format(date);
  }

  /** {@code yyyyMMddHHmmss}, as in timestamp. */
  public static String compact(LocalDateTime time) {
    return COMPACT_DATE_TIME.format(time);
  }

  private static DateTimeException notADate() {
    return new DateTimeException("not a date of a form that the interface knows");
  }
}
