package org.yima.platform.institution;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.yima.platform.background.Chore;
import org.yima.platform.store.Batch;
import org.yima.platform.store.Database;
import org.yima.securitypkg.Caller;
import org.yima.securitypkg.CannotOpen;

/**
 * Table {@code failed_opening}: how often messages could not be opened, by day and by caller where
 * the message names a registered one, else by source address. Counted in memory and written every
 * few seconds: whoever sends rubbish must not be able to make the database work.
 */
@Component
public final class FailedOpenings implements Chore {
  private static final Logger LOG = LoggerFactory.getLogger(FailedOpenings.class);
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Duration EVERY = Duration.ofSeconds(10);

  /** More sources than this between two writings are counted as one. */
  private static final int MOST = 1000;

  private static final String OTHERS = "*";
  private static final String ADD =
      """
      insert into failed_opening (day, caller, source, fault, count) values (?, ?, ?, ?, ?)
      on conflict (day, caller, source, fault)
        do update set count = failed_opening.count + excluded.count
      """;
  private static final String SINCE =
      """
      select day, caller, source, fault, count from failed_opening
       where day >= ? order by day desc, count desc, caller, source, fault limit 200
      """;

  private final Database database;
  private final InstantSource clock;
  private final Map<Kind, Long> counts = new TreeMap<>();

  FailedOpenings(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * @param caller {@code merchantcode/infosyscode}, named but not proven; empty if unknown
   * @param source address; empty where the caller is known
   */
  public record Count(LocalDate day, String caller, String source, String fault, long count) {}

  private record Kind(LocalDate day, String caller, String source, String fault)
      implements Comparable<Kind> {
    @Override
    public int compareTo(Kind other) {
      return toString().compareTo(other.toString());
    }
  }

  /**
   * Counts one.
   *
   * @param source the address it came from
   */
  public void count(CannotOpen failure, String source) {
    @Nullable Caller named = failure.named();
    count(
        named == null ? "" : named.merchantcode() + "/" + named.infosyscode(),
        named == null ? source : "",
        failure.fault().name());
  }

  /** Counts what was not looked at because its caller, who is proven, has called too often. */
  public void countFlood(Caller caller) {
    count(caller.merchantcode() + "/" + caller.infosyscode(), "", "TOO_OFTEN");
  }

  /** Counts what is no message at all. */
  public void countMalformed(String source) {
    count("", source, CannotOpen.Fault.FORM.name());
  }

  private synchronized void count(String caller, String source, String fault) {
    LocalDate day = LocalDate.ofInstant(clock.instant(), ZONE);
    var kind = new Kind(day, caller, source, fault);
    boolean full = counts.size() >= MOST && !counts.containsKey(kind);
    counts.merge(full ? new Kind(day, "", OTHERS, fault) : kind, 1L, Long::sum);
  }

  @Override
  public String name() {
    return "failed-openings";
  }

  @Override
  public Duration every() {
    return EVERY;
  }

  /** Writes what was counted. In order of the key, so that servers do not lock each other out. */
  @Override
  public void run() {
    Map<Kind, Long> taken = take();
    if (taken.isEmpty()) {
      return;
    }
    LOG.warn("messages that cannot be opened: {}", taken);
    try {
      database.transaction(session -> {
        var batch = new Batch();
        taken.forEach((kind, count) ->
            batch.tell(ADD, kind.day(), kind.caller(), kind.source(), kind.fault(), count));
        session.runAndCommit(batch);
        return taken;
      });
    } catch (RuntimeException e) {
      putBack(taken);
      throw e;
    }
  }

  private synchronized Map<Kind, Long> take() {
    var taken = new TreeMap<>(counts);
    counts.clear();
    return taken;
  }

  private synchronized void putBack(Map<Kind, Long> taken) {
    taken.forEach((kind, count) -> counts.merge(kind, count, Long::sum));
  }

  /** Counts from a day on, the newest day and the largest count first; at most 200. */
  public List<Count> since(LocalDate day) {
    var batch = new Batch();
    var rows =
        batch.ask(
            SINCE,
            row ->
                new Count(
                    row.getObject(1, LocalDate.class),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getLong(5)),
            day);
    database.query(batch);
    return rows.rows();
  }
}
