package org.yima.client;

import java.time.LocalDate;

/**
 * 更新住院信息（ST033）：只更新填写了的项目，更新标志自动生成。
 *
 * <p>Changes what was said of a stay; only what is given is changed, and the ten marks of {@code
 * updateflag} are set accordingly. An empty text takes back what was said. Immutable.
 */
public final class StayUpdate {
  /** The fields in the order of their marks. */
  private static final String[] MARKED = {
    "medicaltype", "deptname", "aaz500", "indate", "outdate",
    "diseasecode", "indiseasename", "outdiseasename", "operatorname", "outreason"
  };

  private final Fields fields;
  private final String marks;

  private StayUpdate(Fields fields, String marks) {
    this.fields = fields;
    this.marks = marks;
  }

  /** 什么也不更新。Nothing yet. */
  public static StayUpdate nothing() {
    return new StayUpdate(Fields.of("ST033.request"), "0000000000");
  }

  /** 出院日期、出院原因 {@code outdate, outreason}。The discharge: its day and reason. */
  public StayUpdate discharged(LocalDate day, String reason) {
    return with("outdate", day.toString()).with("outreason", reason);
  }

  /** 疾病编码、出院诊断名称 {@code diseasecode, outdiseasename}。The diagnosis at discharge. */
  public StayUpdate diagnosis(String code, String name) {
    return with("diseasecode", code).with("outdiseasename", name);
  }

  /**
   * 更新 ST033 的一个项目。One field, by its wire name.
   *
   * @throws IllegalArgumentException if it is none of the ten that can be marked
   */
  public StayUpdate with(String wireName, String value) {
    for (int place = 0; place < MARKED.length; place++) {
      if (MARKED[place].equals(wireName)) {
        String marked = marks.substring(0, place) + '1' + marks.substring(place + 1);
        return new StayUpdate(fields.copy().put(wireName, value), marked);
      }
    }
    throw new IllegalArgumentException("ST033 cannot mark " + wireName);
  }

  Fields fields() {
    return fields.copy().put("updateflag", marks);
  }
}
