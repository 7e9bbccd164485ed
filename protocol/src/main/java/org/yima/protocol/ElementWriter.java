package org.yima.protocol;

/**
 * Writes business data as XML, without declaration, layout or attributes. What it writes, {@link
 * ElementReader} reads back as the same element.
 */
public final class ElementWriter {
  private ElementWriter() {}

  /**
   * The element as XML; an empty one as {@code <name></name>}.
   *
   * @throws IllegalArgumentException if a name is not one, or a text holds a character that XML 1.0
   *     forbids
   */
  public static String write(Element element) {
    StringBuilder out = new StringBuilder();
    write(element, out);
    return out.toString();
  }

  private static void write(Element element, StringBuilder out) {
    Characters.requireName(element.name());
    out.append('<').append(element.name()).append('>');
    Characters.requireAllowed(element.name(), element.text());
    escape(element.text(), out);
    for (Element child : element.children()) {
      write(child, out);
    }
    out.append("</").append(element.name()).append('>');
  }

  private static void escape(String text, StringBuilder out) {
    int written = 0;
    for (int i = 0; i < text.length(); i++) {
      String escape = escape(text.charAt(i));
      if (!escape.isEmpty()) {
        out.append(text, written, i).append(escape);
        written = i + 1;
      }
    }
    out.append(text, written, text.length());
  }

  private static String escape(char c) {
    switch (c) {
      case '&':
        return "&amp;";
      case '<':
        return "&lt;";
      case '>':
        return "&gt;";
      case '\r':
        // A bare carriage return would be read back as a line feed.
        return "&#13;";
      default:
        return "";
    }
  }
}
