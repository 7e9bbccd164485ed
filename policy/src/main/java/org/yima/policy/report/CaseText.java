package org.yima.policy.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yima.policy.report.CaseReport.Check;
import org.yima.policy.report.CaseReport.Line;
import org.yima.policy.report.CaseReport.Part;
import org.yima.policy.report.CaseReport.Source;
import org.yima.policy.report.CaseReport.Step;
import org.yima.policy.report.CaseReport.Total;

/** A settled case for people. */
final class CaseText {

  private static final String INDENT = "    ";
  private static final String BORNE = "borne";

  private final StringBuilder out = new StringBuilder();

  CaseText(CaseReport report) {
    out.append("━━ %s:%d %s\n".formatted(report.file(), report.line(), report.name()));
    about(report);
    String refusal = report.refusal();
    if (refusal != null) {
      String source = cited(report.citation());
      heading("不予结算 refused（%s）".formatted(report.decision()));
      out.append(INDENT + refusal + (source.isEmpty() ? "" : "（" + source + "）") + "\n");
    } else {
      lines(report.lines());
      steps(report.steps());
      shares(report.shares());
      year(report.year());
    }
    checks(report.checks());
  }

  private void about(CaseReport report) {
    String policy = report.policy();
    var table = new Table("  ", "ll");
    table.row("人员 person", report.person()).row("账单 bill", report.bill());
    table.row("政策 policy", (policy == null ? "无" : policy) + "（" + report.district() + "）");
    if (report.chargedAs() != null) {
      table.row("类别 charged as", report.chargedAs());
    }
    out.append(table);
  }

  private void lines(List<Line> lines) {
    heading("明细 lines");
    var table = new Table(INDENT, "rllrrrr");
    table.row("行", "项目", "类别", "金额", "自费", "先自付", "纳入报销");
    for (Line line : lines) {
      table
          .row(
              String.valueOf(line.number()),
              line.item(),
              line.itemClass(),
              line.amount(),
              line.selfPaid(),
              line.upfront(),
              line.inScope())
          .note(line.sentence());
    }
    out.append(table);
  }

  private void steps(List<Step> steps) {
    heading("步骤 steps");
    var table = new Table(INDENT, "lrrrl");
    table.row("步骤", "基数", "标准", "结果", "依据");
    for (Step step : steps) {
      table
          .row(step.name(), step.base(), step.figure(), step.result(), cited(step.citation()))
          .note(step.sentence());
    }
    out.append(table);
  }

  private void shares(List<Part> parts) {
    heading("谁来支付 who pays");
    out.append(table(parts.stream().filter(part -> !part.kind().equals(BORNE)).toList()));
    List<Part> borne = parts.stream().filter(part -> part.kind().equals(BORNE)).toList();
    if (!borne.isEmpty()) {
      heading("个人负担的构成 what the patient bears, before subsidies");
      out.append(table(borne));
    }
  }

  private static Table table(List<Part> parts) {
    var table = new Table(INDENT, "lrl");
    for (Part part : parts) {
      table.row(part.name(), part.amount(), part.share());
    }
    return table;
  }

  private void year(List<Total> totals) {
    if (!totals.isEmpty()) {
      heading("年度累计 the year so far");
      var table = new Table(INDENT, "lrrr");
      table.row("口径", "此前", "本次", "此后");
      totals.forEach(
          total -> table.row(total.counter(), total.before(), total.moved(), total.after()));
      out.append(table);
    }
  }

  private void checks(List<Check> checks) {
    if (checks.isEmpty()) {
      return;
    }
    List<Check> failed = checks.stream().filter(check -> !check.passed()).toList();
    if (failed.isEmpty()) {
      heading("✓ 与预期一致 as expected：" + checks.size() + " 项");
      return;
    }
    heading("✗ 与预期不符 not as expected：%d 项中有 %d 项".formatted(checks.size(), failed.size()));
    out.append(failures(INDENT, failed));
  }

  static Table failures(String indent, List<Check> failed) {
    var table = new Table(indent, "llll");
    for (Check check : failed) {
      table.row(check.field(), "预期 " + check.expected(), "→", "实际 " + check.actual());
    }
    return table;
  }

  private void heading(String text) {
    out.append("  ").append(text).append('\n');
  }

  private static String cited(@Nullable Source citation) {
    return citation == null ? "" : citation.source() + "，自 " + citation.from() + " 起";
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
