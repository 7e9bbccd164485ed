package org.yima.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code yima bench}: measures, each time beside the limit of the same machine in the same run. */
@Command(
    name = "bench",
    subcommands = {BenchPayCommand.class, BenchSettleCommand.class},
    description = {"测速，每次都与本机的极限一起测。", "Measures, beside the machine's own limits."})
final class BenchCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    CommandLine called = Objects.requireNonNull(spec, "set by picocli").commandLine();
    throw new ParameterException(called, "请给出要测的项目 (name what to measure): pay, settle");
  }
}
