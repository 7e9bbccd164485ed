package org.yima.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.spec.MGF1ParameterSpec;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yima.securitypkg.CertificateIssuer;
import org.yima.securitypkg.KeyKind;
import org.yima.securitypkg.KeyRing;
import org.yima.securitypkg.KeyRingBuilder;
import org.yima.securitypkg.KeyUse;
import org.yima.securitypkg.PartyCertificate;
import org.yima.securitypkg.Suite;

/**
 * A real module, Debian's SoftHSM2, in a process of its own: SoftHSM reads its settings from the
 * environment. What it does is checked by the JDK's own algorithms.
 */
class Pkcs11Test {
  private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2027-01-01T00:00:00Z");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"), ZoneOffset.UTC);
  private static final String PIN = "123456";

  @TempDir static Path folder;

  /** Runs {@link #main} where the module finds its settings. */
  private static void inModule(String what) throws IOException, InterruptedException {
    Path tokens = Files.createDirectories(folder.resolve("tokens-" + what));
    Path settings = folder.resolve(what + ".conf");
    Files.writeString(settings, "directories.tokendir = " + tokens + "\nlog.level = ERROR\n");
    run(
        settings,
        "softhsm2-util",
        "--init-token",
        "--free",
        "--label",
        "yima",
        "--pin",
        PIN,
        "--so-pin",
        PIN);
    run(
        settings,
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        System.getProperty("java.class.path"),
        Pkcs11Test.class.getName(),
        what);
  }

  private static void run(Path settings, String... command)
      throws IOException, InterruptedException {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("SOFTHSM2_CONF", settings.toString());
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(said).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
  }

  private static Path library() {
    return Stream.of(
            "/usr/lib/softhsm/libsofthsm2.so", "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so")
        .map(Path::of)
        .filter(Files::exists)
        .findFirst()
        .orElseThrow(() -> new AssertionError("apt-get install softhsm2"));
  }

  /** In the process that has the module. */
  public static void main(String[] arguments) throws Exception {
    Pkcs11 module = Pkcs11.open(library(), 0, PIN.toCharArray());
    switch (Case.valueOf(arguments[0])) {
      case KEYS_STAY_INSIDE -> keysStayInside(module);
      case REPLIES_TO_TAMPERED_KEYS_ARE_ALIKE -> rejectionIsImplicit(module);
      case NO_SM2 -> noSm2(module);
    }
  }

  enum Case {
    KEYS_STAY_INSIDE,
    REPLIES_TO_TAMPERED_KEYS_ARE_ALIKE,
    NO_SM2
  }

  @ParameterizedTest
  @EnumSource
  void in_a_module(Case what) throws IOException, InterruptedException {
    inModule(what.name());
  }

  private static PartyCertificate make(Pkcs11 module) throws IOException {
    var issuer =
        CertificateIssuer.selfSigned("测试机构", KeyKind.RSA_2048, FROM, TO, new SecureRandom());
    return module.make(
        "platform-1", 2048, key -> issuer.certify("PLATFORM", key, KeyUse.BOTH, FROM, TO));
  }

  private static KeyRing ring(Pkcs11 module) throws IOException {
    var ring = new KeyRingBuilder(CLOCK, new SecureRandom());
    module.addTo(ring);
    return ring.build();
  }

  /** Made inside, found again by another session, signs for RSA and LEGACY, opens for both. */
  private static void keysStayInside(Pkcs11 module) throws Exception {
    PartyCertificate certificate = make(module);
    KeyRing ring = ring(Pkcs11.open(library(), 0, PIN.toCharArray()));
    assertThat(ring.certificates()).containsExactly(certificate);
    byte[] message = "transtype=ST001&version=1.0".getBytes(StandardCharsets.UTF_8);
    for (Suite suite : List.of(Suite.RSA, Suite.LEGACY)) {
      byte[] signature = Objects.requireNonNull(ring.signingKey(suite)).sign(suite, message);
      String algorithm = suite == Suite.RSA ? "SHA256withRSA" : "SHA1withRSA";
      var verifier = java.security.Signature.getInstance(algorithm);
      verifier.initVerify(publicKey(certificate));
      verifier.update(message);
      assertThat(verifier.verify(signature)).as(suite.name()).isTrue();
    }
    assertThat(ring.signingKey(Suite.SM)).isNull();
    byte[] contentKey = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    assertThat(ring.unwrap(Suite.RSA, certificate.certid(), wrapped(certificate, contentKey)))
        .containsExactly(contentKey);
  }

  private static byte[] wrapped(PartyCertificate certificate, byte[] contentKey) throws Exception {
    Cipher oaep = Cipher.getInstance("RSA/ECB/OAEPPadding");
    oaep.init(
        Cipher.ENCRYPT_MODE,
        publicKey(certificate),
        new OAEPParameterSpec(
            "SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT));
    return oaep.doFinal(contentKey);
  }

  /** A bad one gives some key, always the same one, on every server that has the module. */
  private static void rejectionIsImplicit(Pkcs11 module) throws Exception {
    PartyCertificate certificate = make(module);
    byte[] wrapped = wrapped(certificate, new byte[32]);
    wrapped[100] ^= 1;
    byte[] first = ring(module).unwrap(Suite.RSA, null, wrapped).getFirst();
    byte[] second = ring(module).unwrap(Suite.RSA, null, wrapped).getFirst();
    assertThat(first).hasSize(32).isEqualTo(second).isNotEqualTo(new byte[32]);
    wrapped[100] ^= 2;
    assertThat(ring(module).unwrap(Suite.RSA, null, wrapped).getFirst()).isNotEqualTo(first);
  }

  /** Evidence for what the documents say: this way there is RSA and no SM2. */
  private static void noSm2(Pkcs11 module) {
    assertThat(module.offers("Signature", "SHA256withRSA")).isTrue();
    assertThat(module.offers("Signature", "SM3withSM2")).isFalse();
    assertThat(module.offers("Cipher", "SM2")).isFalse();
    assertThat(module.offers("MessageDigest", "SM3")).isFalse();
  }

  private static java.security.PublicKey publicKey(PartyCertificate certificate) throws Exception {
    return java.security.cert.CertificateFactory.getInstance("X.509")
        .generateCertificate(new java.io.ByteArrayInputStream(certificate.der()))
        .getPublicKey();
  }

  @Test
  void an_sm2_certificate_cannot_be_of_a_key_in_a_module() {
    var issuer = CertificateIssuer.selfSigned("测试机构", KeyKind.SM2, FROM, TO, new SecureRandom());
    PartyCertificate sm2 =
        issuer.issue("PLATFORM", KeyKind.SM2, KeyUse.BOTH, FROM, TO).certificate();
    assertThatThrownBy(
            () -> new KeyRingBuilder(CLOCK, new SecureRandom()).inModule(sm2, block -> block))
        .hasMessageContaining("only RSA keys can stay in a module");
  }

  @Test
  void a_module_that_is_not_there_is_told() {
    assertThatThrownBy(() -> Pkcs11.open(folder.resolve("none.so"), 0, PIN.toCharArray()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("none.so");
  }

  @Test
  void no_key_at_all_is_told_at_the_start_and_passwords_are_not_printed() {
    var none = new PlatformKeys(null, "geheim", null);
    assertThatThrownBy(() -> none.open(CLOCK, new SecureRandom()))
        .hasMessageContaining("yima.keys.pkcs11");
    var module = new PlatformKeys.Module(library(), 0, "geheim");
    assertThat(none.toString() + module).doesNotContain("geheim");
  }
}
