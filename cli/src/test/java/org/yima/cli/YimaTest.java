package org.yima.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class YimaTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final CommandLine yima =
      Yima.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

  @Test
  void help_speaks_chinese_first_and_exits_0() {
    assertThat(yima.execute("--help")).isZero();
    assertThat(out.toString())
        .startsWith("医码：医保电子凭证扫码支付")
        .contains("用法 (usage): yima", "显示本帮助", "显示版本", "退出码");
  }

  @Test
  void version_names_the_program() {
    assertThat(yima.execute("--version")).isZero();
    assertThat(out.toString()).startsWith("yima ");
  }

  @Test
  void a_call_without_a_subcommand_is_a_usage_error_that_shows_the_usage() {
    assertThat(yima.execute()).isEqualTo(2);
    assertThat(err.toString()).contains("请给出子命令", "用法 (usage):");
  }

  @Test
  void an_unknown_option_is_a_usage_error() {
    assertThat(yima.execute("--no-such-option")).isEqualTo(2);
    assertThat(err.toString()).contains("--no-such-option");
  }

  @Test
  void a_subcommand_inherits_headings_and_standard_options() {
    yima.addSubcommand(new Sample()).setOut(new PrintWriter(out));
    assertThat(yima.execute("sample", "--help")).isZero();
    assertThat(out.toString()).contains("用法 (usage): yima sample", "显示本帮助");
  }

  @Command(name = "sample")
  static final class Sample implements Runnable {
    @Override
    public void run() {}
  }
}
