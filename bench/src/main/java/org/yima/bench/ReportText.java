package org.yima.bench;

import java.util.List;
import org.yima.bench.Part.Side;
import org.yima.bench.SuiteReport.Slice;

/** The report as plain tables. */
final class ReportText {
  private static final int NAME = 44;
  private static final int NUMBER = 11;

  private final StringBuilder out = new StringBuilder();
  private final Report report;

  ReportText(Report report) {
    this.report = report;
    line(
        "被扫支付压测 ST007, %d lines, sealed, full 4.5 answer, durable commit"
            .formatted(TenLines.LINES.size()));
    line(
        "%d 核 cores（医院、平台、数据库共用 shared），Java %s，测前负载 load before %d%%"
            .formatted(report.cores(), report.java(), report.loadPercent()));
    if (report.loadPercent() > 20) {
      line("注意：机器当时不空闲，速率与时延仅供参考，请看比值 the machine was busy: trust ratios alone");
    }
    report.suites().forEach(this::suite);
    line("");
    line("pgbench TPC-B：%d tps（%s）".formatted(report.tpcb().perSecond(), report.tpcb().note()));
  }

  private void suite(SuiteReport suite) {
    line("");
    line(
        "══ %s ══ 请求 request %d bytes，应答 reply %d bytes"
            .formatted(suite.suite(), suite.requestBytes(), suite.replyBytes()));
    parts(suite);
    where(suite);
    results(suite);
  }

  private void parts(SuiteReport suite) {
    row("单项 by itself", "微秒 µs", "次数 times", "合计 total");
    for (Side side : Side.values()) {
      suite.parts().stream().filter(part -> part.side() == side).forEach(this::part);
      suite.wholes().stream()
          .filter(part -> part.side() == side)
          .forEach(part ->
              row(
                  "  " + side.chinese() + "  " + part.name(),
                  micros(part.nanos()),
                  "含上 incl.",
                  ""));
    }
    row(
        "  平台  事务单独 transaction alone",
        micros(suite.alone().java()),
        "1",
        micros(suite.alone().java()));
    row(
        "  数据库  事务单独 transaction alone",
        micros(suite.alone().database()),
        "1",
        micros(suite.alone().database()));
    row("必需合计 necessary", "", "", micros(suite.necessary()));
  }

  private void part(Part part) {
    String times = part.times() == 0 ? "含下 incl." : String.valueOf(part.times());
    row(
        "  " + part.side().chinese() + "  " + part.name(),
        micros(part.nanos()),
        times,
        part.times() == 0 ? "" : micros(part.total()));
  }

  private void where(SuiteReport suite) {
    long all = Math.max(1, suite.maximum().processors());
    line("");
    row("时间去向 where a payment's CPU goes", "毫秒 ms", "占比 share", "");
    for (Slice slice : suite.where()) {
      row(
          "  " + slice.kind().text(),
          millis(slice.nanos()),
          percent(slice.nanos() * 1000 / all),
          "");
    }
    row("合计 total", millis(suite.maximum().processors()), "100.0%", "");
    row(
        "  其中医院侧 the client's part",
        millis(suite.client()),
        percent(suite.client() * 1000 / all),
        "");
  }

  private void results(SuiteReport suite) {
    line("");
    row("结果 results", "笔/秒 /s", "p50 ms", "p90 ms", "p99 ms", "CPU 占用");
    result("最大 maximum (closed loop)", suite.maximum());
    result("七成 at 70 % (open loop)", suite.steady());
    result("事务单独 transaction alone", suite.alone());
    line("上限 ceiling %d 笔/秒（核数 ÷ 必需 cores ÷ necessary）".formatted(suite.ceiling()));
    line(
        "达到上限的 %s of the ceiling；按 CPU 计 by CPU used %s"
            .formatted(percent(suite.ofCeilingPermille()), percent(suite.usefulPermille())));
    line("p99 ÷ p50 在七成时 at 70 %%：%s".formatted(ratio(suite.steady().p99(), suite.steady().p50())));
    if (report.tpcb().perSecond() > 0) {
      line(
          "与 pgbench 之比 by pgbench：%s"
              .formatted(ratio(suite.maximum().perSecond(), report.tpcb().perSecond())));
    }
    line("账 ledger：%s".formatted(suite.ledger().text()));
  }

  private void result(String name, Measured measured) {
    row(
        "  " + name,
        String.valueOf(measured.perSecond()),
        millis(measured.p50()),
        millis(measured.p90()),
        millis(measured.p99()),
        percent(measured.busyPermille()));
    if (measured.refused() > 0) {
      line("  拒绝 refused %d".formatted(measured.refused()));
    }
  }

  private void row(String name, String... numbers) {
    var row = new StringBuilder(padded(name));
    for (String number : List.of(numbers)) {
      row.append(" ".repeat(Math.max(1, NUMBER - width(number)))).append(number);
    }
    out.append(row.toString().stripTrailing()).append('\n');
  }

  private void line(String text) {
    out.append(text).append('\n');
  }

  private static String padded(String text) {
    return text + " ".repeat(Math.max(1, NAME - width(text)));
  }

  /** Chinese characters take two columns of a terminal. */
  private static int width(String text) {
    return text.codePoints().map(each -> each >= 0x2E80 ? 2 : 1).sum();
  }

  private static String micros(long nanos) {
    return decimal(nanos / 100, 1);
  }

  private static String millis(long nanos) {
    return decimal(nanos / 1000, 3);
  }

  private static String percent(long permille) {
    return decimal(permille, 1) + "%";
  }

  private static String ratio(long one, long other) {
    return decimal(one * 100 / Math.max(1, other), 2);
  }

  /** A number of tenths, hundredths, … as people write it. */
  private static String decimal(long scaled, int digits) {
    long one = digits == 1 ? 10 : digits == 2 ? 100 : 1000;
    String sign = scaled < 0 ? "-" : "";
    long size = Math.abs(scaled);
    return sign + size / one + "." + String.valueOf(one + size % one).substring(1);
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
