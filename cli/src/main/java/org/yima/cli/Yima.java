package org.yima.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The {@code yima} command. Exit codes, the same for every subcommand: 0 done; 1 carried out, but
 * the answer is no (a check failed, a payment was refused) or broken; 2 called wrongly.
 *
 * <p>A new subcommand is a class of its own in this package, named in the list below. Headings and
 * the standard options come from {@code Yima.properties}, which subcommands inherit.
 */
@Command(
    name = "yima",
    subcommands = {
      DemoCommand.class,
      SandboxCommand.class,
      ServeCommand.class,
      ImportCommand.class,
      KeysCommand.class,
      AuditCommand.class,
      EventsCommand.class,
      ReverseCommand.class,
      SettleCommand.class,
      PolicyCommand.class,
      BenchCommand.class
    },
    resourceBundle = "org.yima.cli.Yima",
    scope = CommandLine.ScopeType.INHERIT,
    mixinStandardHelpOptions = true,
    versionProvider = Yima.Version.class)
public final class Yima implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /** The whole command with its subcommands, ready to execute; tests capture its output. */
  static CommandLine commandLine() {
    return new CommandLine(new Yima())
        .setExecutionExceptionHandler((failure, called, parsed) -> {
          if (failure instanceof CannotDo) {
            called.getErr().println(failure.getMessage());
            called.getErr().flush();
            return CommandLine.ExitCode.SOFTWARE;
          }
          throw failure; // a defect: with everything that helps to find it
        });
  }

  /** Called without a subcommand: that is a mistake, and the answer lists what there is. */
  @Override
  public void run() {
    CommandLine called = Objects.requireNonNull(spec, "set by picocli").commandLine();
    throw new ParameterException(called, "请给出子命令 (no subcommand given)");
  }

  /** The version in the jar's manifest; classes that were not packaged have none. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Yima.class.getPackage().getImplementationVersion();
      return new String[] {"yima " + (version == null ? "(unpackaged)" : version)};
    }
  }
}
