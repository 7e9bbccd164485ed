package org.yima.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/**
 * {@code yima reverse}: called wrongly it says what is missing, in both languages, and exits with
 * 2.
 */
class ReverseCommandTest {
  @TempDir Path folder;

  private final StringWriter err = new StringWriter();

  private int execute(String... arguments) {
    CommandLine command = Yima.commandLine();
    command.setErr(new PrintWriter(err));
    return command.execute(arguments);
  }

  private String settings() throws IOException {
    return Files.writeString(folder.resolve("yima.properties"), "# nothing\n").toString();
  }

  @Test
  void withoutASubcommandItSaysSo() throws IOException {
    assertThat(execute("reverse", "--config", settings())).isEqualTo(2);
    assertThat(err.toString()).contains("请给出子命令", "propose", "approve", "reject");
  }

  @ParameterizedTest
  @CsvSource({
    "propose 04010089 DD1 --operator 甲, --reason",
    "propose 04010089 DD1 --reason 测试, --operator",
    "propose 04010089, ORDER",
    "approve 04010089 DD1, --operator",
    "approve, HOSPCODE",
    "reject 04010089, ORDER",
    "reject 04010089 DD1, --operator",
    "reject 04010089 DD1 --force --operator 甲, --force",
  })
  void whatIsMissingIsNamed(String arguments, String named) throws IOException {
    String[] all = ("reverse --config " + settings() + " " + arguments).split(" ", -1);
    assertThat(execute(all)).isEqualTo(2);
    assertThat(err.toString()).contains(named);
  }

  @Test
  void itNeedsTheSettings() {
    assertThat(execute("reverse", "reject", "04010089", "DD1")).isEqualTo(2);
    assertThat(err.toString()).contains("--config");
  }
}
