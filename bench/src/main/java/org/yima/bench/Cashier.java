package org.yima.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yima.platform.credential.Scan;
import org.yima.protocol.Element;
import org.yima.protocol.ElementReader;
import org.yima.protocol.Form;
import org.yima.protocol.MalformedMessage;
import org.yima.sandbox.KeyFolder;
import org.yima.sandbox.World.Place;
import org.yima.securitypkg.CannotOpen;
import org.yima.securitypkg.KeyRing;
import org.yima.securitypkg.Kit;
import org.yima.securitypkg.KitBuilder;
import org.yima.securitypkg.PartyCertificate;
import org.yima.securitypkg.PartyCertificates;
import org.yima.securitypkg.Suite;

/** A hospital's side of a payment, with the kit and the keys as hospitals get them. */
final class Cashier {
  private final Place place;
  private final Clock clock;
  private final KeyRing institution;
  private final KeyRing system;
  private final Kit kit;
  private final String cycle;

  /** Opens the till: keys, kit, and a business cycle. */
  Cashier(Stage stage, Place place, Clock clock) {
    this.place = place;
    this.clock = clock;
    Path folder = stage.kit(place);
    try {
      institution = ring(folder.resolve("institution.p12"));
      system = ring(folder.resolve("system.p12"));
      kit =
          new KitBuilder(suite(), institution, system, platform(folder))
              .caller(place.institution().merchantCode(), place.system().code())
              .hospcode(place.institution().code())
              .clock(clock)
              .build();
      cycle = signIn(stage);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private KeyRing ring(Path file) throws IOException {
    char[] password = KeyFolder.PASSWORD.toCharArray();
    return KeyRing.fromPkcs12(file, password, clock, new SecureRandom());
  }

  private static PartyCertificates platform(Path folder) throws IOException {
    String[] pems =
        Files.readString(folder.resolve("platform.pem")).split("(?<=-----END CERTIFICATE-----\n)");
    List<PartyCertificate> certificates =
        Arrays.stream(pems)
            .map(pem -> PartyCertificate.read(pem.getBytes(StandardCharsets.US_ASCII)))
            .toList();
    return PartyCertificates.of(certificates.getFirst().party(), certificates);
  }

  private String signIn(Stage stage) throws IOException {
    try (var wire = new Wire(stage.gateway())) {
      String signIn =
          "<transdata><hospcode>"
              + place.institution().code()
              + "</hospcode><operatorid>bench</operatorid><busicycleno></busicycleno>"
              + "<aae139>0</aae139></transdata>";
      var call = kit.seal("ST001", signIn);
      Form reply = kit.open(wire.post(call.body()), call);
      return Objects.requireNonNull(reply.get("busicycleno"), () -> "no cycle: " + outcome(reply));
    } catch (CannotOpen e) {
      throw new IOException("the answer to ST001 does not open: " + e.fault(), e);
    }
  }

  Place place() {
    return place;
  }

  Suite suite() {
    return place.suites().getFirst();
  }

  String cycle() {
    return cycle;
  }

  Kit kit() {
    return kit;
  }

  /** Signs as the institution. */
  KeyRing institution() {
    return institution;
  }

  /** Opens as the access system. */
  KeyRing system() {
    return system;
  }

  String transdata(String order, Scan scan) {
    return TenLines.transdata(place, cycle, order, scan, clock.instant());
  }

  /**
   * Pays one bill as a hospital does: writes, seals, sends, opens, reads the whole answer.
   *
   * @return null if it was paid, else what the answer said
   */
  @Nullable String pay(Wire wire, String order, Scan scan) throws IOException {
    var call = kit.seal("ST007", transdata(order, scan));
    byte[] answer = wire.post(call.body());
    try {
      Form reply = kit.open(answer, call);
      return "00".equals(reply.get("aprcode")) ? wrong(details(reply)) : outcome(reply);
    } catch (CannotOpen e) {
      throw new IOException("the answer does not open: " + e.fault(), e);
    }
  }

  static Element details(Form reply) {
    try {
      return ElementReader.read(Objects.requireNonNull(reply.get("aptorderackdata")));
    } catch (MalformedMessage e) {
      throw new IllegalStateException("4.5 of the answer cannot be read", e);
    }
  }

  private static @Nullable String wrong(Element details) {
    Element balance = Objects.requireNonNull(details.child("balanceret"));
    String total = balance.textOf("akc264");
    return total.equals(TenLines.TOTAL.toString()) ? null : "paid " + total;
  }

  private static String outcome(Form reply) {
    return reply.get("respcode") + " " + reply.get("respmsg") + " / " + reply.get("aprtmsg");
  }
}
