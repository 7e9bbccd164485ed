package org.yima.protocol;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.yima.protocol.MalformedMessage.Fault;

/**
 * Which characters a message may hold, as bytes and back. The set is that of XML 1.0, for forms
 * too: a NUL or an escape has no business in any field, and databases and terminals choke on it.
 */
final class Characters {
  /** Longest key of a form and longest name of an XML element; the interface's longest is 24. */
  static final int MAX_NAME = 64;

  private Characters() {}

  /** Decodes UTF-8. A byte sequence that is not UTF-8 is a fault, never a replacement character. */
  static String decode(byte[] utf8, String where) throws MalformedMessage {
    String text = new String(utf8, StandardCharsets.UTF_8);
    if (text.indexOf('\uFFFD') >= 0) {
      // Either it was sent, or the lenient but much faster constructor put it there.
      requireUtf8(utf8, where);
    }
    return text;
  }

  private static void requireUtf8(byte[] utf8, String where) throws MalformedMessage {
    CharsetDecoder strict =
        StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(utf8);
    if (strict.decode(in, CharBuffer.allocate(utf8.length), true).isError()) {
      throw new MalformedMessage(Fault.BAD_UTF8, where, in.position());
    }
  }

  /** The index of the first character that no message may hold, or -1. */
  static int firstForbidden(String text) {
    int length = text.length();
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c < Character.MIN_SURROGATE) {
        continue;
      }
      int codePoint = text.codePointAt(i);
      if (!isAllowed(codePoint)) {
        return i;
      }
      i += Character.charCount(codePoint) - 1;
    }
    return -1;
  }

  /** Production 2 of XML 1.0. A surrogate on its own is not a character. */
  static boolean isAllowed(int codePoint) {
    if (codePoint < ' ') {
      return codePoint == '\t' || codePoint == '\n' || codePoint == '\r';
    }
    return codePoint < Character.MIN_SURROGATE
        || (codePoint > Character.MAX_SURROGATE && codePoint <= 0xFFFD)
        || (codePoint >= 0x10000 && codePoint <= Character.MAX_CODE_POINT);
  }

  /** Refuses to write what could not be read back. The message leaves the value out. */
  static void requireAllowed(String name, String value) {
    if (firstForbidden(value) >= 0) {
      throw new IllegalArgumentException(name + " 含有不允许的字符 (holds a character not allowed)");
    }
  }

  /** XML's white space, of which {@link String#trim()} would take more. */
  static boolean isBlank(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
  }

  static boolean isBlank(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isBlank(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** What keys and element names are made of: every name of the interface, and any client's. */
  static boolean isNameCharacter(char c) {
    return isNameStart(c) || (c >= '0' && c <= '9') || c == '-' || c == '.';
  }

  static boolean isNameStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  static boolean isName(String name) {
    if (name.isEmpty() || name.length() > MAX_NAME || !isNameStart(name.charAt(0))) {
      return false;
    }
    for (int i = 1; i < name.length(); i++) {
      if (!isNameCharacter(name.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Refuses a name that the other side could not read. */
  static void requireName(String name) {
    if (!isName(name)) {
      throw new IllegalArgumentException("不是合法的名称 (not a name that can be sent): " + name);
    }
  }
}
