package org.yima.sandbox;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.yima.platform.Server;
import org.yima.platform.institution.AccessSystem;
import org.yima.platform.institution.FailedOpenings;
import org.yima.platform.institution.Institution;
import org.yima.platform.order.AdministrativeReversal;
import org.yima.platform.order.Explanations;
import org.yima.platform.person.NewPerson;
import org.yima.platform.store.Database;
import org.yima.platform.transaction.Call;
import org.yima.settlement.Money;

/**
 * A running platform with an invented world, on its own database, reachable on this machine alone.
 * What happens in it stays in its folder and is there again at the next start.
 */
public final class Sandbox implements AutoCloseable {
  private final EmbeddedDatabase database;
  private final ConfigurableApplicationContext server;
  private final KeyFolder keys;

  private Sandbox(
      EmbeddedDatabase database, ConfigurableApplicationContext server, KeyFolder keys) {
    this.database = database;
    this.server = server;
    this.keys = keys;
  }

  /**
   * Starts one.
   *
   * @param folder holds database and keys
   * @param port of HTTP; 0 takes a free one
   * @throws IllegalStateException if the folder is in use
   */
  public static Sandbox start(Path folder, int port, Clock clock) {
    return start(folder, port, clock, Map.of());
  }

  /**
   * Starts one that is set up in its own way.
   *
   * @param settings of the server, which take the place of the sandbox's
   */
  static Sandbox start(Path folder, int port, Clock clock, Map<String, Object> settings) {
    KeyFolder keys = KeyFolder.open(folder.resolve("keys"), clock, new SecureRandom());
    EmbeddedDatabase database = EmbeddedDatabase.start(folder);
    try {
      ConfigurableApplicationContext server =
          new SpringApplicationBuilder(
                  Server.class, Settlers.class, ChannelApp.class, EcQueryEndpoint.class)
              .initializers(context ->
                  ((GenericApplicationContext) context).registerBean(Clock.class, () -> clock))
              .properties(properties(database, keys, port))
              .properties(settings)
              .run();
      server.getBean(Settlers.class).enter(keys);
      return new Sandbox(database, server, keys);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  private static Map<String, Object> properties(
      EmbeddedDatabase database, KeyFolder keys, int port) {
    return Map.of(
        "spring.datasource.url",
        database.url(),
        "spring.datasource.username",
        "postgres",
        "server.address",
        "127.0.0.1",
        "server.port",
        port,
        "yima.keys.platform",
        keys.platform().toString(),
        "yima.keys.columns",
        keys.columns().toString(),
        "yima.keys.password",
        KeyFolder.PASSWORD,
        // It is there to be tried, as fast as anybody likes.
        "yima.limits.calls-per-minute",
        0,
        "yima.limits.unopened-per-minute",
        0,
        // Its hospitals are on this machine.
        "yima.events.any-address",
        true);
  }

  /** Where requests are posted. */
  public URI gateway() {
    return base().resolve("/gateway");
  }

  /** The server's address. */
  public URI base() {
    var web = Objects.requireNonNull(((WebServerApplicationContext) server).getWebServer());
    return URI.create("http://127.0.0.1:" + web.getPort());
  }

  public KeyFolder keys() {
    return keys;
  }

  /** For tools and tests that look at the data itself. */
  public String databaseUrl() {
    return database.url();
  }

  /** What the server has counted of messages that it could not open. */
  FailedOpenings failedOpenings() {
    return server.getBean(FailedOpenings.class);
  }

  /** Lets somebody more live here. */
  void settle(World.Inhabitant newcomer) {
    server.getBean(Settlers.class).enter(newcomer);
  }

  /** What the scheme's own people can do. */
  AdministrativeReversal reversals() {
    return server.getBean(AdministrativeReversal.class);
  }

  /** A fresh code of somebody who lives here. */
  public String showCode(NewPerson person) {
    return server.getBean(ChannelApp.class).code(person);
  }

  /** The steps of an order's settlement, as the patient would read them. */
  List<Explanations.Step> explain(Institution institution, String orderNo) {
    var call =
        new Call(
            institution, new AccessSystem("sandbox", "沙箱"), server.getBean(Clock.class).instant());
    return server.getBean(Explanations.class).of(call, orderNo);
  }

  /** Compares the books with each other and with what the tills say. */
  List<ClosingBalance.Line> balance(Money paid, Money statements) {
    return ClosingBalance.of(server.getBean(Database.class), paid, statements);
  }

  @Override
  public void close() {
    server.close();
    database.close();
  }
}
