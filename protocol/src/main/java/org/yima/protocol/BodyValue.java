package org.yima.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.yima.protocol.MalformedMessage.Fault;

/**
 * One value of an HTTP body, which may have been written raw (as section 1.1.5.1 prints it) or
 * percent-encoded. Each value is decided alone, by the first of these rules that fits:
 *
 * <ol>
 *   <li>A Base64 value ({@code *signature, encryptkey, encrpteddata, file}) has no blanks and no
 *       percent signs of its own: escapes are decoded, a plus stays, and a blank was a plus.
 *   <li>XML that begins with {@code %3C} (blanks before it aside) is encoded.
 *   <li>A blank, {@code <}, {@code >}, {@code "} or a character beyond ASCII proves a value raw,
 *       since every encoder would have escaped it. (Blanks around the value prove nothing: the
 *       printed sample has them.)
 *   <li>If every percent sign begins an escape, and there is one, the value is encoded, and a plus
 *       is a blank, as in any HTML form.
 *   <li>If no percent sign begins an escape, it is raw: {@code 100%}, {@code 1+1}.
 *   <li>Some do and some don't: {@link Fault#BAD_PERCENT}. Guessing could change what was signed.
 * </ol>
 *
 * <p>Two things remain that nobody can tell: an encoder that wrote a blank as a plus and had
 * nothing else to escape, and a raw value like {@code 5%20}. Our writer causes neither: it encodes
 * a blank as {@code %20}, and what is inside a sealed message is never decoded at all.
 */
final class BodyValue {
  private final String key;
  private final String text;

  /** Where the value begins in the body, for the report of a fault. */
  private final int offset;

  private BodyValue(String key, String text, int offset) {
    this.key = key;
    this.text = text;
    this.offset = offset;
  }

  /** The raw value of this key, decoded if need be. */
  static String read(String key, String text, int offset) throws MalformedMessage {
    BodyValue value = new BodyValue(key, text, offset);
    if (FormKey.isBase64(key)) {
      return value.decoded(false).replace(' ', '+');
    }
    return value.isEncoded() ? value.decoded(true) : text;
  }

  private boolean isEncoded() throws MalformedMessage {
    if (text.indexOf('%') < 0) {
      return false;
    }
    return (FormKey.isXml(key) && beginsWithEncodedTag()) || (!isProvenRaw() && hasOnlyEscapes());
  }

  private boolean beginsWithEncodedTag() {
    int at = 0;
    while (at < text.length() && isBlankAt(at)) {
      at += text.charAt(at) == '%' ? 3 : 1;
    }
    return text.regionMatches(true, at, "%3C", 0, 3);
  }

  private boolean isBlankAt(int at) {
    return text.charAt(at) == ' ' || text.charAt(at) == '+' || text.startsWith("%20", at);
  }

  private boolean isProvenRaw() {
    String inner = text.trim();
    for (int i = 0; i < inner.length(); i++) {
      char c = inner.charAt(i);
      if (c <= ' ' || c >= 0x7F || c == '<' || c == '>' || c == '"') {
        return true;
      }
    }
    return false;
  }

  private boolean hasOnlyEscapes() throws MalformedMessage {
    boolean escape = false;
    int broken = -1;
    for (int at = text.indexOf('%'); at >= 0; at = text.indexOf('%', at + 1)) {
      if (isEscape(at)) {
        escape = true;
      } else {
        broken = at;
      }
    }
    if (escape && broken >= 0) {
      throw new MalformedMessage(Fault.BAD_PERCENT, key, offset + broken);
    }
    return escape;
  }

  private String decoded(boolean plusIsBlank) throws MalformedMessage {
    if (text.indexOf('%') < 0) {
      return text;
    }
    // In place: what is decoded is never longer than what is not yet.
    byte[] octets = text.getBytes(StandardCharsets.UTF_8);
    int length = 0;
    for (int at = 0; at < octets.length; at++) {
      byte octet = octets[at];
      if (octet == '%') {
        octet = escape(octets, at);
        at += 2;
      } else if (octet == '+' && plusIsBlank) {
        octet = ' ';
      }
      octets[length++] = octet;
    }
    String decoded = Characters.decode(Arrays.copyOf(octets, length), key);
    if (Characters.firstForbidden(decoded) >= 0) {
      throw new MalformedMessage(Fault.BAD_CHARACTER, key, offset);
    }
    return decoded;
  }

  private byte escape(byte[] octets, int percent) throws MalformedMessage {
    int high = percent + 2 < octets.length ? hex((char) octets[percent + 1]) : -1;
    int low = high < 0 ? -1 : hex((char) octets[percent + 2]);
    if (low < 0) {
      throw new MalformedMessage(Fault.BAD_PERCENT, key, offset + brokenEscape());
    }
    return (byte) (high << 4 | low);
  }

  /** The first percent sign that begins no escape. */
  private int brokenEscape() {
    int at = text.indexOf('%');
    while (isEscape(at)) {
      at = text.indexOf('%', at + 3);
    }
    return at;
  }

  private boolean isEscape(int percent) {
    return percent + 2 < text.length()
        && hex(text.charAt(percent + 1)) >= 0
        && hex(text.charAt(percent + 2)) >= 0;
  }

  /** Only ASCII digits: Character.digit would take full-width ones too. */
  private static int hex(char c) {
    return c < 0x80 ? Character.digit(c, 16) : -1;
  }
}
