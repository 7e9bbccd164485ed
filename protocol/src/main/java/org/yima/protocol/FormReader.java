package org.yima.protocol;

import java.util.LinkedHashMap;
import java.util.Map;
import org.yima.protocol.MalformedMessage.Fault;

/**
 * Reads {@code key=value&key=value} (section 1.1), leniently where clients in the field differ and
 * strictly where leniency would let two readers see two messages. Lenient: braces around the whole,
 * keys in any case and spelling, unknown keys, blanks around a key, an empty piece between two
 * ampersands, values raw or percent-encoded ({@link BodyValue}). Strict: UTF-8, no key twice, no
 * piece without an equals sign, no control characters, bounded sizes.
 *
 * <p>Every ampersand cuts, except inside the raw XML of {@code transdata} and {@code
 * aptorderackdata}. Faults report the offset in characters from the beginning of the text.
 */
public final class FormReader {
  /**
   * Longest message in bytes. Far above any request, which the gateway bounds to 2 MiB; a statement
   * of a million lines (ST099) has to fit.
   */
  public static final int MAX_BYTES = 64 << 20;

  /** Most keys in one message; the longest reply of chapter 3 has about thirty. */
  public static final int MAX_KEYS = 200;

  private final String text;
  private final boolean body;
  private final Map<String, Form.Entry> entries = new LinkedHashMap<>();

  /** The last key read, to say where a fault is. */
  private String key = "";

  private FormReader(byte[] utf8, boolean body) throws MalformedMessage {
    if (utf8.length > MAX_BYTES) {
      throw new MalformedMessage(Fault.TOO_LARGE, "", MAX_BYTES);
    }
    this.text = Characters.decode(utf8, "");
    this.body = body;
  }

  /** Reads the body of a request or reply, whose values may be percent-encoded, each by itself. */
  public static Form readBody(byte[] utf8) throws MalformedMessage {
    return new FormReader(utf8, true).form();
  }

  /**
   * Reads the decrypted inner string of a sealed message. Its values are raw by definition and are
   * taken exactly as they are, since the signature covers them so.
   */
  public static Form readInner(byte[] utf8) throws MalformedMessage {
    return new FormReader(utf8, false).form();
  }

  private Form form() throws MalformedMessage {
    int forbidden = Characters.firstForbidden(text);
    if (forbidden >= 0) {
      throw new MalformedMessage(Fault.BAD_CHARACTER, "", forbidden);
    }
    int begin = 0;
    int end = text.length();
    String trimmed = text.trim();
    if (trimmed.startsWith("{")) {
      begin = text.indexOf('{') + 1;
      end = text.lastIndexOf('}');
      if (!trimmed.endsWith("}")) {
        throw new MalformedMessage(Fault.UNBALANCED_BRACE, "", text.length());
      }
    }
    pairs(text.substring(0, end), begin);
    return new Form(entries);
  }

  private void pairs(String inside, int begin) throws MalformedMessage {
    int at = begin;
    while (at < inside.length()) {
      int stop = nameEnd(inside, at);
      if (stop < inside.length() && inside.charAt(stop) == '=') {
        at = pair(inside, at, stop) + 1;
      } else if (Characters.isBlank(inside.substring(at, stop))) {
        at = stop + 1;
      } else {
        throw new MalformedMessage(Fault.MISSING_EQUALS, key, at);
      }
    }
  }

  /**
   * Looks no further than the next ampersand: searching on to some far equals sign is quadratic.
   */
  private static int nameEnd(String inside, int from) {
    int at = from;
    while (at < inside.length() && inside.charAt(at) != '=' && inside.charAt(at) != '&') {
      at++;
    }
    return at;
  }

  /** Reads one pair and returns the place of the ampersand after it. */
  private int pair(String inside, int begin, int equals) throws MalformedMessage {
    String name = name(inside, begin, equals);
    int end = RawValue.end(key, inside, equals + 1);
    if (end == RawValue.UNCLOSED) {
      throw new MalformedMessage(Fault.UNCLOSED_XML, key, equals + 1);
    }
    String value = inside.substring(equals + 1, end);
    if (body) {
      value = BodyValue.read(key, value, equals + 1);
    }
    entries.put(key, new Form.Entry(name, value));
    return end;
  }

  private String name(String inside, int begin, int equals) throws MalformedMessage {
    String name = inside.substring(begin, equals).trim();
    if (name.length() > Characters.MAX_NAME) {
      throw new MalformedMessage(Fault.NAME_TOO_LONG, key, begin);
    }
    if (!Characters.isName(name)) {
      throw new MalformedMessage(Fault.BAD_NAME, key, begin);
    }
    key = FormKey.canonical(name);
    if (entries.containsKey(key)) {
      throw new MalformedMessage(Fault.DUPLICATE_KEY, key, begin);
    }
    if (entries.size() == MAX_KEYS) {
      throw new MalformedMessage(Fault.TOO_MANY_KEYS, key, begin);
    }
    return name;
  }
}
