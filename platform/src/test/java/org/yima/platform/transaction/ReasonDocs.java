package org.yima.platform.transaction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.yima.protocol.spec.CodeTable;
import org.yima.protocol.spec.Spec;

/**
 * Writes {@code docs/reference/reasons.md}: every reason for a refusal, from {@link Reason} alone.
 * Chinese first, since it is read beside a Chinese message at a till.
 */
public final class ReasonDocs {
  static final String PAGE = "reasons.md";

  private static final String HEAD =
      """
      <!-- 由 Reason 生成，请勿手改。Generated from Reason; ReasonDocsTest says how to renew it. -->

      # 拒绝原因 Reasons

      `aprcode` 不是 `00` 时，`aprtmsg` 以下列编号开头，编号永久不变，句子可能改进；`%s` 处是具体的名称或数值。
      次序即优先次序：同时有几个原因时，报告最前面的一个。被拒绝的交易没有写入任何内容；只有 `E1507` 把订单的预结算结果换成应答中的新金额。

      A refusal's `aprtmsg` begins with one of these numbers, which never change. Where several hold, the first is told.
      A refused call has written nothing, but for `E1507`, which replaces what the order's pre-settlement said by the amounts
      it answers. `E9901` says that the outcome is unknown.

      """;

  private ReasonDocs() {}

  /** Writes the page into the folder given as the only argument, {@code docs/reference}. */
  public static void main(String[] arguments) throws IOException {
    Files.writeString(Path.of(arguments[0]).resolve(PAGE), page());
  }

  static String page() {
    var page = new StringBuilder(HEAD);
    page.append(row("编号 number", "`aprcode`", "说明 sentence", "English", "由谁处理 fixer", "重发 retry"));
    page.append("|---|---|---|---|---|---|\n");
    for (Reason reason : Reason.values()) {
      page.append(
          row(
              reason.number(),
              reason.code(),
              reason.chinese(),
              reason.english(),
              reason.fixer().chinese(),
              reason.retry().chinese()));
    }
    return page.append("\n## `aprcode`\n\n").append(codes()).toString();
  }

  private static String codes() {
    var codes = new StringBuilder(row("代码 code", "名称 name")).append("|---|---|\n");
    for (CodeTable.Code code : Spec.get().codes("aprcode").codes()) {
      codes.append(row(code.code(), code.chineseName()));
    }
    return codes.toString();
  }

  private static String row(String... cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }
}
