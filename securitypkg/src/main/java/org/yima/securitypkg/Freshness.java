package org.yima.securitypkg;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import org.yima.securitypkg.CannotOpen.Fault;

/** Timestamp and nonce: how they are written, and whether a message is recent. */
final class Freshness {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withResolverStyle(ResolverStyle.STRICT);
  private static final int LONGEST_NONCE = 64;

  private Freshness() {}

  static String timestamp(Instant now) {
    return FORMAT.format(now.atZone(ZONE));
  }

  /** Throws unless the message was made within the window around now; LEGACY knows no time. */
  static void requireRecent(Message message, Instant now, Duration window) throws CannotOpen {
    if (!message.suite().isTimed()) {
      return;
    }
    int nonce = message.value("nonce").length();
    if (nonce == 0 || nonce > LONGEST_NONCE) {
      throw new CannotOpen(Fault.NONCE);
    }
    try {
      Instant made =
          LocalDateTime.parse(message.value("timestamp"), FORMAT).atZone(ZONE).toInstant();
      if (Duration.between(made, now).abs().compareTo(window) > 0) {
        throw new CannotOpen(Fault.TIME);
      }
    } catch (DateTimeParseException e) {
      throw new CannotOpen(Fault.TIME);
    }
  }
}
