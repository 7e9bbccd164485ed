package org.yima.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.bouncycastle.jcajce.provider.digest.SM3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yima.protocol.Form;
import org.yima.sandbox.Hospital.Order;
import org.yima.sandbox.World.Inhabitant;
import org.yima.securitypkg.Call;

/** Every exchange of a proven caller leaves one entry: who, about what, and what became of it. */
@ExtendWith(Scene.Shared.class)
class AuditTrailTest {
  private static final String OF_MESSAGE =
      """
      select district, hospcode, infosyscode, operator, transaction, subject, outcome
        from audit_entry where message = ? order by entry_no
      """;

  /** Posts a request twice over and returns what the trail says of these very bytes. */
  private static List<List<String>> entries(Scene scene, String transaction, String transdata)
      throws Exception {
    Hospital at = scene.hospital();
    Call call = at.kit().seal(transaction, transdata);
    at.post(call.body());
    return scene.tables.ask(OF_MESSAGE, new SM3.Digest().digest(call.body()));
  }

  private static List<List<String>> entry(
      String operator, String transaction, String subject, String outcome) {
    return List.of(
        List.of("530400", Scene.HOSPITAL, "SYS100361", operator, transaction, subject, outcome));
  }

  @Test
  void aPaymentAndItsCopyAreTwoExchanges(Scene scene) throws Exception {
    Order order = scene.order(scene.hospital(), "在职职工").line("XA0001", "8.00");
    String number = Scene.number();
    order.with("orderid", number);
    assertThat(entries(scene, "ST007", order.xml())).isEqualTo(entry("01", "ST007", number, "00"));
    assertThat(entries(scene, "ST007", order.xml())).isEqualTo(entry("01", "ST007", number, "00"));
    order.line("XA0001", "9.00");
    assertThat(entries(scene, "ST007", order.with("orderamt", "17.00").xml()))
        .isEqualTo(entry("01", "ST007", number, "E1701"));
  }

  @Test
  void theSameBytesTwiceAreTwoEntries(Scene scene) throws Exception {
    Hospital at = scene.hospital();
    String query = Hospital.xml(Map.of("orderid", "NOSUCH"));
    Call call = at.kit().seal("ST009", query);
    at.post(call.body());
    at.post(call.body());
    assertThat(scene.tables.ask(OF_MESSAGE, new SM3.Digest().digest(call.body())))
        .hasSize(2)
        .allSatisfy(row -> assertThat(row).contains("ST009", "NOSUCH", "E1101"));
  }

  @Test
  void refusalsAndQueriesAreEntered(Scene scene) throws Exception {
    String cycle = scene.localCycle(scene.hospital());
    var signIn = Map.of("hospcode", Scene.HOSPITAL, "operatorid", "AT", "aae139", "0");
    assertThat(entries(scene, "ST001", Hospital.xml(signIn)))
        .isEqualTo(entry("AT", "ST001", "", "00"));
    assertThat(entries(scene, "ST001", Hospital.xml(signIn)))
        .as("nothing is written, and it is entered")
        .isEqualTo(entry("AT", "ST001", "", "00"));
    assertThat(entries(scene, "ST007", Hospital.xml(Map.of("orderid", "A1"))))
        .as("fields")
        .isEqualTo(entry("", "ST007", "A1", "E1001"));
    var statement = Map.of("hospcode", Scene.HOSPITAL, "operatorid", "AT", "busicycleno", cycle);
    assertThat(entries(scene, "ST099", Hospital.xml(statement)))
        .isEqualTo(entry("AT", "ST099", cycle, "00"));
    assertThat(entries(scene, "ST099", CycleCases.naming(scene.at(Scene.PHARMACY), cycle)))
        .as("another's hospcode")
        .isEqualTo(entry("01", "ST099", cycle, "E1002"));
  }

  @Test
  void badCallsAreEntered(Scene scene) throws Exception {
    assertThat(entries(scene, "ST999", Hospital.xml(Map.of())))
        .isEqualTo(entry("", "ST999", "", "R15"));
    assertThat(entries(scene, "ST009", "<orderid>A1</orderid>"))
        .isEqualTo(entry("", "ST009", "", "R10"));
  }

  /** The whole trail, as text: an id, a name, a card, a code or a token would be found in it. */
  @Test
  void nothingOfThePatientIsInIt(Scene scene) {
    Hospital at = scene.hospital();
    Inhabitant who = Hospital.person("退休职工");
    Map<String, String> scan = at.scan(who);
    Form identified = at.call("ST020", ScanCases.identification(scan));
    assertThat(Hospital.outcome(identified)).isEqualTo("00");
    String trail = scene.tables.one("select string_agg(a::text, ' ') from audit_entry a");
    assertThat(trail)
        .contains("ST020", "ec.query")
        .doesNotContain(
            who.person().id().value(),
            who.person().name().value(),
            who.person().card().value(),
            scan.get("ecqrcode"),
            scan.get("ectoken"));
  }
}
