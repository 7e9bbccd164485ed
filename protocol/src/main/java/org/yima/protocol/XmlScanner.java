package org.yima.protocol;

import org.yima.protocol.MalformedMessage.Fault;

/**
 * The small part of XML 1.0 that business data needs, one token at a time: tags, text, CDATA,
 * comments, the five entities and character numbers. Whatever else XML has (DTDs, other entities,
 * processing instructions) is refused by name. It is written by hand because the kit runs on Java 8
 * inside hospitals' systems, where the StAX parser found at run time is whichever happens to be on
 * the class path, with its own switches for what must be off. This one cannot be misconfigured.
 */
final class XmlScanner {
  /** From ampersand to semicolon; the longest sensible one numbers U+10FFFF. */
  private static final int MAX_REFERENCE = 10;

  private final String xml;
  private int at;

  /** The element being read, to say where a fault is. */
  private String element = "";

  XmlScanner(String xml) {
    this.xml = xml;
  }

  MalformedMessage fault(Fault fault) {
    return new MalformedMessage(fault, element, at);
  }

  /** Names the element that faults are from now on found in. */
  void enter(String name) {
    element = name;
  }

  boolean atEnd() {
    return at == xml.length();
  }

  private boolean ahead(String token) {
    return xml.startsWith(token, at);
  }

  private char current() throws MalformedMessage {
    if (atEnd()) {
      throw fault(Fault.BAD_XML);
    }
    return xml.charAt(at);
  }

  private void expect(char c) throws MalformedMessage {
    if (current() != c) {
      throw fault(Fault.BAD_XML);
    }
    at++;
  }

  private boolean skipBlanks() {
    int begin = at;
    while (!atEnd() && Characters.isBlank(xml.charAt(at))) {
      at++;
    }
    return at > begin;
  }

  /** Skips the XML declaration, whose encoding says nothing once the bytes are characters. */
  void declaration() throws MalformedMessage {
    skipBlanks();
    if (ahead("<?xml") && at + 5 < xml.length() && Characters.isBlank(xml.charAt(at + 5))) {
      skipPast("?>");
    }
  }

  /** Skips blanks and comments outside the root element. */
  void misc() throws MalformedMessage {
    skipBlanks();
    while (ahead("<!") || ahead("<?")) {
      comment();
      skipBlanks();
    }
  }

  /** Skips one comment; other markup that is no tag is refused. */
  private void comment() throws MalformedMessage {
    if (ahead("<?")) {
      throw fault(Fault.PROCESSING_INSTRUCTION);
    }
    if (!ahead("<!--")) {
      throw fault(Fault.DTD);
    }
    at += 4;
    skipPast("--");
    expect('>');
  }

  private void skipPast(String token) throws MalformedMessage {
    int found = xml.indexOf(token, at);
    if (found < 0) {
      throw fault(Fault.BAD_XML);
    }
    at = found + token.length();
  }

  /** Reads {@code <name} and leaves its attributes for {@link #endOfTag}. */
  String openTag() throws MalformedMessage {
    expect('<');
    String name = name();
    if (!atEnd() && xml.charAt(at) == ':') {
      throw fault(Fault.NAMESPACE);
    }
    return name;
  }

  private String name() throws MalformedMessage {
    int begin = at;
    while (!atEnd() && Characters.isNameCharacter(xml.charAt(at))) {
      at++;
    }
    if (at - begin > Characters.MAX_NAME) {
      throw fault(Fault.NAME_TOO_LONG);
    }
    if (at == begin || !Characters.isNameStart(xml.charAt(begin))) {
      throw fault(Fault.BAD_NAME);
    }
    return xml.substring(begin, at);
  }

  /**
   * Skips attributes, which the interface does not have but .NET's serialiser adds (xmlns:xsi), and
   * the end of the tag.
   *
   * @return whether the element ends with its tag: {@code <name/>}
   */
  boolean endOfTag(int maxAttributes) throws MalformedMessage {
    int attributes = 0;
    boolean blank = skipBlanks();
    while (current() != '>' && current() != '/') {
      if (!blank) {
        throw fault(Fault.BAD_XML);
      }
      if (++attributes > maxAttributes) {
        throw fault(Fault.TOO_MANY_ATTRIBUTES);
      }
      attribute();
      blank = skipBlanks();
    }
    boolean empty = current() == '/';
    if (empty) {
      at++;
    }
    expect('>');
    return empty;
  }

  private void attribute() throws MalformedMessage {
    name();
    if (current() == ':') {
      at++;
      name();
    }
    skipBlanks();
    expect('=');
    skipBlanks();
    char quote = current();
    if (quote != '"' && quote != '\'') {
      throw fault(Fault.BAD_XML);
    }
    at++;
    while (current() != quote) {
      if (current() == '<') {
        throw fault(Fault.BAD_XML);
      }
      if (current() == '&') {
        reference();
      } else {
        at++;
      }
    }
    at++;
  }

  boolean atCloseTag() {
    return ahead("</");
  }

  /** Reads the end tag of this element. */
  void closeTag(String name) throws MalformedMessage {
    if (!xml.startsWith(name, at + 2)) {
      throw fault(Fault.BAD_XML);
    }
    at += 2 + name.length();
    skipBlanks();
    expect('>');
  }

  /**
   * The text up to the next tag, unescaped, with line ends as {@code \n} (XML 1.0, 2.11); empty if
   * a tag follows at once.
   */
  String text(int maxLength) throws MalformedMessage {
    int begin = at;
    skipPlain();
    String plain = xml.substring(begin, at);
    String text = atTag() ? plain : restOfText(plain, maxLength);
    if (text.length() > maxLength) {
      throw fault(Fault.TEXT_TOO_LONG);
    }
    return text;
  }

  /** Text of more than one piece. Stops early, so that a long text is not copied in vain. */
  private String restOfText(String plain, int maxLength) throws MalformedMessage {
    StringBuilder out = new StringBuilder(plain);
    while (!atTag() && out.length() <= maxLength) {
      piece(out);
    }
    return out.toString();
  }

  private boolean atTag() {
    return ahead("<") && !ahead("<!") && !ahead("<?");
  }

  /** Skips characters that stand for themselves. */
  private void skipPlain() {
    while (!atEnd()) {
      char c = xml.charAt(at);
      if (c == '<' || c == '&' || c == '\r' || c == ']') {
        return;
      }
      at++;
    }
  }

  private void piece(StringBuilder out) throws MalformedMessage {
    switch (current()) {
      case '&':
        out.appendCodePoint(reference());
        break;
      case '\r':
        at++;
        out.append(ahead("\n") ? "" : "\n");
        break;
      case ']':
        if (ahead("]]>")) {
          throw fault(Fault.BAD_XML);
        }
        at++;
        out.append(']');
        break;
      case '<':
        markup(out);
        break;
      default:
        int begin = at;
        skipPlain();
        out.append(xml, begin, at);
    }
  }

  private void markup(StringBuilder out) throws MalformedMessage {
    if (!ahead("<![CDATA[")) {
      comment();
      return;
    }
    at += 9;
    int begin = at;
    skipPast("]]>");
    String content = xml.substring(begin, at - 3);
    out.append(content.replace("\r\n", "\n").replace('\r', '\n'));
  }

  /** Reads one of the five entities or a character number, and returns the character. */
  private int reference() throws MalformedMessage {
    int semicolon = xml.indexOf(';', at);
    if (semicolon < 0 || semicolon - at > MAX_REFERENCE) {
      throw fault(Fault.ENTITY);
    }
    int character = XmlReference.character(xml.substring(at + 1, semicolon));
    if (character == XmlReference.UNKNOWN) {
      throw fault(Fault.ENTITY);
    }
    if (!Characters.isAllowed(character)) {
      throw fault(Fault.BAD_CHARACTER);
    }
    at = semicolon + 1;
    return character;
  }
}
