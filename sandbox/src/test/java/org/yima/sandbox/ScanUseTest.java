package org.yima.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yima.protocol.Form;

/** One-scan and two-scan use, section 2.1: what reads a token and what uses it up. */
@ExtendWith(Scene.Shared.class)
class ScanUseTest {
  private static final String USED = "E1202";
  private static final String EXPIRED = "E1203";

  @Test
  void oneScanIdentifiesAndPays(Scene scene) {
    Map<String, String> scan = scan(scene);
    assertThat(identify(scene, scan)).isEqualTo("00");
    assertThat(identify(scene, scan)).as("again").isEqualTo("00");
    assertThat(pay(scene, scan, "1.00")).isEqualTo("00");
    assertThat(pay(scene, scan, "1.00")).as("a second order").isEqualTo(USED);
    assertThat(identify(scene, scan)).as("after paying").isEqualTo(USED);
  }

  @Test
  void twoScansIdentifyFirstAndPayMuchLater(Scene scene) {
    Map<String, String> first = scan(scene);
    assertThat(identify(scene, first)).isEqualTo("00");
    scene.clock.advance(Duration.ofMinutes(20));
    assertThat(pay(scene, first, "1.00")).as("the first scan's token").isEqualTo(EXPIRED);
    assertThat(pay(scene, scan(scene), "1.00")).as("the second's").isEqualTo("00");
  }

  @Test
  void aTokenHoldsFourMinutesAndACodeSixtySeconds(Scene scene) {
    Map<String, String> scan = scan(scene);
    scene.clock.advance(Duration.ofSeconds(239));
    assertThat(pay(scene, scan, "1.00")).isEqualTo("00");
    assertThat(decode(scene, Duration.ofSeconds(59))).isEqualTo("0");
    assertThat(decode(scene, Duration.ofSeconds(60))).isEqualTo("2002");
  }

  @Test
  void aCodeIsDecodedOnce(Scene scene) {
    String code = scene.sandbox.showCode(Hospital.person("在职职工").person());
    assertThat(decode(scene, code)).isEqualTo("0");
    assertThat(decode(scene, code)).isEqualTo("2003");
    assertThat(decode(scene, "1".repeat(28))).as("never shown").isEqualTo("2001");
  }

  @Test
  void aRefusedPaymentLeavesTheToken(Scene scene) {
    Map<String, String> scan = scan(scene);
    String number = Scene.number();
    Hospital.Order wrong =
        order(scene, scan).with("orderid", number).line("XA0001", "2.00").with("orderamt", "1.00");
    assertThat(Hospital.outcome(scene.hospital().call("ST007", wrong.xml()))).isEqualTo("E1501");
    Hospital.Order right = order(scene, scan).with("orderid", number).line("XA0001", "2.00");
    Paid paid = Paid.of(scene.hospital().call("ST007", right.xml()));
    assertThat(paid.value("orderamt")).isEqualTo("2.00");
  }

  /** Names and documents are compared as people mean them, not byte for byte. */
  @Test
  void widthAndBlanksInANameDoNotMatter(Scene scene) {
    Map<String, String> scan = scan(scene);
    scan.put("username", " 测 试　甲 ");
    scan.put("idno", "９９０００0198503070011");
    assertThat(pay(scene, scan, "1.00")).isEqualTo("00");
  }

  private static String decode(Scene scene, Duration after) {
    String code = scene.sandbox.showCode(Hospital.person("在职职工").person());
    scene.clock.advance(after);
    return decode(scene, code);
  }

  private static String decode(Scene scene, String code) {
    Form reply = scene.hospital().decode(code);
    return String.valueOf(reply.get("code"));
  }

  private static Map<String, String> scan(Scene scene) {
    return scene.hospital().scan(Hospital.person("在职职工"));
  }

  private static String identify(Scene scene, Map<String, String> scan) {
    return Hospital.outcome(scene.hospital().call("ST020", ScanCases.identification(scan)));
  }

  private static String pay(Scene scene, Map<String, String> scan, String amount) {
    String order = order(scene, scan).line("XA0001", amount).xml();
    return Hospital.outcome(scene.hospital().call("ST007", order));
  }

  private static Hospital.Order order(Scene scene, Map<String, String> scan) {
    Hospital at = scene.hospital();
    return at.order(Scene.number(), scene.localCycle(at), scan);
  }
}
