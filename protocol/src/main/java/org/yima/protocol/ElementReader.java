package org.yima.protocol;

import java.util.ArrayList;
import java.util.List;
import org.yima.protocol.MalformedMessage.Fault;

/**
 * Reads the XML of business data: {@code transdata} (chapter 3, 4.4) and {@code aptorderackdata}
 * (4.5). Elements hold text or elements, never both; blanks between elements are layout. Attributes
 * and comments are skipped, CDATA is text. DTDs, entities beyond the five, processing instructions
 * and namespace prefixes are refused, and everything is bounded, so that the cost of reading is
 * proportional to the length of the text, whatever it says.
 */
public final class ElementReader {
  /** Longest document in characters. */
  public static final int MAX_LENGTH = 16 << 20;

  /** Deepest nesting; the interface itself goes to 7. */
  public static final int MAX_DEPTH = 32;

  /** Most elements; a bill of 5,000 lines with every field of 4.4 filled has 150,000. */
  public static final int MAX_ELEMENTS = 200_000;

  /** Most attributes of one element. */
  public static final int MAX_ATTRIBUTES = 16;

  /** Longest text of one element in characters; the longest field of the interface has 2,000. */
  public static final int MAX_TEXT = 65_536;

  private final XmlScanner in;
  private int elements;

  private ElementReader(String xml) {
    this.in = new XmlScanner(xml);
  }

  /** Reads one document. */
  public static Element read(String xml) throws MalformedMessage {
    if (xml.length() > MAX_LENGTH) {
      throw new MalformedMessage(Fault.TOO_LARGE, "", MAX_LENGTH);
    }
    int forbidden = Characters.firstForbidden(xml);
    if (forbidden >= 0) {
      throw new MalformedMessage(Fault.BAD_CHARACTER, "", forbidden);
    }
    return new ElementReader(xml).document();
  }

  /** Reads one document whose root element must have this name. */
  public static Element read(String xml, String root) throws MalformedMessage {
    Element element = read(xml);
    if (!element.name().equals(root)) {
      throw new MalformedMessage(Fault.WRONG_ROOT, element.name(), 0);
    }
    return element;
  }

  private Element document() throws MalformedMessage {
    in.declaration();
    in.misc();
    Element root = element(1);
    in.misc();
    if (!in.atEnd()) {
      throw in.fault(Fault.BAD_XML);
    }
    return root;
  }

  private Element element(int depth) throws MalformedMessage {
    String name = in.openTag();
    in.enter(name);
    if (depth > MAX_DEPTH) {
      throw in.fault(Fault.TOO_DEEP);
    }
    if (++elements > MAX_ELEMENTS) {
      throw in.fault(Fault.TOO_MANY_ELEMENTS);
    }
    return in.endOfTag(MAX_ATTRIBUTES) ? Element.text(name, "") : content(name, depth);
  }

  private Element content(String name, int depth) throws MalformedMessage {
    String text = in.text(MAX_TEXT);
    if (in.atCloseTag()) {
      in.closeTag(name);
      return Element.text(name, text);
    }
    requireLayout(text);
    List<Element> children = new ArrayList<>();
    while (!in.atCloseTag()) {
      children.add(element(depth + 1));
      in.enter(name);
      requireLayout(in.text(MAX_TEXT));
    }
    in.closeTag(name);
    return Element.of(name, children);
  }

  private void requireLayout(String text) throws MalformedMessage {
    if (!Characters.isBlank(text)) {
      throw in.fault(Fault.MIXED_CONTENT);
    }
  }
}
