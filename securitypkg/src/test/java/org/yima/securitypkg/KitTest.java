package org.yima.securitypkg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.yima.protocol.Form;

/** What the kit writes, and what it says when it cannot. */
class KitTest {
  private static String names(Form form) {
    return form.entries().stream().map(Form.Entry::name).collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "SM,     certid encrpteddata encryptkey suite transtype",
    "RSA,    certid encrpteddata encryptkey suite transtype",
    "LEGACY, encrpteddata encryptkey transtype"
  })
  void aSealedRequestShowsNothingElse(Suite suite, String names) {
    Form outer = Scene.read(new Scene(suite).kit().seal("ST001", Scene.TRANSDATA).body());
    assertThat(names(outer)).isEqualTo(names);
  }

  @ParameterizedTest
  @CsvSource({
    "SM,     hospcode infosyscertid infosyscode infosyssignature merchantcertid merchantcode"
        + " merchantsignature nonce suite timestamp transdata transtype version",
    "RSA,    hospcode infosyscertid infosyscode infosyssignature merchantcertid merchantcode"
        + " merchantsignature nonce suite timestamp transdata transtype version",
    "LEGACY, hospcode infosyscode infosyssignature merchantcode merchantsignature transdata"
        + " transtype version"
  })
  void insideIsThePlainSignedForm(Suite suite, String names) throws CannotOpen {
    Scene scene = new Scene(suite);
    Kit kit = scene.kitBuilder().hospcode("99000001").build();
    Received received = scene.open(kit.seal("ST001", Scene.TRANSDATA).body());
    assertThat(names(received.form())).isEqualTo(names);
    assertThat(received.value("hospcode")).isEqualTo("99000001");
    assertThat(received.value("version")).isEqualTo("1.0");
  }

  @ParameterizedTest
  @EnumSource
  void everyRequestIsSealedUnderAKeyOfItsOwn(Suite suite) {
    Kit kit = new Scene(suite).kit();
    Form first = Scene.read(kit.seal("ST001", Scene.TRANSDATA).body());
    Form second = Scene.read(kit.seal("ST001", Scene.TRANSDATA).body());
    assertThat(first.get("encryptkey")).isNotEqualTo(second.get("encryptkey"));
    assertThat(first.get("encrpteddata")).isNotEqualTo(second.get("encrpteddata"));
  }

  @ParameterizedTest
  @EnumSource
  void aCallIsSentAgainWithTheSameBytes(Suite suite) {
    Call call = new Scene(suite).kit().seal("ST001", Scene.TRANSDATA);
    byte[] body = call.body();
    body[0] ^= 1;
    assertThat(call.body()).isNotEqualTo(body).isEqualTo(call.body());
  }

  @ParameterizedTest
  @EnumSource
  void theBodyIsEncodedExceptForLegacy(Suite suite) {
    Call call = new Scene(suite).kit().signWithoutSealing("ST001", Scene.TRANSDATA);
    String body = new String(call.body(), StandardCharsets.UTF_8);
    assertThat(body.contains("<transdata>")).isEqualTo(suite == Suite.LEGACY);
    assertThat(body.contains("%3Ctransdata%3E")).isEqualTo(suite != Suite.LEGACY);
  }

  @Test
  void aKeyThatIsNoLongerValidIsSaid() {
    Scene scene = new Scene(Suite.SM);
    scene.his = scene.ring(Cast.key(Cast.HIS, KeyKind.SM2, KeyUse.BOTH, -10, -1));
    assertThatIllegalStateException()
        .isThrownBy(() -> scene.kit().seal("ST001", Scene.TRANSDATA))
        .withMessageContaining("access system")
        .withMessageContaining("valid");
  }

  @Test
  void aPlatformCertificateThatIsNoLongerValidIsSaid() {
    Scene scene = new Scene(Suite.SM);
    scene.platform = scene.ring(Cast.key(Cast.PLATFORM, KeyKind.SM2, KeyUse.BOTH, -10, -1));
    assertThatIllegalStateException()
        .isThrownBy(() -> scene.kit().seal("ST001", Scene.TRANSDATA))
        .withMessageContaining("no certificate of the platform");
  }

  @Test
  void aMissingCallerIsSaid() {
    Scene scene = new Scene(Suite.SM);
    PartyCertificates platform = PartyCertificates.of(Cast.PLATFORM, List.of());
    assertThatIllegalStateException()
        .isThrownBy(() -> new KitBuilder(Suite.SM, scene.hospital, scene.his, platform).build())
        .withMessageContaining("merchantcode");
  }

  @Test
  void anAmpersandOutsideTheXmlIsSaid() {
    Kit kit = new Scene(Suite.SM).kit();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> kit.seal("ST001", "<transdata></transdata>&respcode=00"))
        .withMessageContaining("transdata");
  }
}
