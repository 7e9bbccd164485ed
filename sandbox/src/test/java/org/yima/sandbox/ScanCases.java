package org.yima.sandbox;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.yima.sandbox.Refused.Attempt;

/**
 * Code, token, id and name that do not belong together, for ST020 and ST007 alike: whoever shows a
 * code pays for himself, here, once, and soon.
 */
final class ScanCases {
  private static final String HOLDER = "E1301 证件或姓名与电子凭证持有人不符";
  private static final String CODE = "E1204 二维码与 token 不是同一次扫码，请重新扫码";
  private static final String UNKNOWN = "E1201 电子凭证 token 无效，请患者出示二维码重新扫码";

  private ScanCases() {}

  static Stream<Refused> all() {
    return Stream.concat(
        scans().stream().flatMap(each -> Stream.of(each.identify(), each.pay())), payers());
  }

  /** How a scan is spoilt. */
  private record Spoilt(String label, String answer, Function<Scene, Map<String, String>> scan) {
    Refused identify() {
      return new Refused(
          "扫码身份识别：" + label,
          answer,
          scene -> Attempt.of(scene.hospital(), "ST020", identification(scan.apply(scene))));
    }

    Refused pay() {
      return new Refused(
          "被扫支付：" + label,
          answer,
          scene -> {
            Hospital at = scene.hospital();
            Map<String, String> sent = scan.apply(scene);
            String cycle = scene.localCycle(at);
            return Attempt.pay(at, at.order(Scene.number(), cycle, sent).line("XA0001", "1.00"));
          });
    }
  }

  /** ST020 prints {@code ecrcode} where the others have {@code ecqrcode}. */
  static String identification(Map<String, String> scan) {
    return Hospital.xml(scan).replace("ecqrcode>", "ecrcode>");
  }

  private static List<Spoilt> scans() {
    return List.of(
        mixed("别人的证件", HOLDER, "idno"),
        mixed("别人的姓名", HOLDER, "username"),
        mixed("别人的证件和姓名", HOLDER, "idno", "username"),
        mixed("别人的二维码", CODE, "ecqrcode"),
        mixed("别人的二维码和证件", CODE, "ecqrcode", "idno"),
        mixed("别人的二维码和姓名", CODE, "ecqrcode", "username"),
        mixed("只有 token 是自己的", CODE, "ecqrcode", "idno", "username"),
        mixed("别人的 token", CODE, "ectoken"),
        mixed("别人的 token 和证件", CODE, "ectoken", "idno"),
        mixed("别人的 token 和姓名", CODE, "ectoken", "username"),
        mixed("只有二维码是自己的", CODE, "ectoken", "idno", "username"),
        mixed("别人的二维码和 token", HOLDER, "ecqrcode", "ectoken"),
        mixed("只有姓名是自己的", HOLDER, "ecqrcode", "ectoken", "idno"),
        mixed("只有证件是自己的", HOLDER, "ecqrcode", "ectoken", "username"),
        new Spoilt("自己上一次的二维码", CODE, ScanCases::earlierCode),
        changed("token 改了一位", UNKNOWN, "ectoken", token -> token.substring(1) + "1"),
        changed("token 太短", UNKNOWN, "ectoken", token -> token.substring(0, 6)),
        changed("证件类型不同", HOLDER, "idtype", type -> "02"),
        new Spoilt("别家医院扫的码", "E1205 token 由其他机构获取，请在本机构重新扫码", ScanCases::elsewhere),
        new Spoilt("四分钟前扫的码", "E1203 二维码已过期，请患者刷新后重新扫码", ScanCases::fourMinutesAgo),
        new Spoilt("已付过一次的码", "E1202 电子凭证 token 已使用，请患者刷新二维码后重新扫码", ScanCases::used));
  }

  /** The employee's scan, with these elements of the pensioner's instead. */
  private static Spoilt mixed(String label, String answer, String... taken) {
    return new Spoilt(
        label,
        answer,
        scene -> {
          Map<String, String> own = own(scene);
          Map<String, String> other = scene.hospital().scan(Hospital.person("退休职工"));
          for (String name : taken) {
            own.put(name, Objects.requireNonNull(other.get(name)));
          }
          return own;
        });
  }

  private static Spoilt changed(
      String label, String answer, String name, Function<String, String> change) {
    return new Spoilt(
        label,
        answer,
        scene -> {
          Map<String, String> scan = own(scene);
          scan.computeIfPresent(name, (key, value) -> change.apply(value));
          return scan;
        });
  }

  private static Map<String, String> own(Scene scene) {
    return scene.hospital().scan(Hospital.person("在职职工"));
  }

  private static Map<String, String> earlierCode(Scene scene) {
    Map<String, String> earlier = own(scene);
    Map<String, String> scan = new LinkedHashMap<>(own(scene));
    scan.put("ecqrcode", Objects.requireNonNull(earlier.get("ecqrcode")));
    return scan;
  }

  private static Map<String, String> elsewhere(Scene scene) {
    return scene.at(Scene.TOWNSHIP_RSA).scan(Hospital.person("在职职工"));
  }

  private static Map<String, String> fourMinutesAgo(Scene scene) {
    Map<String, String> scan = own(scene);
    scene.clock.advance(Duration.ofMinutes(4));
    return scan;
  }

  private static Map<String, String> used(Scene scene) {
    Hospital at = scene.hospital();
    Map<String, String> scan = own(scene);
    at.call(
        "ST007", at.order(Scene.number(), scene.localCycle(at), scan).line("XA0001", "1.00").xml());
    return scan;
  }

  /** The order's payer is a third statement of who pays. */
  private static Stream<Refused> payers() {
    String answer = "E1302 支付人不是电子凭证持有人";
    var other = Hospital.person("退休职工").person();
    return Stream.of(
        Refused.bill(
            "支付人的证件是别人的",
            answer,
            order -> order.line("XA0001", "1.00").with("pidno", other.id().value())),
        Refused.bill(
            "支付人的姓名是别人的",
            answer,
            order -> order.line("XA0001", "1.00").with("pname", other.name().value())),
        Refused.bill(
            "支付人整个是别人",
            answer,
            order ->
                order
                    .line("XA0001", "1.00")
                    .with("pname", other.name().value())
                    .with("pidno", other.id().value())));
  }
}
