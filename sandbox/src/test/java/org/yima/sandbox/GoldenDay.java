package org.yima.sandbox;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.yima.protocol.Element;
import org.yima.protocol.ElementReader;
import org.yima.protocol.ElementWriter;
import org.yima.protocol.Form;
import org.yima.protocol.MalformedMessage;
import org.yima.protocol.spec.Spec;
import org.yima.sandbox.Steps.Prepared;
import org.yima.sandbox.Ward.Line;
import org.yima.sandbox.Ward.Patient;
import org.yima.sandbox.World.Inhabitant;

/** A day at one hospital on which every transaction of the interface is called. */
final class GoldenDay {
  private final Hospital at;
  private final Tables tables;
  private final Map<String, Exchanged> said = new TreeMap<>();

  private GoldenDay(Hospital at, Tables tables) {
    this.at = at;
    this.tables = tables;
  }

  static Map<String, Exchanged> in(Path folder) throws IOException {
    var clock = new SettableClock(Scene.MORNING, Hospital.ZONE);
    try (Sandbox sandbox = Sandbox.start(folder, 0, clock);
        Tables tables = new Tables(sandbox)) {
      tables.tell("update institution set callbacks = array['https://his.example/callback']");
      tables.tell("update registry_version set version = version + 1");
      clock.advance(Duration.ofSeconds(3));
      var day = new GoldenDay(Hospital.first(sandbox, clock), tables);
      day.play();
      return day.said;
    }
  }

  /** Sends it with all its fields, and keeps both sides of the first of its kind. */
  private Form say(String transaction, String transdata) {
    try {
      Element sent = ElementReader.read(transdata, "transdata");
      var spec = Objects.requireNonNull(Spec.get().transaction(transaction));
      Element full = Filled.all(spec.request().canonical(sent), spec.request());
      Form reply = at.call(transaction, ElementWriter.write(full));
      var business = new TreeMap<>(RefusalTest.elements(reply));
      business.remove("transtype");
      said.putIfAbsent(transaction, new Exchanged(transaction, full, business));
      if (!Hospital.outcome(reply).equals("00")) {
        throw new AssertionError(transaction + ": " + Hospital.message(reply));
      }
      return reply;
    } catch (MalformedMessage e) {
      throw new AssertionError(transaction, e);
    }
  }

  private Form say(String transaction, Map<String, String> fields) {
    return say(transaction, Hospital.xml(fields));
  }

  private void play() {
    String hospcode = at.place().institution().code();
    String cycle =
        Objects.requireNonNull(
            say("ST001", Map.of("hospcode", hospcode, "operatorid", "01", "aae139", "0"))
                .get("busicycleno"));
    Inhabitant who = Hospital.person("退休职工");
    outpatient(new Steps(at, cycle), who);
    stay(new Ward(at, cycle), who);
    fixedPrice(new Ward(at, cycle), Hospital.person("账户已空的职工"));
    queries(hospcode, cycle, who);
  }

  private void outpatient(Steps steps, Inhabitant who) {
    say("ec.query", decoding(who));
    say("ST020", ScanCases.identification(at.scan(who)));
    Hospital.Order order = at.order("G1", steps.cycle(), at.scan(who));
    order.with("backurl", "https://his.example/callback").visit("aae139", "0");
    Paid paid = Paid.of(say("ST007", order.line("XA0001", "600.00").xml()));
    say("ST009", Map.of("orderid", "G1"));
    Hospital.Order unscanned = at.order("G2", steps.cycle(), at.scan(who)).line("XA0001", "50.00");
    unscanned.with("backurl", "https://his.example/callback").visit("aae139", "0");
    Prepared prepared = Prepared.of("G2", who, say("ST021", unscanned.unscanned().xml()));
    Map<String, String> confirmation = steps.confirmation(prepared);
    confirmation.put("akc264", "50.00");
    confirmation.put("akc255", prepared.value("akc255"));
    say("ST022", confirmation);
    say("ST010", steps.refunding(who, paid));
    say("ST100", Map.of("busicycleno", steps.cycle(), "orderid", "G2", "reason", "收费系统未能入账"));
  }

  private String decoding(Inhabitant who) {
    return """
    <transdata><transType>ec.query</transType><orgId>%1$s</orgId><data><orgId>%1$s</orgId>\
    <businessType>01301</businessType><operatorId>01</operatorId><ecQrCode>%2$s</ecQrCode>\
    </data></transdata>\
    """
        .formatted(at.place().institution().code(), at.show(who));
  }

  private void stay(Ward ward, Inhabitant who) {
    Patient patient = admitted(ward, who);
    Form charged = say("ST031", ward.charges(patient, List.of(new Line("R1", "1", "1300.00"))));
    say("ST032", ward.xml(patient, half(serial(charged))));
    say("ST033", ward.xml(patient, discharge()));
    Form promise = say("ST034", ward.xml(patient, part()));
    at.call("ST022", Hospital.xml(ward.settlement(patient, promise)));
    say("ST036", Map.of("hospcode", hospcode(), "akc190", patient.admission(), "orderid", "G4"));
    withdraw(ward);
  }

  /** What the hospital keeps of it is a sum of ST099's own. */
  private static void fixedPrice(Ward ward, Inhabitant who) {
    Patient patient = ward.admitFixedPrice(who);
    ward.charge(patient, List.of(new Line("R1", "1", "4200.00")));
    Paid.of(ward.settle(patient, ward.presettle(patient, "4200.00")));
  }

  private Patient admitted(Ward ward, Inhabitant who) {
    Map<String, String> admission = ward.admission(who, "G3");
    admission.put("outdate", "2026-03-10");
    Form reply = say("ST023", Hospital.xml(admission));
    return new Patient(
        who,
        "G3",
        Objects.requireNonNull(reply.get("akc190")),
        Objects.requireNonNull(reply.get("ordervalidcode")));
  }

  private static Map<String, String> half(String serial) {
    return Map.of(
        "bkc028", serial,
        "cancelnum", "0.5",
        "cancelamt", "650.00",
        "cancelno", "G3-1",
        "reason", "录入有误");
  }

  private static Map<String, String> discharge() {
    return Map.of(
        "updateflag", "1101111111",
        "medicaltype", "21",
        "indate", "2026-03-10",
        "outdate", "2026-03-10",
        "diseasecode", "J18.9");
  }

  private static Map<String, String> part() {
    return Map.of(
        "akc264", "650.00",
        "akc255", "100.00",
        "endtime", "2026-03-10 10:00:00",
        "orderid", "G4");
  }

  private static String serial(Form charged) {
    String rows = Objects.requireNonNull(charged.get("orderentryret"));
    return rows.substring(rows.indexOf("<bkc028>") + 8, rows.indexOf("</bkc028>"));
  }

  private void withdraw(Ward ward) {
    Patient mistaken = ward.admit(Hospital.person("在职职工"));
    say("ST024", ward.withdrawal(mistaken));
  }

  private String hospcode() {
    return at.place().institution().code();
  }

  private void queries(String hospcode, String cycle, Inhabitant who) {
    Map<String, String> shown = new TreeMap<>(at.scan(who));
    shown.put("hospcode", hospcode);
    shown.put("bac001", who.person().number());
    shown.put("medicaltype", "13");
    say("ST035", Hospital.xml(shown));
    numbered();
    say("ST041", Map.of("hospcode", hospcode, "aftereventseq", "0", "max", "1"));
    say("ST042", Map.of("hospcode", hospcode, "catalogue", "item", "afterversion", ""));
    var naming = Map.of("hospcode", hospcode, "operatorid", "01", "busicycleno", cycle);
    say("ST099", naming);
    say("ST002", naming);
  }

  /** Events have their numbers a moment later. */
  private void numbered() {
    while (!tables.one("select count(*) from outbox where state = 'NEW'").equals("0")) {
      LockSupport.parkNanos(20_000_000);
    }
  }
}
