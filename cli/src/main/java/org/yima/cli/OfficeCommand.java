package org.yima.cli;

import java.nio.file.Path;
import java.util.Objects;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.yima.platform.Office;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command of an operator: it has subcommands, and works beside the servers by their settings. */
abstract class OfficeCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--config", required = true, description = "与服务器相同的配置文件 (as for serve)")
  private Path config = Path.of("");

  @Override
  public final void run() {
    CommandLine called = Objects.requireNonNull(spec, "set by picocli").commandLine();
    throw new ParameterException(called, "请给出子命令 (no subcommand given)");
  }

  /**
   * Opens the office for one piece of work.
   *
   * @return what the work says; 1 if the office cannot be opened or the work not be done
   */
  final int office(ToIntFunction<ConfigurableApplicationContext> work) {
    System.setProperty("yima.log", "warn");
    try (var office = Office.open(config)) {
      return work.applyAsInt(office);
    } catch (IllegalStateException e) {
      System.err.println(e.getMessage());
      return 1;
    }
  }
}
