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

  /** By hand, because a bill has dozens of dates and a formatter takes a microsecond for each. */
  private static LocalDateTime parse(String text) {
    requireForm(text, formOf(text.length()));
    int gap = text.length() == 10 || text.length() == 19 ? 1 : 0;
    int day = 6 + 2 * gap;
    LocalDate date =
        LocalDate.of(number(text, 0, 4), number(text, 4 + gap, 2), number(text, day, 2));
    if (text.length() <= 10) {
      return date.atStartOfDay();
    }
    int hour = day + 2 + gap;
    int minute = hour + 2 + gap;
    return date.atTime(
        number(text, hour, 2), number(text, minute, 2), number(text, minute + 2 + gap, 2));
  }

  /** The form of that many characters; a zero stands for any digit. */
  private static String formOf(int characters) {
    switch (characters) {
      case 8:
        return "00000000";
      case 10:
        return "0000-00-00";
      case 14:
        return "00000000000000";
      case 19:
        return "0000-00-00 00:00:00";
      default:
        throw notADate();
    }
  }

  private static void requireForm(String text, String form) {
    for (int i = 0; i < form.length(); i++) {
      char given = text.charAt(i);
      boolean fits = form.charAt(i) == '0' ? given >= '0' && given <= '9' : given == form.charAt(i);
      if (!fits) {
        throw notADate();
      }
    }
  }

  private static int number(String text, int from, int digits) {
    int number = 0;
    for (int i = from; i < from + digits; i++) {
      number = number * 10 + (text.charAt(i) - '0');
    }
    return number;
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
