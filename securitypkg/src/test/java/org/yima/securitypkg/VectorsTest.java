package org.yima.securitypkg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bouncycastle.util.encoders.Hex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.yima.protocol.Form;
import org.yima.protocol.FormReader;
import org.yima.protocol.FormWriter;
import org.yima.protocol.MalformedMessage;
import org.yima.protocol.SignedString;

/** The vectors of {@code spec/vectors}: opening them gives exactly what they say is inside. */
class VectorsTest {
  static Caller caller(Vectors vectors) throws IOException {
    return Caller.of(
            PartyCertificates.of(Cast.HOSPITAL, List.of(vectors.certificate("merchant"))),
            PartyCertificates.of(Cast.HIS, List.of(vectors.certificate("infosys"))))
        .suites(vectors.suite())
        .build();
  }

  static Form inner(byte[] inner) {
    try {
      return FormReader.readInner(inner);
    } catch (MalformedMessage e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] text(Map<String, String> values, String name) {
    return Objects.requireNonNull(values.get(name), name).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] base64(Map<String, String> values, String name) {
    return Base64.getDecoder().decode(values.get(name));
  }

  @ParameterizedTest
  @EnumSource
  void thePlatformOpensTheRequest(Suite suite) throws IOException, CannotOpen {
    Vectors vectors = new Vectors(suite);
    Map<String, String> values = vectors.values();
    Caller caller = caller(vectors);
    Reception reception =
        new Reception(vectors.keys("platform"), (m, s) -> caller, Vectors.clock(), Cast.RANDOM);
    Received received = reception.open(Scene.read(text(values, "request.body")));
    assertThat(FormWriter.raw(received.form())).isEqualTo(text(values, "request.inner"));
  }

  @ParameterizedTest
  @EnumSource
  void theHospitalOpensTheReply(Suite suite) throws IOException, CannotOpen {
    Vectors vectors = new Vectors(suite);
    Map<String, String> values = vectors.values();
    PartyCertificates platform =
        PartyCertificates.of(Cast.PLATFORM, List.of(vectors.certificate("platform")));
    Kit kit =
        new KitBuilder(suite, vectors.keys("merchant"), vectors.keys("infosys"), platform)
            .caller(Cast.HOSPITAL, Cast.HIS)
            .clock(Vectors.clock())
            .build();
    byte[] key = Hex.decode(values.get("request.contentkey"));
    Message request = new Message(inner(text(values, "request.inner")), suite, true);
    Call call = new Call(request, text(values, "request.body"), suite == Suite.LEGACY ? key : null);
    Form reply = kit.open(text(values, "reply.body"), call);
    assertThat(FormWriter.raw(reply)).isEqualTo(text(values, "reply.inner"));
  }

  @ParameterizedTest
  @CsvSource({
    "request, merchantsignature, merchant",
    "request, infosyssignature, infosys",
    "reply, pltfmsignature, platform"
  })
  void eachSignatureIsOverTheSignedString(String message, String element, String party)
      throws IOException {
    for (Suite suite : Suite.values()) {
      Vectors vectors = new Vectors(suite);
      Map<String, String> values = vectors.values();
      byte[] signed = text(values, message + ".signed");
      assertThat(SignedString.ofInner(inner(text(values, message + ".inner")))).isEqualTo(signed);
      PublicSide key = vectors.certificate(party).key();
      byte[] signature = base64(values, message + "." + element);
      assertThat(key.verifies(suite, signed, signature)).as("%s %s", suite, element).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void keyAndContentOpenSeparately(Suite suite) throws IOException, GeneralSecurityException {
    Vectors vectors = new Vectors(suite);
    Map<String, String> values = vectors.values();
    byte[] key = Hex.decode(values.get("request.contentkey"));
    byte[] wrapped = base64(values, "request.encryptkey");
    assertThat(vectors.keys("platform").unwrap(suite, null, wrapped)).containsExactly(key);
    byte[] sealed = base64(values, "request.encrpteddata");
    byte[] context = text(values, "request.transtype");
    assertThat(suite.content().open(key, context, sealed)).isEqualTo(text(values, "request.inner"));
  }

  @Test
  void bareSm2EncodingsAreReadToo() throws IOException {
    Vectors vectors = new Vectors(Suite.SM);
    Map<String, String> values = vectors.values();
    PublicSide merchant = vectors.certificate("merchant").key();
    byte[] raw = base64(values, "variant.merchantsignature.raw");
    assertThat(merchant.verifies(Suite.SM, text(values, "request.signed"), raw)).isTrue();
    byte[] c1c3c2 = base64(values, "variant.encryptkey.c1c3c2");
    assertThat(vectors.keys("platform").unwrap(Suite.SM, null, c1c3c2))
        .containsExactly(Hex.decode(values.get("request.contentkey")));
  }

  @Test
  void theOtherLegacyDigestIsOverHexadecimalDigits() throws IOException {
    Vectors vectors = new Vectors(Suite.LEGACY);
    Map<String, String> values = vectors.values();
    byte[] digits = LegacyDigest.SHA1_HEX.messageFor(Suite.LEGACY, text(values, "request.signed"));
    assertThat(digits).isEqualTo(text(values, "variant.sha1hex"));
    byte[] signature = base64(values, "variant.merchantsignature.sha1hex");
    PublicSide merchant = vectors.certificate("merchant").key();
    assertThat(merchant.verifies(Suite.LEGACY, digits, signature)).isTrue();
  }
}
