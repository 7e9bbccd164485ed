package org.yima.client;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.yima.protocol.Element;
import org.yima.protocol.ElementWriter;
import org.yima.protocol.Form;

/** Reads the rows of ST041. */
final class EventRows {
  private EventRows() {}

  static List<OrderEvent> read(Form reply) throws UnreadableAnswer {
    return Rows.of(reply, "rows", row -> OrderEvent.read(Values.of(row), answer(row)));
  }

  /** The answer of ST009 inside a row, as if it had come by itself. */
  private static Form answer(Element row) throws UnreadableAnswer {
    Element answer = row.child("answer");
    if (answer == null) {
      throw new UnreadableAnswer("answer");
    }
    SortedMap<String, String> elements = new TreeMap<>();
    for (Element each : answer.children()) {
      boolean text = each.children().isEmpty();
      elements.put(each.name(), text ? each.text() : ElementWriter.write(each));
    }
    return Form.of(elements);
  }
}
