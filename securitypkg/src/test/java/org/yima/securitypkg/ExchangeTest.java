package org.yima.securitypkg;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yima.protocol.Form;

/** Requests, replies and notifications as they should be, in every suite. */
class ExchangeTest {
  @ParameterizedTest
  @EnumSource
  void aSealedRequestIsOpenedAndAnswered(Suite suite) throws CannotOpen {
    Scene scene = new Scene(suite);
    Call call = scene.kit().seal("ST001", Scene.TRANSDATA);
    Received received = scene.open(call.body());
    assertThat(received.value("transdata")).isEqualTo(Scene.TRANSDATA);
    assertThat(received.value("transtype")).isEqualTo("ST001");
    assertThat(received.caller()).isSameAs(scene.caller);
    assertThat(received.suite()).isEqualTo(suite);
    assertThat(received.isSealed()).isTrue();

    byte[] reply = received.reply().write(Scene.answer("签到成功"));
    Form opened = scene.kit().open(reply, call);
    assertThat(opened.get("aprtmsg")).isEqualTo("签到成功");
    assertThat(opened.get("transtype")).isEqualTo("ST001");
    assertThat(new String(reply, StandardCharsets.UTF_8)).doesNotContain("aprtmsg");
  }

  @ParameterizedTest
  @EnumSource
  void aPlainRequestIsOpenedAndAnsweredPlainly(Suite suite) throws CannotOpen {
    Scene scene = new Scene(suite);
    Call call = scene.kit().signWithoutSealing("ST001", Scene.TRANSDATA);
    Received received = scene.open(call.body());
    assertThat(received.value("transdata")).isEqualTo(Scene.TRANSDATA);
    assertThat(received.isSealed()).isFalse();

    byte[] reply = received.reply().write(Scene.answer("签到成功"));
    assertThat(new String(reply, StandardCharsets.UTF_8)).contains("aprtmsg=签到成功&");
    assertThat(scene.kit().open(reply, call).get("aprtmsg")).isEqualTo("签到成功");
  }

  @ParameterizedTest
  @EnumSource
  void aNotificationIsOpenedByTheAccessSystem(Suite suite) throws CannotOpen {
    Scene scene = new Scene(suite);
    SortedMap<String, String> event = Scene.answer("已支付");
    event.put("eventid", "E1");
    byte[] push = scene.reception().push(scene.caller, "ST009", event);
    Form opened = scene.kit().openPush(push);
    assertThat(opened.get("eventid")).isEqualTo("E1");
    assertThat(opened.get("transtype")).isEqualTo("ST009");
  }
}
