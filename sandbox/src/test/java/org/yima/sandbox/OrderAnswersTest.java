package org.yima.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yima.protocol.Form;
import org.yima.sandbox.Hospital.Order;
import org.yima.sandbox.Steps.Prepared;
import org.yima.sandbox.World.Inhabitant;

/**
 * What each transaction answers to an order in each state: {@code spec/order-answers.tsv}, line by
 * line, through the real interface. {@code docs/reference/orders.md} prints the same lines.
 */
@ExtendWith(Scene.Shared.class)
class OrderAnswersTest {
  private static final Path TABLE = Path.of("..", "spec", "order-answers.tsv");

  /** One line: the order's state, what is sent, and {@code 00}, a reason or a state. */
  record Line(String state, String transaction, String answer) {
    @Override
    public String toString() {
      return state + ", " + transaction + " → " + answer;
    }
  }

  static Stream<Line> lines() throws IOException {
    return Files.readAllLines(TABLE).stream()
        .skip(1)
        .map(line -> line.split("\t", -1))
        .map(cells -> new Line(cells[0], cells[1], cells[2]));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lines")
  void theAnswerIsThatOfTheTable(Line line, Scene scene) {
    Steps at = new Steps(scene.hospital(), scene.hospital().signIn("OA", "0"));
    Known number = bring(line.state(), at, scene);
    assertThat(send(line.transaction(), number, at)).isEqualTo(line.answer());
  }

  /** An order number with what is known of it. */
  private record Known(
      String value, @Nullable String copy, @Nullable Prepared prepared, @Nullable Paid paid) {}

  private static Known bring(String state, Steps at, Scene scene) {
    String value = Scene.number();
    return switch (state) {
      case "none" -> new Known(value, null, null, null);
      case "closed" -> {
        at.cancel(value);
        yield new Known(value, null, null, null);
      }
      case "1" -> new Known(value, null, at.prepare(payer(), value, "8.00"), null);
      case "3" -> expired(value, at, scene);
      default -> paid(state, value, at);
    };
  }

  private static Inhabitant payer() {
    return Hospital.person("在职职工");
  }

  /** How an order expires is ExpiryTest's. */
  private static Known expired(String value, Steps at, Scene scene) {
    Prepared prepared = at.prepare(payer(), value, "8.00");
    scene.tables.tell("update payment_order set state = '3' where order_no = ?", value);
    return new Known(value, null, prepared, null);
  }

  private static Known paid(String state, String value, Steps at) {
    String sent = order(value, at, "8.00").xml();
    Paid paid = Paid.of(at.at().call("ST007", sent));
    if (state.equals("4")) {
      at.cancel(value);
    } else if (state.equals("5")) {
      at.refund(payer(), paid);
    }
    return new Known(value, sent, null, paid);
  }

  private static Order order(String value, Steps at, String amount) {
    return at.at().order(value, at.cycle(), at.at().scan(payer())).line("XA0001", amount);
  }

  private static String send(String transaction, Known number, Steps at) {
    return switch (transaction) {
      case "ST007 copy" ->
          Hospital.outcome(
              at.at()
                  .call(
                      "ST007",
                      number.copy() == null
                          ? order(number.value(), at, "8.00").xml()
                          : number.copy()));
      case "ST007 other" ->
          Hospital.outcome(at.at().call("ST007", order(number.value(), at, "9.00").xml()));
      case "ST021" -> Hospital.outcome(at.prepare(order(number.value(), at, "8.00")));
      case "ST022" -> Hospital.outcome(confirm(number, at));
      case "ST010" -> Hospital.outcome(refund(number, at));
      case "ST100" -> Hospital.outcome(at.cancel(number.value()));
      default -> at.state(number.value());
    };
  }

  private static Form confirm(Known number, Steps at) {
    if (number.prepared() != null) {
      return at.confirm(number.prepared());
    }
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("orderid", number.value());
    fields.put("ordervalidcode", "aaaaaaaaaaaaaaaaaaaaaaaaaa");
    fields.put("busicycleno", at.cycle());
    fields.putAll(at.at().scan(payer()));
    return at.at().call("ST022", Hospital.xml(fields));
  }

  private static Form refund(Known number, Steps at) {
    if (number.paid() != null) {
      return at.refund(payer(), number.paid());
    }
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("orderid", number.value());
    fields.put("busicycleno", at.cycle());
    fields.put("balanceno", "20260310000000000001");
    fields.put("balancecode", "aaaaaaaaaaaaaaaaaaaaaaaaaa");
    fields.putAll(at.at().scan(payer()));
    return at.at().call("ST010", Hospital.xml(fields));
  }

  /** Seven states and seven calls: none may be missing. */
  @Test
  void theTableIsWhole() throws IOException {
    List<String> pairs =
        lines().map(line -> line.state() + " " + line.transaction()).distinct().toList();
    assertThat(pairs).hasSize(7 * 7).hasSize((int) lines().count());
  }
}
