package org.yima.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yima.protocol.Form;
import org.yima.sandbox.World.Inhabitant;
import org.yima.sandbox.World.Place;
import org.yima.securitypkg.Call;
import org.yima.securitypkg.CannotOpen;
import org.yima.securitypkg.KeyRing;
import org.yima.securitypkg.KeyRingBuilder;
import org.yima.securitypkg.Kit;
import org.yima.securitypkg.KitBuilder;
import org.yima.securitypkg.PartyCertificate;
import org.yima.securitypkg.PartyCertificates;

/**
 * Somebody at a till who knows an address and a folder of keys and nothing else, so that the server
 * may as well run in another process. Used by many threads at once.
 */
final class Cashier {
  /** A server that has not answered by then hangs. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final Pattern CODE = Pattern.compile("\"ecQrCode\":\"([0-9]{28})\"");
  private static final Pattern TOKEN = Pattern.compile("\"ecToken\":\"([^\"]+)\"");
  private static final String FORM = "application/x-www-form-urlencoded;charset=UTF-8";

  private final URI base;
  private final Place place;
  private final Kit kit;

  private Cashier(URI base, Place place, Kit kit) {
    this.base = base;
    this.place = place;
    this.kit = kit;
  }

  /**
   * A cashier of the sandbox at {@code base} whose data are in {@code folder}.
   *
   * @param hospcode of the institution they work at
   */
  static Cashier at(URI base, Path folder, String hospcode) {
    Place place =
        World.places().stream()
            .filter(each -> each.institution().code().equals(hospcode))
            .findFirst()
            .orElseThrow();
    try {
      return new Cashier(base, place, kit(folder.resolve("keys/kit").resolve(hospcode), place));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Kit kit(Path keys, Place place) throws IOException {
    List<PartyCertificate> platform = new ArrayList<>();
    Matcher pem =
        Pattern.compile("-----BEGIN.*?-----END CERTIFICATE-----\n", Pattern.DOTALL)
            .matcher(Files.readString(keys.resolve("platform.pem")));
    while (pem.find()) {
      platform.add(PartyCertificate.read(pem.group().getBytes(StandardCharsets.UTF_8)));
    }
    return new KitBuilder(
            place.suites().getFirst(),
            ring(keys.resolve("institution.p12")),
            ring(keys.resolve("system.p12")),
            PartyCertificates.of(platform.getFirst().party(), platform))
        .caller(place.institution().merchantCode(), place.system().code())
        .hospcode(place.institution().code())
        .clock(Clock.systemUTC())
        .build();
  }

  private static KeyRing ring(Path file) throws IOException {
    return new KeyRingBuilder(Clock.systemUTC(), new SecureRandom())
        .pkcs12(file, KeyFolder.PASSWORD.toCharArray())
        .build();
  }

  String hospcode() {
    return place.institution().code();
  }

  /** Seals, posts, opens. */
  Form call(String transtype, Map<String, String> fields) {
    return call(transtype, Hospital.xml(fields));
  }

  Form call(String transtype, String transdata) {
    Call call = kit.seal(transtype, transdata);
    byte[] answer = post("/gateway", FORM, call.body());
    try {
      return kit.open(answer, call);
    } catch (CannotOpen e) {
      throw new AssertionError(e.fault() + " " + new String(answer, StandardCharsets.UTF_8), e);
    }
  }

  /**
   * Posts any bytes and returns what came back.
   *
   * @throws UncheckedIOException if there was no answer
   */
  byte[] post(String path, String type, byte[] body) {
    try {
      return HTTP.send(
              HttpRequest.newBuilder(base.resolve(path))
                  .timeout(PATIENCE)
                  .header("Content-Type", type)
                  .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                  .build(),
              HttpResponse.BodyHandlers.ofByteArray())
          .body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** ST001; {@code region} is 0 local, 1 out-of-region. */
  Form signIn(String operator, String region) {
    return call("ST001", Map.of("hospcode", hospcode(), "operatorid", operator, "aae139", region));
  }

  /** ST001 when nothing but success is expected: the cycle's number. */
  String cycle(String operator, String region) {
    Form reply = signIn(operator, region);
    return Objects.requireNonNull(reply.get("busicycleno"), () -> Hospital.message(reply));
  }

  /** What a person's phone shows and the decoding service makes of it. */
  Scan scan(Inhabitant who) {
    String shown = "/sandbox/people/" + who.person().number() + "/code";
    String code = first(CODE, post(shown, "application/json", new byte[0]));
    String query =
        """
        {"transType":"ec.query","orgId":"%s",
         "data":{"orgId":"%1$s","businessType":"01301","operatorId":"01","ecQrCode":"%s"}}
        """
            .formatted(hospcode(), code);
    byte[] decoded = post("/ec/query", "application/json", query.getBytes(StandardCharsets.UTF_8));
    return new Scan(who, code, first(TOKEN, decoded));
  }

  private static String first(Pattern pattern, byte[] answer) {
    String text = new String(answer, StandardCharsets.UTF_8);
    Matcher found = pattern.matcher(text);
    if (!found.find()) {
      throw new AssertionError(pattern + " is not in " + text);
    }
    return found.group(1);
  }

  /** A code that was decoded: the elements that every scan transaction sends. */
  record Scan(Inhabitant who, String code, String token) {}

  /** The order that a pushed event is about. */
  String orderOf(byte[] event) {
    try {
      return Objects.requireNonNull(kit.openPush(event).get("orderid"));
    } catch (CannotOpen e) {
      throw new AssertionError(e);
    }
  }

  /** ST007 of a bill. */
  Form pay(Bill bill) {
    return call("ST007", bill.xml());
  }

  /** ST007, asked again for as long as the answer is "in progress": 00 or the reason. */
  String payInTheEnd(Bill bill) {
    for (int attempt = 0; attempt < 20; attempt++) {
      String outcome = Hospital.outcome(pay(bill));
      if (!outcome.equals("E1801")) {
        return outcome;
      }
    }
    throw new AssertionError(bill.order() + " is in progress for ever");
  }

  /** ST009. */
  Form query(String order) {
    return call("ST009", Map.of("orderid", order));
  }

  /** ST002, asked again for as long as payments hold the cycle. */
  String signOut(String cycle) {
    for (int attempt = 0; attempt < 20; attempt++) {
      String outcome =
          Hospital.outcome(
              call(
                  "ST002",
                  Map.of("hospcode", hospcode(), "operatorid", "01", "busicycleno", cycle)));
      if (!outcome.equals("E1801")) {
        return outcome;
      }
    }
    throw new AssertionError("the cycle cannot be signed out");
  }

  /** ST099. */
  Form statement(String cycle) {
    return call("ST099", Map.of("hospcode", hospcode(), "operatorid", "01", "busicycleno", cycle));
  }
}
