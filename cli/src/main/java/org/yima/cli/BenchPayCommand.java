package org.yima.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.yima.bench.PayBench;
import org.yima.bench.PayBench.Options;
import org.yima.bench.Report;
import org.yima.securitypkg.Suite;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code yima bench pay}: ST007, sealed, ten lines, durable. */
@Command(
    name = "pay",
    description = {
      "被扫支付 ST007：密封报文、10 条明细、落盘提交；报告每秒笔数、时延、上限和时间去向。",
      "ST007 sealed, with ten lines and a durable commit; the rate, its ceiling, and where time goes."
    })
final class BenchPayCommand implements Callable<Integer> {
  @Option(names = "--quick", description = "约 20 秒的短测 (a short run)")
  private boolean quick;

  @Option(names = "--suite", split = ",", description = "SM、RSA，默认两者 (default: both)")
  private @Nullable List<Suite> suites;

  @Option(names = "--seconds", description = "每段付款时间 (seconds of payments)")
  private @Nullable Integer seconds;

  @Option(names = "--clients", description = "同时付款的窗口数 (tills at once)")
  private @Nullable Integer clients;

  @Option(names = "--json", description = "另存为 JSON 文件 (also write JSON)")
  private @Nullable Path json;

  @Override
  public Integer call() throws Exception {
    System.setProperty("yima.log", "warn");
    Report report = PayBench.run(options(), System.err::println);
    System.out.println(report.text());
    if (json != null) {
      Files.writeString(json, report.json());
    }
    return 0;
  }

  private Options options() {
    Options options = quick ? Options.quick() : Options.standard();
    if (suites != null) {
      options = options.withSuites(suites);
    }
    if (seconds != null) {
      options = options.withSeconds(seconds);
    }
    return clients == null ? options : options.withClients(clients);
  }
}
