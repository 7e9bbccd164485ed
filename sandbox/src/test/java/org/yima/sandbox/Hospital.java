package org.yima.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
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
import org.yima.securitypkg.Suite;

/**
 * A hospital's till for tests: speaks to a running sandbox through the kit, and leaves the test
 * free to send anything else.
 */
final class Hospital {
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final Sandbox sandbox;
  private final Place place;
  private final Clock clock;
  private final Kit kit;
  private final Supplier<URI> way;

  Hospital(Sandbox sandbox, Place place, Clock clock) throws IOException {
    this.sandbox = sandbox;
    this.place = place;
    this.clock = clock;
    this.way = sandbox::gateway;
    this.kit = kit(place.suites().getFirst(), place);
  }

  /** A place that calls with other keys than those of its folder. */
  Hospital(Sandbox sandbox, Place place, Clock clock, Kit kit) {
    this(sandbox, place, clock, kit, sandbox::gateway);
  }

  private Hospital(Sandbox sandbox, Place place, Clock clock, Kit kit, Supplier<URI> way) {
    this.sandbox = sandbox;
    this.place = place;
    this.clock = clock;
    this.kit = kit;
    this.way = way;
  }

  /** The same till, which asks before each call where to post it. */
  Hospital through(Supplier<URI> other) {
    return new Hospital(sandbox, place, clock, kit, other);
  }

  /** The first place of the world: a level 3 hospital with suite SM. */
  static Hospital first(Sandbox sandbox, Clock clock) throws IOException {
    return new Hospital(sandbox, World.places().getFirst(), clock);
  }

  static Inhabitant person(String who) {
    return World.people().stream().filter(each -> each.who().equals(who)).findFirst().orElseThrow();
  }

  /** A kit with this place's keys, for any suite and identity. */
  Kit kit(Suite suite, Place identity) throws IOException {
    return kit(suite, identity, ring("system.p12"));
  }

  /** The same with other keys of the access system. */
  Kit kit(Suite suite, Place identity, KeyRing system) throws IOException {
    Path folder = sandbox.keys().kit(place);
    String pems = Files.readString(folder.resolve("platform.pem"));
    var platform = new ArrayList<PartyCertificate>();
    for (String pem : Pattern.compile("(?<=-----END CERTIFICATE-----\n)").split(pems, 0)) {
      platform.add(PartyCertificate.read(pem.getBytes(StandardCharsets.UTF_8)));
    }
    return new KitBuilder(
            suite,
            ring("institution.p12"),
            system,
            PartyCertificates.of(platform.getFirst().party(), platform))
        .caller(identity.institution().merchantCode(), identity.system().code())
        .hospcode(identity.institution().code())
        .clock(clock)
        .build();
  }

  /** The keys in a file of this place's folder. */
  KeyRing ring(String file) throws IOException {
    return new KeyRingBuilder(clock, new SecureRandom())
        .pkcs12(sandbox.keys().kit(place).resolve(file), KeyFolder.PASSWORD.toCharArray())
        .build();
  }

  Kit kit() {
    return kit;
  }

  Place place() {
    return place;
  }

  /** Seals, posts, opens. */
  Form call(String transtype, String transdata) {
    Call call = kit.seal(transtype, transdata);
    HttpResponse<byte[]> response = post(call.body());
    if (response.statusCode() != 200) {
      throw new AssertionError("HTTP " + response.statusCode());
    }
    try {
      return kit.open(response.body(), call);
    } catch (CannotOpen e) {
      throw new AssertionError(
          e.fault() + " " + new String(response.body(), StandardCharsets.UTF_8), e);
    }
  }

  /** Posts any bytes as a form. */
  HttpResponse<byte[]> post(byte[] body) {
    return post(way.get(), "application/x-www-form-urlencoded;charset=UTF-8", body);
  }

  static HttpResponse<byte[]> post(URI to, String type, byte[] body) {
    try {
      return HTTP.send(
          HttpRequest.newBuilder(to)
              .header("Content-Type", type)
              .POST(HttpRequest.BodyPublishers.ofByteArray(body))
              .build(),
          HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** ST001; {@code region} is 0 local, 1 out-of-region. */
  String signIn(String operator, String region) {
    Form reply =
        call(
            "ST001",
            xml(
                Map.of(
                    "hospcode", place.institution().code(),
                    "operatorid", operator,
                    "aae139", region)));
    return Objects.requireNonNull(reply.get("busicycleno"), () -> "no cycle: " + message(reply));
  }

  /** Shows a code and decodes it: the five elements that every scan transaction sends. */
  Map<String, String> scan(Inhabitant who) {
    String code = show(who);
    Form reply = decode(code);
    Map<String, String> scan = new LinkedHashMap<>();
    scan.put("ecqrcode", code);
    scan.put("ectoken", Objects.requireNonNull(reply.get("ectoken"), () -> message(reply)));
    scan.put("idtype", "01");
    scan.put("idno", who.person().id().value());
    scan.put("username", who.person().name().value());
    return scan;
  }

  /** What the patient's phone shows. */
  String show(Inhabitant who) {
    return sandbox.showCode(who.person());
  }

  /** ec.query; its {@code code} says whether it was decoded. */
  Form decode(String code) {
    String data =
        """
        <transType>ec.query</transType><orgId>%1$s</orgId>\
        <data><orgId>%1$s</orgId><businessType>01301</businessType><ecQrCode>%2$s</ecQrCode></data>\
        """
            .formatted(place.institution().code(), code);
    return call("ec.query", "<transdata>" + data + "</transdata>");
  }

  /** A good ST007 request; change what a test is about, then {@link Order#xml}. */
  Order order(String number, String cycle, Map<String, String> scan) {
    return new Order(number, cycle, scan, place.institution().code(), now());
  }

  String now() {
    return TIME.format(LocalDateTime.ofInstant(clock.instant(), ZONE));
  }

  static String xml(Map<String, String> fields) {
    var xml = new StringBuilder("<transdata>");
    fields.forEach((name, value) ->
        xml.append('<')
            .append(name)
            .append('>')
            .append(value)
            .append("</")
            .append(name)
            .append('>'));
    return xml.append("</transdata>").toString();
  }

  /** {@code 00}, or the number of the reason: {@code E1203}; {@code R12} for a respcode. */
  static String outcome(Form reply) {
    String respcode = reply.get("respcode");
    if (!"00".equals(respcode)) {
      return "R" + respcode;
    }
    String message = Objects.requireNonNull(reply.get("aprtmsg"));
    return "00".equals(reply.get("aprcode")) ? "00" : message.substring(0, message.indexOf(' '));
  }

  static String message(Form reply) {
    return reply.get("respcode") + " " + reply.get("respmsg") + " / " + reply.get("aprtmsg");
  }

  /** One order being written; fields and lines may be overridden. */
  static final class Order {
    private final Map<String, String> fields = new LinkedHashMap<>();
    private final Map<String, String> visit = new LinkedHashMap<>();
    private final List<Map<String, String>> lines = new ArrayList<>();
    private String prescriptionFee = "";

    private Order(
        String number, String cycle, Map<String, String> scan, String hospcode, String now) {
      fields.put("ordertype", "hissscan");
      fields.put("orderid", number);
      fields.put("busicycleno", cycle);
      fields.putAll(scan);
      fields.put("orderamt", "");
      fields.put("ordertime", now);
      fields.put("orderovertime", "30");
      fields.put("backurl", "");
      fields.put("pname", Objects.requireNonNull(scan.get("username")));
      fields.put("pidno", Objects.requireNonNull(scan.get("idno")));
      visit.put("hospname", "示例");
      visit.put("hospcode", hospcode);
      visit.put("operatorid", "01");
      visit.put("medicaltype", "11");
      visit.put("outpatientno", "MZ1");
      visit.put("bkc012", "BL1");
      visit.put("ake010", now);
      visit.put("outpatienttime", now);
    }

    /** Overrides a field of the request. */
    Order with(String name, String value) {
      fields.put(name, value);
      return this;
    }

    /** As ST021 is sent: nobody has shown a code yet. */
    Order unscanned() {
      fields.keySet().removeAll(List.of("ecqrcode", "ectoken", "idtype", "idno", "username"));
      return this;
    }

    /** Overrides a field of orderdata. */
    Order visit(String name, String value) {
      visit.put(name, value);
      return this;
    }

    /** Overrides the prescription's total, which is the lines' sum otherwise. */
    Order prescriptionFee(String amount) {
      prescriptionFee = amount;
      return this;
    }

    /** Adds a line: one unit at this price; {@code more} overrides its fields. */
    Order line(String item, String amount, Map<String, String> more) {
      Map<String, String> line = new LinkedHashMap<>();
      line.put("prescriptionorderno", String.valueOf(lines.size() + 1));
      line.put("hoschargeprocode", "H" + item);
      line.put("hoschargeproname", "院内" + item);
      line.put("chargeprocode", item);
      line.put("chargepromame", "目录" + item);
      line.put("chargesort", "01");
      line.put("chargesort111", "01");
      line.put("unitprice", amount);
      line.put("num", "1");
      line.put("amount", amount);
      line.put("unit", "盒");
      line.put("days", "1");
      line.put("prescribetime", Objects.requireNonNull(visit.get("outpatienttime")));
      line.put("prescribedeptcode", "01");
      line.putAll(more);
      lines.add(line);
      return this;
    }

    Order line(String item, String amount) {
      return line(item, amount, Map.of());
    }

    String xml() {
      var sum = java.math.BigDecimal.ZERO;
      var rows = new StringBuilder();
      for (Map<String, String> line : lines) {
        sum = sum.add(number(line.get("amount")));
        rows.append("<row>").append(elements(line)).append("</row>");
      }
      String fee = prescriptionFee.isEmpty() ? sum.toPlainString() : prescriptionFee;
      if (Objects.requireNonNull(fields.get("orderamt")).isEmpty()) {
        fields.put("orderamt", sum.toPlainString());
      }
      return "<transdata>"
          + elements(fields)
          + "<orderdata>"
          + elements(visit)
          + "<prescriptionlistinfo><row><prescriptionno>CF1</prescriptionno><prescriptionfee>"
          + fee
          + "</prescriptionfee><prescriptionitemlistinfo>"
          + rows
          + "</prescriptionitemlistinfo></row></prescriptionlistinfo></orderdata></transdata>";
    }

    private static java.math.BigDecimal number(@org.jspecify.annotations.Nullable String text) {
      try {
        return new java.math.BigDecimal(Objects.requireNonNull(text));
      } catch (NumberFormatException e) {
        return java.math.BigDecimal.ZERO;
      }
    }

    private static String elements(Map<String, String> fields) {
      String all = Hospital.xml(fields);
      return all.substring("<transdata>".length(), all.length() - "</transdata>".length());
    }
  }
}
