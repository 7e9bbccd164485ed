package org.yima.cli;

import java.util.Objects;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command of an operator: it has subcommands, and works beside the servers by their settings. */
abstract class OfficeCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Mixin private OfficeSettings settings = new OfficeSettings();

  @Override
  public final void run() {
    CommandLine called = Objects.requireNonNull(spec, "set by picocli").commandLine();
    throw new ParameterException(called, "请给出子命令 (no subcommand given)");
  }

  /**
   * Opens the office for one piece of work.
   *
   * @return what the work says
   * @throws CannotDo if the office cannot be opened or the work not be done
   */
  final int office(ToIntFunction<ConfigurableApplicationContext> work) {
    return settings.office(work);
  }
}
