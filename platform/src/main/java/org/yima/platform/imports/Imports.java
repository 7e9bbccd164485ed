package org.yima.platform.imports;

import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yima.platform.audit.OfficeAct;
import org.yima.platform.audit.Trail;
import org.yima.platform.store.Batch;
import org.yima.platform.store.Bulk;
import org.yima.platform.store.Database;

/**
 * Loads files. A file is read once, row by row, into a table that only this connection sees; there
 * it is checked as a whole, and only if nothing at all is wrong does it go on to the tables it is
 * for. Loading the same file again changes nothing.
 */
@Component
public final class Imports {
  /** Holds others off: two loads at once could lock each other out. */
  private static final long LOCK = 0x79696d61_696d70L;

  private static final String RUN =
      """
      insert into import_run (kind, file_name, sm3, operator, started_at, ended_at, rows, inserted,
        updated, unchanged, bad) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final Database database;
  private final Kinds kinds;
  private final Trail trail;
  private final InstantSource clock;

  Imports(Database database, Kinds kinds, Trail trail, InstantSource clock) {
    this.database = database;
    this.kinds = kinds;
    this.trail = trail;
    this.clock = clock;
  }

  /**
   * A file to be loaded.
   *
   * @param kind one of {@link Kinds#names}
   * @param name of the file, for the record
   * @param operator who loads it, for the record
   */
  public record Source(String kind, String name, String operator) {}

  /**
   * Loads a file.
   *
   * @throws IllegalArgumentException if there is no such kind
   * @throws IllegalStateException if another file is being loaded
   */
  public ImportReport load(Source source, InputStream file) {
    Kind kind = kinds.named(source.kind());
    Instant started = clock.instant();
    return database.bulk(bulk -> {
      if (!bulk.ask("select pg_try_advisory_lock(?)", row -> row.getBoolean(1), LOCK).getFirst()) {
        throw new IllegalStateException("另一个文件正在导入 another file is being loaded");
      }
      try {
        ImportReport report =
            load(kind, file, bulk, sm3 -> enter(bulk, act(source, started, sm3), OfficeAct.BEGUN));
        record(bulk, source, started, report);
        bulk.commit();
        return report;
      } finally {
        bulk.rollback();
        bulk.ask("select pg_advisory_unlock(?)", row -> row.getBoolean(1), LOCK);
      }
    });
  }

  /**
   * Loads a file.
   *
   * @param begun takes the file's SM3 before the first part of what is committed in parts
   */
  private static ImportReport load(Kind kind, InputStream file, Bulk bulk, Consumer<String> begun) {
    var faults = new Faults();
    var incoming = new Incoming(kind, faults);
    receive(kind, incoming, file, bulk);
    kind.checks().forEach(check -> run(check, bulk, faults));
    long[] written = new long[2];
    if (faults.count() == 0) {
      if (kind.chunk() > 0) {
        begun.accept(incoming.sm3());
      }
      written = merge(kind, incoming.rowCount() + 1, bulk);
      kind.afterwards().forEach(check -> run(check, bulk, faults));
    }
    if (faults.count() > 0) {
      bulk.rollback();
      written = new long[2];
    }
    return new ImportReport(
        kind.name(),
        incoming.sm3(),
        incoming.rowCount(),
        written[0],
        written[1],
        faults.count(),
        faults.named().stream().map(each -> "第 " + each.row() + " 行：" + each.sentence()).toList());
  }

  private static void receive(Kind kind, Incoming incoming, InputStream file, Bulk bulk) {
    String columns =
        kind.stored().entrySet().stream()
            .map(each -> each.getKey() + " " + each.getValue())
            .collect(Collectors.joining(", "));
    bulk.tell("create temp table incoming (line bigint, " + columns + ")");
    List<String> names = new ArrayList<>(kind.stored().keySet());
    try (Bulk.Rows rows = bulk.copy("incoming (line, " + String.join(", ", names) + ")")) {
      incoming.read(file, (line, cells) -> rows.add(stored(kind, line, cells)));
      rows.finish();
    }
    bulk.tell("create index on incoming (line)");
    bulk.tell("analyze incoming");
    bulk.commit();
  }

  private static List<@Nullable String> stored(Kind kind, long line, Kind.Cells cells) {
    List<@Nullable String> values = new ArrayList<>();
    values.add(String.valueOf(line));
    kind.columns().stream()
        .filter(Column::stored)
        .forEach(column -> values.add(cells.get(column.name())));
    kind.derived().forEach(each -> values.add(each.make().apply(cells)));
    return values;
  }

  private static void run(Kind.Check check, Bulk bulk, Faults faults) {
    String first = "select line from (" + check.query() + ") b order by line limit ?";
    List<Long> lines = bulk.ask(first, row -> row.getLong(1), Faults.NAMED);
    lines.forEach(line -> faults.add(line, check.sentence()));
    if (lines.size() == Faults.NAMED) {
      String all = "select count(*) from (" + check.query() + ") b";
      faults.more(bulk.ask(all, row -> row.getLong(1)).getFirst() - Faults.NAMED);
    }
  }

  /**
   * Writes line by line in chunks, each but the last committed, or all at once: what is left is
   * committed with the record.
   */
  private static long[] merge(Kind kind, long last, Bulk bulk) {
    long[] written = new long[2];
    long step = kind.chunk() == 0 ? last : kind.chunk();
    for (long from = 0; from < last; from += step) {
      for (String statement : kind.merge()) {
        bulk.count(statement, written, from, from + step);
      }
      if (from + step < last) {
        bulk.commit();
      }
    }
    return written;
  }

  private void record(Bulk bulk, Source source, Instant started, ImportReport report) {
    bulk.tell(
        RUN,
        report.kind(),
        source.name(),
        report.sm3(),
        source.operator(),
        started.atOffset(ZoneOffset.UTC),
        clock.instant().atOffset(ZoneOffset.UTC),
        report.rows(),
        report.inserted(),
        report.updated(),
        report.unchanged(),
        report.bad());
    enter(
        bulk,
        act(source, started, report.sm3()),
        report.isGood() ? OfficeAct.DONE : OfficeAct.REFUSED);
  }

  private static OfficeAct act(Source source, Instant started, String sm3) {
    String name = "import " + source.kind();
    return new OfficeAct(OfficeAct.ALL, "", started, source.operator(), name, source.name(), sm3);
  }

  private void enter(Bulk bulk, OfficeAct act, String outcome) {
    var batch = new Batch();
    trail.enter(batch, act, outcome);
    bulk.run(batch);
  }
}
