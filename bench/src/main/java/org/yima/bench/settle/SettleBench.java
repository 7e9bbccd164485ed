package org.yima.bench.settle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.yima.policy.PolicyFile;
import org.yima.settlement.Policy;
import org.yima.settlement.Shares;
import org.yima.settlement.Visit;

/**
 * The benefit engine alone, and the same rules in Drools beside it in the same run. Before anything
 * is timed, both settle the same bills, and every share must be the same to the fen.
 */
public final class SettleBench {

  private static final int COMPARED = 500;

  /** So many different bills take turns that nothing about one of them can be learnt by heart. */
  private static final int DIFFERENT = 64;

  private static final int[] LINES = {1, 50, 5000};

  private SettleBench() {}

  /**
   * How long a run takes.
   *
   * @param warmUp for each engine and number of lines, before its trials
   * @param trial one trial
   * @param trials how many
   */
  public record Options(Duration warmUp, Duration trial, int trials) {

    public static Options standard() {
      return new Options(Duration.ofSeconds(8), Duration.ofSeconds(2), 5);
    }

    /** Only to see that it works. */
    public static Options quick() {
      return new Options(Duration.ofMillis(300), Duration.ofMillis(200), 3);
    }
  }

  /**
   * Measures.
   *
   * @param progress is told what is being done
   * @throws IllegalStateException if the two do not split a bill in the same way
   */
  public static SettleReport run(Options options, Consumer<String> progress) {
    Settler engine = new Settler.Engine(policy());
    progress.accept("编译 compiling Drools");
    Settler drools = DroolsSettler.of(resource("rules.drl"));
    int compared = compare(engine, drools);
    var trials = new Trials(options);
    List<SettleReport.Row> rows = new ArrayList<>();
    for (int lines : LINES) {
      List<Visit> visits = Bills.of(DIFFERENT, lines);
      progress.accept("测量 measuring " + lines + " lines");
      rows.add(
          new SettleReport.Row(
              lines, trials.measure(engine, visits), trials.measure(drools, visits)));
    }
    return new SettleReport(
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("java.vm.version", ""),
        Objects.requireNonNullElse(DroolsSettler.version(), ""),
        compared,
        rows);
  }

  /** How many bills both have settled. */
  static int compare(Settler one, Settler other) {
    int compared = 0;
    for (int lines : new int[] {1, 7, 50}) {
      for (Visit visit : Bills.of(COMPARED, lines)) {
        Shares expected = one.shares(visit);
        Shares found = other.shares(visit);
        if (!expected.equals(found)) {
          throw new IllegalStateException(visit + " differs: " + expected + ", " + found);
        }
        compared++;
      }
    }
    return compared;
  }

  static Policy policy() {
    return PolicyFile.parse("policy.yaml", resource("policy.yaml")).any();
  }

  static String resource(String name) {
    try (InputStream in = SettleBench.class.getResourceAsStream(name)) {
      byte[] bytes = Objects.requireNonNull(in, name).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
