package org.yima.protocol.spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes the pages of {@code docs/reference/} that follow from {@code spec/} alone. Chinese first,
 * since they are read beside a Chinese interface; the headings of the columns carry English too.
 */
public final class ReferenceDocs {
  private static final String NOTE =
      "<!-- 由 spec/ 生成，请勿手改。Generated from spec/; ReferenceDocsTest says how to renew it. -->\n\n";
  private static final String HEAD =
      head(
          "元素 element",
          "名称 name",
          "类型 type",
          "长度 length",
          "必填 required",
          "本平台 accepted",
          "格式 format",
          "说明 remark");
  private static final String HEAD_WITH_ORIGIN =
      head(
          "元素 element",
          "名称 name",
          "类型 type",
          "长度 length",
          "必填 required",
          "格式 format",
          "对应本地 local",
          "对应异地 out-of-region",
          "说明 remark");

  private final Spec spec;

  private ReferenceDocs(Spec spec) {
    this.spec = spec;
  }

  /** Writes the pages into the folder given as the only argument, {@code docs/reference}. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    Files.createDirectories(folder);
    for (Map.Entry<String, String> page : pages(Spec.get()).entrySet()) {
      Files.writeString(folder.resolve(page.getKey()), page.getValue());
    }
  }

  /** Every page by its file name. */
  static Map<String, String> pages(Spec spec) {
    ReferenceDocs docs = new ReferenceDocs(spec);
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("transactions.md", docs.transactions());
    pages.put("messages.md", docs.messages());
    pages.put("orderdata.md", docs.orderData());
    pages.put("aptorderackdata.md", docs.acknowledgement());
    pages.put("codes.md", docs.codes());
    return pages;
  }

  private String transactions() {
    StringBuilder page = page("交易 Transactions");
    page.append("各交易 `transdata` 内的元素（请求）和成功时响应的业务元素。");
    page.append(
        "列的含义见 [spec/README.md](../../spec/README.md)；外层元素见 [messages.md](messages.md)。\n\n");
    page.append(head("编号 code", "名称 name", "类型 group", "章节 section", "说明 remark"));
    for (TransactionSpec t : spec.transactions()) {
      page.append(
          row(link(t.code(), "#" + t.code()), t.chineseName(), t.group(), t.section(), t.remark()));
    }
    spec.transactions().forEach(t -> page.append(transaction(t)));
    return page.toString();
  }

  private static String transaction(TransactionSpec t) {
    StringBuilder text = new StringBuilder("\n").append(anchor(t.code()));
    text.append("## ").append(t.code()).append(' ').append(t.chineseName());
    text.append("（").append(t.section()).append("）\n");
    text.append(part(t.request(), t.code() + " 请求 request"));
    text.append(part(t.reply(), t.code() + " 响应 reply"));
    for (Table nested : nestedOf(t)) {
      text.append(part(nested, "`" + nested.id() + "` " + nested.chineseName()));
    }
    return text.toString();
  }

  private static String part(Table table, String title) {
    return "\n" + anchor(table.id()) + "### " + title + "\n\n" + table(table);
  }

  /** The tables inside this transaction's own that have no page of their own. */
  private static Set<Table> nestedOf(TransactionSpec transaction) {
    Set<Table> nested = new LinkedHashSet<>();
    collect(transaction.request(), transaction.code() + ".", nested);
    collect(transaction.reply(), transaction.code() + ".", nested);
    return nested;
  }

  private static void collect(Table table, String prefix, Set<Table> nested) {
    for (Field field : table.fields()) {
      Table inner = field.table();
      if (inner != null && inner.id().startsWith(prefix) && nested.add(inner)) {
        collect(inner, prefix, nested);
      }
    }
  }

  private String messages() {
    StringBuilder page = page("报文与文件 Messages and files");
    return sections(
        page, "message.request", "message.reply", "message.sealed", "notification", "statement");
  }

  private String orderData() {
    StringBuilder page = page("4.4 生成订单参数明细 orderdata");
    page.append("ST007、ST021 的 `orderdata`。处方和处方内项目各用一个 `<row>`。\n");
    return sections(page, "orderdata", "orderdata.prescription", "orderdata.item");
  }

  private String acknowledgement() {
    StringBuilder page = page("4.5 医保支付返回明细 aptorderackdata");
    page.append("ST007、ST009、ST022 响应的 `aptorderackdata`。元素名区分大小写：`akc228` 与 `AKC228` 是两个元素。");
    page.append("对应本地、对应异地两列指出它是原接口的哪一项输出，`-` 表示没有。\n");
    return sections(
        page,
        "aptorderackdata",
        "aptorderackdata.registerret",
        "aptorderackdata.orderentryret",
        "aptorderackdata.balanceret");
  }

  private String sections(StringBuilder page, String... ids) {
    for (String id : ids) {
      Table table = spec.table(id);
      page.append("\n").append(anchor(id)).append("## `").append(id).append("` ");
      page.append(table.chineseName()).append("（").append(table.section()).append("）\n\n");
      page.append(table.remark().isEmpty() ? "" : table.remark() + "。\n\n").append(table(table));
    }
    return page.toString();
  }

  private String codes() {
    StringBuilder page = page("代码表 Codes");
    for (CodeTable table : spec.codeTables()) {
      page.append(anchor(table.id())).append("## `").append(table.id()).append("` ");
      page.append(table.chineseName()).append("（").append(table.section()).append("）\n\n");
      page.append(table.remark().isEmpty() ? "" : table.remark() + "。\n\n");
      page.append(head("代码 code", "名称 name", "分类 group", "说明 remark"));
      for (CodeTable.Code code : table.codes()) {
        String alias = code.alias().isEmpty() ? "" : "也接受 `" + code.alias() + "`";
        page.append(
            row(
                "`" + code.code() + "`",
                code.chineseName(),
                code.group(),
                joined(alias, code.remark())));
      }
      page.append("\n");
    }
    return page.toString().stripTrailing() + "\n";
  }

  private static String table(Table table) {
    if (table.fields().isEmpty()) {
      return "没有业务元素。\n";
    }
    boolean origin =
        table.fields().stream().anyMatch(f -> !(f.local() + f.outOfRegion()).isEmpty());
    return table.fields().stream()
        .map(origin ? ReferenceDocs::fieldWithOrigin : ReferenceDocs::field)
        .collect(Collectors.joining("", origin ? HEAD_WITH_ORIGIN : HEAD, ""));
  }

  private static String field(Field f) {
    return row(
        "`" + f.name() + "`",
        f.chineseName(),
        f.printedType(),
        f.length(),
        required(f),
        accepted(f),
        format(f),
        remark(f));
  }

  private static String fieldWithOrigin(Field f) {
    return row(
        "`" + f.name() + "`",
        f.chineseName(),
        f.printedType(),
        f.length(),
        required(f),
        format(f),
        f.local(),
        f.outOfRegion(),
        joined(accepted(f), remark(f)));
  }

  private static String required(Field field) {
    return switch (field.required()) {
      case YES -> "是";
      case NO -> "否";
      case DEPENDS -> "视情况";
      case NOT_PRINTED -> "";
    };
  }

  private static String accepted(Field field) {
    List<String> words = new ArrayList<>();
    for (String word : field.accept().split(" ", -1)) {
      String value = word.substring(word.indexOf(':') + 1);
      words.add(
          switch (word.split(":", -1)[0]) {
            case "needed" -> "必填";
            case "blank" -> "可空";
            case "blank-if" -> "有 " + value + " 时可空";
            case "length" -> "长度放宽到 " + value;
            case "most" -> "最多 " + value + " 行";
            default -> word;
          });
    }
    return String.join("，", words);
  }

  /** The words of the format, with links to the tables that they name. */
  private static String format(Field field) {
    String format = field.format();
    if (format.startsWith("code:")) {
      return List.of(format.substring(5).split(",", -1)).stream()
          .map(id -> link(id, "codes.md#" + id))
          .collect(Collectors.joining("、"));
    }
    Table nested = field.table();
    return nested == null ? format : link(nested.id(), pageOf(nested.id()) + "#" + nested.id());
  }

  private static String pageOf(String id) {
    if (id.startsWith("orderdata")) {
      return "orderdata.md";
    }
    return id.startsWith("aptorderackdata") ? "aptorderackdata.md" : "transactions.md";
  }

  /** The remark, with the source where it is not the interface itself. */
  private static String remark(Field field) {
    String source = field.section().startsWith("decisions") ? "（" + field.section() + "）" : "";
    return field.remark() + source;
  }

  private static String joined(String one, String other) {
    return one.isEmpty() || other.isEmpty() ? one + other : one + "；" + other;
  }

  private static StringBuilder page(String title) {
    return new StringBuilder(NOTE).append("# ").append(title).append("\n\n");
  }

  private static String anchor(String id) {
    return "<a id=\"" + id + "\"></a>\n\n";
  }

  private static String link(String text, String target) {
    return "[" + text + "](" + target + ")";
  }

  private static String head(String... columns) {
    return row(columns) + "|" + "---|".repeat(columns.length) + "\n";
  }

  private static String row(String... cells) {
    return "| " + String.join(" | ", cells).replace("|  ", "| ") + " |\n";
  }
}
