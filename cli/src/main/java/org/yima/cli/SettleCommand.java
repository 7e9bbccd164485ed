package org.yima.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.yima.policy.report.CaseRun;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code yima settle}: the benefit engine alone, on case files. */
@Command(
    name = "settle",
    description = {
      "按政策结算算例：逐行、逐步说明每一分钱由谁支付、依据是什么；算例写了预期的，一并核对。",
      "Settles the cases of files, with reasons and citations; checks what they expect."
    })
final class SettleCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "CASE.yaml", description = "算例文件 (case files)")
  private List<Path> files = List.of();

  @Option(
      names = "--policies",
      paramLabel = "DIR",
      description = {
        "政策文件夹或政策文件；默认：算例在 X/cases 里的用 X 的政策，其余用随软件提供的政策",
        "(policies to settle by; default: those in X for a case in X/cases, else those that ship)"
      })
  private @Nullable Path policies;

  @Option(names = "--json", description = "输出 JSON (print JSON)")
  private boolean json;

  @Override
  public Integer call() {
    CommandLine called = Objects.requireNonNull(spec, "set by picocli").commandLine();
    for (Path file : files) {
      if (!Files.isRegularFile(file)) {
        throw new ParameterException(called, "没有这个文件 (no such file): " + file);
      }
    }
    Named.require(called, policies);
    CaseRun run = CaseRun.of(files, policies);
    if (json) {
      Map<String, Object> content = new LinkedHashMap<>();
      content.put("passed", run.passed());
      content.put("errors", run.errors());
      content.put("cases", run.cases());
      called.getOut().println(Json.text(content));
    } else {
      called.getOut().print(run.text());
    }
    called.getOut().flush();
    run.errors().forEach(called.getErr()::println);
    return run.passed() ? 0 : 1;
  }
}
