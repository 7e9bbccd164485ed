package org.yima.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code yima keys}: key files and certificates, of the platform and of its callers. */
@Command(
    name = "keys",
    subcommands = {
      KeyFileCommands.Make.class,
      KeyFileCommands.Rotate.class,
      KeyFileCommands.Export.class,
      RegistryKeyCommands.Enter.class,
      RegistryKeyCommands.Revoke.class,
      RegistryKeyCommands.Show.class,
      RegistryKeyCommands.Failures.class,
      ColumnKeyCommands.class
    },
    description = {"密钥与证书。", "Keys and certificates."})
final class KeysCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    CommandLine called = Objects.requireNonNull(spec, "set by picocli").commandLine();
    throw new ParameterException(called, "请给出子命令 (no subcommand given)");
  }
}
