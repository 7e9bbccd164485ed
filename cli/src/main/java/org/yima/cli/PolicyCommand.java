package org.yima.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code yima policy}: for who writes policies. */
@Command(
    name = "policy",
    subcommands = {PolicyCheckCommand.class, PolicyDiffCommand.class},
    description = {"检查政策文件，比较两个版本。", "Checks policies and compares versions of them."})
final class PolicyCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    CommandLine called = Objects.requireNonNull(spec, "set by picocli").commandLine();
    throw new ParameterException(called, "请给出子命令 (name a command): check, diff");
  }
}
