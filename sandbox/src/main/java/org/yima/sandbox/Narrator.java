package org.yima.sandbox;

import java.io.PrintStream;
import java.util.List;
import org.yima.client.MessageLog;
import org.yima.client.Payment;
import org.yima.client.Refusal;
import org.yima.client.SettledLine;
import org.yima.client.Settlement;
import org.yima.client.Statement;
import org.yima.client.StatementLine;
import org.yima.platform.order.Explanations;
import org.yima.protocol.Form;
import org.yima.protocol.spec.Amounts;

/** Tells the demo's story in plain words; with {@code verbose} shows the messages too. */
final class Narrator implements MessageLog {
  private static final int LONGEST = 2000;

  private final PrintStream out;
  private final boolean verbose;

  Narrator(PrintStream out, boolean verbose) {
    this.out = out;
    this.verbose = verbose;
  }

  void chapter(String title) {
    out.println();
    out.println("━━ " + title);
  }

  // The annotation asked for is in a library that nothing else here needs.
  @SuppressWarnings("AnnotateFormatMethod")
  void say(String format, Object... values) {
    out.println("  " + String.format(format, values));
  }

  void refused(Refusal refusal) {
    say("✗ 被拒绝：%s %s", refusal.reason(), refusal.sentence());
  }

  /** The split of one bill: its lines, its steps and who pays. */
  void paid(Payment payment, List<Explanations.Step> steps) {
    Settlement settlement = payment.settlement();
    say("✓ 支付成功，结算编号 %s", settlement.number());
    for (SettledLine line : settlement.lines()) {
      say(
          "    %s %s 元：自费 %s，先自付 %s，纳入报销 %s",
          line.name(),
          yuan(line.amountFen()),
          yuan(line.selfPaidFen()),
          yuan(line.upfrontFen()),
          yuan(line.inScopeFen()));
    }
    for (Explanations.Step step : steps) {
      String source = step.citation().isEmpty() ? "" : "（" + step.citation() + "）";
      say("    · %s：%s%s", step.name(), step.sentence(), source);
    }
    say(
        "    总额 %s = 统筹基金 %s + 个人账户 %s + 现金 %s；账户余额 %s → %s",
        yuan(settlement.totalFen()),
        yuan(settlement.fundsFen()),
        yuan(settlement.accountFen()),
        yuan(settlement.cashFen()),
        yuan(settlement.accountBeforeFen()),
        yuan(settlement.accountAfterFen()));
  }

  void statement(Statement statement) {
    say("%-4s %-14s %-22s %12s %12s %12s %12s", "类型", "订单号", "结算编号", "总额", "统筹", "账户", "现金");
    for (StatementLine line : statement.lines()) {
      say(
          "%-4s %-14s %-22s %12s %12s %12s %12s",
          line.isRefund() ? "nag" : "pos",
          line.orderNumber(),
          line.settlementNumber(),
          yuan(line.totalFen()),
          yuan(line.fundsFen()),
          yuan(line.accountFen()),
          yuan(line.cashFen()));
    }
    say("共 %d 笔，已按 count、amount、sm3 核对", statement.lines().size());
  }

  @Override
  public void exchanged(String transaction, String transdata, Form reply) {
    if (verbose) {
      out.println("    → " + transaction + " " + shortened(transdata));
      for (Form.Entry entry : reply.entries()) {
        out.println("    ← " + entry.name() + "=" + shortened(entry.value()));
      }
    }
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST
        ? text
        : text.substring(0, LONGEST) + "…（共 " + text.length() + " 字符）";
  }

  static String yuan(long fen) {
    return Amounts.text(fen);
  }
}
