package org.yima.securitypkg;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yima.securitypkg.CannotOpen.Fault;

/** Timestamps: five minutes either way, told only to a proven caller, and told sealed. */
class FreshnessTest {
  /** Seconds by which the platform's clock is ahead when the message comes. */
  @ParameterizedTest
  @CsvSource({
    "SM, 0, true",
    "SM, 300, true",
    "SM, 301, false",
    "SM, -300, true",
    "SM, -301, false",
    "RSA, 300, true",
    "RSA, 301, false",
    "LEGACY, 86400, true"
  })
  void theWindowIsFiveMinutesEitherWay(Suite suite, int seconds, boolean good) throws CannotOpen {
    Scene scene = new Scene(suite);
    byte[] body = scene.kit().seal("ST001", Scene.TRANSDATA).body();
    scene.now = scene.now.plusSeconds(seconds);
    if (good) {
      assertThat(scene.open(body).value("transtype")).isEqualTo("ST001");
    } else {
      assertThat(scene.refusal(body, form -> form).fault()).isEqualTo(Fault.TIME);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "20260230100000", "20260302250000", "2026-03-02 10:00:00", "1772416800", "今天"})
  void aTimestampThatIsNoneIsOutsideTheWindow(String timestamp) {
    Scene scene = new Scene(Suite.SM);
    byte[] body = new Forgery(scene).with("timestamp", timestamp).sealed();
    CannotOpen refusal = scene.refusal(body, form -> form);
    assertThat(refusal.fault()).isEqualTo(Fault.TIME);
    assertThat(refusal.respcode()).isEqualTo("13");
  }

  @ParameterizedTest
  @EnumSource(names = {"SM", "RSA"})
  void theAnswerToAStaleMessageIsSealedToItsCaller(Suite suite) throws CannotOpen {
    Scene scene = new Scene(suite);
    Call call = scene.kit().seal("ST001", Scene.TRANSDATA);
    scene.now = scene.now.plus(Duration.ofHours(1));
    Reply reply = scene.refusal(call.body(), form -> form).reply();
    assertThat(reply).isNotNull();
    byte[] body = reply.write(Scene.answer("时间相差过大"));
    assertThat(scene.kit().open(body, call).get("aprtmsg")).isEqualTo("时间相差过大");
  }

  @Test
  void aStaleMessageWithAWrongSignatureLearnsNothingAboutTime() {
    Scene scene = new Scene(Suite.SM);
    byte[] body =
        new Forgery(scene)
            .with("timestamp", "20200101000000")
            .then(form -> form.with("extra", "1"))
            .sealed();
    assertThat(scene.refusal(body, form -> form).respcode()).isEqualTo("12");
  }

  @Test
  void timestampsAreBeijingTime() {
    String timestamp = Freshness.elements(Suite.SM, Cast.NOW, Cast.RANDOM).get("timestamp");
    assertThat(timestamp).isEqualTo("20260302100000");
  }
}
