package org.yima.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.yima.platform.transaction.Call;
import org.yima.sandbox.Demo;
import org.yima.sandbox.MovableClock;
import org.yima.sandbox.Sandbox;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code yima demo}: all of chapter 2 on an embedded database, then the books. */
@Command(
    name = "demo",
    description = {
      "演示：签到、扫码、识别、支付、退费、取消、住院、对账、签退，最后结账。",
      "Everything a hospital does, end to end on an embedded PostgreSQL."
    })
final class DemoCommand implements Callable<Integer> {
  @Option(
      names = "--data",
      defaultValue = "data/demo",
      description = "数据目录，默认 ${DEFAULT-VALUE}；再次运行时数据还在")
  private Path data = Path.of("data/demo");

  @Option(names = "--verbose", description = "同时打印报文 (print the messages too)")
  private boolean verbose;

  @Override
  public Integer call() throws Exception {
    // The story tells every refusal itself; the server's log would interrupt it.
    System.setProperty("yima.log", "warn");
    var clock = new MovableClock(Clock.system(Call.ZONE));
    try (Sandbox sandbox = Sandbox.start(data, 0, clock)) {
      return new Demo(sandbox, clock, System.out, verbose).run() ? 0 : 1;
    }
  }
}
