package org.yima.sandbox;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.yima.platform.Server;

/** Another server beside a sandbox's own, on the same database, with the same keys and clock. */
final class SecondServer implements AutoCloseable {
  /** What its connections call themselves. */
  static final String NAME = "second";

  private final Sandbox sandbox;
  private final ConfigurableApplicationContext server;

  private SecondServer(Sandbox sandbox, ConfigurableApplicationContext server) {
    this.sandbox = sandbox;
    this.server = server;
  }

  static SecondServer beside(Sandbox sandbox, Clock clock) {
    return beside(sandbox, clock, sandbox.keys().columns());
  }

  /** With a file of column keys of its own: every server has a copy, which may be behind. */
  static SecondServer beside(Sandbox sandbox, Clock clock, Path columns) {
    return new SecondServer(
        sandbox,
        new SpringApplicationBuilder(Server.class)
            .initializers(context ->
                ((GenericApplicationContext) context).registerBean(Clock.class, () -> clock))
            .properties(settings(sandbox, columns))
            .run());
  }

  private static Map<String, Object> settings(Sandbox sandbox, Path columns) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("spring.datasource.url", sandbox.databaseUrl() + named(sandbox.databaseUrl()));
    settings.put("spring.datasource.username", "postgres");
    settings.put("server.address", "127.0.0.1");
    settings.put("server.port", 0);
    settings.put("yima.keys.platform", sandbox.keys().platform().toString());
    settings.put("yima.keys.columns", columns.toString());
    settings.put("yima.keys.password", KeyFolder.PASSWORD);
    settings.put("yima.limits.calls-per-minute", 0);
    settings.put("yima.limits.unopened-per-minute", 0);
    settings.put("yima.events.any-address", true);
    return settings;
  }

  /** The database can tell whose connection it is. */
  private static String named(String url) {
    return (url.contains("?") ? "&" : "?") + "ApplicationName=" + NAME;
  }

  URI gateway() {
    var web = Objects.requireNonNull(((WebServerApplicationContext) server).getWebServer());
    return URI.create("http://127.0.0.1:" + web.getPort() + "/gateway");
  }

  /** One call to the one, the next to the other. */
  Supplier<URI> inTurn() {
    URI own = gateway();
    URI other = sandbox.gateway();
    var calls = new AtomicInteger();
    return () -> calls.incrementAndGet() % 2 == 0 ? own : other;
  }

  @Override
  public void close() {
    server.close();
  }
}
