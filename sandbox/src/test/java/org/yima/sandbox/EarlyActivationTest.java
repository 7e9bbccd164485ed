package org.yima.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yima.platform.store.ColumnKeys;
import org.yima.platform.store.KeyVersions;
import org.yima.sandbox.World.Inhabitant;

/**
 * A column key is activated although one of two servers has not got it: what docs/operate/keys.md
 * warns of, and that the file and a restart mend it.
 */
class EarlyActivationTest {
  @TempDir Path folder;

  private final SettableClock clock = new SettableClock(Scene.MORNING, Hospital.ZONE);
  private final Customers customers = new Customers(clock);

  @Test
  void theServerBehindFailsUntilItGetsTheFileAndNoDataIsHarmed() throws IOException {
    Sandbox.start(folder, 0, clock).close();
    Path behind = Files.copy(folder.resolve("keys/columns.p12"), folder.resolve("behind.p12"));
    Path columns = folder.resolve("keys/columns.p12");
    int version =
        ColumnKeys.addVersion(columns, KeyFolder.PASSWORD.toCharArray(), new SecureRandom());
    try (Sandbox first = Sandbox.start(folder, 0, clock)) {
      Inhabitant late;
      try (SecondServer second = SecondServer.beside(first, clock, behind);
          Bureau bureau = Bureau.open(first.databaseUrl(), folder, columns)) {
        bureau.get(KeyVersions.class).activate(version, clock.instant());
        late = underTheNewKey(first, bureau, version);
        Hospital at = Hospital.first(first, clock).through(second::gateway);
        assertThat(at.decode(at.show(late)).get("ectoken")).as("not decoded").isNull();
        customers.come(first, first::gateway, 2);
      }
      try (SecondServer second = SecondServer.beside(first, clock, columns)) {
        Hospital at = Hospital.first(first, clock).through(second::gateway);
        Customers.identified(at, late);
        customers.come(first, second.inTurn(), 2);
        customers.refundAll(first, second::gateway);
      }
    }
  }

  /** The first server follows in the background, so the first newcomers may be under the old. */
  private Inhabitant underTheNewKey(Sandbox sandbox, Bureau bureau, int version) {
    Instant giveUp = Instant.now().plus(Duration.ofMinutes(1));
    Inhabitant late;
    String under;
    do {
      assertThat(Instant.now()).as("nobody follows").isBefore(giveUp);
      late = customers.newcomer(sandbox);
      under =
          bureau.one(
              "select get_byte(name_enc, 0) from person where person_no = '%s'"
                  .formatted(late.person().number()));
    } while (!under.equals(String.valueOf(version)));
    return late;
  }
}
