package org.yima.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yima.platform.rotation.Rotations;
import org.yima.platform.store.ColumnKeys;
import org.yima.platform.store.KeyVersions;
import org.yima.sandbox.World.Inhabitant;

/**
 * Column keys are rotated under two servers that take calls in turn, as docs/operate/keys.md says:
 * nobody is refused, whichever server has learned of the new key.
 */
class TwoServersRotationTest {
  private static final int CROWD = 20_000;
  private static final String DONE =
      "select count(*) from column_rotation where done_at is not null";
  private static final String PARTS =
      String.valueOf(
          Rotations.columns().stream()
              .map(each -> each.replaceAll("\\..*", ""))
              .distinct()
              .count());
  private static final char[] PASSWORD = KeyFolder.PASSWORD.toCharArray();

  /** Notes which server moves a table on, and how often each person is re-encrypted. */
  private static final List<String> WITNESSES =
      List.of(
          "create table moved_by (who text, part text)",
          "create table resealed (person_no text, old int, new int)",
          """
          create function witness_move() returns trigger language plpgsql as $$ begin
            insert into moved_by values (current_setting('application_name'), new.part);
            return new; end $$
          """,
          """
          create trigger witness_move after update on column_rotation
            for each row execute function witness_move()
          """,
          """
          create function witness_seal() returns trigger language plpgsql as $$ begin
            insert into resealed values
              (new.person_no, get_byte(old.name_enc, 0), get_byte(new.name_enc, 0));
            return new; end $$
          """,
          """
          create trigger witness_seal after update of name_enc on person
            for each row execute function witness_seal()
          """);

  @TempDir Path folder;

  private final SettableClock clock = new SettableClock(Scene.MORNING, Hospital.ZONE);
  private final List<AutoCloseable> open = new ArrayList<>();
  private final Customers customers = new Customers(clock);

  private Path columns() {
    return folder.resolve("keys/columns.p12");
  }

  private <T extends AutoCloseable> T opened(T resource) {
    open.add(resource);
    return resource;
  }

  private void close(AutoCloseable resource) throws Exception {
    open.remove(resource);
    resource.close();
  }

  @AfterEach
  void closeAll() throws Exception {
    for (AutoCloseable each : List.copyOf(open).reversed()) {
      close(each);
    }
  }

  @Test
  void nobodyIsRefusedWhileTheyLearnOneAfterTheOther() throws Exception {
    oneServerUnderTheFirstKey();
    Path behind = Files.copy(columns(), folder.resolve("columns-second.p12"));
    int version = ColumnKeys.addVersion(columns(), PASSWORD, new SecureRandom());
    Sandbox first = opened(Sandbox.start(folder, 0, clock));
    Tables tables = opened(new Tables(first));
    Bureau bureau = opened(Bureau.open(first.databaseUrl(), folder, columns()));
    crowd(bureau);
    SecondServer second = opened(SecondServer.beside(first, clock, behind));
    customers.come(first, second.inTurn(), 3); // one has the new key in its file, the other has not
    assertThat(versions(tables)).isEqualTo("1");

    close(second);
    customers.come(first, first::gateway, 1);
    second = opened(SecondServer.beside(first, clock, columns()));
    customers.come(first, second.inTurn(), 2);
    assertThat(versions(tables)).as("a key in both files is not used yet").isEqualTo("1");

    WITNESSES.forEach(tables::tell);
    bureau.get(KeyVersions.class).activate(version, clock.instant());
    reencrypted(first, second, tables);
    eachOnceOrTwice(tables);
    everythingIsUnder(version, tables);
    foundByBoth(first, second);
    customers.refundAll(first, second.inTurn());
  }

  private void oneServerUnderTheFirstKey() throws Exception {
    Sandbox sandbox = opened(Sandbox.start(folder, 0, clock));
    customers.come(sandbox, sandbox::gateway, 2);
    close(sandbox);
  }

  private static String versions(Tables tables) {
    return tables.one("select string_agg(distinct get_byte(name_enc, 0)::text, ' ') from person");
  }

  /** Calls go on until both have worked, and the last pass has ended. */
  private void reencrypted(Sandbox first, SecondServer second, Tables tables) throws IOException {
    until(first, second, () -> tables.one("select count(distinct who) from moved_by").equals("2"));
    until(first, second, () -> versions(tables).equals("2"));
    assertThat(tables.one(DONE)).as("a server could still be behind").isEqualTo("0");
    clock.advance(Duration.ofSeconds(61));
    until(first, second, () -> tables.one(DONE).equals(PARTS));
  }

  private void until(Sandbox first, SecondServer second, BooleanSupplier reached)
      throws IOException {
    Instant giveUp = Instant.now().plus(Duration.ofMinutes(2));
    do {
      assertThat(Instant.now()).as("nothing happened for two minutes").isBefore(giveUp);
      customers.come(first, second.inTurn(), 1);
      LockSupport.parkNanos(20_000_000);
    } while (!reached.getAsBoolean());
  }

  private static void eachOnceOrTwice(Tables tables) {
    assertThat(tables.one("select count(*) from resealed where new <> 2"))
        .as("nobody goes back to the old key")
        .isEqualTo("0");
    assertThat(
            tables.one(
                "select max(n) from (select count(*) n from resealed group by person_no) each"))
        .as("one server at a time works on a table")
        .isIn("1", "2");
  }

  private static void everythingIsUnder(int version, Tables tables) {
    for (String column : Rotations.columns()) {
      int dot = column.indexOf('.');
      assertThat(
              tables.one(
                  "select count(*) from %s where get_byte(%s, 0) <> %d"
                      .formatted(column.substring(0, dot), column.substring(dot + 1), version)))
          .as(column)
          .isEqualTo("0");
    }
    assertThat(tables.one("select count(*) from person where get_byte(id_digest, 0) <> 2"))
        .as("id_digest")
        .isEqualTo("0");
  }

  /** Who came before and who comes after. */
  private void foundByBoth(Sandbox first, SecondServer second) throws IOException {
    Inhabitant late = customers.newcomer(first);
    for (Supplier<URI> way : List.<Supplier<URI>>of(first::gateway, second::gateway)) {
      Hospital at = Hospital.first(first, clock).through(way);
      for (Inhabitant who : List.of(late, customers.earliest().payer())) {
        Customers.identified(at, who);
      }
    }
  }

  private static void crowd(Bureau bureau) {
    String head = "district,person_no,id_type,id_no,name,card_no,sex,birth_date";
    Stream<String> people =
        IntStream.range(0, CROWD)
            .mapToObj(
                i -> "530400,Q%06d,01,9900001970%08d,测试,K%06d,9,1970-01-01".formatted(i, i, i));
    String[] lines = Stream.concat(Stream.of(head), people).toArray(String[]::new);
    assertThat(bureau.load("people", lines).inserted()).isEqualTo(CROWD);
  }

  /** What docs/operate/keys.md says of a key that is taken out all the same. */
  @Test
  void withoutTheOldKeyPeopleAndPaymentsAreThereAndOnlyRepeatsAreNotKnown() throws Exception {
    oneServerUnderTheFirstKey();
    int version = ColumnKeys.addVersion(columns(), PASSWORD, new SecureRandom());
    Sandbox sandbox = opened(Sandbox.start(folder, 0, clock));
    Tables tables = opened(new Tables(sandbox));
    Bureau bureau = opened(Bureau.open(sandbox.databaseUrl(), folder, columns()));
    SecondServer other = opened(SecondServer.beside(sandbox, clock));
    WITNESSES.forEach(tables::tell);
    bureau.get(KeyVersions.class).activate(version, clock.instant());
    reencrypted(sandbox, other, tables);
    everythingIsUnder(version, tables);

    Path without = Files.copy(columns(), folder.resolve("columns-without.p12"));
    takeOut(without, 1);
    SecondServer second = opened(SecondServer.beside(sandbox, clock, without));
    Hospital at = Hospital.first(sandbox, clock).through(second::gateway);
    Steps steps = new Steps(at, at.signIn("01", "0"));
    Customers.Bought old = customers.earliest();
    Customers.identified(at, old.payer());
    assertThat(steps.state(old.paid().value("orderid"))).isEqualTo("2");
    assertThat(Hospital.outcome(at.call("ST007", old.request())))
        .as("what was remembered under the key that is gone")
        .isEqualTo("E1701");
    customers.refund(steps, old);
  }

  private static void takeOut(Path file, int version) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD);
    }
    store.deleteEntry("cipher-" + version);
    store.deleteEntry("digest-" + version);
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, PASSWORD);
    }
  }
}
