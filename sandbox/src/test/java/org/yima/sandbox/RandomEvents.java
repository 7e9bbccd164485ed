package org.yima.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yima.protocol.Element;
import org.yima.protocol.ElementReader;
import org.yima.protocol.Form;
import org.yima.protocol.MalformedMessage;
import org.yima.sandbox.Town.Place;

/** ST041: what each institution fetches of what happened to its orders. */
final class RandomEvents {
  private final Town town;
  private final Map<String, Long> before = new HashMap<>();

  RandomEvents(Town town) {
    this.town = town;
    for (Place place : town.places) {
      String last =
          town.scene.tables.one(
              "select coalesce(max(event_seq), 0) from outbox where hospcode = ?",
              place.hospcode());
      before.put(place.hospcode(), Long.valueOf(last));
    }
  }

  /** All of it, each order's in its order, and nothing twice. */
  void compare(Place place) {
    List<String> expected = town.truth.events(place.hospcode());
    List<String> told = new ArrayList<>();
    long after = before.getOrDefault(place.hospcode(), 0L);
    while (told.size() < expected.size()) {
      for (Element row : rows(place, after)) {
        assertThat(Long.parseLong(row.textOf("eventseq"))).isEqualTo(++after);
        String number = answer(row).textOf("orderid");
        if (isOurs(expected, number)) {
          told.add(number + " " + row.textOf("eventtype"));
        }
      }
    }
    assertThat(byOrder(told)).isEqualTo(byOrder(expected));
  }

  private static Element answer(Element row) {
    Element answer = row.child("answer");
    if (answer == null) {
      throw new AssertionError("no answer in " + row.name());
    }
    return answer;
  }

  private static boolean isOurs(List<String> expected, String number) {
    return expected.stream().anyMatch(event -> event.startsWith(number + " "));
  }

  /** Waits for the next event: where none comes, the test fails. */
  private static List<Element> rows(Place place, long after) {
    Form reply =
        place
            .at()
            .call(
                "ST041",
                Hospital.xml(Map.of("aftereventseq", String.valueOf(after), "max", "100")));
    String rows = reply.get("rows");
    if (rows == null) {
      throw new AssertionError("no event came: " + Hospital.message(reply));
    }
    try {
      return ElementReader.read(rows).children();
    } catch (MalformedMessage e) {
      throw new AssertionError(e);
    }
  }

  private static Map<String, List<String>> byOrder(List<String> events) {
    Map<String, List<String>> byOrder = new HashMap<>();
    for (String event : events) {
      byOrder
          .computeIfAbsent(event.substring(0, event.indexOf(' ')), any -> new ArrayList<>())
          .add(event);
    }
    return byOrder;
  }
}
