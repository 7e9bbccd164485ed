package org.yima.securitypkg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yima.securitypkg.CannotOpen.Fault.CERTID;
import static org.yima.securitypkg.CannotOpen.Fault.CONTENT;
import static org.yima.securitypkg.CannotOpen.Fault.INFOSYS_SIGNATURE;
import static org.yima.securitypkg.CannotOpen.Fault.MERCHANT_SIGNATURE;
import static org.yima.securitypkg.CannotOpen.Fault.NONCE;
import static org.yima.securitypkg.CannotOpen.Fault.SUITE;
import static org.yima.securitypkg.CannotOpen.Fault.TRANSTYPE;

import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yima.protocol.Form;
import org.yima.securitypkg.CannotOpen.Fault;

/** Everything that may be wrong with a request. The one who sent it learns "12" and no more. */
class TamperedRequestTest {
  private static final Set<Suite> ALL = Set.of(Suite.values());
  private static final Set<Suite> TIMED = Set.of(Suite.SM, Suite.RSA);

  /** One change on the way, and what may be found; more than one where chance decides. */
  record Outside(String what, Set<Suite> suites, UnaryOperator<Form> change, Set<Fault> faults) {}

  record Inside(String what, Set<Suite> suites, UnaryOperator<Forgery> change, Fault fault) {}

  private static final List<Outside> OUTSIDE =
      List.of(
          changed("key: first byte", ALL, byteOf("encryptkey", 0.0), CONTENT),
          changed("key: a byte amid", ALL, byteOf("encryptkey", 0.5), CONTENT),
          changed("key: last byte", ALL, byteOf("encryptkey", 1.0), CONTENT),
          changed("key: cut in half", ALL, halfOf("encryptkey"), CONTENT),
          changed("key: empty", ALL, f -> f.with("encryptkey", ""), CONTENT),
          changed("key: not Base64", ALL, f -> f.with("encryptkey", "钥匙"), CONTENT),
          changed("key: missing", ALL, f -> f.without("encryptkey"), CONTENT),
          changed("content: first byte", TIMED, byteOf("encrpteddata", 0.0), CONTENT),
          changed("content: a byte amid", TIMED, byteOf("encrpteddata", 0.5), CONTENT),
          changed("content: last byte", TIMED, byteOf("encrpteddata", 1.0), CONTENT),
          changed("content: cut in half", ALL, halfOf("encrpteddata"), CONTENT),
          changed("content: empty", ALL, f -> f.with("encrpteddata", ""), CONTENT, TRANSTYPE),
          changed("content: missing", ALL, f -> f.without("encrpteddata"), CONTENT),
          changed(
              "transaction swapped", ALL, f -> f.with("transtype", "ST010"), CONTENT, TRANSTYPE),
          changed("transaction missing", ALL, f -> f.without("transtype"), CONTENT, TRANSTYPE),
          changed("suite unknown", ALL, f -> f.with("suite", "NONE"), SUITE),
          changed("suite downgraded", TIMED, f -> f.with("suite", "LEGACY"), CERTID, CONTENT),
          changed("suite stripped", TIMED, f -> f.without("suite"), CERTID, CONTENT),
          changed("certid unknown", ALL, f -> f.with("certid", "12345"), CERTID),
          changed("certid no number", ALL, f -> f.with("certid", "一"), CERTID));

  private static final List<Inside> INSIDE =
      List.of(
          new Inside(
              "institution's signature missing",
              ALL,
              m -> m.then(f -> f.without("merchantsignature")),
              MERCHANT_SIGNATURE),
          new Inside(
              "institution's signature empty",
              ALL,
              m -> m.then(f -> f.with("merchantsignature", "")),
              MERCHANT_SIGNATURE),
          new Inside(
              "institution's signature not Base64",
              ALL,
              m -> m.then(f -> f.with("merchantsignature", "签名")),
              MERCHANT_SIGNATURE),
          new Inside(
              "system's signature missing",
              ALL,
              m -> m.then(f -> f.without("infosyssignature")),
              INFOSYS_SIGNATURE),
          new Inside(
              "system's signature changed",
              ALL,
              m -> m.then(byteOf("infosyssignature", 0.5)),
              INFOSYS_SIGNATURE),
          new Inside(
              "institution's signature used for both",
              ALL,
              m -> m.then(f -> f.with("infosyssignature", text(f, "merchantsignature"))),
              INFOSYS_SIGNATURE),
          new Inside(
              "amount changed after signing",
              ALL,
              m -> m.then(f -> f.with("transdata", Scene.TRANSDATA.replace('1', '2'))),
              MERCHANT_SIGNATURE),
          new Inside(
              "element added after signing",
              ALL,
              m -> m.then(f -> f.with("extra", "")),
              MERCHANT_SIGNATURE),
          new Inside(
              "element dropped after signing",
              ALL,
              m -> m.then(f -> f.without("version")),
              MERCHANT_SIGNATURE),
          new Inside(
              "certid of nobody", ALL, m -> m.with("merchantcertid", "12345"), MERCHANT_SIGNATURE),
          new Inside("another transaction inside", ALL, m -> m.outside("ST010"), TRANSTYPE),
          new Inside("transaction missing inside", ALL, m -> m.without("transtype"), TRANSTYPE),
          new Inside("another suite inside", ALL, m -> m.with("suite", "OTHER"), SUITE),
          new Inside("nonce missing", TIMED, m -> m.without("nonce"), NONCE),
          new Inside("nonce empty", TIMED, m -> m.with("nonce", ""), NONCE),
          new Inside("nonce too long", TIMED, m -> m.with("nonce", "9".repeat(65)), NONCE));

  private static Outside changed(
      String what, Set<Suite> suites, UnaryOperator<Form> change, Fault... faults) {
    return new Outside(what, suites, change, Set.of(faults));
  }

  private static String text(Form form, String name) {
    String value = form.get(name);
    return value == null ? "" : value;
  }

  private static UnaryOperator<Form> byteOf(String name, double place) {
    return form -> {
      byte[] bytes = Base64.getDecoder().decode(text(form, name));
      bytes[(int) (place * (bytes.length - 1))] ^= 0x10;
      return form.with(name, Base64.getEncoder().encodeToString(bytes));
    };
  }

  private static UnaryOperator<Form> halfOf(String name) {
    return form ->
        form.with(name, text(form, name).substring(0, text(form, name).length() / 8 * 4));
  }

  static Stream<Arguments> outside() {
    return OUTSIDE.stream()
        .flatMap(c -> c.suites().stream().map(s -> Arguments.of(s, Named.of(c.what(), c))));
  }

  static Stream<Arguments> inside() {
    return INSIDE.stream()
        .flatMap(c -> c.suites().stream().map(s -> Arguments.of(s, Named.of(c.what(), c))));
  }

  @ParameterizedTest
  @MethodSource
  void outside(Suite suite, Outside tampering) {
    Scene scene = new Scene(suite);
    byte[] body = scene.kit().seal("ST001", Scene.TRANSDATA).body();
    CannotOpen refusal = scene.refusal(body, tampering.change());
    assertThat(tampering.faults()).contains(refusal.fault());
    assertSaysNothing(refusal);
  }

  @ParameterizedTest
  @MethodSource
  void inside(Suite suite, Inside tampering) {
    Scene scene = new Scene(suite);
    byte[] body = tampering.change().apply(new Forgery(scene)).sealed();
    CannotOpen refusal = scene.refusal(body, form -> form);
    assertThat(refusal.fault()).isEqualTo(tampering.fault());
    assertSaysNothing(refusal);
  }

  /** DES detects nothing itself: a garbled block is found by whatever it happens to fall into. */
  @ParameterizedTest
  @ValueSource(doubles = {0.0, 0.25, 0.5, 0.75, 1.0})
  void garbledLegacyContentIsRefusedOneWayOrAnother(double place) {
    Scene scene = new Scene(Suite.LEGACY);
    byte[] body = scene.kit().seal("ST001", Scene.TRANSDATA).body();
    CannotOpen refusal = scene.refusal(body, byteOf("encrpteddata", place));
    assertThat(refusal.respcode()).isIn("11", "12");
    assertThat(refusal.reply()).isNull();
  }

  /** What a stranger could see: code, message, cause, trace, a reply sealed to somebody. */
  private static void assertSaysNothing(CannotOpen refusal) {
    assertThat(refusal.respcode()).isEqualTo("12");
    assertThat(refusal).hasMessage("message cannot be opened").hasNoCause();
    assertThat(refusal.getStackTrace()).isEmpty();
    assertThat(refusal.reply()).isNull();
    assertThat(refusal.refusal()).isNull();
  }
}
