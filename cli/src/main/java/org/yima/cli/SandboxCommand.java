package org.yima.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.yima.platform.transaction.Call;
import org.yima.sandbox.Sandbox;
import org.yima.sandbox.World;
import org.yima.sandbox.World.Inhabitant;
import org.yima.sandbox.World.Place;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code yima sandbox}: a platform to integrate against, until it is interrupted. */
@Command(
    name = "sandbox",
    description = {
      "沙箱：启动一个可联调的平台，按 Ctrl-C 停止。数据留在数据目录里。",
      "A platform to integrate against; stops on Ctrl-C and keeps its data."
    })
final class SandboxCommand implements Callable<Integer> {
  @Option(names = "--port", defaultValue = "8080", description = "端口，默认 ${DEFAULT-VALUE}")
  private int port = 8080;

  @Option(names = "--data", defaultValue = "data/sandbox", description = "数据目录，默认 ${DEFAULT-VALUE}")
  private Path data = Path.of("data/sandbox");

  @Override
  public Integer call() throws InterruptedException {
    var stopped = new CountDownLatch(1);
    Sandbox sandbox = Sandbox.start(data, port, Clock.system(Call.ZONE));
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> {
              sandbox.close();
              stopped.countDown();
            }));
    introduce(sandbox);
    stopped.await();
    return 0;
  }

  private static void introduce(Sandbox sandbox) {
    System.out.println("沙箱已启动 the sandbox is up");
    System.out.println("  网关 gateway        " + sandbox.gateway());
    System.out.println("  解码 ec.query       " + sandbox.base().resolve("/ec/query"));
    System.out.println("  人物 people         " + sandbox.base().resolve("/sandbox/people"));
    System.out.println("定点机构与密钥（口令 yima）institutions and their keys:");
    for (Place place : World.places()) {
      System.out.printf(
          "  %s %s  merchantcode %s  infosyscode %s  %s  %s%n",
          place.institution().code(),
          place.institution().name(),
          place.institution().merchantCode(),
          place.system().code(),
          place.suites(),
          sandbox.keys().kit(place));
    }
    Inhabitant first = World.people().getFirst();
    System.out.println("让一个人出示二维码 show somebody's code:");
    System.out.println(
        "  curl -X POST "
            + sandbox.base().resolve("/sandbox/people/" + first.person().number() + "/code"));
    System.out.println("接入指南 how to integrate: docs/integrate/java.md");
  }
}
