package org.yima.policy.report;

import java.util.ArrayList;
import java.util.List;
import org.yima.policy.report.PolicyDiff.BillDiff;
import org.yima.policy.report.PolicyDiff.Difference;
import org.yima.policy.report.PolicyDiff.Side;

/** Two versions of a policy beside each other, for people. */
final class DiffText {

  private static final String BORNE = "borne";

  private final StringBuilder out = new StringBuilder();

  DiffText(PolicyDiff diff) {
    out.append("A  ").append(diff.a()).append('\n');
    out.append("B  ").append(diff.b()).append('\n');
    diff.bills().forEach(this::bill);
    out.append("━━ 合计 totals：%d 张账单，两边都结算的 %d 张\n".formatted(diff.bills().size(), diff.both()));
    table(diff.totals());
  }

  private void bill(BillDiff bill) {
    out.append("━━ %s:%d %s\n".formatted(bill.file(), bill.line(), bill.name()));
    out.append("  ").append(bill.person()).append('\n');
    out.append("  ").append(bill.bill()).append('\n');
    side("A", bill.a());
    side("B", bill.b());
    table(bill.differences());
  }

  private void side(String letter, Side side) {
    List<String> words = new ArrayList<>(side.notes());
    if (side.refusal() != null) {
      words.add("不予结算（" + side.decision() + "）：" + side.refusal());
    }
    String policy = side.policy() == null ? "没有政策" : side.policy();
    out.append("  %s  %s".formatted(letter, policy));
    out.append(words.isEmpty() ? "" : "；" + String.join("；", words)).append('\n');
  }

  private void table(List<Difference> differences) {
    if (differences.isEmpty()) {
      return;
    }
    var table = new Table("    ", "lrrr");
    table.row("谁来支付 who pays", "A", "B", "B − A");
    differences.stream().filter(row -> !row.kind().equals(BORNE)).forEach(row -> add(table, row));
    table.row("个人负担 borne by the patient", "", "", "");
    differences.stream().filter(row -> row.kind().equals(BORNE)).forEach(row -> add(table, row));
    out.append(table);
  }

  private static void add(Table table, Difference row) {
    String difference = row.difference();
    boolean less = difference.startsWith("-");
    boolean same = difference.equals("0.00") || difference.equals(PolicyDiff.NONE);
    table.row(row.name(), row.a(), row.b(), less || same ? difference : "+" + difference);
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
