package org.yima.bench;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.yima.sandbox.World;
import org.yima.sandbox.World.Place;
import org.yima.securitypkg.Suite;

/**
 * 被扫支付压测。Measures ST007 with ten charge lines: sealed, answered in full (4.5), committed durably,
 * with hospital, platform and PostgreSQL on this machine. Beside it the same run measures what a
 * payment cannot do without, each by itself, and pgbench's TPC-B; only the ratios mean anything on
 * another machine.
 *
 * <p>Works in a temporary folder, which it removes, and on the loopback address alone. Time and
 * number of payments are bounded.
 */
public final class PayBench {
  private PayBench() {}

  /**
   * What to measure.
   *
   * @param suites SM, RSA or both
   * @param load how long payments are made, once as fast as possible and once paced
   * @param clients hospitals paying at once, 1 to 256
   * @param warmUp before anything is measured
   * @param primitive for each thing measured by itself
   * @param alone for the transaction without the rest
   * @param tpcb for pgbench
   * @param people among whom payments are spread
   */
  public record Options(
      List<Suite> suites,
      Duration load,
      int clients,
      Duration warmUp,
      Duration primitive,
      Duration alone,
      Duration tpcb,
      int people) {

    public Options {
      suites = List.copyOf(suites);
      require(
          !suites.isEmpty() && !suites.contains(Suite.LEGACY), "--suite 只能是 SM 或 RSA is SM or RSA");
      require(clients >= 1 && clients <= 256, "--clients 须为 1 至 256 is 1 to 256");
      long seconds = load.toSeconds();
      require(seconds >= 1 && seconds <= 60, "--seconds 须为 1 至 60 is 1 to 60");
    }

    private static void require(boolean holds, String otherwise) {
      if (!holds) {
        throw new IllegalArgumentException(otherwise);
      }
    }

    /** Both suites, in less than three minutes. */
    public static Options standard() {
      return new Options(
          List.of(Suite.SM, Suite.RSA),
          Duration.ofSeconds(12),
          32,
          Duration.ofSeconds(10),
          Duration.ofMillis(400),
          Duration.ofSeconds(4),
          Duration.ofSeconds(8),
          4000);
    }

    /** To see that it works, in about twenty seconds; too short for figures. */
    public static Options quick() {
      return new Options(
          List.of(Suite.SM, Suite.RSA),
          Duration.ofSeconds(1),
          8,
          Duration.ofSeconds(1),
          Duration.ofMillis(30),
          Duration.ofSeconds(1),
          Duration.ofSeconds(1),
          400);
    }

    public Options withSuites(List<Suite> chosen) {
      return new Options(chosen, load, clients, warmUp, primitive, alone, tpcb, people);
    }

    /** How long payments are made under each load. */
    public Options withSeconds(int seconds) {
      Duration chosen = Duration.ofSeconds(seconds);
      return new Options(suites, chosen, clients, warmUp, primitive, alone, tpcb, people);
    }

    public Options withClients(int chosen) {
      return new Options(suites, load, chosen, warmUp, primitive, alone, tpcb, people);
    }
  }

  /**
   * Runs it all.
   *
   * @param progress told in a sentence what comes next
   * @throws IllegalStateException if a step fails that must not, such as opening an answer
   */
  public static Report run(Options options, Consumer<String> progress) {
    long load = Cpu.loadPercent();
    Clock clock = Clock.systemUTC();
    progress.accept("启动数据库与平台 starting database and server");
    try (Stage stage = Stage.set(clock)) {
      var people = Population.enter(stage, clock, options.people());
      List<SuiteReport> suites = new ArrayList<>();
      for (Suite suite : options.suites()) {
        progress.accept("测量 measuring " + suite);
        var cashier = new Cashier(stage, place(suite), clock);
        suites.add(new Trials(stage, people, clock, options, cashier).run());
      }
      progress.accept("测量 measuring pgbench TPC-B");
      Tpcb tpcb = Tpcb.measure(stage, options.tpcb());
      String java = System.getProperty("java.vm.version", "");
      return new Report(Cpu.cores(), load, java, tpcb, suites);
    }
  }

  /** The first hospital of the sandbox that is registered for a suite. */
  private static Place place(Suite suite) {
    return World.places().stream()
        .filter(place -> place.suites().getFirst() == suite)
        .findFirst()
        .orElseThrow();
  }
}
