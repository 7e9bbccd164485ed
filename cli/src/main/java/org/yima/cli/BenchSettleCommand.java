package org.yima.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.yima.bench.settle.SettleBench;
import org.yima.bench.settle.SettleBench.Options;
import org.yima.bench.settle.SettleReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code yima bench settle}: the benefit engine alone, beside the same rules in Drools. */
@Command(
    name = "settle",
    description = {
      "待遇计算：1、50、5000 条明细，每秒笔数和内存；同样的规则用 Drools 再测一遍。",
      "The benefit engine alone, and the same rules in Drools beside it."
    })
final class BenchSettleCommand implements Callable<Integer> {
  @Option(names = "--quick", description = "几秒的短测 (a short run)")
  private boolean quick;

  @Option(names = "--json", description = "另存为 JSON 文件 (also write JSON)")
  private @Nullable Path json;

  @Override
  public Integer call() throws Exception {
    Options options = quick ? Options.quick() : Options.standard();
    SettleReport report = SettleBench.run(options, System.err::println);
    System.out.println(report.text());
    if (json != null) {
      Files.writeString(json, report.json());
    }
    return 0;
  }
}
