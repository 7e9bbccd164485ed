package org.yima.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yima.platform.store.ColumnKeys;
import org.yima.platform.store.KeyVersions;

/** Column keys are rotated under a running server, which is killed while it re-encrypts. */
class RotationTest {
  private static final int PEOPLE = 20_000;

  private static final String VERSIONS =
      """
      select string_agg(distinct get_byte(name_enc, 0)::text, ' '
                        order by get_byte(name_enc, 0)::text)
        from person
      """;

  @TempDir Path folder;

  private Path columns() {
    return folder.resolve("keys/columns.p12");
  }

  private Bureau bureau(ServerProcess server) {
    return Bureau.open(server.databaseUrl(), folder, columns());
  }

  @Test
  void it_is_killed_in_the_middle_and_goes_on() throws IOException {
    Bill paidBefore;
    try (ServerProcess server = ServerProcess.start(folder);
        Bureau bureau = bureau(server)) {
      crowd(bureau);
      Cashier cashier = Cashier.at(server.base(), folder, Scene.HOSPITAL);
      paidBefore = bill(cashier, "BEFORE");
      assertThat(Hospital.outcome(cashier.pay(paidBefore))).isEqualTo("00");
    }
    int version =
        ColumnKeys.addVersion(columns(), KeyFolder.PASSWORD.toCharArray(), new SecureRandom());
    ServerProcess killed = ServerProcess.start(folder);
    try (Bureau bureau = bureau(killed)) {
      assertThat(bureau.one(VERSIONS)).as("a key in the file is not used yet").isEqualTo("1");
      // As if all servers had long followed; else the last pass would wait a minute.
      bureau.get(KeyVersions.class).activate(version, Instant.now().minus(Duration.ofMinutes(2)));
      await(() ->
          bureau.one("select coalesce(sum(total), 0) > 600 from column_rotation").equals("t"));
      killed.kill();
    }
    try (ServerProcess server = ServerProcess.start(folder);
        Bureau bureau = bureau(server)) {
      assertThat(bureau.one(VERSIONS)).as("killed in the middle").isEqualTo("1 2");
      Cashier cashier = Cashier.at(server.base(), folder, Scene.HOSPITAL);
      assertThat(Hospital.outcome(cashier.pay(bill(cashier, "DURING")))).isEqualTo("00");
      await(() ->
          bureau.one("select count(*) from column_rotation where done_at is not null").equals("3"));
      assertThat(bureau.one(VERSIONS)).isEqualTo("2");
      assertThat(bureau.one("select count(*) from person where get_byte(id_digest, 0) <> 2"))
          .isEqualTo("0");
      assertThat(bureau.one("select count(*) from settlement where get_byte(result_enc, 0) <> 2"))
          .isEqualTo("0");
      assertThat(Hospital.outcome(cashier.pay(bill(cashier, "AFTER")))).isEqualTo("00");
      assertThat(Hospital.outcome(cashier.pay(paidBefore)))
          .as("remembered under the old key")
          .isEqualTo("00");
      assertThat(Hospital.outcome(cashier.query("BEFORE"))).isEqualTo("00");
    }
  }

  /** Every encrypted column of the schema is known to the rotation. */
  @Test
  void no_encrypted_column_is_forgotten() throws IOException {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
      Path file = folder.resolve("columns.p12");
      ColumnKeys.createPkcs12(file, KeyFolder.PASSWORD.toCharArray(), new SecureRandom());
      try (Bureau bureau = Bureau.open(database.url(), folder, file)) {
        assertThat(
                bureau.rows(
                    """
                    select table_name || '.' || column_name from information_schema.columns
                     where table_schema = 'public' and column_name like '%\\_enc' order by 1
                    """))
            .isEqualTo(org.yima.platform.rotation.Rotations.columns());
        assertThatThrownBy(() -> bureau.get(KeyVersions.class).activate(2, Instant.now()))
            .as("a key that is not in the file")
            .hasMessageContaining("no column key of version 2");
        assertThat(bureau.get(KeyVersions.class).active()).isEqualTo(1);
        bureau.tell("insert into column_key values (2, now())");
        assertThatThrownBy(() -> Bureau.open(database.url(), folder, file).close())
            .as("a server without the key that others write with")
            .rootCause()
            .hasMessageContaining("no column key of version 2");
      }
    }
  }

  private static Bill bill(Cashier cashier, String order) {
    Cashier.Scan scan = cashier.scan(Hospital.person("在职职工"));
    return Bill.of(cashier, order, cashier.cycle("01", "0"), scan, "300.00", "48.50");
  }

  private static void crowd(Bureau bureau) {
    String[] lines =
        Stream.concat(
                Stream.of("district,person_no,id_type,id_no,name,card_no,sex,birth_date"),
                IntStream.range(0, PEOPLE)
                    .mapToObj(i ->
                        "530400,Q%06d,01,9900001970%08d,测试,K%06d,9,1970-01-01".formatted(i, i, i)))
            .toArray(String[]::new);
    assertThat(bureau.load("people", lines).inserted()).isEqualTo(PEOPLE);
  }

  /** The server works in the background; its progress is in the database. */
  private static void await(BooleanSupplier reached) {
    Instant giveUp = Instant.now().plus(Duration.ofMinutes(2));
    while (!reached.getAsBoolean()) {
      assertThat(Instant.now()).as("nothing happened for two minutes").isBefore(giveUp);
      Thread.onSpinWait();
    }
  }
}
