package org.yima.cli;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.core.env.Environment;
import org.yima.platform.rotation.Rotations;
import org.yima.platform.store.ColumnKeys;
import org.yima.platform.store.KeyVersions;
import org.yima.platform.transaction.Call;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code yima keys columns}: the keys of encrypted columns. */
@Command(
    name = "columns",
    description = {
      "列密钥：make 新建文件，add 加入下一版本，activate 启用，status 查看重加密进度。",
      "Column keys: make a file, add a version to it, activate it, see how far re-encryption is."
    })
final class ColumnKeyCommands implements Runnable {
  @Override
  public void run() {
    System.out.println("make FILE → add FILE → （分发文件、逐台重启）→ activate N → status");
  }

  @Command(name = "make", description = "新建列密钥文件 (makes a new file)")
  int make(
      @Parameters(paramLabel = "FILE") Path file,
      @Option(names = "--password", required = true, interactive = true, arity = "0..1")
          char[] password) {
    if (java.nio.file.Files.exists(file)) {
      System.err.println("文件已存在 the file exists: " + file);
      return 1;
    }
    ColumnKeys.createPkcs12(file, password, new SecureRandom());
    return 0;
  }

  @Command(name = "add", description = "加入下一版本，尚不启用 (adds a version, not used yet)")
  int add(
      @Parameters(paramLabel = "FILE") Path file,
      @Option(names = "--password", required = true, interactive = true, arity = "0..1")
          char[] password) {
    int version = ColumnKeys.addVersion(file, password, new SecureRandom());
    System.out.printf("已加入版本 %d；请先把文件分发到每台服务器并逐台重启，再 activate %1$d%n", version);
    return 0;
  }

  @Command(name = "activate", description = "启用一个版本：各服务器数秒内改用，并在后台重加密")
  int activate(
      @Parameters(paramLabel = "VERSION") int version,
      @Mixin RegistryKeyCommands.Settings settings) {
    try (var office = settings.open()) {
      office.getBean(KeyVersions.class).activate(version, Clock.system(Call.ZONE).instant());
      System.out.println("已启用版本 " + version + "，文件 " + file(office.getEnvironment()));
      return 0;
    } catch (IllegalStateException e) {
      System.err.println(e.getMessage());
      return 1;
    }
  }

  private static String file(Environment environment) {
    return environment.getProperty("yima.keys.columns", "");
  }

  @Command(name = "status", description = "重加密进度 (how far re-encryption is)")
  int status(@Mixin RegistryKeyCommands.Settings settings) {
    try (var office = settings.open()) {
      System.out.println("启用的版本 active: " + office.getBean(KeyVersions.class).active());
      for (var each : office.getBean(Rotations.class).all()) {
        System.out.printf(
            "%s  版本 %d  已重加密 %d 行  %s%n",
            each.part(), each.version(), each.rows(), each.done() ? "完成 done" : "进行中 going on");
      }
      return 0;
    }
  }
}
