package org.yima.securitypkg;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Map;
import java.util.TreeMap;
import org.bouncycastle.util.encoders.Hex;
import org.yima.securitypkg.CannotOpen.Fault;

/** Timestamp and nonce: how they are written, and whether a message is recent. */
final class Freshness {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withResolverStyle(ResolverStyle.STRICT);
  private static final int LONGEST_NONCE = 64;

  private Freshness() {}

  /** What a new message says of itself: suite, time, and a number used once. */
  static Map<String, String> elements(Suite suite, Instant now, SecureRandom random) {
    byte[] nonce = new byte[16];
    random.nextBytes(nonce);
    Map<String, String> elements = new TreeMap<>();
    elements.put("suite", suite.name());
    elements.put("timestamp", FORMAT.format(now.atZone(ZONE)));
    elements.put("nonce", Hex.toHexString(nonce));
    return elements;
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
