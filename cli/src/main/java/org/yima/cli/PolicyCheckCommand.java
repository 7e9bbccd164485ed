package org.yima.cli;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.yima.policy.PolicyFolder;
import org.yima.policy.report.FolderCheck;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code yima policy check}: whether the policies of a folder are well formed and work. */
@Command(
    name = "check",
    description = {
      "检查文件夹里的全部政策文件，并结算旁边的算例。",
      "Validates every policy of a folder and settles the cases beside them."
    })
final class PolicyCheckCommand implements Callable<Integer> {
  private static final Path USUAL = Path.of("policies");

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "DIR",
      description = {
        "政策文件夹；默认：当前目录下的 policies，没有则为随软件提供的政策",
        "(default: the folder policies, where there is one, else those that ship)"
      })
  private @Nullable Path folder;

  @Option(names = "--json", description = "输出 JSON (print JSON)")
  private boolean json;

  @Override
  public Integer call() {
    CommandLine called = Objects.requireNonNull(spec, "set by picocli").commandLine();
    Path checked = folder == null && Files.isDirectory(USUAL) ? USUAL : folder;
    if (checked != null && !Files.isDirectory(checked)) {
      throw new ParameterException(called, "没有这个文件夹 (no such folder): " + checked);
    }
    try {
      FolderCheck check = check(checked);
      called.getOut().println(json ? Json.text(check) : check.text().stripTrailing());
      called.getOut().flush();
      return check.passed() ? 0 : 1;
    } catch (UncheckedIOException e) {
      called.getErr().println(e.getMessage());
      return 1;
    }
  }

  private static FolderCheck check(@Nullable Path folder) {
    return folder == null
        ? FolderCheck.of(PolicyFolder.bundled(), List.of())
        : FolderCheck.of(PolicyFolder.read(folder), PolicyFolder.passedOver(folder));
  }
}
