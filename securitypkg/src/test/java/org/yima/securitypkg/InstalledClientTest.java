package org.yima.securitypkg;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import org.bouncycastle.util.encoders.Hex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yima.protocol.Form;

/** Messages as clients in the field write them, which have never seen our kit. */
class InstalledClientTest {
  private final Scene scene = new Scene(Suite.LEGACY);

  private static String sign(KeyRing keys, String string, LegacyDigest digest) {
    byte[] bytes = string.getBytes(StandardCharsets.UTF_8);
    byte[] message =
        digest == LegacyDigest.STRING
            ? bytes
            : Hex.toHexString(Sha.of("SHA-1", bytes)).getBytes(StandardCharsets.US_ASCII);
    KeyRing.SigningKey key = Objects.requireNonNull(keys.signingKey(Suite.LEGACY));
    return Base64.getEncoder().encodeToString(key.sign(Suite.LEGACY, message));
  }

  /** Names in camel case, in no order, an unknown one among them, no hospcode: as in 1.1.5.1. */
  private static final String[] ELEMENTS = {
    "transtype=ST001",
    "transdata=" + Scene.TRANSDATA,
    "infoSysCode=" + Cast.HIS,
    "merchantCode=" + Cast.HOSPITAL,
    "clientVersion=3.2 b",
    "version=1.0"
  };

  /** The same sorted by ASCII, where capitals come before small letters. */
  private static final String SIGNED =
      "clientVersion=3.2 b&infoSysCode="
          + Cast.HIS
          + "&merchantCode="
          + Cast.HOSPITAL
          + "&transdata="
          + Scene.TRANSDATA
          + "&transtype=ST001&version=1.0";

  private String inner(LegacyDigest digest) {
    return "infoSysSignature="
        + sign(scene.his, SIGNED, digest)
        + "&"
        + String.join("&", ELEMENTS)
        + "&merchantSignature="
        + sign(scene.hospital, SIGNED, digest);
  }

  @ParameterizedTest
  @EnumSource
  void aPlainRequestInBracesIsRead(LegacyDigest digest) throws CannotOpen {
    scene.caller = scene.registered().legacyDigest(digest).plainForm(true).build();
    String body = "{" + inner(digest).replace("&merchantCode", " &merchantCode") + "}";
    Received received = scene.open(body.getBytes(StandardCharsets.UTF_8));
    assertThat(received.value("infosyscode")).isEqualTo(Cast.HIS);
    assertThat(received.value("transdata")).isEqualTo(Scene.TRANSDATA);
    assertThat(received.suite()).isEqualTo(Suite.LEGACY);
  }

  @ParameterizedTest
  @EnumSource
  void aSealedRequestIsReadAndItsReplySealedUnderTheSameKey(LegacyDigest digest)
      throws CannotOpen, java.security.GeneralSecurityException {
    scene.caller = scene.registered().legacyDigest(digest).build();
    byte[] key = "k3y4Test".getBytes(StandardCharsets.US_ASCII);
    byte[] reply = scene.open(sealed(inner(digest), key)).reply().write(Scene.answer("签到成功"));

    String text = new String(reply, StandardCharsets.UTF_8);
    assertThat(text).startsWith("encrpteddata=").endsWith("&transtype=ST001");
    String content = text.substring("encrpteddata=".length(), text.indexOf('&'));
    byte[] inner = new DesEcb().open(key, new byte[0], Base64.getDecoder().decode(content));
    assertThat(new String(inner, StandardCharsets.UTF_8))
        .startsWith("aprcode=00&aprtmsg=签到成功&pltfmsignature=")
        .endsWith("&respcode=00&respmsg=成功&transtype=ST001");
  }

  /** Base64 with a line break after 76 characters, raw, its plus signs unescaped. */
  private byte[] sealed(String inner, byte[] key) {
    Base64.Encoder lines = Base64.getMimeEncoder();
    PartyCertificate platform = scene.platform.certificates().get(0);
    byte[] wrapped = platform.key().wrap(Suite.LEGACY, key, Cast.RANDOM);
    byte[] content =
        new DesEcb().seal(key, new byte[0], inner.getBytes(StandardCharsets.UTF_8), Cast.RANDOM);
    String body =
        "transtype=ST001&encryptkey="
            + lines.encodeToString(wrapped)
            + "&encrpteddata="
            + lines.encodeToString(content);
    return body.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aSignatureOverAnotherOrderOfElementsIsWrong() {
    String unsorted = String.join("&", ELEMENTS);
    String body =
        unsorted
            + "&infoSysSignature="
            + sign(scene.his, unsorted, LegacyDigest.STRING)
            + "&merchantSignature="
            + sign(scene.hospital, unsorted, LegacyDigest.STRING);
    CannotOpen refusal = scene.refusal(body.getBytes(StandardCharsets.UTF_8), (Form form) -> form);
    assertThat(refusal.fault()).isEqualTo(CannotOpen.Fault.MERCHANT_SIGNATURE);
  }
}
