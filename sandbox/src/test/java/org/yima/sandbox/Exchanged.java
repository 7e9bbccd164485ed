package org.yima.sandbox;

import java.util.NavigableMap;
import java.util.Set;
import org.yima.protocol.Element;
import org.yima.protocol.ElementReader;
import org.yima.protocol.MalformedMessage;

/**
 * One exchange.
 *
 * @param request {@code transdata}
 * @param reply business elements
 */
record Exchanged(String transaction, Element request, NavigableMap<String, String> reply) {
  /** What is drawn by lot, and so is shown as the name of its field. */
  private static final Set<String> DRAWN =
      Set.of(
          "ecqrcode",
          "ecrcode",
          "ecQrCode",
          "ectoken",
          "ordervalidcode",
          "balancecode",
          "file",
          "sm3",
          "version",
          "eventid");

  /** Laid out for people, a line a field. */
  String text() {
    var text = new StringBuilder(transaction).append(" request\n");
    print(request, "", text);
    text.append('\n').append(transaction).append(" reply\n");
    reply.forEach((name, value) -> print(element(name, value), "", text));
    return text.toString();
  }

  /** The reply as one element. */
  Element answered() {
    return Element.of(
        "reply",
        reply.entrySet().stream().map(each -> element(each.getKey(), each.getValue())).toList());
  }

  private static Element element(String name, String value) {
    try {
      return value.startsWith("<") ? ElementReader.read(value, name) : Element.text(name, value);
    } catch (MalformedMessage e) {
      throw new AssertionError(name, e);
    }
  }

  private static void print(Element element, String indent, StringBuilder text) {
    text.append(indent).append(element.name());
    if (element.children().isEmpty()) {
      boolean drawn = DRAWN.contains(element.name()) && !element.text().isEmpty();
      String value = drawn ? "(" + element.name() + ")" : element.text();
      text.append(value.isEmpty() ? "" : " = " + value).append('\n');
      return;
    }
    text.append('\n');
    element.children().forEach(child -> print(child, indent + "  ", text));
  }
}
