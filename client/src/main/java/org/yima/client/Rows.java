package org.yima.client;

import java.util.ArrayList;
import java.util.List;
import org.yima.protocol.Element;
import org.yima.protocol.ElementReader;
import org.yima.protocol.Form;
import org.yima.protocol.MalformedMessage;

/** Reads what is repeated in a reply, and blocks that stand in it as XML. */
final class Rows {
  private Rows() {}

  /** Reads one row. */
  interface Reader<T> {
    T read(Element row) throws UnreadableAnswer;
  }

  /** The rows of an element; none if it is missing. */
  static <T> List<T> of(Form reply, String name, Reader<T> reader) throws UnreadableAnswer {
    List<T> all = new ArrayList<>();
    if (!Values.of(reply).text(name).isEmpty()) {
      for (Element row : block(reply, name).children()) {
        all.add(reader.read(row));
      }
    }
    return all;
  }

  /** An element that holds others. */
  static Element block(Form reply, String name) throws UnreadableAnswer {
    try {
      return ElementReader.read(Values.of(reply).required(name), name);
    } catch (MalformedMessage e) {
      throw new UnreadableAnswer(name + ", " + e.getMessage());
    }
  }
}
