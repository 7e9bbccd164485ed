package org.yima.bench.settle;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a run of {@link SettleBench} found.
 *
 * @param compared how many bills both split in the same way, to the fen
 */
public record SettleReport(int cores, String java, String drools, int compared, List<Row> rows) {

  /** Bills of so many lines. */
  public record Row(int lines, Measured engine, Measured drools) {}

  /**
   * Processor time and memory for one bill.
   *
   * @param best nanoseconds of the fastest trial: least disturbed by what else the machine did
   * @param median nanoseconds
   * @param worst nanoseconds
   * @param bytes allocated
   */
  public record Measured(long best, long median, long worst, long bytes) {

    /** Bills a second and core. */
    static long rate(long nanos) {
      return 1_000_000_000L / Math.max(1, nanos);
    }
  }

  public SettleReport {
    rows = List.copyOf(rows);
  }

  /** The table for people: Chinese first, English beside it. */
  public String text() {
    var out = new StringBuilder();
    out.append(
        "待遇计算压测 the benefit engine alone；%d 核 cores，Java %s，Drools %s\n"
            .formatted(cores, java, drools));
    out.append(
        "两者对 %d 张账单的结果逐项一致，到分 both split %d bills alike, to the fen\n"
            .formatted(compared, compared));
    out.append("单线程，按处理器时间 one thread, processor time；每秒笔数 bills a second and core\n\n");
    out.append(
        "%8s %-8s %12s %12s %12s %14s\n"
            .formatted("lines", "", "best /s", "median /s", "worst /s", "bytes a bill"));
    for (Row row : rows) {
      line(out, row.lines(), "Yima", row.engine());
      line(out, row.lines(), "Drools", row.drools());
      long ratio = row.drools().best() * 10 / Math.max(1, row.engine().best());
      out.append("%8s %-8s %10d.%d ×\n".formatted("", "ratio", ratio / 10, ratio % 10));
    }
    return out.toString();
  }

  private static void line(StringBuilder out, int lines, String name, Measured measured) {
    out.append(
        "%8d %-8s %,12d %,12d %,12d %,14d\n"
            .formatted(
                lines,
                name,
                Measured.rate(measured.best()),
                Measured.rate(measured.median()),
                Measured.rate(measured.worst()),
                measured.bytes()));
  }

  /** The same for programs; times in nanoseconds a bill. */
  public String json() {
    return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(this);
  }
}
