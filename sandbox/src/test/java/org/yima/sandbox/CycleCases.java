package org.yima.sandbox;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.yima.sandbox.Refused.Attempt;

/** Calls that are refused because of the business cycle they name. */
final class CycleCases {
  private CycleCases() {}

  static Stream<Refused> all() {
    return Stream.of(payments(), regions(), signing()).flatMap(cases -> cases);
  }

  private static Stream<Refused> payments() {
    return Stream.of(
        pay("周期号不存在", "E1401 业务周期号不存在，请重新签到", scene -> "5304040100892026031010000077"),
        pay(
            "周期是别家医院的",
            "E1402 业务周期号不属于本接入系统",
            scene -> scene.localCycle(scene.at(Scene.TOWNSHIP_RSA))),
        pay(
            "周期是本院另一个接入系统的",
            "E1402 业务周期号不属于本接入系统",
            scene -> scene.localCycle(SecondSystem.of(scene))),
        pay(
            "周期已签退",
            "E1403 业务周期已签退，请重新签到",
            scene -> {
              String cycle = scene.hospital().signIn("closed", "0");
              scene.hospital().call("ST002", naming(scene.hospital(), cycle));
              return cycle;
            }),
        pay(
            "周期满二十四小时",
            "E1404 业务周期已超时，请先对账签退再签到",
            scene -> {
              String cycle = scene.hospital().signIn("yesterday", "0");
              scene.clock.advance(Duration.ofHours(24));
              return cycle;
            }));
  }

  private interface Named {
    String cycle(Scene scene);
  }

  private static Refused pay(String label, String answer, Named named) {
    return new Refused(
        label,
        answer,
        scene -> {
          Hospital at = scene.hospital();
          String cycle = named.cycle(scene);
          var scan = at.scan(Hospital.person("在职职工"));
          return Attempt.pay(at, at.order(Scene.number(), cycle, scan).line("XA0001", "1.00"));
        });
  }

  private static Stream<Refused> regions() {
    String answer = "E1405 本地结算与异地结算须使用各自的业务周期";
    return Stream.of(
        pay("本地人用异地周期", answer, scene -> scene.hospital().signIn("01", "1")),
        Refused.bill("外地退休职工", "异地人用本地周期", answer, order -> order.line("XA0001", "1.00")));
  }

  private static Stream<Refused> signing() {
    return Stream.of(
        new Refused(
            "周期已超时不能再签到",
            "E1404 业务周期已超时，请先对账签退再签到",
            scene -> {
              scene.hospital().signIn("yesterday", "0");
              scene.clock.advance(Duration.ofHours(24));
              return Attempt.of(
                  scene.hospital(),
                  "ST001",
                  Hospital.xml(
                      Map.of(
                          "hospcode", Scene.HOSPITAL, "operatorid", "yesterday", "aae139", "0")));
            }),
        named("签退不存在的周期", "ST002", "E1401 业务周期号不存在，请重新签到", scene -> "none"),
        named("对账不存在的周期", "ST099", "E1401 业务周期号不存在，请重新签到", scene -> "none"),
        named(
            "签退别家的周期",
            "ST002",
            "E1402 业务周期号不属于本接入系统",
            scene -> scene.localCycle(scene.at(Scene.TOWNSHIP_RSA))),
        named(
            "对账别家的周期",
            "ST099",
            "E1402 业务周期号不属于本接入系统",
            scene -> scene.localCycle(scene.at(Scene.TOWNSHIP_RSA))),
        new Refused("周期内有正在支付的订单", "E1406 业务周期内有未完成的订单：OPEN1", CycleCases::openOrder));
  }

  private static Refused named(String label, String transtype, String answer, Named named) {
    return new Refused(
        label,
        answer,
        scene ->
            Attempt.of(scene.hospital(), transtype, naming(scene.hospital(), named.cycle(scene))));
  }

  private static Attempt openOrder(Scene scene) {
    Steps steps = new Steps(scene.hospital(), scene.hospital().signIn("open", "0"));
    steps.prepare(Hospital.person("退休职工"), "OPEN1", "1.00");
    return Attempt.of(steps.at(), "ST002", naming(steps.at(), steps.cycle()));
  }

  /** The request that ST002 and ST099 share. */
  static String naming(Hospital at, String cycle) {
    return Hospital.xml(
        Map.of(
            "hospcode", at.place().institution().code(), "operatorid", "01", "busicycleno", cycle));
  }
}
