package org.yima.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.yima.platform.Server;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code yima serve}: production, with a database and keys of the operator's own. */
@Command(
    name = "serve",
    description = {
      "正式运行：外部 PostgreSQL、自有密钥；按 Ctrl-C 停止。",
      "Runs the server on an external PostgreSQL with keys of your own; stops on Ctrl-C."
    })
final class ServeCommand implements Callable<Integer> {
  @Option(
      names = "--config",
      required = true,
      description = "配置文件 (settings: spring.datasource.*, yima.keys.*, server.port)")
  private Path config = Path.of("");

  @Override
  public Integer call() throws InterruptedException {
    if (!Files.isRegularFile(config)) {
      System.err.println("找不到配置文件 no such file: " + config);
      return 1;
    }
    var stopped = new CountDownLatch(1);
    ConfigurableApplicationContext server =
        new SpringApplicationBuilder(Server.class)
            .properties("spring.config.additional-location=" + config.toUri())
            .run();
    server.addApplicationListener(event -> {
      if (event instanceof org.springframework.context.event.ContextClosedEvent) {
        stopped.countDown();
      }
    });
    stopped.await();
    return 0;
  }
}
