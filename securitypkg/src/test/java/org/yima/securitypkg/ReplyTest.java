package org.yima.securitypkg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.yima.protocol.Form;
import org.yima.protocol.FormWriter;
import org.yima.securitypkg.CannotOpen.Fault;

/** What the hospital's side takes for an answer, and what it does not. */
class ReplyTest {
  private static Fault fault(Scene scene, byte[] reply, Call call) {
    CannotOpen refusal =
        catchThrowableOfType(CannotOpen.class, () -> scene.kit().open(reply, call));
    assertThat(refusal).as("the reply must not open").isNotNull();
    return refusal.fault();
  }

  private static byte[] answer(Scene scene, Call call) throws CannotOpen {
    return scene.open(call.body()).reply().write(Scene.answer("成功"));
  }

  @ParameterizedTest
  @CsvSource({"SM, ECHO", "RSA, ECHO", "LEGACY, CONTENT"})
  void theReplyToAnotherRequestIsRefused(Suite suite, Fault expected) throws CannotOpen {
    Scene scene = new Scene(suite);
    Call mine = scene.kit().seal("ST009", Scene.TRANSDATA);
    Call another = scene.kit().seal("ST009", Scene.TRANSDATA);
    assertThat(fault(scene, answer(scene, another), mine)).isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource(names = {"SM", "RSA"})
  void thePlainReplyToAnotherRequestIsRefused(Suite suite) throws CannotOpen {
    Scene scene = new Scene(suite);
    Call mine = scene.kit().signWithoutSealing("ST009", Scene.TRANSDATA);
    Call another = scene.kit().signWithoutSealing("ST009", Scene.TRANSDATA);
    assertThat(fault(scene, answer(scene, another), mine)).isEqualTo(Fault.ECHO);
  }

  @ParameterizedTest
  @EnumSource
  void aReplyThatThePlatformDidNotSignIsRefused(Suite suite) throws CannotOpen {
    Scene scene = new Scene(suite);
    Kit kit = scene.kit();
    Call call = kit.seal("ST009", Scene.TRANSDATA);
    KeyRing impostor = scene.ring(Cast.key(Cast.PLATFORM, Cast.kind(suite), KeyUse.BOTH, -1, 1));
    scene.platform = new SigningAs(scene.platform, impostor);
    byte[] forged = answer(scene, call);
    CannotOpen refusal = catchThrowableOfType(CannotOpen.class, () -> kit.open(forged, call));
    assertThat(refusal.fault()).isEqualTo(Fault.PLATFORM_SIGNATURE);
  }

  /** Opens as the platform, signs as somebody else. */
  private record SigningAs(KeyRing opening, KeyRing signing) implements KeyRing {
    @Override
    public @Nullable SigningKey signingKey(Suite suite) {
      return signing.signingKey(suite);
    }

    @Override
    public List<byte[]> unwrap(Suite suite, @Nullable String certid, byte[] wrapped) {
      return opening.unwrap(suite, certid, wrapped);
    }

    @Override
    public List<PartyCertificate> certificates() {
      return opening.certificates();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPlainRefusalIsGenuineButProvesNothing(Suite suite) {
    Scene scene = new Scene(suite);
    Call call = scene.kit().seal("ST007", Scene.TRANSDATA);
    String asked = suite == Suite.LEGACY ? null : suite.name();
    byte[] refusal = scene.reception().plainRefusal("12", "报文无法解密或验签", asked);
    CannotOpen thrown =
        catchThrowableOfType(CannotOpen.class, () -> scene.kit().open(refusal, call));
    assertThat(thrown.fault()).isEqualTo(Fault.REFUSED);
    assertThat(thrown.refusal()).isNotNull();
    assertThat(thrown.refusal().get("respmsg")).isEqualTo("报文无法解密或验签");
  }

  @ParameterizedTest
  @EnumSource
  void aPlainRefusalThatWasChangedIsNotEvenThat(Suite suite) {
    Scene scene = new Scene(suite);
    Call call = scene.kit().seal("ST007", Scene.TRANSDATA);
    byte[] refusal = scene.reception().plainRefusal("12", "无法解密", suite.name());
    byte[] changed = FormWriter.raw(Scene.read(refusal).with("respcode", "00"));
    assertThat(fault(scene, changed, call)).isEqualTo(Fault.PLATFORM_SIGNATURE);
  }

  @Test
  void aPlainRefusalNamesNobodyAndIsTheSameForAll() {
    Scene scene = new Scene(Suite.RSA);
    String refusal =
        new String(scene.reception().plainRefusal("12", "无法解密", "SM"), StandardCharsets.UTF_8);
    assertThat(refusal)
        .startsWith("pltfmsignature=")
        .endsWith("&respcode=12&respmsg=无法解密&suite=RSA");
    assertThat(Scene.read(refusal.getBytes(StandardCharsets.UTF_8)).entries()).hasSize(4);
  }

  @Test
  void aReplyIsNoNotificationAndANotificationIsNoReply() throws CannotOpen {
    Scene scene = new Scene(Suite.SM);
    Call call = scene.kit().seal("ST009", Scene.TRANSDATA);
    byte[] reply = answer(scene, call);
    byte[] push = scene.reception().push(scene.caller, "ST009", Scene.answer("已支付"));
    CannotOpen refusal = catchThrowableOfType(CannotOpen.class, () -> scene.kit().openPush(reply));
    assertThat(refusal.fault()).isEqualTo(Fault.TIME);
    assertThat(fault(scene, push, call)).isEqualTo(Fault.ECHO);
  }

  @Test
  void anOldNotificationIsRefused() throws CannotOpen {
    Scene scene = new Scene(Suite.SM);
    byte[] push = scene.reception().push(scene.caller, "ST009", Scene.answer("已支付"));
    scene.now = scene.now.plusSeconds(301);
    CannotOpen refusal = catchThrowableOfType(CannotOpen.class, () -> scene.kit().openPush(push));
    assertThat(refusal.fault()).isEqualTo(Fault.TIME);
  }

  @ParameterizedTest
  @EnumSource
  void rubbishIsNoReply(Suite suite) {
    Scene scene = new Scene(suite);
    Call call = scene.kit().seal("ST009", Scene.TRANSDATA);
    assertThat(fault(scene, "<html>502</html>".getBytes(StandardCharsets.UTF_8), call))
        .isEqualTo(Fault.FORM);
    assertThat(fault(scene, "respcode=00".getBytes(StandardCharsets.UTF_8), call))
        .isEqualTo(Fault.PLATFORM_SIGNATURE);
  }

  @ParameterizedTest
  @EnumSource
  void theSignatureIsSpelledAsRegistered(PlatformSignatureKey key) throws CannotOpen {
    Scene scene = new Scene(Suite.LEGACY);
    scene.caller = scene.registered().signatureKey(key).build();
    Call call = scene.kit().signWithoutSealing("ST009", Scene.TRANSDATA);
    byte[] reply = answer(scene, call);
    assertThat(new String(reply, StandardCharsets.UTF_8)).contains("&" + key.key() + "=");
    assertThat(scene.kit().open(reply, call).get("respcode")).isEqualTo("00");
  }

  @ParameterizedTest
  @EnumSource
  void bothLegacyDigestsWorkButNotOneForTheOther(LegacyDigest digest) throws CannotOpen {
    Scene scene = new Scene(Suite.LEGACY);
    scene.caller = scene.registered().legacyDigest(digest).build();
    Kit kit = scene.kitBuilder().legacyDigest(digest).build();
    Call call = kit.seal("ST009", Scene.TRANSDATA);
    assertThat(kit.open(answer(scene, call), call).get("respcode")).isEqualTo("00");

    LegacyDigest other =
        digest == LegacyDigest.STRING ? LegacyDigest.SHA1_HEX : LegacyDigest.STRING;
    scene.caller = scene.registered().legacyDigest(other).build();
    assertThat(scene.refusal(call.body(), form -> form).fault())
        .isEqualTo(Fault.MERCHANT_SIGNATURE);
  }

  @Test
  void anAmpersandInAnAnswerCutsNothing() throws CannotOpen {
    Scene scene = new Scene(Suite.SM);
    Call call = scene.kit().seal("ST009", Scene.TRANSDATA);
    SortedMap<String, String> answer = Scene.answer("甲&respcode=99");
    answer.put("aptorderackdata", "<aptorderackdata><a>1&amp;2</a></aptorderackdata>");
    Form opened = scene.kit().open(scene.open(call.body()).reply().write(answer), call);
    assertThat(opened.get("aprtmsg")).isEqualTo("甲＆respcode=99");
    assertThat(opened.get("respcode")).isEqualTo("00");
    assertThat(opened.get("aptorderackdata")).contains("1&amp;2");
  }

  @ParameterizedTest
  @EnumSource
  void aLegacyReplyIsRawAndNamesNeitherSuiteNorKey(Suite suite) throws CannotOpen {
    Scene scene = new Scene(suite);
    Call call = scene.kit().seal("ST009", Scene.TRANSDATA);
    Form outer = Scene.read(answer(scene, call));
    Map<String, Boolean> present =
        Map.of(
            "suite", outer.get("suite") != null,
            "certid", outer.get("certid") != null,
            "encryptkey", outer.get("encryptkey") != null);
    assertThat(present.values()).containsOnly(suite != Suite.LEGACY);
  }

  @ParameterizedTest
  @EnumSource
  void nothingPrintsASecret(Suite suite) throws CannotOpen {
    Scene scene = new Scene(suite);
    Call call = scene.kit().seal("ST009", Scene.TRANSDATA);
    Received received = scene.open(call.body());
    assertThat(call).hasToString("call of ST009");
    assertThat(received.toString()).doesNotContain("transdata").contains(Cast.HOSPITAL);
    assertThat(scene.platform.toString()).startsWith("key ring with [certificate ");
    assertThat(Cast.key(Cast.HIS, suite).toString()).startsWith("key of certificate ");
  }
}
