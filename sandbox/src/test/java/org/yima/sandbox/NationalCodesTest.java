package org.yima.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yima.protocol.Form;
import org.yima.sandbox.World.Inhabitant;

/**
 * A platform whose codes are decoded by somebody else, over HTTP: what the hospital sees of it,
 * from the scan to the payment. Tokens are opaque here; none says where its holder is insured.
 */
class NationalCodesTest {
  @TempDir static Path folder;
  private static final AtomicInteger TOKENS = new AtomicInteger();
  private static final CountDownLatch OVER = new CountDownLatch(1);
  private static final SettableClock CLOCK = new SettableClock(Scene.MORNING, Hospital.ZONE);
  private static HttpServer service;
  private static Sandbox sandbox;
  private static Tables tables;
  private static Hospital at;
  private static volatile String answer = "";

  @BeforeAll
  static void start() throws IOException {
    service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    service.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    service.createContext(
        "/ec/query",
        exchange -> {
          try (exchange) {
            exchange.getRequestBody().readAllBytes();
            if (answer.isEmpty()) {
              OVER.await();
            }
            byte[] bytes = answer.getBytes(UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    service.start();
    String url = "http://127.0.0.1:" + service.getAddress().getPort() + "/ec/query";
    sandbox =
        Sandbox.start(
            folder,
            0,
            CLOCK,
            Map.of("yima.code-service.url", url, "yima.code-service.timeout", "5s"));
    tables = new Tables(sandbox);
    at = Hospital.first(sandbox, CLOCK);
  }

  @AfterAll
  static void stop() {
    OVER.countDown();
    tables.close();
    sandbox.close();
    service.stop(0);
  }

  @AfterEach
  void back() {
    CLOCK.set(Scene.MORNING);
  }

  /** What the service says of a code: this person, as it knows him, and this token. */
  private static String good(Inhabitant who, String token, String district) {
    return """
    {"code":0,"message":"成功","data":{"idNo":"%s","idType":"01","userName":"%s",
     "ecToken":"%s","insuOrg":"%s"}}
    """
        .formatted(who.person().id().value(), who.person().name().value(), token, district);
  }

  private static Map<String, String> scan(Hospital from, String who) {
    Inhabitant person = Hospital.person(who);
    String token = "national-" + TOKENS.incrementAndGet();
    answer = good(person, token, person.person().district());
    return scanned(from, person, "CODE-" + token);
  }

  private static Map<String, String> scanned(Hospital from, Inhabitant who, String code) {
    Form reply = from.decode(code);
    Map<String, String> scan = new LinkedHashMap<>();
    scan.put("ecqrcode", code);
    scan.put("ectoken", Objects.requireNonNull(reply.get("ectoken"), Hospital.message(reply)));
    scan.put("idtype", "01");
    scan.put("idno", who.person().id().value());
    scan.put("username", who.person().name().value());
    return scan;
  }

  private static String identify(Hospital from, Map<String, String> scan) {
    return Hospital.outcome(from.call("ST020", ScanCases.identification(scan)));
  }

  private static String pay(Hospital from, Map<String, String> scan, String region) {
    String cycle = from.signIn("01", region);
    String order = from.order(Scene.number(), cycle, scan).line("XA0001", "1.00").xml();
    return Hospital.outcome(from.call("ST007", order));
  }

  /** The visitor is treated where his own rules pay for it; his token says nothing of where. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({"在职职工, 0, 0", "外地退休职工, 1, 1"})
  void aForeignTokenIsReadAndUsedUpLikeOurOwn(String who, String region, int place)
      throws IOException {
    Hospital from = new Hospital(sandbox, World.places().get(place), CLOCK);
    Map<String, String> scan = scan(from, who);
    assertThat(identify(from, scan)).isEqualTo("00");
    assertThat(pay(from, scan, region)).isEqualTo("00");
    assertThat(pay(from, scan, region)).as("a second order").isEqualTo("E1202");
    assertThat(identify(from, scan)).as("after paying").isEqualTo("E1202");
    assertThat(tables.ask("select district, person_district, used_at is not null from ec_token"))
        .as("kept where it was scanned, beside where its holder is insured")
        .contains(List.of("530400", Hospital.person(who).person().district(), "t"));
  }

  /** Whatever is wrong with a scan is found of a foreign token too. */
  @Test
  void aForeignTokenIsCheckedWithItsCodeAndHolder() {
    Map<String, String> scan = scan(at, "在职职工");
    Map<String, String> other = scan(at, "退休职工");
    assertThat(identify(at, with(scan, "ectoken", "national-never"))).isEqualTo("E1201");
    assertThat(identify(at, with(scan, "ectoken", other.get("ectoken")))).isEqualTo("E1204");
    assertThat(identify(at, with(scan, "idno", other.get("idno")))).isEqualTo("E1301");
    assertThat(identify(at, with(scan, "username", other.get("username")))).isEqualTo("E1301");
    CLOCK.advance(Duration.ofMinutes(4));
    assertThat(identify(at, scan)).isEqualTo("E1203");
  }

  @Test
  void anotherInstitutionsTokenIsNotOurs() throws IOException {
    Map<String, String> scan = scan(at, "在职职工");
    Hospital other = new Hospital(sandbox, World.places().get(1), CLOCK);
    assertThat(Hospital.outcome(other.call("ST020", ScanCases.identification(scan))))
        .isEqualTo("E1205");
  }

  private static Map<String, String> with(
      Map<String, String> scan, String name, @Nullable String value) {
    Map<String, String> changed = new LinkedHashMap<>(scan);
    changed.put(name, Objects.requireNonNull(value));
    return changed;
  }

  /** The library's own codes are answers; nobody is named and nothing is written. */
  @ParameterizedTest
  @CsvSource({
    "2001, 二维码格式错误",
    "2002, 二维码已过期",
    "2003, 二维码已使用",
    "2005, 电子凭证已暂停或注销",
    "-1,   异常",
  })
  void aRefusedCodeIsSaidWithItsCode(String code, String message) {
    answer = "{\"code\":" + code + ",\"message\":\"测试甲 990000198503070011\"}";
    Map<String, String> before = tables.contents();
    Form reply = at.decode("CODE");
    assertThat(Hospital.outcome(reply)).isEqualTo("00");
    assertThat(reply.get("code")).isEqualTo(code);
    assertThat(reply.get("message")).isEqualTo(message);
    assertThat(reply.get("ectoken")).isNull();
    assertThat(tables.contents()).isEqualTo(before);
  }

  /** Somebody of whom the funds here know nothing, or of another name. */
  @Test
  void whoIsNotInsuredHereHasNoToken() {
    Inhabitant person = Hospital.person("在职职工");
    String good = good(person, "national-x", "530400");
    for (String unknown :
        new String[] {good.replace("530400", "990001"), good.replace("测试甲", "测试癸")}) {
      answer = unknown;
      Form reply = at.decode("CODE-X");
      assertThat(reply.get("code")).isEqualTo("2007");
      assertThat(reply.get("ectoken")).isNull();
    }
  }

  /** Silence and nonsense are 18: nobody knows whether the code was used up. */
  @ParameterizedTest(name = "[{0}]")
  @CsvSource({"''", "<html>", "'{\"code\":0}'"})
  void noUsableAnswerIsEighteen(String said) {
    answer = said;
    Map<String, String> before = tables.contents();
    Form reply = at.decode("CODE");
    assertThat(reply.get("aprcode")).isEqualTo("18");
    assertThat(reply.get("aprtmsg")).isEqualTo("E1802 电子凭证服务没有答复，请患者刷新二维码后重新扫码");
    assertThat(tables.contents()).isEqualTo(before);
  }

  /** A copy of a payment is answered before anything is asked of its token. */
  @Test
  void aRepeatedPaymentIsAnsweredAsBefore() {
    Map<String, String> scan = scan(at, "退休职工");
    String order =
        at.order(Scene.number(), at.signIn("01", "0"), scan).line("XA0001", "2.00").xml();
    Form first = at.call("ST007", order);
    CLOCK.advance(Duration.ofMinutes(5));
    Form again = at.call("ST007", order);
    assertThat(Hospital.outcome(first)).isEqualTo("00");
    assertThat(Paid.of(again).business()).isEqualTo(Paid.of(first).business());
  }
}
