package org.yima.platform.audit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * One exchange, or one act of the office, as it is kept.
 *
 * @param district of the institution
 * @param at when it was asked, to the microsecond
 * @param outcome {@code 00}, the number of the reason such as {@code E1203}, or {@code R} and the
 *     respcode; of the office see {@link OfficeAct}
 * @param message SM3 of the request's bytes, in hexadecimal
 */
record Entry(
    String district,
    long number,
    Instant at,
    String hospcode,
    String infosyscode,
    String operator,
    String transaction,
    String subject,
    String outcome,
    String message) {

  /** Stands where an exchange has its access system. */
  private static final String OFFICE = "office";

  private static final DateTimeFormatter MICROS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  static Entry of(Asked asked, long number, String outcome) {
    return new Entry(
        asked.call().district(),
        number,
        asked.call().at().truncatedTo(ChronoUnit.MICROS),
        asked.call().institution().code(),
        asked.call().system().code(),
        asked.operator(),
        asked.transaction(),
        asked.subject(),
        outcome,
        asked.message());
  }

  static Entry of(OfficeAct act, long number, String outcome) {
    return new Entry(
        act.district(),
        number,
        act.at().truncatedTo(ChronoUnit.MICROS),
        act.hospcode(),
        OFFICE,
        act.operator(),
        act.name(),
        act.subject(),
        outcome,
        act.message());
  }

  /** All of it, for digests. */
  byte[] bytes() {
    return Digests.joined(
        List.of(
            district,
            String.valueOf(number),
            text(at),
            hospcode,
            infosyscode,
            operator,
            transaction,
            subject,
            outcome,
            message));
  }

  String digest() {
    return Digests.sm3(bytes());
  }

  static String text(Instant at) {
    return MICROS.format(at);
  }
}
