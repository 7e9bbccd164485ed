package org.yima.policy.report;

import java.util.ArrayList;
import java.util.List;
import org.yima.settlement.Bill;
import org.yima.settlement.Hospital;
import org.yima.settlement.Member;
import org.yima.settlement.Standing;
import org.yima.settlement.Treated;
import org.yima.settlement.Visit;

/** A person and a bill in a few words. */
final class Sketch {

  private Sketch() {}

  /** 职工，退休，67 岁，公务员. */
  static String person(Visit visit) {
    Member member = visit.member();
    List<String> words = new ArrayList<>(List.of(scheme(member.scheme())));
    if (member.employment() != Member.Employment.NONE) {
      words.add(member.employment() == Member.Employment.ACTIVE ? "在职" : "退休");
    }
    words.add(member.age() + " 岁");
    words.addAll(standing(member.standing()));
    if (!visit.account().balance().isZero()) {
      words.add("个人账户 " + visit.account().balance() + " 元");
    }
    return String.join("，", words);
  }

  static String scheme(Member.Scheme scheme) {
    return scheme == Member.Scheme.EMPLOYEE ? "职工" : "居民";
  }

  private static List<String> standing(Standing standing) {
    List<String> words = new ArrayList<>();
    switch (standing.group()) {
      case GENERAL -> {}
      case STUDENT -> words.add("学生");
      case NEWBORN -> words.add("新生儿");
      case RETIRED_CADRE -> words.add("离休干部");
      case FLEXIBLE -> words.add("灵活就业");
    }
    if (standing.civilServant()) {
      words.add("公务员");
    }
    if (standing.specialCare()) {
      words.add("医疗照顾人员");
    }
    if (standing.enterprise()) {
      words.add("有企业补充保险");
    }
    String assistance = assistance(standing.assistance());
    if (!assistance.isEmpty()) {
      words.add(assistance);
    }
    return words;
  }

  private static String assistance(Member.Assistance assistance) {
    return switch (assistance) {
      case NONE -> "";
      case EXTREME_POVERTY -> "特困人员";
      case ORPHAN -> "孤儿";
      case MINIMUM_LIVING -> "低保对象";
      case LOW_INCOME -> "低保边缘";
      case POVERTY_REGISTERED -> "建档立卡";
      case SEVERELY_DISABLED -> "重度残疾";
      case PREFERENTIAL -> "优抚对象";
    };
  }

  /** 2024-06-01 普通住院，2024-05-20 入院，二级医院，4 行，共 990.00 元. */
  static String bill(Visit visit) {
    Bill bill = visit.bill();
    List<String> words = new ArrayList<>();
    words.add(bill.date() + " " + bill.type().chinese());
    if (bill.admitted() != null) {
      words.add(bill.admitted() + " 入院");
    }
    words.add(hospital(bill.hospital()));
    if (bill.disease() != null) {
      words.add("病种 " + bill.disease());
    }
    if (bill.place() != null) {
      words.add("就医地 " + bill.place());
      visit.member().filings().stream()
          .map(Member.Filing::kind)
          .map(Treated::chinese)
          .distinct()
          .forEach(kind -> words.add("备案 " + kind));
    }
    words.add(bill.lines().size() + " 行");
    words.add("共 " + bill.total() + " 元");
    return String.join("，", words);
  }

  private static String hospital(Hospital hospital) {
    String level = hospital.level() == Hospital.Level.UNGRADED ? "" : hospital.level().chinese();
    return level
        + switch (hospital.kind()) {
          case GENERAL -> level.isEmpty() ? "未定级医院" : "医院";
          case CHINESE_MEDICINE -> "中医医院";
          case COMMUNITY -> "基层医疗机构";
          case PSYCHIATRIC -> "精神病医院";
          case SPECIALIST -> "专科医院";
          case PHARMACY -> "药店";
        };
  }
}
