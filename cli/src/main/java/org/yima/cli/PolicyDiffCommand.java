package org.yima.cli;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.yima.policy.CaseFile;
import org.yima.policy.PolicyException;
import org.yima.policy.PolicyFolder;
import org.yima.policy.report.PolicyDiff;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code yima policy diff}: who would pay what under another version of a policy. */
@Command(
    name = "diff",
    description = {
      "同一批账单按两个版本的政策各结算一次，比较由谁支付多少。",
      "Settles the same bills under two policies and compares who pays what."
    })
final class PolicyDiffCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(index = "0", paramLabel = "A", description = "政策文件夹或文件 (a folder or a policy file)")
  private Path a = Path.of("");

  @Parameters(index = "1", paramLabel = "B", description = "与之比较的 (what it is compared with)")
  private Path b = Path.of("");

  @Option(
      names = "--bills",
      required = true,
      paramLabel = "FILE",
      description = "算例文件，只用其中的人员、年度累计和账单 (a case file; what it expects does not matter)")
  private Path bills = Path.of("");

  @Option(names = "--json", description = "输出 JSON (print JSON)")
  private boolean json;

  @Override
  public Integer call() {
    CommandLine called = Objects.requireNonNull(spec, "set by picocli").commandLine();
    List.of(a, b, bills).forEach(path -> Named.require(called, path));
    try {
      var one = PolicyFolder.policiesOf(a);
      var other = PolicyFolder.policiesOf(b);
      var errors = new ArrayList<>(one.errors());
      errors.addAll(other.errors());
      if (!errors.isEmpty()) {
        errors.forEach(error -> called.getErr().println(error.getMessage()));
        return 1;
      }
      PolicyDiff diff =
          PolicyDiff.of(
              new PolicyDiff.Named(a.toString(), one),
              new PolicyDiff.Named(b.toString(), other),
              CaseFile.read(bills, bills.toString()));
      called.getOut().println(json ? Json.text(diff) : diff.text().stripTrailing());
      called.getOut().flush();
      return 0;
    } catch (PolicyException e) {
      called.getErr().println(e.getMessage());
      return 1;
    } catch (UncheckedIOException e) {
      called.getErr().println(e.getMessage());
      return 1;
    }
  }
}
