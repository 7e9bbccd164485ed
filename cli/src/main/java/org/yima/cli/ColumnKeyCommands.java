package org.yima.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.yima.platform.rotation.Rotations;
import org.yima.platform.store.ColumnKeys;
import org.yima.platform.store.KeyVersions;
import org.yima.platform.transaction.Call;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code yima keys columns}: the keys of encrypted columns. */
@Command(
    name = "columns",
    description = {
      "列密钥：make 新建文件，add 加入下一版本，activate 启用，status 查看重加密进度。",
      "Column keys: make a file, add a version to it, activate it, see how far re-encryption is."
    })
final class ColumnKeyCommands implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    CommandLine called = Objects.requireNonNull(spec, "set by picocli").commandLine();
    throw new ParameterException(
        called, "请给出子命令 (no subcommand given): make → add → 分发文件、逐台重启 → activate → status");
  }

  @Command(name = "make", description = "新建列密钥文件 (makes a new file)")
  int make(
      @Parameters(paramLabel = "FILE") Path file,
      @Option(names = "--password", required = true, interactive = true, arity = "0..1")
          char[] password) {
    if (Files.exists(file)) {
      throw new CannotDo("文件已存在，加入版本请用 keys columns add (the file exists): " + file);
    }
    return done(() -> {
      ColumnKeys.createPkcs12(file, password, new SecureRandom());
      System.out.println("已新建，版本 1 (made, version 1): " + file);
    });
  }

  @Command(name = "add", description = "加入下一版本，尚不启用 (adds a version, not used yet)")
  int add(
      @Parameters(paramLabel = "FILE") Path file,
      @Option(names = "--password", required = true, interactive = true, arity = "0..1")
          char[] password) {
    return done(() -> {
      int version = ColumnKeys.addVersion(file, password, new SecureRandom());
      System.out.printf("已加入版本 %d；请先把文件分发到每台服务器并逐台重启，再 activate %1$d%n", version);
    });
  }

  private static int done(Runnable work) {
    try {
      work.run();
      return 0;
    } catch (IllegalStateException e) {
      throw new CannotDo(String.valueOf(e.getMessage()), e);
    }
  }

  @Command(name = "activate", description = "启用一个版本：各服务器数秒内改用，并在后台重加密")
  int activate(@Parameters(paramLabel = "VERSION") int version, @Mixin OfficeSettings settings) {
    return settings.office(office -> {
      office.getBean(KeyVersions.class).activate(version, Clock.system(Call.ZONE).instant());
      System.out.println("已启用版本 " + version + "，文件 " + file(office.getEnvironment()));
      return 0;
    });
  }

  private static String file(Environment environment) {
    return environment.getProperty("yima.keys.columns", "");
  }

  @Command(name = "status", description = "重加密进度 (how far re-encryption is)")
  int status(@Mixin OfficeSettings settings) {
    return settings.office(office -> {
      int active = office.getBean(KeyVersions.class).active();
      System.out.println("启用的版本 active: " + active);
      for (var each : office.getBean(Rotations.class).all()) {
        System.out.printf(
            "%s  版本 %d  已重加密 %d 行  %s%n",
            each.part(), each.version(), each.rows(), state(each, active));
      }
      return 0;
    });
  }

  /** What a newer version has overtaken is never ended under its own. */
  private static String state(Rotations.Progress progress, int active) {
    if (progress.done()) {
      return "完成 done";
    }
    return progress.version() < active ? "由新版本接替 overtaken" : "进行中 going on";
  }
}
