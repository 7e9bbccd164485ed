package org.yima.platform.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * {@link OrderState#next} says what {@code spec/order-life.tsv} says, for every state and event.
 */
class OrderLifeTest {
  static final Path TABLE = Path.of("..", "spec", "order-life.tsv");

  @Test
  void theSwitchIsTheTable() throws IOException {
    var table = new TreeMap<String, String>();
    List<String> lines = Files.readAllLines(TABLE);
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t", -1);
      assertThat(table.put(cells[0] + " " + cells[1], cells[2])).as("twice: " + line).isNull();
    }
    var code = new TreeMap<String, String>();
    for (OrderState state : OrderState.values()) {
      for (OrderEvent event : OrderEvent.values()) {
        code.put(state.code() + " " + event, state.next(event).map(OrderState::code).orElse(""));
      }
    }
    assertThat(code).isEqualTo(table);
  }

  /** Decisions §8: nothing leaves 3, 4 and 5. */
  @Test
  void whatHasEndedStaysEnded() {
    for (OrderState state : List.of(OrderState.FAILED, OrderState.CANCELLED, OrderState.REFUNDED)) {
      for (OrderEvent event : OrderEvent.values()) {
        assertThat(state.next(event)).as(state + " " + event).isEmpty();
      }
    }
  }
}
