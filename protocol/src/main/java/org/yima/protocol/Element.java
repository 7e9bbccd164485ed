package org.yima.protocol;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One XML element of a business message: a name with either text or child elements. Attributes do
 * not occur in the interface and are not kept. Immutable. Names are case-sensitive, because section
 * 4.5 tells {@code akc228} and {@code AKC228} apart.
 */
public final class Element {
  private final String name;
  private final String text;
  private final List<Element> children;

  private Element(String name, String text, List<Element> children) {
    this.name = Objects.requireNonNull(name, "name");
    this.text = Objects.requireNonNull(text, "text");
    this.children =
        children.isEmpty()
            ? Collections.<Element>emptyList()
            : Collections.unmodifiableList(new ArrayList<>(children));
  }

  /** An element that holds text alone; an empty string stands for {@code <name></name>}. */
  public static Element text(String name, String text) {
    return new Element(name, text, Collections.<Element>emptyList());
  }

  /** An element that holds other elements, in this order. */
  public static Element of(String name, List<Element> children) {
    return new Element(name, "", children);
  }

  public String name() {
    return name;
  }

  /** The text as transmitted, unescaped and untrimmed; empty for an element with children. */
  public String text() {
    return text;
  }

  public List<Element> children() {
    return children;
  }

  /** The first child of this name, or null. */
  public @Nullable Element child(String childName) {
    for (Element child : children) {
      if (child.name.equals(childName)) {
        return child;
      }
    }
    return null;
  }

  /** The text of the first child of this name without blanks around it; empty if there is none. */
  public String textOf(String childName) {
    Element child = child(childName);
    return child == null ? "" : child.text.trim();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Element
        && name.equals(((Element) other).name)
        && text.equals(((Element) other).text)
        && children.equals(((Element) other).children);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, text, children);
  }

  /** The name and the number of children; never the text, which may be personal data. */
  @Override
  public String toString() {
    return "<" + name + "> with " + children.size() + " children";
  }
}
