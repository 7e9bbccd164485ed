package org.yima.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yima.platform.institution.AccessSystem;
import org.yima.platform.institution.Institution;
import org.yima.protocol.Form;
import org.yima.protocol.FormReader;
import org.yima.protocol.FormWriter;
import org.yima.protocol.MalformedMessage;
import org.yima.sandbox.World.Place;
import org.yima.securitypkg.Call;
import org.yima.securitypkg.CannotOpen;
import org.yima.securitypkg.Suite;

/**
 * Messages that cannot be opened. All of one kind get the same bytes but for the signature, in the
 * plain form, naming nobody; and nothing is written.
 */
@ExtendWith(Scene.Shared.class)
class BadMessageTest {
  private static final String MALFORMED = "10 报文格式错误 malformed message";
  private static final String UNKNOWN = "11 商户或接入系统未登记或已停用 unknown or disabled caller";
  private static final String UNOPENED =
      "12 报文不能打开或签名错误 message cannot be opened or signature wrong";

  /** A body, and the one answer to it; {@code suite} is the one the answer is signed in. */
  record Bad(String label, String answer, String suite, Body body) {
    @Override
    public String toString() {
      return label + " → R" + answer.substring(0, 2);
    }
  }

  interface Body {
    byte[] of(Scene scene) throws IOException;
  }

  static Stream<Bad> cases() {
    return Stream.of(callers(), keys(), signatures(), suites(), forms()).flatMap(cases -> cases);
  }

  private static Stream<Bad> callers() {
    return Stream.of(
        new Bad("商户未登记", UNKNOWN, "SM", scene -> as(scene, "DD99999999", "SYS100361")),
        new Bad("接入系统未登记", UNKNOWN, "SM", scene -> as(scene, "DD04010089", "SYS999999")),
        new Bad("别家的接入系统", UNKNOWN, "SM", scene -> as(scene, "DD04010089", "SYS100363")),
        new Bad("空报文", UNKNOWN, "SM", scene -> "suite=SM".getBytes(StandardCharsets.UTF_8)));
  }

  /** Signed with the first hospital's keys in another's name. */
  private static byte[] as(Scene scene, String merchant, String system) throws IOException {
    Place own = scene.hospital().place();
    var institution = own.institution();
    var named =
        new Institution(
            institution.code(),
            merchant,
            institution.pool(),
            institution.name(),
            institution.kind(),
            institution.level(),
            institution.care(),
            institution.tier(),
            institution.callbacks());
    var place = new Place(named, new AccessSystem(system, ""), own.suites(), own.plain());
    return scene.hospital().kit(Suite.SM, place).seal("ST009", query()).body();
  }

  private static Stream<Bad> keys() {
    return Stream.of(
        new Bad(
            "用自己的密钥冒充药店",
            UNOPENED,
            "SM",
            scene ->
                scene
                    .hospital()
                    .kit(Suite.SM, scene.at(Scene.PHARMACY).place())
                    .seal("ST009", query())
                    .body()),
        new Bad(
            "别人的证书编号", UNOPENED, "SM", scene -> outer(scene, form -> form.with("certid", "12345"))),
        new Bad("没有密钥", UNOPENED, "SM", scene -> outer(scene, form -> form.without("encryptkey"))),
        new Bad(
            "没有密文", UNOPENED, "SM", scene -> outer(scene, form -> form.without("encrpteddata"))),
        new Bad(
            "外层交易码换了",
            UNOPENED,
            "SM",
            scene -> outer(scene, form -> form.with("transtype", "ST099"))),
        new Bad(
            "没有外层交易码", UNOPENED, "SM", scene -> outer(scene, form -> form.without("transtype"))));
  }

  /** The JDK-made messages are signed well unless the row says otherwise. */
  private static Stream<Bad> signatures() {
    return Stream.of(
        inner("去掉机构签名", form -> form.without("merchantsignature")),
        inner("去掉接入系统签名", form -> form.without("infosyssignature")),
        inner("去掉两个签名", form -> form.without("merchantsignature", "infosyssignature")),
        inner("机构签名为空", form -> form.with("merchantsignature", "")),
        inner(
            "两个签名对调",
            form ->
                form.with("merchantsignature", value(form, "infosyssignature"))
                    .with("infosyssignature", value(form, "merchantsignature"))),
        inner("签名后加了元素", form -> form.with("extra", "1")),
        inner("签名后改了版本", form -> form.with("version", "1.1")),
        inner("签名后改了报文", form -> form.with("transdata", query().replace("N0", "N1"))),
        inner("签名后去掉了时间", form -> form.without("timestamp")),
        new Bad(
            "明文去掉签名",
            UNOPENED,
            "SM",
            scene -> plain(scene, Scene.PHARMACY, form -> form.without("merchantsignature"))),
        new Bad(
            "明文改了报文",
            UNOPENED,
            "SM",
            scene ->
                plain(
                    scene,
                    Scene.PHARMACY,
                    form -> form.with("transdata", query().replace("N0", "N1")))));
  }

  private static Stream<Bad> suites() {
    return Stream.of(
        new Bad("国密报文称作 RSA", UNOPENED, "RSA", scene -> outer(scene, f -> f.with("suite", "RSA"))),
        new Bad(
            "国密报文去掉套件", UNOPENED, "LEGACY", scene -> outer(scene, form -> form.without("suite"))),
        new Bad(
            "没有的套件", UNOPENED, "SM", scene -> outer(scene, form -> form.with("suite", "ROT13"))),
        new Bad(
            "RSA 医院改用旧版套件",
            UNOPENED,
            "LEGACY",
            scene -> {
              Hospital at = scene.at(Scene.TOWNSHIP_RSA);
              return at.kit(Suite.LEGACY, at.place()).seal("ST009", query()).body();
            }),
        new Bad(
            "旧版医院改用 RSA",
            UNOPENED,
            "RSA",
            scene -> {
              Hospital at = scene.at(Scene.COUNTY_LEGACY);
              return at.kit(Suite.RSA, at.place()).seal("ST009", query()).body();
            }),
        new Bad(
            "没有登记明文的医院发明文", UNOPENED, "SM", scene -> plain(scene, Scene.HOSPITAL, form -> form)));
  }

  private static Stream<Bad> forms() {
    return Stream.of(
        body("外层不是 UTF-8", MALFORMED, "LEGACY", "transtype=\u00ff"),
        body("外层同一参数两次", MALFORMED, "LEGACY", "transtype=ST001&transType=ST001"),
        body("外层没有等号", MALFORMED, "LEGACY", "transtype"),
        body("外层花括号不成对", MALFORMED, "LEGACY", "{transtype=ST001"),
        body("外层百分号不完整", MALFORMED, "LEGACY", "transdata=%3Ca%E"),
        new Bad(
            "内层同一参数两次",
            UNOPENED,
            "RSA",
            scene -> {
              var hand = new ByHand(scene);
              String good = new String(ByHand.raw(good(hand)), StandardCharsets.UTF_8);
              return hand.sealed("ST009", (good + "&version=1.0").getBytes(StandardCharsets.UTF_8));
            }),
        new Bad(
            "内层不是 UTF-8",
            UNOPENED,
            "RSA",
            scene -> {
              var hand = new ByHand(scene);
              byte[] good = ByHand.raw(good(hand));
              good[good.length / 2] = (byte) 0xff;
              return hand.sealed("ST009", good);
            }));
  }

  private static Bad body(String label, String answer, String suite, String body) {
    return new Bad(label, answer, suite, scene -> body.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static Bad inner(String label, UnaryOperator<Form> change) {
    return new Bad(
        label,
        UNOPENED,
        "RSA",
        scene -> {
          var hand = new ByHand(scene);
          return hand.sealed("ST009", ByHand.raw(change.apply(good(hand))));
        });
  }

  private static Form good(ByHand hand) {
    return hand.signed(hand.inner("ST009", query(), Map.of()));
  }

  private static byte[] outer(Scene scene, UnaryOperator<Form> change) {
    return changed(scene.hospital().kit().seal("ST009", query()).body(), change);
  }

  private static byte[] plain(Scene scene, String place, UnaryOperator<Form> change) {
    return changed(scene.at(place).kit().signWithoutSealing("ST009", query()).body(), change);
  }

  private static byte[] changed(byte[] body, UnaryOperator<Form> change) {
    try {
      return FormWriter.encoded(change.apply(FormReader.readBody(body)));
    } catch (MalformedMessage e) {
      throw new IllegalStateException(e);
    }
  }

  private static String value(Form form, String name) {
    return Objects.requireNonNull(form.get(name), name);
  }

  private static String query() {
    return "<transdata><orderid>N0</orderid></transdata>";
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void isAnsweredInOneFixedWay(Bad bad, Scene scene) throws Exception {
    byte[] body = bad.body().of(scene);
    Map<String, String> before = scene.tables.contents();
    HttpResponse<byte[]> answer = scene.hospital().post(body);
    assertThat(answer.statusCode()).isEqualTo(200);
    String suite = bad.suite().equals("LEGACY") ? "" : "&suite=" + bad.suite();
    assertThat(unsigned(answer.body()))
        .isEqualTo(
            "pltfmsignature=…&respcode=%s&respmsg=%s"
                    .formatted(bad.answer().substring(0, 2), bad.answer().substring(3))
                + suite);
    assertThat(scene.tables.contents()).isEqualTo(before);
  }

  private static String unsigned(byte[] answer) {
    return new String(answer, StandardCharsets.UTF_8)
        .replaceFirst("pltfmsignature=[A-Za-z0-9+/=]+", "pltfmsignature=…");
  }

  /** One bit, anywhere in what was sealed or in its key. */
  static Stream<Named<Integer>> places() {
    return IntStream.range(0, 16).mapToObj(each -> Named.of(each + "/16", each));
  }

  @ParameterizedTest(name = "密文第 {0} 处改了一位")
  @MethodSource("places")
  void aTamperedByteIsNoticedWhereverItIs(int place, Scene scene) throws Exception {
    for (String element : new String[] {"encryptkey", "encrpteddata"}) {
      byte[] body =
          outer(
              scene,
              form -> {
                byte[] bytes = Base64.getDecoder().decode(value(form, element));
                bytes[place * (bytes.length - 1) / 15] ^= (byte) (1 << place % 8);
                return form.with(element, Base64.getEncoder().encodeToString(bytes));
              });
      Map<String, String> before = scene.tables.contents();
      byte[] answer = scene.hospital().post(body).body();
      assertThat(unsigned(answer))
          .isEqualTo("pltfmsignature=…&respcode=12&respmsg=" + UNOPENED.substring(3) + "&suite=SM");
      assertThat(scene.tables.contents()).isEqualTo(before);
    }
  }

  /** The fixed answer is the platform's own word; the kit checks that. */
  @Test
  void theFixedAnswerIsSignedByThePlatform(Scene scene) throws Exception {
    Call call = scene.hospital().kit().seal("ST009", query());
    byte[] answer =
        scene.hospital().post(changed(call.body(), form -> form.without("encryptkey"))).body();
    assertThatExceptionOfType(CannotOpen.class)
        .isThrownBy(() -> scene.hospital().kit().open(answer, call))
        .matches(e -> e.fault() == CannotOpen.Fault.REFUSED);
    byte[] forged = Arrays.copyOf(answer, answer.length);
    forged["pltfmsignature=".length() + 20] ^= 1;
    assertThatExceptionOfType(CannotOpen.class)
        .isThrownBy(() -> scene.hospital().kit().open(forged, call))
        .matches(e -> e.fault() != CannotOpen.Fault.REFUSED);
  }
}
