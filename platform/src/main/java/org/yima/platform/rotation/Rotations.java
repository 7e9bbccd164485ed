package org.yima.platform.rotation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yima.platform.person.IdNumber;
import org.yima.platform.person.People;
import org.yima.platform.store.Batch;
import org.yima.platform.store.Database;
import org.yima.platform.store.Database.Session;
import org.yima.platform.store.Vault;

/**
 * Table {@code column_rotation}, and the rows that it tells to re-encrypt.
 *
 * <p>A table is walked along its key in short transactions, each of which also moves the position:
 * whatever is killed, the next goes on from the last commit. The position's row is locked
 * meanwhile, so of several servers one works on a table and the others pass on. A pass that finds
 * nothing to change, begun when every server has long followed to the new version, is the last.
 */
@Component
public final class Rotations {
  /** Every server follows to a new version within seconds; after this, none can still be behind. */
  static final Duration ALL_FOLLOW = Duration.ofMinutes(1);

  private static final int WINDOW = 200;
  private static final String BEGIN =
      "insert into column_rotation (part, version) values (?, ?) on conflict do nothing";
  private static final String TAKE =
      """
      select r.position, r.moved, r.version,
             (select activated_at from column_key k where k.version = r.version) as activated_at
        from column_rotation r
       where r.part = ? and r.version = ? and r.done_at is null for update skip locked
      """;
  private static final String MOVE =
      """
      update column_rotation set position = ?::text[], moved = moved + ?, total = total + ?
       where part = ? and version = ?
      """;
  private static final String AGAIN =
      """
      update column_rotation set position = null, moved = 0, total = total + ?
       where part = ? and version = ?
      """;
  private static final String DONE =
      "update column_rotation set done_at = ? where part = ? and version = ?";
  private static final String ALL =
      """
      select part, version, total, done_at is not null as done from column_rotation
       order by version, part
      """;

  private final Database database;
  private final Vault vault;
  private final People people;
  private final InstantSource clock;

  Rotations(Database database, Vault vault, People people, InstantSource clock) {
    this.database = database;
    this.vault = vault;
    this.people = people;
    this.clock = clock;
  }

  /**
   * How far a table is.
   *
   * @param rows re-encrypted so far
   */
  public record Progress(String part, int version, long rows, boolean done) {}

  /** Every column that is re-encrypted, as {@code table.column}. */
  public static List<String> columns() {
    return Part.ALL.stream()
        .flatMap(part -> part.sealed().keySet().stream().map(name -> part.table() + "." + name))
        .sorted()
        .toList();
  }

  /** All that was begun, the oldest version first. */
  public List<Progress> all() {
    var batch = new Batch();
    var rows =
        batch.ask(
            ALL,
            row ->
                new Progress(row.getString(1), row.getInt(2), row.getLong(3), row.getBoolean(4)));
    database.query(batch);
    return rows.rows();
  }

  /** The place of a pass. */
  private record Place(@Nullable List<String> position, long moved, @Nullable Instant activatedAt) {
    boolean isBounded() {
      return position != null;
    }

    List<String> bound() {
      return position == null ? List.of() : position;
    }
  }

  /**
   * Re-encrypts the next few rows of a table.
   *
   * @return whether there may be more to do now; not if it is done or another server is at it
   */
  boolean step(Part part, int version) {
    return database.transaction(session -> {
      var take = new Batch();
      take.tell(BEGIN, part.table(), version);
      var taken = take.ask(TAKE, Rotations::place, part.table(), version);
      session.run(take);
      Optional<Place> place = taken.found();
      return place.isPresent() && step(part, version, place.get(), session);
    });
  }

  private boolean step(Part part, int version, Place place, Session session) {
    var window = new Batch();
    var end =
        window.ask(
            part.end(place.isBounded(), WINDOW),
            row -> texts(row, part.keys().size()),
            place.bound().toArray());
    session.run(window);
    Optional<List<String>> last = end.found();
    List<Old> old = old(part, version, place, last, session);
    var writes = new Batch();
    old.forEach(row -> writes.tell(part.update(), row.values().toArray()));
    boolean more = move(writes, part, version, new Moved(place, last, old.size()));
    session.runAndCommit(writes);
    return more;
  }

  private record Moved(Place from, Optional<List<String>> last, int rows) {}

  private boolean move(Batch writes, Part part, int version, Moved moved) {
    Instant now = clock.instant();
    if (moved.last().isPresent()) {
      String position = array(moved.last().get());
      writes.tell(MOVE, position, moved.rows(), moved.rows(), part.table(), version);
      return true;
    }
    Instant activated = moved.from().activatedAt();
    boolean settled = activated == null || now.isAfter(activated.plus(ALL_FOLLOW));
    if (moved.from().moved() + moved.rows() == 0 && settled) {
      writes.tell(DONE, now.atOffset(ZoneOffset.UTC), part.table(), version);
      return false;
    }
    writes.tell(AGAIN, moved.rows(), part.table(), version);
    // What has been moved is looked over once more at once, what is clean only when all follow.
    return moved.from().moved() + moved.rows() > 0;
  }

  /** A row to be rewritten: the new values, then its key. */
  private record Old(List<@Nullable Object> values) {}

  private List<Old> old(
      Part part, int version, Place place, Optional<List<String>> last, Session session) {
    var values = new ArrayList<Object>(place.bound());
    last.ifPresent(values::addAll);
    part.sealed().keySet().forEach(column -> values.add(version));
    var batch = new Batch();
    var rows =
        batch.ask(
            part.old(place.isBounded(), last.isPresent()),
            row -> resealed(part, row),
            values.toArray());
    session.run(batch);
    return rows.rows();
  }

  private Old resealed(Part part, ResultSet row) throws SQLException {
    var values = new ArrayList<@Nullable Object>();
    for (var column : part.sealed().entrySet()) {
      values.add(resealed(column.getValue(), row.getBytes(column.getKey())));
    }
    if (part.digest()) {
      String id = vault.open("person.id_no", row.getBytes("id_no_enc"));
      values.add(people.digest(new IdNumber(row.getString("id_type"), id)));
    }
    values.addAll(texts(row, part.keys().size()));
    return new Old(values);
  }

  private byte @Nullable [] resealed(String name, byte @Nullable [] sealed) {
    return sealed == null ? null : vault.sealBytes(name, vault.openBytes(name, sealed));
  }

  private static List<String> texts(ResultSet row, int count) throws SQLException {
    var texts = new ArrayList<String>();
    for (int i = 1; i <= count; i++) {
      texts.add(row.getString(i));
    }
    return texts;
  }

  private static Place place(ResultSet row) throws SQLException {
    java.sql.@Nullable Array position = row.getArray("position");
    @Nullable OffsetDateTime activated = row.getObject("activated_at", OffsetDateTime.class);
    return new Place(
        position == null ? null : List.of((String[]) position.getArray()),
        row.getLong("moved"),
        activated == null ? null : activated.toInstant());
  }

  private static String array(List<String> texts) {
    return texts.stream()
        .map(text -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
        .collect(java.util.stream.Collectors.joining(",", "{", "}"));
  }
}
