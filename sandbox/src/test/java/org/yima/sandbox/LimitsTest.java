package org.yima.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yima.protocol.Form;
import org.yima.protocol.FormReader;
import org.yima.protocol.MalformedMessage;

/** Answer 14, on a platform that allows three calls a minute and two that cannot be opened. */
class LimitsTest {
  private static final String SAID = "调用过于频繁，本次未受理，请稍后再发 too many calls, not carried out";

  @TempDir static Path folder;
  private static final SettableClock CLOCK = new SettableClock(Scene.MORNING, Hospital.ZONE);
  private static Sandbox sandbox;
  private static Hospital hospital;
  private static Hospital township;

  @BeforeAll
  static void start() throws IOException {
    sandbox =
        Sandbox.start(
            folder,
            0,
            CLOCK,
            Map.of("yima.limits.calls-per-minute", 3, "yima.limits.unopened-per-minute", 2));
    hospital = Hospital.first(sandbox, CLOCK);
    township = new Hospital(sandbox, World.places().get(1), CLOCK);
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @BeforeEach
  void later() {
    CLOCK.advance(Duration.ofMinutes(1));
  }

  private static String query(Hospital at) {
    return Hospital.outcome(at.call("ST009", Hospital.xml(Map.of("orderid", "NONE"))));
  }

  @Test
  void aSystemThatCallsTooOftenIsToldSoInItsOwnForm() {
    assertThat(IntStream.range(0, 5).mapToObj(each -> query(hospital)))
        .containsExactly("E1101", "E1101", "E1101", "R14", "R14");
    Form reply = hospital.call("ST009", Hospital.xml(Map.of("orderid", "NONE")));
    assertThat(RefusalTest.elements(reply))
        .isEqualTo(Map.of("respcode", "14", "respmsg", SAID, "transtype", "ST009"));
    assertThat(query(township)).as("others go on").isEqualTo("E1101");
    CLOCK.advance(Duration.ofSeconds(20));
    assertThat(List.of(query(hospital), query(hospital))).containsExactly("E1101", "R14");
  }

  /** Refused for coming too often: counted by name, not entered one by one. */
  @Test
  void aFloodIsCounted() throws SQLException {
    for (int i = 0; i < 6; i++) {
      hospital.call("ST009", Hospital.xml(Map.of("orderid", "FLOOD" + i)));
    }
    try (Audit audit = Audit.of(sandbox.databaseUrl())) {
      assertThat(audit.column("select subject from audit_entry where subject like 'FLOOD%'"))
          .hasSize(3);
    }
    sandbox.failedOpenings().run();
    assertThat(sandbox.failedOpenings().since(LocalDate.EPOCH))
        .anyMatch(
            count -> count.fault().equals("TOO_OFTEN") && count.caller().contains("SYS100361"));
  }

  /** 10, 11 and 12 are no longer told apart then; and a good message is opened all the same. */
  @Test
  void aGuesserIsToldNothingAnyMore() throws MalformedMessage {
    List<String> bad = List.of("transtype", "suite=SM", "transtype=ST009&encryptkey=A", "suite=SM");
    assertThat(bad.stream().map(LimitsTest::respcode)).containsExactly("10", "11", "14", "14");
    Form told = FormReader.readBody(hospital.post("transtype".getBytes(UTF_8)).body());
    assertThat(told.get("respmsg")).isEqualTo(SAID);
    assertThat(query(hospital)).as("from the same address").isEqualTo("E1101");
  }

  private static String respcode(String body) {
    try {
      return String.valueOf(
          FormReader.readBody(hospital.post(body.getBytes(UTF_8)).body()).get("respcode"));
    } catch (MalformedMessage e) {
      throw new AssertionError(e);
    }
  }
}
