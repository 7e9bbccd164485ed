package org.yima.platform.order;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes {@code docs/reference/orders.md}: the life of an order from {@link OrderState#next}, and
 * what each transaction answers in each state from {@code spec/order-answers.tsv}.
 */
public final class OrderDocs {
  static final String PAGE = "orders.md";
  private static final Path TABLES = Path.of("..", "spec");

  private static final String HEAD =
      """
      <!-- 由 OrderState 与 spec/order-answers.tsv 生成，请勿手改。Generated; OrderDocsTest says how to renew it. -->

      # 订单的一生 The life of an order

      一个订单号终身只代表一个订单。空格处不可能发生；3、4、5 是终态。

      One number is one order for ever. What is blank cannot happen; nothing leaves 3, 4 and 5. The database holds the same.

      """;
  private static final String ANSWERED =
      """

      # 各状态下的应答 Answers by state

      `none` 没有此订单；`closed` 订单到达之前就已被 ST100 取消的订单号。`ST007 copy` 内容相同，`ST007 other` 内容不同。
      ST009 一列是 `paystatus`。编号见 [拒绝原因](reasons.md)。

      `none`: no such order; `closed`: a number that ST100 cancelled before its order came. ST009's column is `paystatus`.
      Before an order is paid a copy of ST007 is simply an ST007.

      """;

  private static final String STAYS =
      """

      # 住院登记 Stays in hospital

      `none` 没有此登记；`open` 没有明细；`part` 已部分结算；`cancelled` 结算后被 ST100 取消；`withdrawn` 已退院。ST022、ST024 是原样重发；
      ST100 针对 ST023 的订单号；ST036 一列是 `admissionstate`。

      `part`: settled up to a day; `cancelled`: settled, then taken back by ST100. ST022 and ST024 are copies where they were sent before; ST100
      names ST023's number; ST036's column is `admissionstate`.

      """;

  private OrderDocs() {}

  /** Writes the page into the folder given as the only argument, {@code docs/reference}. */
  public static void main(String[] arguments) throws IOException {
    Files.writeString(Path.of(arguments[0]).resolve(PAGE), page(Path.of("spec")));
  }

  static String page() throws IOException {
    return page(TABLES);
  }

  private static String page(Path tables) throws IOException {
    var page = new StringBuilder(HEAD);
    List<String> events = List.of("ST007, ST022", "超时 expiry", "ST100", "ST010", "经办冲正 reversal");
    page.append(row("状态 state", String.join(" | ", events))).append(line(6));
    for (OrderState state : OrderState.values()) {
      String cells =
          List.of(OrderEvent.values()).stream()
              .map(event -> state.next(event).map(OrderState::toString).orElse(""))
              .collect(Collectors.joining(" | "));
      page.append(row(state.toString(), cells));
    }
    return page.append(ANSWERED)
        .append(answers(tables.resolve("order-answers.tsv")))
        .append(STAYS)
        .append(answers(tables.resolve("admission-answers.tsv")))
        .toString();
  }

  private static String answers(Path table) throws IOException {
    Map<String, Map<String, String>> rows = new LinkedHashMap<>();
    List<String> lines = Files.readAllLines(table);
    for (String each : lines.subList(1, lines.size())) {
      String[] cells = each.split("\t", -1);
      rows.computeIfAbsent(cells[0], state -> new LinkedHashMap<>()).put(cells[1], cells[2]);
    }
    var text = new StringBuilder();
    var transactions = rows.values().iterator().next().keySet();
    text.append(row("状态 state", String.join(" | ", transactions)))
        .append(line(1 + transactions.size()));
    rows.forEach((state, answers) -> text.append(row(state, String.join(" | ", answers.values()))));
    return text.toString();
  }

  private static String row(String first, String rest) {
    return "| " + first + " | " + rest + " |\n";
  }

  private static String line(int columns) {
    return "|---".repeat(columns) + "|\n";
  }
}
