package org.yima.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.yima.protocol.Form;
import org.yima.protocol.FormReader;
import org.yima.protocol.SignedString;
import org.yima.protocol.spec.Field;
import org.yima.protocol.spec.Spec;
import org.yima.securitypkg.Call;
import org.yima.securitypkg.KeyRing;
import org.yima.securitypkg.Suite;

/**
 * Every kind of caller: three suites, both forms, hospital and pharmacy, and the printed sample.
 */
@ExtendWith(Scene.Shared.class)
class PlacesTest {
  /** What is the same wherever one pays: the names of the answer, by chapter 3. */
  static Stream<Arguments> places() {
    return Stream.of(
        Arguments.of(Scene.HOSPITAL, Suite.SM, "hissscan", "11"),
        Arguments.of(Scene.TOWNSHIP_RSA, Suite.RSA, "hissscan", "11"),
        Arguments.of(Scene.COUNTY_LEGACY, Suite.LEGACY, "hissscan", "11"),
        Arguments.of(Scene.PHARMACY, Suite.SM, "drugsscan", "14"));
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @MethodSource("places")
  void signsInIdentifiesPaysAsksReconcilesAndSignsOut(
      String place, Suite suite, String type, String medical, Scene scene) {
    Hospital at = scene.at(place);
    assertThat(at.place().suites()).containsExactly(suite);
    String cycle = at.signIn("P1", "0");
    Map<String, String> scan = at.scan(Hospital.person("退休职工"));
    Form who = at.call("ST020", ScanCases.identification(scan));
    assertThat(RefusalTest.elements(who).keySet()).containsAll(names("ST020"));
    String number = Scene.number();
    Paid paid =
        Paid.of(
            at.call(
                "ST007",
                at.order(number, cycle, scan)
                    .with("ordertype", type)
                    .visit("medicaltype", medical)
                    .line("XA0001", "20.00")
                    .xml()));
    assertThat(paid.business().keySet()).containsAll(names("ST007"));
    Form state = at.call("ST009", Hospital.xml(Map.of("orderid", number)));
    assertThat(state.get("paystatus")).isEqualTo("2");
    assertThat(RefusalTest.elements(state).keySet()).containsAll(names("ST009"));
    Form statement = at.call("ST099", CycleCases.naming(at, cycle));
    assertThat(statement.get("count")).isEqualTo("1");
    assertThat(statement.get("amount")).isEqualTo("20.00");
    assertThat(Hospital.outcome(at.call("ST002", CycleCases.naming(at, cycle)))).isEqualTo("00");
  }

  private static List<String> names(String transaction) {
    return Objects.requireNonNull(Spec.get().transaction(transaction)).reply().fields().stream()
        .map(Field::name)
        .toList();
  }

  /** A pharmacy may buy on the account without the fund: everything is account or cash. */
  @Test
  void aPharmacyPurchaseUsesTheAccountAlone(Scene scene) {
    Hospital at = scene.at(Scene.PHARMACY);
    var order =
        scene
            .order(at, "退休职工")
            .with("ordertype", "drugsscan")
            .visit("medicaltype", "14")
            .line("XA0001", "20.00");
    Paid paid = Paid.of(at.call("ST007", order.xml()));
    assertThat(paid.balance().textOf("akc260")).isEqualTo("0.00");
    assertThat(paid.balance().textOf("akc255")).isEqualTo("20.00");
    assertThat(paid.balance().textOf("akc261")).isEqualTo("0.00");
  }

  /** The plain form where it is registered: written raw, as in 1.1.5.2, and still signed. */
  @Test
  void aPlainCallIsAnsweredPlainly(Scene scene) throws Exception {
    Hospital at = scene.at(Scene.PHARMACY);
    Call call =
        at.kit()
            .signWithoutSealing(
                "ST001",
                Hospital.xml(
                    Map.of("hospcode", Scene.PHARMACY, "operatorid", "P2", "aae139", "0")));
    byte[] answer = at.post(call.body()).body();
    String text = new String(answer, StandardCharsets.UTF_8);
    assertThat(text)
        .startsWith("aprcode=00&aprtmsg=执行成功&busicycleno=530404020001")
        .contains("&respcode=00&respmsg=调用成功&");
    assertThat(text.split("&", -1)).isSorted();
    Form reply = at.kit().open(answer, call);
    assertThat(reply.get("transtype")).isEqualTo("ST001");
  }

  /**
   * The request of 1.1.5.1 as printed, but for the caller's codes and the two signatures: braces,
   * keys in mixed case, raw Base64, raw XML with blanks. It is LEGACY, since it names no suite.
   */
  @Test
  void thePrintedSampleIsReadAndAnsweredPlainly(Scene scene) throws Exception {
    Hospital at = scene.at(Scene.COUNTY_LEGACY);
    String plain = "update access_system set plain_allowed = ? where infosyscode = ?";
    String system = at.place().system().code();
    scene.tables.tell(plain, true, system);
    scene.registryMoved();
    try {
      String answer = new String(at.post(resigned(at, printed(at))).body(), StandardCharsets.UTF_8);
      assertThat(answer)
          .matches(
              "aprcode=00&aprtmsg=执行成功&busicycleno=530404010003[0-9]{16}"
                  + "&pltfmsignature=[A-Za-z0-9+/=]+&respcode=00&respmsg=调用成功&transtype=ST001");
    } finally {
      scene.tables.tell(plain, false, system);
      scene.registryMoved();
    }
  }

  private static String printed(Hospital at) throws IOException {
    return Files.readString(Path.of("..", "spec", "golden", "1.1.5.1-printed.txt"))
        .replace("04010089", at.place().institution().code())
        .replace("SYS100361", at.place().system().code());
  }

  private static byte[] resigned(Hospital at, String printed) throws Exception {
    Form form = FormReader.readBody(printed.getBytes(StandardCharsets.UTF_8));
    byte[] string = SignedString.ofPlain(form);
    return printed
        .replaceFirst(
            "merchantSignature=[^&]+",
            "merchantSignature=" + signature(at.ring("institution.p12"), string))
        .replaceFirst(
            "infoSysSignature=[^&]+",
            "infoSysSignature=" + signature(at.ring("system.p12"), string))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String signature(KeyRing keys, byte[] string) {
    KeyRing.SigningKey key = Objects.requireNonNull(keys.signingKey(Suite.LEGACY));
    return Base64.getEncoder().encodeToString(key.sign(Suite.LEGACY, string));
  }
}
