package org.yima.sandbox;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yima.protocol.Form;
import org.yima.sandbox.Refused.Attempt;
import org.yima.sandbox.Ward.Line;
import org.yima.sandbox.Ward.Patient;
import org.yima.sandbox.World.Inhabitant;

/** Calls that are refused because of the stay they name. */
final class StayCases {
  private StayCases() {}

  static Stream<Refused> all() {
    return Stream.concat(admitting(), Stream.concat(charging(), settling()));
  }

  /** A call on a new patient's stay. */
  interface OnStay {
    Attempt of(Ward ward, Patient patient);
  }

  private static Refused onStay(String label, String answer, OnStay call) {
    return new Refused(
        label,
        answer,
        scene -> {
          Ward ward = scene.ward();
          return call.of(ward, ward.admit(scene.newcomer("0.00")));
        });
  }

  private static Attempt calling(
      Ward ward, String transaction, Patient patient, Map<String, String> fields) {
    return Attempt.of(ward.at(), transaction, ward.xml(patient, fields));
  }

  private static Attempt entering(Ward ward, Patient patient, Line... lines) {
    return Attempt.of(ward.at(), "ST031", ward.charges(patient, List.of(lines)));
  }

  private static Refused admission(String label, String answer, String field, String value) {
    return new Refused(
        label,
        answer,
        scene -> {
          Ward ward = scene.ward();
          Map<String, String> fields = ward.admission(Hospital.person("城乡居民"), Scene.number());
          fields.put(field, value);
          return Attempt.of(ward.at(), "ST023", Hospital.xml(fields));
        });
  }

  private static Stream<Refused> admitting() {
    return Stream.of(
        admission("门诊的订单类型", "E1004 订单类型 hissscan 不能用于本交易或本机构", "ordertype", "hissscan"),
        admission("门诊的医疗类别办住院", "E1606 医疗类别 11 不适用于本订单类型或参保人", "medicaltype", "11"),
        admission("入院日期在以后", "E1603 门诊日期晚于今天", "indate", "2026-03-11"),
        admission("出院早于入院", "E1001 报文字段有误：outdate 早于 indate", "outdate", "2026-03-09"),
        new Refused(
            "居民用职工的住院类别",
            "E1608 医疗类别不符：“特殊疾病住院”不适用于该险种的参保人",
            scene -> {
              Ward ward = scene.ward();
              Map<String, String> fields = ward.admission(Hospital.person("城乡居民"), Scene.number());
              fields.put("medicaltype", "25");
              return Attempt.of(ward.at(), "ST023", Hospital.xml(fields));
            }),
        admission("精神病住院没有目录内的诊断", "E1609 确诊疾病编码不符：J18.9", "medicaltype", "22"),
        onStay(
            "已在院",
            "E1611 参保人已有未结算的住院登记，请先结算或退院",
            (ward, patient) ->
                Attempt.of(
                    ward.at(),
                    "ST023",
                    Hospital.xml(ward.admission(patient.who(), Scene.number())))));
  }

  private static Stream<Refused> charging() {
    return Stream.of(
        onStay(
            "没有的登记",
            "E1106 没有此住院登记",
            (ward, patient) ->
                calling(
                    ward,
                    "ST036",
                    new Patient(patient.who(), patient.order(), "NONE", ""),
                    Map.of())),
        onStay(
            "退院后再录明细",
            "E1107 住院登记处于状态3 已退院，不能再办理本交易",
            (ward, patient) -> {
              ward.withdraw(patient);
              return entering(ward, patient, new Line("R1", "1", "1.00"));
            }),
        onStay(
            "同一行换了内容",
            "E1702 处方 R1 第 1 项已录入且内容不同，请先删除",
            (ward, patient) -> {
              ward.charge(patient, List.of(new Line("R1", "1", "1.00")));
              return entering(ward, patient, new Line("R1", "1", "2.00"));
            }),
        onStay(
            "删除没有的明细",
            "E1109 记账流水号 0000000000000000001 不存在、已删除或已结算",
            (ward, patient) ->
                calling(
                    ward,
                    "ST032",
                    patient,
                    Map.of("bkc028", "0000000000000000001", "cancelno", Scene.number()))),
        onStay("删除超过剩余", "E1508 删除的部分超过剩余，剩余数量 1.00，剩余金额 5.00 元", StayCases::tooMuch));
  }

  private static Attempt tooMuch(Ward ward, Patient patient) {
    Form entered = ward.charge(patient, List.of(new Line("R1", "1", "5.00")));
    Map<String, String> fields = new HashMap<>();
    fields.put("bkc028", StayTest.serials(entered).getFirst());
    fields.put("cancelnum", "2.00");
    fields.put("cancelamt", "5.00");
    fields.put("cancelno", Scene.number());
    return calling(ward, "ST032", patient, fields);
  }

  private static Stream<Refused> settling() {
    return Stream.of(
        onStay(
            "未结算的登记被取消",
            "E1108 住院登记尚未结算，不能取消，请用扫码无费退院",
            (ward, patient) ->
                Attempt.of(
                    ward.at(),
                    "ST100",
                    Hospital.xml(
                        Map.of(
                            "busicycleno", ward.cycle(),
                            "orderid", patient.order(),
                            "reason", "测试")))),
        onStay(
            "总额与明细不符",
            "E1509 医疗费总额与未结算明细合计不符，差 0.01 元",
            (ward, patient) -> {
              ward.charge(patient, List.of(new Line("R1", "1", "5.00")));
              return calling(ward, "ST034", patient, Map.of("akc264", "5.01"));
            }),
        onStay(
            "没有费用可结",
            "E1504 订单金额须大于零且不超过一千万元",
            (ward, patient) -> calling(ward, "ST034", patient, Map.of("akc264", "0.00"))),
        new Refused(
            "包干病种中途结算",
            "E1612 包干病种不能分次结算：“包干病种住院”按整次住院定额结算：预结算时不要填截止时间；已有中途结算的，先退费或取消，再整次结算",
            scene -> {
              Ward ward = scene.ward();
              Patient patient = ward.admitFixedPrice(scene.newcomer("0.00"));
              ward.charge(patient, List.of(new Line("R1", "1", "900.00")));
              return calling(
                  ward, "ST034", patient, Map.of("akc264", "900.00", "endtime", "2026-03-10"));
            }),
        onStay("没有预结算就验码支付", "E1111 住院费用尚未预结算，请先预结算", StayCases::unpromised),
        onStay("部分结算后退院", "E1110 住院登记下有已结算的费用，请先退费或取消", StayCases::settledInPart),
        new Refused("异地参保人验码支付", "E1902 异地参保人的住院费用暂不能在线结算，请到窗口办理", StayCases::visitor));
  }

  private static Attempt unpromised(Ward ward, Patient patient) {
    Map<String, String> fields = new HashMap<>(ward.at().scan(patient.who()));
    fields.put("orderid", patient.order());
    fields.put("ordervalidcode", patient.validCode());
    fields.put("busicycleno", ward.cycle());
    return Attempt.of(ward.at(), "ST022", Hospital.xml(fields));
  }

  private static Attempt settledInPart(Ward ward, Patient patient) {
    ward.charge(patient, List.of(new Line("R1", "1", "900.00")));
    Form promise =
        ward.call(
            "ST034",
            patient,
            Map.of("akc264", "900.00", "endtime", "2026-03-10", "orderid", Scene.number()));
    Paid.of(ward.settle(patient, promise));
    return Attempt.of(ward.at(), "ST024", ward.withdrawal(patient));
  }

  /** Somebody of 临沂 who lives in 530400 and filed it. */
  private static Attempt visitor(Scene scene) {
    Hospital at = scene.hospital();
    Ward ward = new Ward(at, at.signIn("VS", "1"));
    Inhabitant who = Hospital.person("临沂的住院职工");
    scene.tables.tell(
        """
        insert into filing (district, person_no, kind, valid_from, place)
        values ('371300', ?, 'RESIDING', '2025-01-01', '530400') on conflict do nothing
        """,
        who.person().number());
    Patient patient = ward.admit(who);
    ward.charge(patient, List.of(new Line("R1", "1", "1000.00")));
    Form promise = ward.presettle(patient, "1000.00");
    Attempt attempt = Attempt.of(at, "ST022", Hospital.xml(ward.settlement(patient, promise)));
    return attempt.undo(() -> ward.withdraw(patient));
  }
}
