package org.yima.securitypkg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.util.encoders.Hex;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yima.protocol.Form;
import org.yima.protocol.SignedString;

/** Writes the vectors anew, with new keys; {@code spec/vectors/README.md} says how and when. */
@EnabledIfSystemProperty(named = "yima.vectors", matches = "write")
class WriteVectorsTest {
  private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2036-01-01T00:00:00Z");
  private static final String TRANSDATA =
      "<transdata><hospcode>99000001</hospcode><operatorid>9900000199</operatorid>"
          + "<busicycleno></busicycleno><aae139>0</aae139></transdata>";

  @ParameterizedTest
  @EnumSource
  void write(Suite suite) throws IOException, CannotOpen, GeneralSecurityException {
    Vectors vectors = new Vectors(suite);
    Files.createDirectories(vectors.folder());
    writeKeys(vectors);
    KeyRing platform = vectors.keys("platform");
    KeyRing his = vectors.keys("infosys");
    PartyCertificates platformParty = PartyCertificates.of(Cast.PLATFORM, platform.certificates());
    Kit kit =
        new KitBuilder(suite, vectors.keys("merchant"), his, platformParty)
            .caller(Cast.HOSPITAL, Cast.HIS)
            .hospcode("99000001")
            .clock(Vectors.clock())
            .build();
    Caller caller = VectorsTest.caller(vectors);
    Reception reception = new Reception(platform, (m, s) -> caller, Vectors.clock(), Cast.RANDOM);
    Call call = kit.seal("ST001", TRANSDATA);
    Received received = reception.open(Scene.read(call.body()));
    byte[] reply = received.reply().write(Scene.answer("签到成功"));

    Map<String, String> values = new LinkedHashMap<>();
    describe(values, "request", call.body(), contentKey(call.body(), suite, platform), suite);
    byte[] replyKey =
        suite == Suite.LEGACY
            ? Hex.decode(values.get("request.contentkey"))
            : contentKey(reply, suite, his);
    describe(values, "reply", reply, replyKey, suite);
    variants(values, suite, vectors.keys("merchant"), received.form());
    String text =
        values.entrySet().stream()
            .map(value -> value.getKey() + "=" + value.getValue() + "\n")
            .collect(Collectors.joining());
    Files.writeString(vectors.folder().resolve("vector.txt"), text);
    assertThat(kit.open(reply, call).get("respcode")).isEqualTo("00");
  }

  private static void writeKeys(Vectors vectors) throws IOException {
    KeyKind kind = Cast.kind(vectors.suite());
    CertificateIssuer issuer =
        CertificateIssuer.selfSigned(
            "Yima test vectors",
            kind == KeyKind.SM2 ? kind : KeyKind.RSA_2048,
            FROM,
            TO,
            Cast.RANDOM);
    Path folder = vectors.folder();
    Files.writeString(folder.resolve("ca.cert.pem"), issuer.authority().certificate().pem());
    Map<String, String> parties =
        Map.of("platform", Cast.PLATFORM, "merchant", Cast.HOSPITAL, "infosys", Cast.HIS);
    for (Map.Entry<String, String> party : parties.entrySet()) {
      CertifiedKey key = issuer.issue(party.getValue(), kind, KeyUse.BOTH, FROM, TO);
      String name = party.getKey();
      Files.write(
          folder.resolve(name + ".p12"),
          KeyFile.write(List.of(key), Vectors.PASSWORD, Cast.RANDOM));
      Files.writeString(folder.resolve(name + ".key.pem"), Openssl.privatePem(key));
      Files.writeString(folder.resolve(name + ".cert.pem"), key.certificate().pem());
    }
  }

  private static byte[] contentKey(byte[] body, Suite suite, KeyRing keys) throws CannotOpen {
    String wrapped = Scene.read(body).get("encryptkey");
    return keys.unwrap(suite, null, Message.base64(wrapped, CannotOpen.Fault.CONTENT)).get(0);
  }

  private static void describe(
      Map<String, String> values, String name, byte[] body, byte[] contentKey, Suite suite)
      throws CannotOpen, GeneralSecurityException {
    Form outer = Scene.read(body);
    byte[] context = String.valueOf(outer.get("transtype")).getBytes(StandardCharsets.UTF_8);
    byte[] content = Message.base64(outer.get("encrpteddata"), CannotOpen.Fault.CONTENT);
    byte[] inner = suite.content().open(contentKey, context, content);
    Form form = VectorsTest.inner(inner);
    values.put(name + ".inner", new String(inner, StandardCharsets.UTF_8));
    values.put(name + ".signed", new String(SignedString.ofInner(form), StandardCharsets.UTF_8));
    for (String key : List.of("merchantsignature", "infosyssignature", "pltfmsignature")) {
      if (form.get(key) != null) {
        values.put(name + "." + key, form.get(key));
      }
    }
    values.put(name + ".contentkey", Hex.toHexString(contentKey));
    for (Form.Entry entry : outer.entries()) {
      values.put(name + "." + entry.name(), entry.value());
    }
    values.put(name + ".body", new String(body, StandardCharsets.UTF_8));
  }

  /** What we read but do not write: bare words for SM, the digest's digits signed for LEGACY. */
  private static void variants(Map<String, String> values, Suite suite, KeyRing merchant, Form form)
      throws IOException {
    Base64.Encoder base64 = Base64.getEncoder();
    byte[] signature = Base64.getDecoder().decode(values.get("request.merchantsignature"));
    if (suite == Suite.SM) {
      java.math.BigInteger n = Sm2Curve.DOMAIN.getN();
      java.math.BigInteger[] rs = StandardDSAEncoding.INSTANCE.decode(n, signature);
      byte[] raw = PlainDSAEncoding.INSTANCE.encode(n, rs[0], rs[1]);
      byte[] wrapped = Base64.getDecoder().decode(values.get("request.encryptkey"));
      values.put("variant.merchantsignature.raw", base64.encodeToString(raw));
      values.put(
          "variant.encryptkey.c1c3c2", base64.encodeToString(Sm2Encoding.c1c3c2(wrapped, 16)));
    } else if (suite == Suite.LEGACY) {
      byte[] digits = LegacyDigest.SHA1_HEX.messageFor(suite, SignedString.ofInner(form));
      KeyRing.SigningKey key = Objects.requireNonNull(merchant.signingKey(suite));
      byte[] signed = key.sign(suite, digits);
      values.put("variant.sha1hex", new String(digits, StandardCharsets.US_ASCII));
      values.put("variant.merchantsignature.sha1hex", base64.encodeToString(signed));
    }
  }
}
