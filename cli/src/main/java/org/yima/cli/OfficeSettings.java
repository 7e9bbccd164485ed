package org.yima.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.ToIntFunction;
import org.springframework.context.ConfigurableApplicationContext;
import org.yima.platform.Office;
import picocli.CommandLine.Option;

/** The settings of the servers, and the office that is opened by them for one piece of work. */
final class OfficeSettings {
  @Option(names = "--config", required = true, description = "与服务器相同的配置文件 (as for serve)")
  private Path config = Path.of("");

  /**
   * Opens the office.
   *
   * @return what the work says
   * @throws CannotDo if the office cannot be opened or the work not be done
   */
  int office(ToIntFunction<ConfigurableApplicationContext> work) {
    try (var office = open()) {
      return work.applyAsInt(office);
    } catch (IllegalStateException e) {
      throw new CannotDo(String.valueOf(e.getMessage()), e);
    }
  }

  private ConfigurableApplicationContext open() {
    if (!Files.isRegularFile(config)) {
      throw new CannotDo("找不到配置文件 no such file: " + config);
    }
    System.setProperty("yima.log", "warn");
    try {
      return Office.open(config);
    } catch (RuntimeException e) {
      throw new CannotDo("按 %s 不能打开 cannot be opened: %s".formatted(config, reason(e)), e);
    }
  }

  /** Spring wraps what has happened in what it was doing when it happened. */
  private static String reason(RuntimeException failure) {
    Throwable last = failure;
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof SQLException) {
        return "数据库不能使用，请检查 spring.datasource.* the database cannot be used: " + each.getMessage();
      }
      if (each.getClass() == IllegalStateException.class) {
        return String.valueOf(each.getMessage());
      }
      last = each;
    }
    return String.valueOf(last.getMessage());
  }
}
